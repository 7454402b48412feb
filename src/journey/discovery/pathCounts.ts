import { createDictionary } from "../../metric/dictionary.js";
import type { EventLog } from "../log/eventLog.js";

/** Touchpoints that follow directly on each other, numbered; a column each. */
export interface TransitionCounts {
  readonly from: number[];
  readonly to: number[];
  readonly count: number[];
  readonly customers: number[];
  /**
   * The seconds in between, those of transition `t` from `begins[t]` on, sorted. Transitions from the same touchpoint stand next to
   * each other, in the order of the touchpoints.
   */
  readonly seconds: Float64Array;
  readonly begins: Int32Array;
}

/** What one walk along the paths of some customers counts; touchpoints by their number in the log. */
export interface PathCounts {
  readonly events: number;
  readonly visits: Int32Array;
  readonly visitors: Int32Array;
  readonly repeatVisitors: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly reworkCustomers: number;
  readonly transitions: TransitionCounts;
}

/** Up to how many pairs of touchpoints a table of all pairs is kept; it is several times quicker than a map. */
const largestTable = 2 ** 22;

/** Numbers pairs of touchpoints in the order in which they are met. */
function pairNumbers(touchpoints: number): { numberOf: (pair: number) => number; pairs: readonly number[] } {
  const pairs: number[] = [];
  const size = touchpoints ** 2;
  if (size > largestTable) {
    const { codeOf, keys } = createDictionary<number>();
    return { numberOf: codeOf, pairs: keys };
  }
  const table = new Int32Array(size);
  const numberOf = (pair: number): number => {
    const known = table[pair] ?? 0;
    if (known > 0) return known - 1;
    table[pair] = pairs.push(pair);
    return pairs.length - 1;
  };
  return { numberOf, pairs };
}

/** Walks the paths of customers, given by their numbers, once. */
export function pathCounts(log: EventLog, customers: ArrayLike<number>): PathCounts {
  const { touchpoint, offsets } = log;
  const touchpoints = log.touchpoints.length;
  const column = (): Int32Array => new Int32Array(touchpoints);
  const [visits, visitors, repeatVisitors, starts, ends] = [column(), column(), column(), column(), column()];
  // Who came last, and who came again last: places in the list of customers plus one.
  const [last, lastAgain] = [column(), column()];
  const { numberOf, pairs } = pairNumbers(touchpoints);
  const [count, moved, lastMoved]: number[][] & { length: 3 } = [[], [], []];
  let events = 0;
  for (let index = 0; index < customers.length; index++) {
    const customer = customers[index] ?? 0;
    events += (offsets[customer + 1] ?? 0) - (offsets[customer] ?? 0);
  }
  const codes = new Int32Array(events);
  let [steps, reworkCustomers] = [0, 0];

  for (let index = 0; index < customers.length; index++) {
    const customer = customers[index] ?? 0;
    const from = offsets[customer] ?? 0;
    const to = offsets[customer + 1] ?? 0;
    const who = index + 1;
    let rework = false;
    for (let event = from; event < to; event++) {
      const code = touchpoint[event] ?? 0;
      visits[code] = (visits[code] ?? 0) + 1;
      if (last[code] !== who) {
        last[code] = who;
        visitors[code] = (visitors[code] ?? 0) + 1;
      } else if (lastAgain[code] !== who) {
        lastAgain[code] = who;
        repeatVisitors[code] = (repeatVisitors[code] ?? 0) + 1;
        rework = true;
      }
      if (event + 1 === to) break;
      const pair = numberOf(code * touchpoints + (touchpoint[event + 1] ?? 0));
      codes[steps] = pair;
      steps++;
      count[pair] = (count[pair] ?? 0) + 1;
      if (lastMoved[pair] === who) continue;
      lastMoved[pair] = who;
      moved[pair] = (moved[pair] ?? 0) + 1;
    }
    const [start, end] = [touchpoint[from] ?? 0, touchpoint[to - 1] ?? 0];
    starts[start] = (starts[start] ?? 0) + 1;
    ends[end] = (ends[end] ?? 0) + 1;
    if (rework) reworkCustomers++;
  }
  const from = pairs.map((pair) => Math.floor(pair / touchpoints));
  return {
    events,
    visits,
    visitors,
    repeatVisitors,
    starts,
    ends,
    reworkCustomers,
    transitions: {
      from,
      to: pairs.map((pair) => pair % touchpoints),
      count,
      customers: moved,
      ...sortedGaps(log, customers, codes.subarray(0, steps), { from, count }),
    },
  };
}

/** The seconds of all steps, whose transitions are given in the order of the walk, by a counting sort. */
function sortedGaps(
  { at, offsets }: EventLog,
  customers: ArrayLike<number>,
  codes: Int32Array,
  { from, count }: Pick<TransitionCounts, "from" | "count">,
): Pick<TransitionCounts, "seconds" | "begins"> {
  const begins = new Int32Array(count.length);
  let begin = 0;
  for (const pair of Array.from(from.keys()).sort((a, b) => (from[a] ?? 0) - (from[b] ?? 0))) {
    begins[pair] = begin;
    begin += count[pair] ?? 0;
  }
  const next = begins.slice();
  const seconds = new Float64Array(codes.length);
  let step = 0;
  for (let index = 0; index < customers.length; index++) {
    const customer = customers[index] ?? 0;
    for (let event = (offsets[customer] ?? 0) + 1; event < (offsets[customer + 1] ?? 0); event++) {
      const pair = codes[step++] ?? 0;
      const place = next[pair] ?? 0;
      seconds[place] = ((at[event] ?? 0) - (at[event - 1] ?? 0)) / 1000;
      next[pair] = place + 1;
    }
  }
  for (let pair = 0; pair < begins.length; pair++) seconds.subarray(begins[pair], next[pair]).sort();
  return { seconds, begins };
}
