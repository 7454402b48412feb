import { seededRandom } from "../../stats/seededRandom.js";
import { bestPartition } from "./bestPartition.js";
import type { Stopping } from "./lloyd.js";
import type { Points } from "./points.js";
import { referenceBox } from "./referenceBox.js";

/** How much less the logarithm of the inertia is than in data without clusters, for one k. */
export interface Gap {
  readonly gap: number;
  /** The standard deviation over the references, times √(1 + 1/B). */
  readonly standardError: number;
}

/** Enough for points that are drawn evenly; those that they are compared with must have as many, or the gap would be of these. */
const starts = 3;

/**
 * The gap for each k, in its order; null where there is no inertia to take the logarithm of.
 *
 * @param references How many sets of points without clusters to compare with (B).
 */
export function gapStatistic(
  points: Points,
  ks: readonly number[],
  references: number,
  { seed, ...stopping }: Stopping & { readonly seed: number },
): (Gap | null)[] {
  const random = seededRandom(seed);
  const logOf = (some: Points, k: number): number =>
    Math.log(bestPartition(some, k, { ...stopping, starts, random })?.inertia ?? 0);
  const draw = referenceBox(points, random);
  const boxes = Array.from({ length: references }, () => {
    const box = draw();
    return ks.map((k) => logOf(box, k));
  });
  return ks.map((k, place) => {
    const log = logOf(points, k);
    const logs = boxes.map((box) => box[place] as number);
    if (![log, ...logs].every(Number.isFinite)) return null;
    const mean = logs.reduce((sum, one) => sum + one, 0) / references;
    const variance = logs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / references;
    return { gap: mean - log, standardError: Math.sqrt(variance * (1 + 1 / references)) };
  });
}
