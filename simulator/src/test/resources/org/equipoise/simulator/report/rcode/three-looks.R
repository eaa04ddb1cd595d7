# Power of the bounds as they are, by gsDesign (arguments as in version 3.11).
# The drift is by Schoenfeld's formula. Not repeated: how the bounds are found,
# where they are not given; times and numbers of patients; the second-order
# figure.
library(gsDesign)

events <- c(83, 166, 249)
efficacy <- c(3.4711, 2.4544, 2.004)
drift <- -log(0.7 / 1) * sqrt(1) / (1 + 1)

crossing <- gsProbability(
  k = 3,
  theta = c(0, drift),
  n.I = events,
  a = c(-0.5, 0.5, 2.004),
  b = efficacy,
  r = 80
)
# Rejecting under the null hypothesis and under the alternative, stops for
# futility obeyed:
colSums(crossing$upper$prob)
# Equipoise: 0.7911 (Schoenfeld 1981), 0.7877 (second order)
