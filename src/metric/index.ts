export type { AccumulatorTable } from "./accumulatorTable.js";
export { allOf, type MetricOver, type NamedMetrics, type NamedResults } from "./allOf.js";
export { type CompareOptions, type Comparison, compare, type KnownEstimate } from "./compare.js";
export { type CompareGroupsOptions, compareGroups, type GroupComparison } from "./compareGroups.js";
export {
  type ComparePairedOptions,
  comparePaired,
  type Paired,
  type PairedComparison,
  type PairedSide,
} from "./comparePaired.js";
export type { CountedValues } from "./countedValues.js";
export type { Definition, Estimate, Interval } from "./estimate.js";
export type { EstimateOptions } from "./estimateOptions.js";
export type { Group, GroupKey } from "./group.js";
export { type GroupKeyInput, groupBy } from "./groupBy.js";
export type { Hidden } from "./hideSmallGroups.js";
export { measure } from "./measure.js";
export { measureAsync } from "./measureAsync.js";
export type { Metric } from "./metric.js";
export type { Period } from "./period.js";
export { type PeriodKey, type PerPeriodOptions, perPeriod } from "./perPeriod.js";
export {
  type PostStratification,
  type PostStratifyOptions,
  postStratify,
  type Stratum,
  type StratumWeight,
} from "./postStratify.js";
export { type RollingOptions, rolling } from "./rolling.js";
export type { MinimumN, NoMinimumN, Suppressed } from "./suppressed.js";
export type { InvalidPolicy, Tally } from "./valueMetric.js";
export { where } from "./where.js";
