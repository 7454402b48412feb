import type { AttributionPaths } from "./attributionPaths.js";
import type { AttributionModel } from "./attributionResult.js";

/** What the models that look at one path at a time need. */
export interface CreditOptions {
  /** Milliseconds in which a touch loses half its weight. */
  readonly halfLife: number;
  /** The shares of the first and the last touch. */
  readonly position: { readonly first: number; readonly last: number };
}

/** The weights of one path's touches, in any unit; `ages` are milliseconds before the conversion, and never rise. */
type Weigh = (ages: readonly number[], options: CreditOptions) => readonly number[];

const weighings: { readonly [model in Exclude<AttributionModel, "markov">]: Weigh } = {
  first: (ages) => ages.map((_, place) => (place === 0 ? 1 : 0)),
  last: (ages) => ages.map((_, place) => (place === ages.length - 1 ? 1 : 0)),
  linear: (ages) => ages.map(() => 1),
  // Against the last touch, so that the weights of a path long ago do not all vanish.
  "time-decay": (ages, { halfLife }) => ages.map((age) => 2 ** (((ages.at(-1) ?? 0) - age) / halfLife)),
  position: (ages, { position: { first, last } }) => {
    const middle = ages.length - 2;
    if (middle < 0) return [1];
    // Of two touches there is no middle; where all is for the middle, the two share it.
    if (middle === 0) return first + last > 0 ? [first, last] : [1, 1];
    return ages.map((_, place) => (place === 0 ? first : place > middle ? last : (1 - first - last) / middle));
  },
};

/** Per touch of all paths, its part of the conversion; 0 in paths without one. */
export function pathCredit(
  { offsets, age, converted }: AttributionPaths,
  model: Exclude<AttributionModel, "markov">,
  options: CreditOptions,
): Float64Array {
  const parts = new Float64Array(age.length);
  converted.forEach((yes, path) => {
    if (!yes) return;
    const from = offsets[path] as number;
    const weights = weighings[model](age.slice(from, offsets[path + 1]), options);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    weights.forEach((weight, place) => {
      parts[from + place] = weight / sum;
    });
  });
  return parts;
}
