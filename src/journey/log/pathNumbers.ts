/** The distinct paths of customers. */
export interface PathNumbers {
  /** Per customer, the number of their path. */
  readonly pathOf: Int32Array;
  /** Per path, the first customer who took it. */
  readonly first: readonly number[];
}

/**
 * Numbers the distinct paths of customers, in the order in which they are met: told apart by a hash, and then step by step.
 *
 * @param steps Per event, what it counts as; those of customer `c` from `offsets[c]` up to `offsets[c + 1]`.
 */
export function pathNumbers(steps: Int32Array, offsets: Int32Array): PathNumbers {
  const pathOf = new Int32Array(Math.max(0, offsets.length - 1));
  const first: number[] = [];
  // The last path of each hash, and of each path the one of the same hash before it.
  const byHash = new Map<number, number>();
  const another: (number | undefined)[] = [];
  for (let customer = 0; customer < pathOf.length; customer++) {
    const from = offsets[customer] ?? 0;
    const length = (offsets[customer + 1] ?? 0) - from;
    let hash = length;
    for (let place = 0; place < length; place++) {
      hash = Math.imul(hash ^ (steps[from + place] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    const newest = byHash.get(hash);
    let path = newest;
    while (path !== undefined && !sameSteps(steps, offsets, from, length, first[path] ?? 0)) path = another[path];
    if (path === undefined) {
      path = first.push(customer) - 1;
      another.push(newest);
      byHash.set(hash, path);
    }
    pathOf[customer] = path;
  }
  return { pathOf, first };
}

function sameSteps(steps: Int32Array, offsets: Int32Array, from: number, length: number, other: number): boolean {
  const start = offsets[other] ?? 0;
  if ((offsets[other + 1] ?? 0) - start !== length) return false;
  for (let place = 0; place < length; place++) if (steps[from + place] !== steps[start + place]) return false;
  return true;
}
