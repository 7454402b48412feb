import type { EventLog } from "../log/eventLog.js";

/** Distinct paths: of each, the number of the first customer who took it, and how many did. */
export interface VariantCounts {
  readonly first: readonly number[];
  readonly count: readonly number[];
}

/** Whether two customers took the same path. */
function samePath({ touchpoint, offsets }: EventLog, one: number, other: number): boolean {
  const [from, start] = [offsets[one] ?? 0, offsets[other] ?? 0];
  const length = (offsets[one + 1] ?? 0) - from;
  if ((offsets[other + 1] ?? 0) - start !== length) return false;
  for (let place = 0; place < length; place++) {
    if (touchpoint[from + place] !== touchpoint[start + place]) return false;
  }
  return true;
}

/** Counts distinct paths of customers, given by their numbers; paths are told apart by a hash, and then step by step. */
export function countVariants(log: EventLog, customers: ArrayLike<number>): VariantCounts {
  const { touchpoint, offsets } = log;
  const [first, count, another]: number[][] & { length: 3 } = [[], [], []];
  const byHash = new Map<number, number>();
  for (let index = 0; index < customers.length; index++) {
    const customer = customers[index] ?? 0;
    let hash = 0;
    for (let event = offsets[customer] ?? 0; event < (offsets[customer + 1] ?? 0); event++) {
      hash = Math.imul(hash ^ (touchpoint[event] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    const newest = byHash.get(hash);
    let variant = newest;
    while (variant !== undefined && !samePath(log, customer, first[variant] ?? 0)) variant = another[variant];
    if (variant !== undefined) {
      count[variant] = (count[variant] ?? 0) + 1;
      continue;
    }
    byHash.set(hash, first.length);
    if (newest !== undefined) another[first.length] = newest;
    first.push(customer);
    count.push(1);
  }
  return { first, count };
}
