import type { Partition } from "./lloyd.js";

/** Numbers clusters from the largest to the smallest, equally large ones by their centres. */
export function numberBySize(
  partition: Partition,
  dimensions: number,
): Omit<Partition, "inertia" | "iterations" | "converged"> {
  const { labels, sizes, centers, inertias } = partition;
  const centerOf = (cluster: number): Float64Array =>
    centers.subarray(cluster * dimensions, (cluster + 1) * dimensions);
  const order = Array.from(sizes.keys()).sort((a, b) => {
    const place = centerOf(a).findIndex((coordinate, at) => coordinate !== centerOf(b)[at]);
    return (sizes[b] as number) - (sizes[a] as number) || (centerOf(a)[place] ?? 0) - (centerOf(b)[place] ?? 0);
  });
  const numbers = new Int32Array(order.length);
  order.forEach((cluster, number) => {
    numbers[cluster] = number;
  });
  return {
    labels: labels.map((label) => numbers[label] as number),
    sizes: Int32Array.from(order, (cluster) => sizes[cluster] as number),
    centers: Float64Array.from(order.flatMap((cluster) => Array.from(centerOf(cluster)))),
    inertias: Float64Array.from(order, (cluster) => inertias[cluster] as number),
  };
}
