import type { Definition, Estimate } from "../metric/estimate.js";

/** The ends of the axis that all estimates of one KPI share, in the KPI's unit. */
export interface KpiAxis {
  readonly low: number;
  readonly high: number;
}

const WHOLE: { readonly [unit in Definition["unit"]]: KpiAxis | null } = {
  points: { low: -100, high: 100 },
  percent: { low: 0, high: 100 },
  share: { low: 0, high: 1 },
  seconds: null,
  value: null,
};

/**
 * The axis on which the estimates of one KPI are drawn, so that one stage can be compared with the next: the whole scale
 * where the unit has one, else the range of the estimates with their intervals, widened to round numbers.
 *
 * @param estimates The estimates of one KPI.
 * @returns The ends of the axis; null where there is nothing to draw.
 */
export function kpiAxis(estimates: readonly Estimate[]): KpiAxis | null {
  const values = estimates.flatMap(({ value, interval }) =>
    value === null ? [] : [value, ...(interval === null ? [] : [interval.low, interval.high])],
  );
  const unit = estimates[0]?.definition.unit;
  if (values.length === 0 || unit === undefined) return null;
  const whole = WHOLE[unit];
  if (whole !== null) return whole;
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = 10 ** Math.floor(Math.log10(high - low || Math.abs(low) || 1));
  const ends = { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step };
  return ends.low === ends.high ? { low: low - step, high: high + step } : ends;
}
