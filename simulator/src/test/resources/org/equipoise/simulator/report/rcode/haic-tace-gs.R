# Bounds, power and expected times by rpact (arguments as in version 4.5). Power
# there is by Schoenfeld's formula; rpact knows no second-order figure.
library(rpact)

design <- getDesignGroupSequential(
  informationRates = c(74, 111, 148) / 148,
  alpha = 0.025,
  beta = 0.2,
  sided = 1,
  typeOfDesign = "asOF",
  typeBetaSpending = "bsHSD",
  gammaB = -2,
  bindingFutility = FALSE
)
design$criticalValues   # Equipoise: 2.9626, 2.3590, 2.0141
design$futilityBounds   # Equipoise: 0.4488, 1.1940

power <- getPowerSurvival(
  design = design,
  typeOfComputation = "Schoenfeld",
  thetaH0 = 1,
  directionUpper = FALSE,
  lambda2 = log(2) / 6.5,
  hazardRatio = 0.62,
  allocationRatioPlanned = 1,
  accrualTime = c(0, 3, 6),
  accrualIntensity = c(4, 8, 12),
  accrualIntensityType = "absolute",
  maxNumberOfSubjects = 176,
  maxNumberOfEvents = 148,
  dropoutRate1 = 0.05,
  dropoutRate2 = 0.05,
  dropoutTime = 12
)
power$overallReject     # Equipoise: 0.7993 (Schoenfeld 1981), 0.7941 (second order)
power$analysisTime      # Equipoise: 17.61, 23.44, 36.21
