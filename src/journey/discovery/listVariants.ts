import type { EventLog } from "../log/eventLog.js";
import type { PathNumbers } from "../log/pathNumbers.js";
import { byText } from "./byText.js";
import type { Variant } from "./discoveredJourney.js";

/** A distinct path and how many took it. */
interface TakenPath {
  readonly path: Int32Array;
  readonly customers: number;
  /** Its first steps as one number, in the order of the paths. */
  readonly prefix: number;
}

/** The names of a path. A plain loop: `Array.from` takes several times as long, and a log may have half a million paths. */
function namesOf({ touchpoints }: EventLog, path: Int32Array): string[] {
  const names: string[] = [];
  for (let place = 0; place < path.length; place++) names.push(touchpoints[path[place] ?? 0] ?? "");
  return names;
}

/** Orders paths by how many took them, then by the names of their steps. */
function pathOrder(touchpoints: readonly string[]) {
  const rank = new Int32Array(touchpoints.length);
  Array.from(rank.keys())
    .sort((a, b) => byText(touchpoints[a] ?? "", touchpoints[b] ?? ""))
    .forEach((code, place) => {
      rank[code] = place + 1;
    });
  const base = touchpoints.length + 1;
  // As many steps as a double holds exactly.
  const steps = Math.max(1, Math.floor(52 / Math.log2(base)));
  const rankAt = (path: Int32Array, place: number): number => rank[path[place] ?? -1] ?? 0;
  return {
    prefixOf: (path: Int32Array): number => {
      let prefix = 0;
      for (let place = 0; place < steps; place++) prefix = prefix * base + rankAt(path, place);
      return prefix;
    },
    compare: (a: TakenPath, b: TakenPath): number => {
      if (a.customers !== b.customers || a.prefix !== b.prefix) return b.customers - a.customers || a.prefix - b.prefix;
      let place = steps;
      while (place < a.path.length && rankAt(a.path, place) === rankAt(b.path, place)) place++;
      return rankAt(a.path, place) - rankAt(b.path, place);
    },
  };
}

/** The distinct paths of customers, given by their numbers: those of the most first. */
export function listVariants(log: EventLog, customers: ArrayLike<number>, { pathOf, first }: PathNumbers): Variant[] {
  const { prefixOf, compare } = pathOrder(log.touchpoints);
  const numbers = new Int32Array(customers.length);
  for (let index = 0; index < numbers.length; index++) numbers[index] = pathOf[customers[index] ?? 0] ?? 0;
  numbers.sort();
  const taken: TakenPath[] = [];
  for (let from = 0, to = 0; from < numbers.length; from = to) {
    while (to < numbers.length && numbers[to] === numbers[from]) to++;
    const one = first[numbers[from] ?? 0] ?? 0;
    const path = log.touchpoint.subarray(log.offsets[one], log.offsets[one + 1]);
    taken.push({ path, customers: to - from, prefix: prefixOf(path) });
  }
  let covered = 0;
  return taken.sort(compare).map(({ path, customers: count }) => {
    covered += count;
    return {
      path: namesOf(log, path),
      customers: count,
      share: count / numbers.length,
      cumulativeShare: covered / numbers.length,
    };
  });
}
