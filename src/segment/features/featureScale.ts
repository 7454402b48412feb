import { checkChoice } from "../../error/checkOptions.js";
import { quantileOfSorted } from "../../stats/quantile.js";
import { standardise } from "../../stats/standardise.js";

/**
 * How the values of a feature are made comparable with those of others.
 *
 * | scaling | value becomes |
 * |---|---|
 * | `standard` | (value − mean) / standard deviation (n − 1) |
 * | `robust` | (value − median) / interquartile range, for a few values far out |
 * | `minMax` | (value − minimum) / (maximum − minimum), 0–1 |
 * | `log1p` | ln(1 + value), then `standard`; for counts and amounts, at least 0 |
 * | `none` | itself |
 */
export type FeatureScaling = "standard" | "robust" | "minMax" | "log1p" | "none";

/** How one column is scaled: (value − center) / scale, of ln(1 + value) for `log1p`. */
export interface FeatureScale {
  readonly scaling: FeatureScaling;
  readonly center: number;
  /** 0 where the column does not vary: all values become 0. */
  readonly scale: number;
}

const scalings: readonly FeatureScaling[] = ["standard", "robust", "minMax", "log1p", "none"];

/** Refuses an unknown scaling. */
export function checkScaling(scaling: string): void {
  checkChoice("scaling", scaling, scalings);
}

/** What `log1p` is of; other scalings allow any number. */
export const leastFor = (scaling: FeatureScaling): number => (scaling === "log1p" ? 0 : Number.NEGATIVE_INFINITY);

/** Finds the scale of values, none of which is missing. */
export function fitScale(values: Float64Array, scaling: FeatureScaling): FeatureScale {
  if (scaling === "none" || values.length === 0) return { scaling, center: 0, scale: scaling === "none" ? 1 : 0 };
  const { mean, standardDeviation } = standardise(scaling === "log1p" ? values.map(Math.log1p) : values);
  const scale = { scaling, center: mean ?? 0, scale: standardDeviation ?? 0 };
  if (scale.scale === 0 || scaling === "standard" || scaling === "log1p") return scale;
  const sorted = values.toSorted();
  const [center, from, to] = scaling === "robust" ? ([0.5, 0.25, 0.75] as const) : ([0, 0, 1] as const);
  const spread = quantileOfSorted(sorted, to) - quantileOfSorted(sorted, from);
  // Where half of the values are the same there is no interquartile range, but there is a standard deviation.
  return { scaling, center: quantileOfSorted(sorted, center), scale: spread > 0 ? spread : scale.scale };
}

/** A value on a scale. */
export function scaled(value: number, { scaling, center, scale }: FeatureScale): number {
  if (scale === 0) return 0;
  return ((scaling === "log1p" ? Math.log1p(value) : value) - center) / scale;
}

/** Writes values on a scale into every so many places of a list, from one on. */
export function writeScaled(
  values: Float64Array,
  by: FeatureScale,
  into: Float64Array,
  from: number,
  step: number,
): void {
  for (let row = 0, at = from; row < values.length; row++, at += step) into[at] = scaled(values[row] as number, by);
}

/** The value that is this much on a scale. */
export function unscaled(value: number, { scaling, center, scale }: FeatureScale): number {
  const original = value * scale + center;
  return scaling === "log1p" ? Math.expm1(original) : original;
}
