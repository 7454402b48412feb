import { addToMean, emptyRunningMean, meanOf, mergeMean, type RunningMean, spreadOf } from "./runningMean.js";

/** Sums from which the ratio of two sums and its standard error can be told, that merge without losing digits; plain data. */
export interface RunningRatio {
  readonly over: RunningMean;
  readonly under: RunningMean;
  /** The sum of products of the deviations of both from their means. */
  products: number;
}

export const emptyRunningRatio = (): RunningRatio => ({
  over: emptyRunningMean(),
  under: emptyRunningMean(),
  products: 0,
});

export const sumOf = ({ sum, lost }: RunningMean): number => sum + lost;

/** Adds one unit: what it has above the line, and what below. */
export function addToRatio(ratio: RunningRatio, over: number, under: number): void {
  const before = ratio.over.weight === 0 ? over : meanOf(ratio.over);
  addToMean(ratio.over, over, 1);
  addToMean(ratio.under, under, 1);
  ratio.products += (over - before) * (under - meanOf(ratio.under));
}

/** Adds all that another has seen. */
export function mergeRatio(into: RunningRatio, other: RunningRatio): void {
  const [n, m] = [into.over.weight, other.over.weight];
  if (m === 0) return;
  if (n > 0) {
    const [over, under] = [meanOf(other.over) - meanOf(into.over), meanOf(other.under) - meanOf(into.under)];
    into.products += ((over * n) / (n + m)) * under * m;
  }
  into.products += other.products;
  mergeMean(into.over, other.over);
  mergeMean(into.under, other.under);
}

/**
 * The standard error of the ratio by linearisation: how far each unit is from what the ratio would give it, √(n ÷ (n − 1) Σ(over −
 * ratio × under)²) ÷ Σunder. Null for fewer than two units.
 */
export function ratioError({ over, under, products }: RunningRatio): number | null {
  const n = over.weight;
  const below = sumOf(under);
  if (n < 2 || !(below > 0)) return null;
  const ratio = sumOf(over) / below;
  const spread = spreadOf(over) + ratio * ratio * spreadOf(under);
  const squares = spread - 2 * ratio * products;
  // What rounding leaves of units that all have the same ratio is none.
  return squares <= 8 * n * Number.EPSILON * spread ? 0 : Math.sqrt((squares * n) / (n - 1)) / below;
}
