import { exchange } from "./exchange.js";
import { lloyd, type Partition, type Stopping } from "./lloyd.js";
import type { Points } from "./points.js";
import { seedCenters } from "./seedCenters.js";

/** The best of several runs. */
export interface BestPartition extends Partition {
  /** How many of the runs ended as well. */
  readonly agreeing: number;
}

/** Two sums of squares that differ by no more than rounding does are the same. */
const isAsGood = (inertia: number, best: number): boolean => inertia <= best * (1 + 1e-9);

/**
 * Runs Lloyd's algorithm from several draws of centres, improves what each ended in by single exchanges (unless it may stop before
 * the end), and keeps the best; null where there are fewer different points than centres.
 */
export function bestPartition(
  points: Points,
  k: number,
  { starts, random, ...stopping }: Stopping & { readonly starts: number; readonly random: () => number },
): BestPartition | null {
  const inertias: number[] = [];
  let best: Partition | null = null;
  for (let start = 0; start < starts; start++) {
    const centers = seedCenters(points, k, random);
    const rest = centers === null ? null : lloyd(points, centers, stopping);
    if (rest === null) return null;
    const partition = stopping.stillness === 0 ? exchange(points, rest, stopping) : rest;
    inertias.push(partition.inertia);
    if (best === null || !isAsGood(best.inertia, partition.inertia)) best = partition;
  }
  if (best === null) return null;
  const { inertia } = best;
  return { ...best, agreeing: inertias.filter((one) => isAsGood(one, inertia)).length };
}
