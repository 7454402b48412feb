import type { Interval } from "../../stats/interval.js";
import type { LogisticModel } from "../../stats/logisticModel.js";
import { type LogisticEstimate, waldEstimate } from "../../stats/waldEstimate.js";
import type { ChurnColumn } from "./churnColumns.js";
import type { ChurnCoefficient, OddsRatio } from "./churnRiskModel.js";

/** A power of e, as far as it is a number. */
const power = (logarithm: number): number | null => {
  const value = Math.exp(logarithm);
  return value < Number.POSITIVE_INFINITY ? value : null;
};

function oddsRatioOf({ value, interval }: LogisticEstimate, times: number | null): OddsRatio {
  if (value === null || times === null) return { value: null, interval: null };
  const [low, high] = interval === null ? [null, null] : [power(interval.low * times), power(interval.high * times)];
  const limits: Interval | null =
    interval === null || low === null || high === null ? null : { ...interval, low, high };
  return { value: power(value * times), interval: limits };
}

/** The coefficients of a model of columns, with what these stand for. */
export function churnCoefficients(
  columns: readonly ChurnColumn[],
  model: LogisticModel,
  level: number,
): ChurnCoefficient[] {
  return columns.map(({ figures: _, ...about }, place) => {
    // As many as there are columns.
    const { leftOut, ...fitted } = model.coefficients[place] as LogisticModel["coefficients"][number];
    const { mean, standardDeviation } = model.columns[place] as LogisticModel["columns"][number];
    const estimate = waldEstimate(fitted, level);
    return {
      ...about,
      ...estimate,
      oddsRatio: oddsRatioOf(estimate, 1),
      oddsRatioPerStandardDeviation: oddsRatioOf(estimate, standardDeviation),
      mean,
      standardDeviation,
      leftOut,
    };
  });
}
