import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import type { FittedCoefficient } from "./logisticModel.js";
import { normalCdf } from "./normalCdf.js";

/** A coefficient on the scale of log-odds. */
export interface LogisticEstimate {
  /** Null where there is none. */
  readonly value: number | null;
  readonly standardError: number | null;
  /** z: the value over its standard error. */
  readonly statistic: number | null;
  /** Wald's, two-sided, of no effect. */
  readonly pValue: number | null;
  /** Wald's. */
  readonly interval: Interval | null;
}

/** A coefficient with what its standard error says of it. */
export function waldEstimate({ value, standardError }: FittedCoefficient, level: number): LogisticEstimate {
  if (value === null || standardError === null || !(standardError > 0)) {
    return { value, standardError, statistic: null, pValue: null, interval: null };
  }
  const statistic = value / standardError;
  const half = criticalValue(level) * standardError;
  const interval = { low: value - half, high: value + half, level };
  return { value, standardError, statistic, pValue: 2 * normalCdf(Math.abs(statistic), "upper"), interval };
}
