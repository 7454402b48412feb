import { bisect } from "./bisect.js";

/** A mean and the variance of this mean. */
interface KnownMean {
  readonly mean: number;
  readonly variance: number;
}

/**
 * How much means truly vary, by maximum likelihood of the normal model: from the best of a few variances to where the likelihood no
 * longer rises.
 */
export function likelyMeanVariance(means: readonly KnownMean[]): number {
  const values = means.map(({ mean }) => mean);
  const least = values.reduce((a, b) => Math.min(a, b), values[0] ?? 0);
  const range = values.reduce((a, b) => Math.max(a, b), least) - least;
  if (!(range > 0)) return 0;
  // In units of the range, so that no square leaves the range of numbers; beyond it the likelihood only falls.
  const scaled = means.map(({ mean, variance }) => ({
    mean: (mean - least) / range,
    variance: variance / range / range,
  }));
  const at = (between: number): { height: number; slope: number } => {
    let [all, sum] = [0, 0];
    for (const { mean, variance } of scaled) {
      all += 1 / (variance + between);
      sum += mean / (variance + between);
    }
    const centre = sum / all;
    let [height, slope] = [0, 0];
    for (const { mean, variance } of scaled) {
      const weight = 1 / (variance + between);
      const distance = weight * (mean - centre) ** 2;
      height += Math.log(weight) - distance;
      slope += weight * (distance - 1);
    }
    return { height, slope };
  };
  // At 0 the likelihood of exact means is infinite.
  const exact = scaled.some(({ variance }) => variance < 1e-200);
  const grid = [...(exact ? [] : [0]), ...Array.from({ length: 41 }, (_, i) => 10 ** (i / 4 - 10))];
  const heights = grid.map((between) => at(between).height);
  const best = heights.indexOf(Math.max(...heights));
  if (grid[best] === 0 && at(0).slope <= 0) return 0;
  const [low, high] = [grid[best - 1] ?? 0, grid[best + 1] ?? 1];
  return bisect((between) => at(between).slope > 0, low, high) * range * range;
}
