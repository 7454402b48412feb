export { type AverageOptions, type AverageResult, type AverageSums, average, averageMetric } from "./average.js";
export { type CesOptions, type CesResult, ces, cesMetric } from "./ces.js";
export { type CsatOptions, type CsatResult, csat, csatMetric } from "./csat.js";
export { type NpsOptions, type NpsResult, nps, npsMetric } from "./nps.js";
export { percentOfMaximum } from "./percentOfMaximum.js";
export { type RateCounts, type RateOptions, type RateResult, rate, rateMetric } from "./rate.js";
export type { ScaleEnds, ScoreCounts } from "./scoreCounts.js";
