import { quantileOfSorted } from "../../stats/quantile.js";
import { isTied, runEnd, type SortedValues, sortValues } from "../value/isTied.js";

/** How equal values are scored; under each rule they score alike. */
export type TieRule = "share" | "average" | "minimum" | "maximum";

/** How one dimension is cut into scores. */
export interface BinRule {
  readonly bins: number;
  readonly ties: TieRule;
  /** The caller's own cut-offs, ascending, -Infinity for one that every value is above; null where the customers decide. */
  readonly own: readonly number[] | null;
}

/** Where one dimension is cut: a value's score is 1 and one more for each edge below it. */
interface BinEdges {
  readonly edges: readonly number[];
  /** The edges as they are told: null where no customer is at or under one. */
  readonly cutoffs: readonly (number | null)[];
}

/** The scores of values, and where they were cut. */
export interface ScoredValues {
  /** Per value, from 1 to the number of bins. */
  readonly scores: Uint8Array;
  /** Empty where all values are equal. */
  readonly cutoffs: readonly (number | null)[];
}

/** Quantiles of type 7. A run of equal values stays under the cut-off that it holds. */
function quantileEdges(sorted: SortedValues, bins: number): BinEdges {
  const { values } = sorted;
  const edges: number[] = [];
  const cutoffs: number[] = [];
  let end = -1;
  for (let k = 1; k < bins; k++) {
    // In whole numbers: where a cut-off lies must not depend on rounding.
    const place = (values.length - 1) * k;
    const whole = Math.floor(place / bins);
    if (whole > end) end = runEnd(sorted, whole);
    const edge = values[end] as number;
    edges.push(edge);
    const between = end === whole && place % bins !== 0 ? quantileOfSorted(values, k / bins) : edge;
    cutoffs.push(between < (values[end + 1] ?? Number.POSITIVE_INFINITY) ? between : edge);
  }
  return { edges, cutoffs };
}

/** An edge that no value is at or under is told as null, which survives JSON. */
const toldEdge = (edge: number): number | null => (edge === Number.NEGATIVE_INFINITY ? null : edge);

const rankOfRun = {
  average: (first: number, last: number): number => (first + last) / 2,
  minimum: (first: number): number => first,
  maximum: (_first: number, last: number): number => last,
};

/** The share of customers up to a value's rank, rounded up to a bin. */
function rankEdges(sorted: SortedValues, bins: number, ties: keyof typeof rankOfRun): BinEdges {
  const { values } = sorted;
  const n = values.length;
  const edges = new Array<number>(bins - 1).fill(Number.NEGATIVE_INFINITY);
  let filled = 0;
  let below = Number.NEGATIVE_INFINITY;
  for (let start = 0; start < n; ) {
    const end = runEnd(sorted, start);
    const score = Math.ceil((bins * rankOfRun[ties](start + 1, end + 1)) / n);
    for (; filled < score - 1; filled++) edges[filled] = below;
    below = values[end] as number;
    start = end + 1;
  }
  for (; filled < bins - 1; filled++) edges[filled] = below;
  return { edges, cutoffs: edges.map(toldEdge) };
}

/** Scores by the caller's own cut-offs. A value that only rounding puts above one is at it. */
function scoresBelow(values: Float64Array, slack: Float64Array | null, own: readonly number[]): Uint8Array {
  const scores = new Uint8Array(values.length).fill(1);
  for (const cutoff of own) {
    const open = cutoff === Number.NEGATIVE_INFINITY;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (open || (value > cutoff && !isTied(value, cutoff, slack?.[i]))) scores[i] = (scores[i] as number) + 1;
    }
  }
  return scores;
}

/**
 * Scores values, of which a higher one is better: no cut falls between equal values, whatever unit they are in.
 *
 * @param slack As in `sortValues`.
 */
export function scoreBins(values: Float64Array, slack: Float64Array | null, rule: BinRule): ScoredValues {
  const { bins, ties, own } = rule;
  if (own !== null) return { scores: scoresBelow(values, slack, own), cutoffs: own.map(toldEdge) };
  const scores = new Uint8Array(values.length);
  if (values.length === 0) return { scores, cutoffs: [] };
  const sorted = sortValues(values, slack);
  // Nothing tells them apart: neither the best nor the worst.
  if (runEnd(sorted, 0) === values.length - 1) return { scores: scores.fill(Math.ceil(bins / 2)), cutoffs: [] };
  const { edges, cutoffs } = ties === "share" ? quantileEdges(sorted, bins) : rankEdges(sorted, bins, ties);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    let score = 1;
    for (const edge of edges) if (value > edge) score++;
    scores[i] = score;
  }
  return { scores, cutoffs };
}
