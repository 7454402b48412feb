import { quantileSorted } from "simple-statistics";
import type { EventLog } from "./eventLog.js";
import type { Exposure } from "./exposure.js";
import type { JourneyDesign } from "./journeyDesign.js";

/** What a log says of a design. */
export interface Walk {
  readonly customers: number;
  /** Per place, how many customers came. */
  readonly visitors: readonly number[];
  /** Per id of a stage, how many customers came to any of its places. */
  readonly stageVisitors: ReadonlyMap<string, number>;
  /** Per step: of those who did it or came further, those who went without. */
  readonly skipped: readonly Exposure[];
  /** Per rank but the last: of those who came there and had time to go on, those who went no further. */
  readonly lost: readonly Exposure[];
  /** Per event name that the design does not know: of all customers, those who met it. */
  readonly unplanned: ReadonlyMap<string, Exposure>;
}

/** How the observation of a log ends, and how long a customer may take. */
export interface WalkOptions {
  /** Until when events would have been seen, epoch milliseconds. */
  readonly end?: number | undefined;
  readonly dropOffAfterSeconds?: number | undefined;
}

/** One customer at one rank: from the first event there to the last, and when first further on. */
interface Stay {
  readonly customer: number;
  readonly came: number;
  readonly left: number;
  /** Infinite where the customer never came further. */
  readonly further: number;
}

/** What is written down of every customer on the one walk through the log. */
interface Notes {
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

/** Of those who go on, this share has done so within the time that a customer is given. */
const patience = 0.95;

function takeNotes(log: EventLog, { places, steps, placeOfEvent }: JourneyDesign): Notes {
  const placeOfCode = log.touchpoints.map((name) => placeOfEvent.get(name) ?? -1);
  const ranks = (steps.at(-1)?.rank ?? -1) + 1;
  const customers = log.customers.length;
  const notes: Notes = {
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
  for (let customer = 0; customer < customers; customer++) {
    came.fill(Number.POSITIVE_INFINITY);
    left.fill(Number.NEGATIVE_INFINITY);
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
      came[step.rank] = Math.min(came[step.rank] ?? at, at);
      left[step.rank] = Math.max(left[step.rank] ?? at, at);
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
      notes.stays[rank]?.push({ customer, came: first, left: left[rank] ?? first, further });
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
  { visitors, stageVisitors, unplanned }: Notes,
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

/** The time within which most have done what they will do; 0 where nobody has. */
function usualWait(waits: readonly number[]): number {
  return waits.length === 0
    ? 0
    : quantileSorted(
        waits.toSorted((a, b) => a - b),
        patience,
      );
}

/** Walks every customer's path once along the design. */
export function walkLog(log: EventLog, design: JourneyDesign, options: WalkOptions = {}): Walk {
  const notes = takeNotes(log, design);
  const { stays, done, skips, firstAt, firstRank, start } = notes;
  const end = options.end ?? notes.end;
  const given = options.dropOffAfterSeconds;
  const waits = stays.map((atRank) =>
    given === undefined
      ? usualWait(
          atRank.flatMap(({ left, further }) => (Number.isFinite(further) ? [Math.max(0, further - left)] : [])),
        )
      : given * 1000,
  );
  const idsOf = (customers: readonly number[]): string[] => customers.map((index) => log.customers[index] ?? "");
  const exposureOf = (affected: readonly number[], others: () => readonly number[], of: number): Exposure => ({
    of,
    affected: idsOf(affected),
    others: () => idsOf(others()),
  });

  // A log in which half begin together is a cohort seen from its beginning, and not a window on a stream of customers.
  const isCohort = 2 * firstAt.filter((at) => at <= start + (end - start) / 100).length >= log.customers.length;
  /** Whether a customer may have done the steps of a rank before the log begins. */
  const mayPrecede = (customer: number, rank: number): boolean => {
    if (isCohort) return false;
    const first = firstRank[customer] ?? -1;
    const usual = waits.slice(rank, first).reduce((sum, wait) => sum + wait, 0);
    return first > rank && (firstAt[customer] ?? 0) < start + usual;
  };
  const lastRank = stays.length - 1;
  const skipped = design.steps.map(({ rank }, number) => {
    const flags = done[number] ?? new Uint8Array();
    const missed = (skips[number] ?? []).filter((customer) => !mayPrecede(customer, rank));
    if (rank === lastRank) missed.push(...unfinished(design, notes, number, end));
    const did = (): number[] => Array.from(flags.keys()).filter((customer) => flags[customer] === 1);
    return exposureOf(missed, did, missed.length + flags.reduce((sum, flag) => sum + flag, 0));
  });

  // After the last rank there is nowhere to go.
  const lost = stays.slice(0, -1).map((atRank, rank) => {
    const wait = waits[rank] ?? 0;
    // Where nobody is ever seen further, it is the log that ends here; see coverageGaps. And where the usual wait fills much
    // of the log, those who took longer have not been seen, and nobody can tell the lost from the slow.
    const told =
      atRank.some(({ further }) => Number.isFinite(further)) && (given !== undefined || wait <= (end - start) / 2);
    const judged = told ? atRank.filter(({ left }) => left <= end - wait) : [];
    const gone = judged.filter(({ further }) => further === Number.POSITIVE_INFINITY);
    const customersOf = (some: readonly Stay[]): number[] => some.map(({ customer }) => customer);
    return exposureOf(
      customersOf(gone),
      () => customersOf(judged.filter(({ further }) => further !== Number.POSITIVE_INFINITY)),
      judged.length,
    );
  });

  const everyone = log.customers.length;
  const unplanned = Array.from(notes.unplanned, ([code, met]): [string, Exposure] => {
    const others = (): number[] => {
      const those = new Set(met);
      return Array.from(log.customers.keys()).filter((customer) => !those.has(customer));
    };
    return [log.touchpoints[code] ?? "", exposureOf(met, others, everyone)];
  });
  return {
    customers: everyone,
    visitors: notes.visitors,
    stageVisitors: notes.stageVisitors,
    skipped,
    lost,
    unplanned: new Map(unplanned),
  };
}

/**
 * At the last rank, where several steps may come in any order, nobody comes further; who did another of its steps and had the
 * time in which most who do all of them are through has left this one out.
 */
function unfinished({ steps }: JourneyDesign, { stays, done }: Notes, number: number, end: number): number[] {
  const rank = stays.length - 1;
  const beside = steps.flatMap((step, other) => (step.rank === rank ? [other] : []));
  const atRank = stays[rank] ?? [];
  const whole = atRank.filter(({ customer }) => beside.every((other) => done[other]?.[customer] === 1));
  if (whole.length === 0) return [];
  const wait = usualWait(whole.map(({ came, left }) => left - came));
  return atRank.flatMap(({ customer, came }) =>
    done[number]?.[customer] !== 1 && came <= end - wait ? [customer] : [],
  );
}
