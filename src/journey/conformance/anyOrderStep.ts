import type { DesignModel } from "./designModel.js";

/** What it costs to have come through an any-order part, and where the visits that it explains begin. */
export interface AnyOrderStep {
  /** Per number of events: the least cost of having come through with them. */
  readonly after: Int32Array;
  /** Per number of events: how many came before the part. */
  readonly start: Int32Array;
}

const never = 1 << 29;

/**
 * The least cost after a part whose touchpoints come in any order, from the least cost before it.
 *
 * A stretch of the path is given to the part; what it saves is counted by which of the part's touchpoints are in the stretch,
 * whatever their order, so that no subset has to be remembered. The best beginning of the stretch for each end is the minimum
 * of a segment tree, to which each event adds on ranges: n log n for a path of n events, however many touchpoints there are.
 */
export function anyOrderStep(
  places: readonly number[],
  { required, repeatable }: Pick<DesignModel, "required" | "repeatable">,
  before: Int32Array,
  trace: Int32Array,
): AnyOrderStep {
  const n = trace.length;
  const after = new Int32Array(n + 1);
  const start = new Int32Array(n + 1);
  let leaves = 1;
  while (leaves < n + 1) leaves *= 2;
  // Each node has the least of its leaves below its own lazy addition, and the leftmost leaf that attains it.
  const least = new Int32Array(2 * leaves).fill(never);
  const added = new Int32Array(2 * leaves);
  const where = new Int32Array(2 * leaves);
  for (let leaf = 0; leaf < leaves; leaf++) where[leaves + leaf] = leaf;

  const pull = (node: number): void => {
    const left = least[2 * node] ?? never;
    const right = least[2 * node + 1] ?? never;
    least[node] = Math.min(left, right) + (added[node] ?? 0);
    where[node] = (left <= right ? where[2 * node] : where[2 * node + 1]) ?? 0;
  };
  const climb = (leaf: number): void => {
    for (let node = (leaves + leaf) >> 1; node >= 1; node >>= 1) pull(node);
  };
  /** Adds to the leaves from `from` up to and without `to`. */
  const add = (from: number, to: number, amount: number): void => {
    if (from >= to) return;
    let low = from + leaves;
    let high = to + leaves;
    while (low < high) {
      if (low & 1) raise(low++, amount);
      if (high & 1) raise(--high, amount);
      low >>= 1;
      high >>= 1;
    }
    climb(from);
    climb(to - 1);
  };
  const raise = (node: number, amount: number): void => {
    least[node] = (least[node] ?? 0) + amount;
    if (node < leaves) added[node] = (added[node] ?? 0) + amount;
  };

  const inside = new Set(places);
  const lastSeen = new Map<number, number>();
  const missing = places.reduce((sum, place) => sum + (required[place] ?? 0), 0);
  for (let events = 0; events <= n; events++) {
    const place = events === 0 ? -1 : (trace[events - 1] ?? -1);
    if (inside.has(place)) {
      const seen = lastSeen.get(place) ?? 0;
      // A first visit is one event explained, and where it is required one miss less; a visit again may be explained too.
      add(seen, events, required[place] === 1 ? -2 : -1);
      if (repeatable[place] === 1) add(0, seen, -1);
      lastSeen.set(place, events);
    }
    // A stretch may begin here; every event in it will cost 1, and every required place, until they are explained.
    least[leaves + events] = (before[events] ?? 0) - events + missing;
    climb(events);
    after[events] = (least[1] ?? 0) + events;
    start[events] = where[1] ?? 0;
  }
  return { after, start };
}
