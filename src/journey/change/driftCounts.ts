import { chiSquareCdf } from "../../stats/chiSquareCdf.js";
import type { DriftFeatures } from "./driftFeatures.js";

/** Customers of some neighbouring windows, by what they do. */
export interface DriftGroup {
  readonly customers: number;
  /** How many customers have both of two features (feature × size + feature). */
  readonly both: Float64Array;
}

/** A difference of two groups. */
export interface GroupDifference {
  readonly distance: number;
  readonly pValue: number | null;
  /** The mean square of the features' z scores, 1 on average where nothing has changed: what to go by among many tiny p-values. */
  readonly strength: number;
}

/** Sums over windows, so that any stretch of them is a difference of two. */
export interface DriftCounts {
  readonly size: number;
  /** The customers from one window up to another, exclusive. */
  readonly between: (from: number, to: number) => DriftGroup;
}

/** Counts once, per window, who has which features together. */
export function driftCounts(features: DriftFeatures, windowOf: Int32Array, windows: number): DriftCounts {
  const size = features.paths.length;
  const cells = size * size;
  const customers = new Int32Array(windows + 1);
  const both = new Int32Array((windows + 1) * cells);
  windowOf.forEach((window, customer) => {
    if (window < 0) return;
    customers[window + 1] = (customers[window + 1] as number) + 1;
    const mine = features.of(customer);
    const row = (window + 1) * cells;
    for (const a of mine) for (const b of mine) both[row + a * size + b] = (both[row + a * size + b] as number) + 1;
  });
  for (let window = 0; window < windows; window++) {
    customers[window + 1] = (customers[window + 1] as number) + (customers[window] as number);
    const row = window * cells;
    for (let cell = 0; cell < cells; cell++) {
      both[row + cells + cell] = (both[row + cells + cell] as number) + (both[row + cell] as number);
    }
  }
  return {
    size,
    between: (from, to) => ({
      customers: (customers[to] as number) - (customers[from] as number),
      both: Float64Array.from(
        { length: cells },
        (_, cell) => (both[to * cells + cell] as number) - (both[from * cells + cell] as number),
      ),
    }),
  };
}

/** The Jensen–Shannon distance (base 2) of two lists of counts, each as shares of its sum. */
function distanceOf(a: readonly number[], b: readonly number[]): number {
  const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  const [sumA, sumB] = [sumOf(a), sumOf(b)];
  const part = (share: number, middle: number): number => (share === 0 ? 0 : (share / 2) * Math.log2(share / middle));
  let divergence = 0;
  a.forEach((count, index) => {
    const [shareA, shareB] = [count / sumA, (b[index] as number) / sumB];
    const middle = (shareA + shareB) / 2;
    divergence += part(shareA, middle) + part(shareB, middle);
  });
  return Math.sqrt(Math.min(1, Math.max(0, divergence)));
}

/** So many customers must be expected to have a feature, and not to have it, in either group. */
const fewest = 5;

/**
 * Tests whether two groups do the same. The sum of the squared z scores of all features, whose correlations make it a scaled chi-square
 * (Satterthwaite's approximation by its first two moments), finds small changes of many; the largest z score, by Bonferroni, a
 * change of one. The smaller p-value counts, twice.
 */
export function groupDifference(first: DriftGroup, second: DriftGroup, size: number): GroupDifference | null {
  const [n1, n2] = [first.customers, second.customers];
  if (n1 === 0 || n2 === 0 || size === 0) return null;
  const n = n1 + n2;
  const at = ({ both }: DriftGroup, a: number, b: number): number => both[a * size + b] as number;
  const all = Array.from({ length: size }, (_, feature) => feature);
  const own = (group: DriftGroup): number[] => all.map((feature) => at(group, feature, feature));
  const distance = distanceOf(own(first), own(second));
  const share = all.map((feature) => (at(first, feature, feature) + at(second, feature, feature)) / n);
  const smaller = Math.min(n1, n2);
  const told = all.filter(
    (feature) => smaller * Math.min(share[feature] as number, 1 - (share[feature] as number)) >= fewest,
  );
  if (told.length === 0) return { distance, pValue: null, strength: 0 };
  const spread = told.map((feature) => (share[feature] as number) * (1 - (share[feature] as number)));
  let [sum, largest, squares] = [0, 0, 0];
  told.forEach((a, i) => {
    const square = (at(first, a, a) / n1 - at(second, a, a) / n2) ** 2 / ((spread[i] as number) * (1 / n1 + 1 / n2));
    sum += square;
    largest = Math.max(largest, square);
    told.forEach((b, j) => {
      const together = (at(first, a, b) + at(second, a, b)) / n - (share[a] as number) * (share[b] as number);
      squares += together ** 2 / ((spread[i] as number) * (spread[j] as number));
    });
  });
  const count = told.length;
  const ofSum = chiSquareCdf((sum * count) / squares, count ** 2 / squares, "upper");
  const ofLargest = count * chiSquareCdf(largest, 1, "upper");
  return { distance, pValue: Math.min(1, 2 * Math.min(ofSum, ofLargest)), strength: sum / count };
}
