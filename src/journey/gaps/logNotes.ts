import type { JourneyDesign } from "../design/journeyDesign.js";
import type { EventLog } from "../log/eventLog.js";

/** One customer at one rank: from the first event there to the last, and when first further on. */
export interface Stay {
  readonly customer: number;
  readonly came: number;
  readonly left: number;
  /** The number of the first event there. */
  readonly cameEvent: number;
  /** The number of the last event there. */
  readonly leftEvent: number;
  /** Infinite where the customer never came further. */
  readonly further: number;
}

/** What is written down of every customer on the one walk through the log. */
export interface LogNotes {
  readonly visitors: number[];
  readonly stageVisitors: Map<string, number>;
  /** Per rank. */
  readonly stays: Stay[][];
  /** Per step, a 1 for each customer who did it. */
  readonly done: Uint8Array[];
  /** Per step, the customers who came further without it. */
  readonly skips: number[][];
  /** Per customer, when first seen at all, and the rank of the first required event. */
  readonly firstAt: Float64Array;
  readonly firstRank: Int32Array;
  readonly unplanned: Map<number, number[]>;
  start: number;
  end: number;
}

/** Walks every customer's path once, and writes down what matters to the design. */
export function logNotes(log: EventLog, { places, steps, placeOfEvent }: JourneyDesign): LogNotes {
  const placeOfCode = log.touchpoints.map((name) => placeOfEvent.get(name) ?? -1);
  const ranks = (steps.at(-1)?.rank ?? -1) + 1;
  const customers = log.customers.length;
  const notes: LogNotes = {
    visitors: new Array<number>(places.length).fill(0),
    stageVisitors: new Map(),
    stays: Array.from({ length: ranks }, () => []),
    done: steps.map(() => new Uint8Array(customers)),
    skips: steps.map(() => []),
    firstAt: new Float64Array(customers),
    firstRank: new Int32Array(customers).fill(-1),
    unplanned: new Map(),
    start: Number.POSITIVE_INFINITY,
    end: Number.NEGATIVE_INFINITY,
  };
  const came = new Float64Array(ranks);
  const left = new Float64Array(ranks);
  const cameEvent = new Int32Array(ranks);
  const leftEvent = new Int32Array(ranks);
  for (let customer = 0; customer < customers; customer++) {
    came.fill(Number.POSITIVE_INFINITY);
    const from = log.offsets[customer] ?? 0;
    const to = log.offsets[customer + 1] ?? 0;
    const seen = new Set<number>();
    for (let event = from; event < to; event++) {
      const code = log.touchpoint[event] ?? 0;
      const at = log.at[event] ?? 0;
      seen.add(code);
      const number = places[placeOfCode[code] ?? -1]?.step ?? -1;
      const step = steps[number];
      if (step === undefined) continue;
      if (notes.firstRank[customer] === -1) notes.firstRank[customer] = step.rank;
      const flags = notes.done[number];
      if (flags !== undefined) flags[customer] = 1;
      // Events of a customer are in the order of time.
      if (came[step.rank] === Number.POSITIVE_INFINITY) {
        came[step.rank] = at;
        cameEvent[step.rank] = event;
      }
      left[step.rank] = at;
      leftEvent[step.rank] = event;
    }
    notes.firstAt[customer] = log.at[from] ?? 0;
    notes.start = Math.min(notes.start, log.at[from] ?? notes.start);
    notes.end = Math.max(notes.end, log.at[to - 1] ?? notes.end);
    noteVisits(notes, seen, placeOfCode, places, customer);

    let further = Number.POSITIVE_INFINITY;
    let position = -1;
    for (let rank = ranks - 1; rank >= 0; rank--) {
      const first = came[rank] ?? Number.POSITIVE_INFINITY;
      if (first === Number.POSITIVE_INFINITY) continue;
      notes.stays[rank]?.push({
        customer,
        came: first,
        left: left[rank] ?? first,
        cameEvent: cameEvent[rank] ?? from,
        leftEvent: leftEvent[rank] ?? from,
        further,
      });
      position = Math.max(position, rank);
      further = Math.min(further, first);
    }
    steps.forEach(({ rank }, number) => {
      if (position > rank && notes.done[number]?.[customer] !== 1) notes.skips[number]?.push(customer);
    });
  }
  return notes;
}

/** Counts a customer at each place and stage, and among those who met an event that nobody planned. */
function noteVisits(
  { visitors, stageVisitors, unplanned }: LogNotes,
  seen: ReadonlySet<number>,
  placeOfCode: readonly number[],
  places: JourneyDesign["places"],
  customer: number,
): void {
  const placesSeen = new Set<number>();
  const stagesSeen = new Set<string>();
  for (const code of seen) {
    const number = placeOfCode[code] ?? -1;
    const place = places[number];
    if (place !== undefined) {
      placesSeen.add(number);
      stagesSeen.add(place.stage.id);
      continue;
    }
    const met = unplanned.get(code);
    if (met === undefined) unplanned.set(code, [customer]);
    else met.push(customer);
  }
  for (const number of placesSeen) visitors[number] = (visitors[number] ?? 0) + 1;
  for (const stage of stagesSeen) stageVisitors.set(stage, (stageVisitors.get(stage) ?? 0) + 1);
}
