export { adjustedRandIndex } from "./adjustedRandIndex.js";
export { adjustPValues, type PValueAdjustment } from "./adjustPValues.js";
export {
  type AgreementTable,
  type AgreementTableOptions,
  agreementTable,
  type RatingLabel,
  type Ratings,
} from "./agreementTable.js";
export { type AgrestiCoullOptions, agrestiCoull } from "./agrestiCoull.js";
export type { Alternative } from "./alternative.js";
export {
  type AnalysisOfVarianceOptions,
  type AnalysisOfVarianceResult,
  analysisOfVariance,
} from "./analysisOfVariance.js";
export { type AucOptions, type AucResult, auc } from "./auc.js";
export { benjaminiHochberg } from "./benjaminiHochberg.js";
export { betaCdf } from "./betaCdf.js";
export { betaQuantile } from "./betaQuantile.js";
export { binomialCdf } from "./binomialCdf.js";
export { binomialProbability } from "./binomialProbability.js";
export { binomialQuantile } from "./binomialQuantile.js";
export { type BootstrapOptions, type BootstrapResult, bootstrap } from "./bootstrap.js";
export { type BrierScoreOptions, type BrierScoreResult, brierScore } from "./brierScore.js";
export { type CalibrationBin, type CalibrationOptions, type CalibrationResult, calibration } from "./calibration.js";
export type { CountTable } from "./checkTable.js";
export { chiSquareCdf } from "./chiSquareCdf.js";
export {
  type ChiSquareGoodnessOfFitOptions,
  type ChiSquareGoodnessOfFitResult,
  chiSquareGoodnessOfFit,
} from "./chiSquareGoodnessOfFit.js";
export { chiSquareQuantile } from "./chiSquareQuantile.js";
export { type ChiSquareTestOptions, type ChiSquareTestResult, chiSquareTest } from "./chiSquareTest.js";
export type { OutcomeWeights } from "./classWeights.js";
export { type CliffsDeltaOptions, type CliffsDeltaResult, cliffsDelta } from "./cliffsDelta.js";
export { type ClopperPearsonOptions, clopperPearson } from "./clopperPearson.js";
export { cohensD, type EffectSizeOptions, type EffectSizeResult, type SampleSummary } from "./cohensD.js";
export { cohensH } from "./cohensH.js";
export { type CohensKappaOptions, type CohensKappaResult, cohensKappa } from "./cohensKappa.js";
export { type AucComparison, type CompareAucOptions, compareAuc } from "./compareAuc.js";
export { type CorrelationOptions, type CorrelationResult, correlation } from "./correlation.js";
export { type CronbachAlphaOptions, type CronbachAlphaResult, cronbachAlpha } from "./cronbachAlpha.js";
export type {
  DifferenceAssumptions,
  DifferenceDesign,
  DifferenceTest,
  MeanDesign,
  NpsDesign,
  ProportionDesign,
} from "./differenceDesign.js";
export type { DriverColumns } from "./driverCorrelations.js";
export type { DriverShare } from "./driverShare.js";
export { type DunnComparison, type DunnTestOptions, dunnTest } from "./dunnTest.js";
export { effectiveSampleSize } from "./effectiveSampleSize.js";
export { fCdf } from "./fCdf.js";
export { finitePopulationCorrection } from "./finitePopulationCorrection.js";
export {
  type FisherExactTestOptions,
  type FisherExactTestResult,
  fisherExactTest,
  type TwoByTwoTable,
} from "./fisherExactTest.js";
export { type FleissKappaOptions, type FleissKappaResult, fleissKappa } from "./fleissKappa.js";
export { fQuantile } from "./fQuantile.js";
export { gammaCdf } from "./gammaCdf.js";
export { gammaQuantile } from "./gammaQuantile.js";
export { hedgesG } from "./hedgesG.js";
export { holm } from "./holm.js";
export { incompleteBeta } from "./incompleteBeta.js";
export { incompleteGamma } from "./incompleteGamma.js";
export type { Interval } from "./interval.js";
export { type JeffreysOptions, jeffreys } from "./jeffreys.js";
export type { Sample } from "./knownNumbers.js";
export { type KrippendorffAlphaOptions, type KrippendorffAlphaResult, krippendorffAlpha } from "./krippendorffAlpha.js";
export { type KruskalWallisTestResult, kruskalWallisTest } from "./kruskalWallisTest.js";
export { type LiftBin, type LiftOptions, type LiftResult, lift } from "./lift.js";
export { logGamma } from "./logGamma.js";
export type { SeparationKind } from "./logisticFit.js";
export type { LeftOut, NoLogisticModel } from "./logisticModel.js";
export { type LogisticRegressionOptions, logisticRegression } from "./logisticRegression.js";
export type { LogisticCoefficient, LogisticRegressionResult, LogisticSeparation } from "./logisticRegressionResult.js";
export { type MannWhitneyTestOptions, type MannWhitneyTestResult, mannWhitneyTest } from "./mannWhitneyTest.js";
export { type McnemarTestOptions, type McnemarTestResult, mcnemarTest } from "./mcnemarTest.js";
export {
  type MinimumDetectableDifferenceOptions,
  type MinimumDetectableDifferenceResult,
  minimumDetectableDifference,
} from "./minimumDetectableDifference.js";
export { murmurHash3 } from "./murmurHash3.js";
export { type NewcombeDifferenceOptions, newcombeDifference } from "./newcombeDifference.js";
export { normalCdf } from "./normalCdf.js";
export { normalQuantile } from "./normalQuantile.js";
export { type OddsRatioOptions, oddsRatio } from "./oddsRatio.js";
export { type PairedTTestOptions, type PairedTTestResult, pairedTTest } from "./pairedTTest.js";
export { poissonCdf } from "./poissonCdf.js";
export { poissonProbability } from "./poissonProbability.js";
export { poissonQuantile } from "./poissonQuantile.js";
export { type PoissonRateOptions, type PoissonRateResult, poissonRate } from "./poissonRate.js";
export {
  type CountedEvents,
  type PoissonRateTestOptions,
  type PoissonRateTestResult,
  poissonRateTest,
} from "./poissonRateTest.js";
export { type PowerOfDifferenceOptions, type PowerOfDifferenceResult, powerOfDifference } from "./powerOfDifference.js";
export { probabilityOfSuperiority } from "./probabilityOfSuperiority.js";
export { type QuantileOptions, quantile } from "./quantile.js";
export { type QuantileIntervalOptions, quantileInterval } from "./quantileInterval.js";
export { ranks } from "./ranks.js";
export type { RatioInterval, RatioResult } from "./ratioInterval.js";
export type { BinaryOutcome } from "./readOutcome.js";
export { type RelativeWeightsResult, relativeWeights } from "./relativeWeights.js";
export { type RiskRatioOptions, riskRatio } from "./riskRatio.js";
export { type RocCurveResult, type RocPoint, rocCurve } from "./rocCurve.js";
export type { RunningMean } from "./runningMean.js";
export type { RunningRatio } from "./runningRatio.js";
export {
  type SampleSizeForDifferenceOptions,
  type SampleSizeForDifferenceResult,
  sampleSizeForDifference,
} from "./sampleSizeForDifference.js";
export {
  type MarginDesign,
  type SampleSizeForMarginOptions,
  type SampleSizeForMarginResult,
  sampleSizeForMargin,
} from "./sampleSizeForMargin.js";
export type { BinaryOutcomes } from "./scoreTable.js";
export { seededRandom } from "./seededRandom.js";
export {
  type SequentialBoundariesOptions,
  type SequentialBoundariesResult,
  type SequentialLook,
  type SequentialMethod,
  sequentialBoundaries,
} from "./sequentialBoundaries.js";
export {
  type ShapleyRegressionOptions,
  type ShapleyRegressionResult,
  type ShapleyShare,
  shapleyRegression,
} from "./shapleyRegression.js";
export { type ShrinkOptions, shrink } from "./shrink.js";
export type { GivenPrior, MeanGroup, NpsGroup, ProportionGroup, ShrinkResult, ShrunkenGroup } from "./shrunkenGroup.js";
export { type StuartMaxwellTestResult, stuartMaxwellTest } from "./stuartMaxwellTest.js";
export { studentTCdf } from "./studentTCdf.js";
export { studentTQuantile } from "./studentTQuantile.js";
export { type TangoDifferenceOptions, tangoDifference } from "./tangoDifference.js";
export { type TwoProportionTestOptions, type TwoProportionTestResult, twoProportionTest } from "./twoProportionTest.js";
export { type WaldOptions, wald } from "./wald.js";
export type { LogisticEstimate } from "./waldEstimate.js";
export { type MeanDifference, type WelchTestOptions, type WelchTestResult, welchTest } from "./welchTest.js";
export {
  type WilcoxonSignedRankTestOptions,
  type WilcoxonSignedRankTestResult,
  wilcoxonSignedRankTest,
} from "./wilcoxonSignedRankTest.js";
export { type WilsonOptions, wilson } from "./wilson.js";
