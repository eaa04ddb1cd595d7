# Power and expected events by lrstat (arguments as in version 0.3), at the
# times at which the looks are expected. Its direct computation takes the mean
# of the log-rank statistic to first order. Not repeated: the second-order
# figure.
library(lrstat)

power <- lrpower(
  kMax = 1,
  criticalValues = qnorm(1 - 0.025),
  hazardRatioH0 = 1,
  allocationRatioPlanned = 1,
  accrualTime = c(0, 4),
  accrualIntensity = c(10, 25),
  piecewiseSurvivalTime = c(0, 3),
  lambda1 = c(0.0577622650467, 0.0317692457757),
  lambda2 = rep(0.0577622650467, 2),
  gamma1 = rep(0.00340183287669, 2),
  gamma2 = rep(0.00515628364317, 2),
  accrualDuration = 18.4,
  followupTime = 22.5478597085,
  typeOfComputation = "direct"
)
power$overallResults$overallReject   # Equipoise: 0.9705 (first order), 0.9685 (second order)
power$byStageResults$numberOfEvents  # Equipoise: 280.0, with random arrivals
power$byStageResults$analysisTime    # Equipoise: 40.95
