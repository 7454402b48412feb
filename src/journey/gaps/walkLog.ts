import { quantileOfSorted } from "../../stats/quantile.js";
import type { JourneyDesign } from "../design/journeyDesign.js";
import { beginTogether } from "../log/beginTogether.js";
import type { EventLog } from "../log/eventLog.js";
import type { Exposure, Sites } from "./exposure.js";
import { type LogNotes, logNotes } from "./logNotes.js";

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

/** Of those who go on, this share has done so within the time that a customer is given. */
const patience = 0.95;

/** The time within which most have done what they will do; 0 where nobody has. */
function usualWait(waits: readonly number[]): number {
  return waits.length === 0 ? 0 : quantileOfSorted(Float64Array.from(waits).sort(), patience);
}

/** Walks every customer's path once along the design. */
export function walkLog(log: EventLog, design: JourneyDesign, options: WalkOptions = {}): Walk {
  const notes = logNotes(log, design);
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
  const exposureOf = (
    affected: readonly number[],
    others: readonly number[],
    eventOf: (customer: number) => number,
    range: Pick<Sites, "from" | "to"> = {},
  ): Exposure => {
    const sites = affected.map(eventOf);
    return {
      of: affected.length + others.length,
      affected: idsOf(affected),
      others: () => idsOf(others),
      sites: { affected: sites, all: sites.concat(others.map(eventOf)), ...range },
    };
  };

  const isCohort = beginTogether(log, start, end);
  /** Whether a customer may have done the steps of a rank before the log begins. */
  const mayPrecede = (customer: number, rank: number): boolean => {
    if (isCohort) return false;
    const first = firstRank[customer] ?? -1;
    // Steps of one rank come in any order, so that one may precede the log though another of them is in it.
    const usual = waits.slice(rank, Math.max(first, rank + 1)).reduce((sum, wait) => sum + wait, 0);
    return first >= rank && (firstAt[customer] ?? 0) < start + usual;
  };
  const lastRank = stays.length - 1;
  // A step left out shows at the step before it, where there is one.
  const before = log.offsets.slice(0, -1);
  let reached = 0;
  const skipped = design.steps.map(({ rank }, number) => {
    for (; reached < rank; reached++) for (const stay of stays[reached] ?? []) before[stay.customer] = stay.cameEvent;
    const flags = done[number] ?? new Uint8Array();
    const missed = (skips[number] ?? []).filter((customer) => !mayPrecede(customer, rank));
    if (rank === lastRank) missed.push(...unfinished(design, notes, number, end));
    const did: number[] = [];
    for (let customer = 0; customer < flags.length; customer++) if (flags[customer] === 1) did.push(customer);
    // One in twenty takes longer than usual: twice that time from the edge, hardly anybody is cut off.
    const range = isCohort ? {} : { from: start + 2 * (waits[rank] ?? 0) };
    return exposureOf(missed, did, (customer) => before[customer] ?? 0, range);
  });

  const leftAt = new Int32Array(log.customers.length);
  // After the last rank there is nowhere to go.
  const lost = stays.slice(0, -1).map((atRank, rank) => {
    const wait = waits[rank] ?? 0;
    // Where nobody is ever seen further, it is the log that ends here; see coverageGaps. And where the usual wait fills much
    // of the log, those who took longer have not been seen, and nobody can tell the lost from the slow.
    const told =
      atRank.some(({ further }) => Number.isFinite(further)) && (given !== undefined || wait <= (end - start) / 2);
    const judged = told ? atRank.filter(({ left }) => left <= end - wait) : [];
    const gone: number[] = [];
    const others: number[] = [];
    for (const { customer, left, further, cameEvent, leftEvent } of judged) {
      (further === Number.POSITIVE_INFINITY ? gone : others).push(customer);
      leftAt[customer] = left <= further ? leftEvent : cameEvent;
    }
    return exposureOf(gone, others, (customer) => leftAt[customer] ?? 0, { to: end - 2 * wait });
  });

  const everyone = log.customers.length;
  const firstEvents = Array.from(log.offsets.subarray(0, -1));
  const unplanned = Array.from(notes.unplanned, ([code, met]): [string, Exposure] => {
    const others = (): number[] => {
      const those = new Set(met);
      return Array.from(log.customers.keys()).filter((customer) => !those.has(customer));
    };
    // What the event itself says of channel or device may belong to it; where customers came from does not.
    const sites = { affected: met.map((customer) => firstEvents[customer] ?? 0), all: firstEvents };
    return [log.touchpoints[code] ?? "", { of: everyone, affected: idsOf(met), others: () => idsOf(others()), sites }];
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
function unfinished({ steps }: JourneyDesign, { stays, done }: LogNotes, number: number, end: number): number[] {
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
