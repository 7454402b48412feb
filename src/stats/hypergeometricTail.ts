import { binomialProbability } from "./binomialProbability.js";

/** The margins of a table of two by two: the two rows, and the first column. */
export interface Margins {
  readonly first: number;
  readonly second: number;
  readonly yes: number;
}

/** The least and the greatest count that the margins allow in the first cell. */
export function supportOf({ first, second, yes }: Margins): [number, number] {
  return [Math.max(0, yes - second), Math.min(first, yes)];
}

/** The most probable count in the first cell. */
export function modeOf({ first, second, yes }: Margins): number {
  return Math.floor(((first + 1) * (yes + 1)) / (first + second + 2));
}

/** How many times as probable as a count the next one is. */
export function nextRatio({ first, second, yes }: Margins, count: number): number {
  return ((first - count) / (count + 1)) * ((yes - count) / (second - yes + count + 1));
}

/** The probability of a count in the first cell where rows and columns have nothing to do with each other. */
export function hypergeometricProbability(margins: Margins, count: number): number {
  const { first, second, yes } = margins;
  const [least, greatest] = supportOf(margins);
  if (count < least || count > greatest) return 0;
  // By the rarer column, whose share is exact.
  if (yes > first + second - yes) {
    return hypergeometricProbability({ first, second, yes: first + second - yes }, first - count);
  }
  if (yes === 0) return 1;
  const share = yes / (first + second);
  const together = binomialProbability(count, first, share) * binomialProbability(yes - count, second, share);
  return together / binomialProbability(yes, first + second, share);
}

/** The probability of a count or a greater one. */
function greaterTail(margins: Margins, count: number): number {
  const [least, greatest] = supportOf(margins);
  if (count <= least) return 1;
  let term = hypergeometricProbability(margins, count);
  let sum = 0;
  for (let k = count; k <= greatest && term > sum * 1e-17; k++) {
    sum += term;
    term *= nextRatio(margins, k);
  }
  return sum;
}

/** The probability of a count or a greater one ("upper"), or of a count or a smaller one ("lower"). */
export function hypergeometricTail(margins: Margins, count: number, tail: "lower" | "upper"): number {
  const mirrored = { first: margins.first, second: margins.second, yes: margins.first + margins.second - margins.yes };
  const upper = (from: number): number => greaterTail(margins, from);
  const lower = (to: number): number => greaterTail(mirrored, margins.first - to);
  const aboveMode = count > modeOf(margins);
  if (tail === "upper") return aboveMode ? upper(count) : 1 - lower(count - 1);
  return aboveMode ? 1 - upper(count + 1) : lower(count);
}
