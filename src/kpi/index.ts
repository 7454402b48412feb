export { annualiseChurn, churnPerPeriod } from "./annualiseChurn.js";
export type {
  AssumedLifetimeValue,
  AssumedLifetimeValueOptions,
  LifetimeAssumptions,
} from "./assumedLifetimeValue.js";
export { type AverageOptions, type AverageResult, type AverageSums, average, averageMetric } from "./average.js";
export { type BootstrapNetIntervalOptions, bootstrapNetInterval } from "./bootstrapNetInterval.js";
export type { BusinessHours } from "./businessHours.js";
export { businessSeconds } from "./businessSeconds.js";
export type { CardScale, CardScore, CompositeVariant } from "./cardScore.js";
export type { FirstContactVariant } from "./caseJudge.js";
export { type CesOptions, type CesResult, ces, cesMetric } from "./ces.js";
export { type ChurnOptions, type ChurnResult, type ChurnVariant, churn, churnMetric } from "./churn.js";
export {
  type Activity,
  type ActivityReaders,
  type CohortRetentionOptions,
  cohortRetention,
  cohortRetentionMetric,
} from "./cohortRetention.js";
export type { CohortRetentionResult } from "./cohortRetentionResult.js";
export type { Cohort, CohortEvents } from "./cohorts.js";
export {
  type ConversionOptions,
  type ConversionResult,
  type Conversions,
  conversion,
  conversionMetric,
  type Visit,
  type VisitReaders,
} from "./conversion.js";
export { type ConvertedScores, type ConvertScaleOptions, convertScale } from "./convertScale.js";
export { type CsatOptions, type CsatResult, csat, csatMetric } from "./csat.js";
export type {
  CustomerFlow,
  FlowOptions,
  FlowPeriod,
  FlowStates,
  SubscriptionReaders,
  SubscriptionSpan,
} from "./customerFlow.js";
export {
  type CustomerAmount,
  customerLifetimeValue,
  customerLifetimeValueMetric,
} from "./customerLifetimeValue.js";
export type { CustomerId, CustomerTally } from "./customerMetric.js";
export { driverAnalysis } from "./driverAnalysis.js";
export type { DriverAnalysisResult, DriverFigures, DriverImportance, DriverNote } from "./driverAnalysisResult.js";
export type { FigureReader } from "./driverRows.js";
export type { DriverAnalysisOptions } from "./driverSettings.js";
export { type DurationLengths, duration, durationMetric } from "./duration.js";
export type { DurationPercentile, DurationResult, WithinTarget } from "./durationResult.js";
export type { DurationOptions, DurationReaders, DurationSpan } from "./durationSettings.js";
export {
  type Audience,
  type EngagementRateOptions,
  type EngagementRateResult,
  type EngagementSums,
  engagementRate,
  engagementRateMetric,
  type Post,
} from "./engagementRate.js";
export { enps, enpsMetric } from "./enps.js";
export {
  type FirstContactCounts,
  type FirstContactResolutionResult,
  firstContactResolution,
  firstContactResolutionMetric,
} from "./firstContactResolution.js";
export type { FirstContactResolutionOptions } from "./firstContactSettings.js";
export type { ProtectedCohort, ProtectedCohortAge, ProtectedCohortRetention } from "./hideCohorts.js";
export type {
  CustomerSums,
  CustomerValue,
  HistoricLifetimeValue,
  HistoricLifetimeValueOptions,
  TransactionReaders,
} from "./historicLifetimeValue.js";
export { type Impact, type ImpactControl, type ImpactOptions, impact } from "./impact.js";
export type { IssueContact } from "./issueOutcomes.js";
export type { LengthQuantile } from "./lengthQuantiles.js";
export type { NetCounts, NetInterval, NetMethod } from "./netInterval.js";
export { type NpsOptions, type NpsResult, nps, npsMetric } from "./nps.js";
export { percentOfMaximum } from "./percentOfMaximum.js";
export type { CohortAge } from "./pooledAges.js";
export { presets } from "./presets.js";
export type { ProportionInterval, ProportionMethod } from "./proportionInterval.js";
export { type RateOptions, type RateResult, rate, rateMetric } from "./rate.js";
export { type ResponseRateOptions, type ResponseRateResult, responseRate, responseRateMetric } from "./responseRate.js";
export { type RetentionOptions, type RetentionResult, retention, retentionMetric } from "./retention.js";
export {
  type PaidSubscription,
  type RevenueFlows,
  type RevenueReaders,
  type RevenueRetentionOptions,
  type RevenueRetentionResult,
  revenueRetention,
  revenueRetentionMetric,
} from "./revenueRetention.js";
export { scalestrip } from "./scalestrip.js";
export type { ScaleEnds, ScoreCounts } from "./scoreCounts.js";
export { type ScorecardOptions, scorecard } from "./scorecard.js";
export type {
  CardComparison,
  ScoreComparison,
  ScorecardKpi,
  ScorecardResult,
  ScorecardRow,
  WeightSensitivity,
} from "./scorecardResult.js";
export { studentTNetInterval } from "./studentTNetInterval.js";
export type { SupportCase } from "./supportCase.js";
export { tangoNetInterval } from "./tangoNetInterval.js";
