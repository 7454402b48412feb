import { CxError } from "../error/cxError.js";
import type { Definition, Estimate } from "../metric/estimate.js";
import type { EstimateOptions } from "../metric/estimateOptions.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, Suppressed } from "../metric/suppressed.js";
import { meanLimits } from "./meanLimits.js";
import { type NetMethod, netLimits } from "./netInterval.js";
import { type ProportionMethod, proportionLimits } from "./proportionInterval.js";
import { countBetween, type ScaleEnds, type ScoreCounts, scoreMetric } from "./scoreCounts.js";
import { type LimitsOf, scoreEstimate } from "./scoreEstimate.js";
import type { ValueOfScore } from "./scoreMoments.js";

/** What of the boxes at both ends of a scale is measured. */
export type BoxMeasure = "top" | "bottom" | "net" | "decided" | "mean";

/** How many answers are in each box, and their mean. */
export interface Boxes {
  readonly top: number;
  readonly middle: number;
  readonly bottom: number;
  /** On the scale of the answers; weighted where these have weights. */
  readonly mean: number | null;
}

/** What makes one KPI of boxes different from another. */
export interface BoxFold<Row, Parts> {
  readonly kpi: string;
  readonly scale: ScaleEnds;
  readonly options: EstimateOptions<Row> & MinimumN;
  readonly measure: BoxMeasure;
  readonly method: ProportionMethod | NetMethod | undefined;
  /** Which box a score is in: 1 the top, −1 the bottom, 0 neither. */
  readonly boxOf: (score: number) => 1 | 0 | -1;
  /** The options that decide the value, for the definition. */
  readonly defining: Definition["options"];
  /** The boxes under the names that the result has for them. */
  readonly partsOf: (boxes: Boxes) => Parts;
}

const families = {
  top: { family: "proportion", unit: "percent", factor: 100 },
  bottom: { family: "proportion", unit: "percent", factor: 100 },
  decided: { family: "proportion", unit: "percent", factor: 100 },
  net: { family: "trinomial", unit: "points", factor: 100 },
  mean: { family: "mean", unit: "value", factor: 1 },
} as const;

/** The metric of a KPI that is about the boxes at the ends of a scale. */
export function boxMetric<Row, Parts>(
  read: (row: Row) => unknown,
  fold: BoxFold<Row, Parts>,
): Metric<Row, ScoreCounts, (Estimate & Parts) | Suppressed<Estimate & Parts>> {
  const { kpi, scale, options, measure, method, boxOf, defining, partsOf } = fold;
  const { level = 0.95, weight } = options;
  const weighted = weight !== undefined;
  const { factor, ...kind } = families[measure];
  const values: { readonly [Measure in BoxMeasure]: ValueOfScore } = {
    top: (score) => (boxOf(score) === 1 ? 1 : 0),
    bottom: (score) => (boxOf(score) === -1 ? 1 : 0),
    decided: (score) => [0, null, 1][boxOf(score) + 1] ?? null,
    net: boxOf,
    mean: (score) => score,
  };
  const limitsOf = (): LimitsOf => {
    if (measure === "mean") {
      if (method === undefined) return meanLimits(level);
      throw new CxError(
        "invalid-option",
        `${kpi} requires no method for a mean, which has Student's t interval`,
        method,
      );
    }
    // Which kind of function a method must be follows from what is measured, which the type of the option cannot say.
    if (measure === "net") return netLimits(kpi, (method ?? "adjusted-wald") as NetMethod, level);
    return proportionLimits(kpi, (method ?? "wilson") as ProportionMethod, level);
  };
  const rule = { scale, level, weighted, limitsOf: limitsOf() };
  const definition: Definition = { kpi, ...kind, options: defining };
  const main = { ...rule, scoreValue: values[measure], factor, definition };
  const plainMean = {
    ...rule,
    scoreValue: values.mean,
    factor: 1,
    limitsOf: () => null,
    definition,
  } as const;
  return scoreMetric<Row, Estimate & Parts>(read, {
    kpi,
    scale,
    options,
    extractOutput: (counts) => {
      const inBox = { "1": 0, "0": 0, "-1": 0 };
      for (let score = scale[0]; score <= scale[1]; score++) inBox[boxOf(score)] += countBetween(counts, score, score);
      const mean = scoreEstimate(counts, plainMean).value;
      const parts = partsOf({ top: inBox[1], middle: inBox[0], bottom: inBox[-1], mean });
      return Object.assign(scoreEstimate(counts, main), parts);
    },
  });
}
