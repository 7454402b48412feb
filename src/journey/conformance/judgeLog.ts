import type { EventLog } from "../log/eventLog.js";
import type { DesignModel } from "./designModel.js";
import { type DeviationKind, type DeviationPlace, deviationKinds } from "./deviation.js";
import { type PathFindings, pathFindings } from "./pathFindings.js";
import { patienceOf } from "./patience.js";

/** What a log is held against beside the design. */
export interface JudgeOptions {
  /** Until when events would have been seen, epoch milliseconds. */
  readonly end?: number | undefined;
  readonly dropOffAfterSeconds?: number | undefined;
  readonly failedOutcomes: readonly string[];
}

/** One kind of deviation at one place, with the customers whom it affects. */
export interface DeviationTally extends DeviationPlace {
  /** The number of the place; −1 for an unplanned event, or where any alternative would do. */
  readonly place: number;
  /** Indices of customers, ascending. */
  readonly affected: number[];
  /** How many customers it could affect. */
  of: number;
  visits: number;
  left: number;
}

/** A log as the design sees it. */
export interface JudgedLog {
  /** Each distinct path, by the places of the design that it comes to. */
  readonly paths: readonly PathFindings[];
  /** Per customer, the number of the path. */
  readonly pathOf: Int32Array;
  /** Per customer, the numbers of the deviations. */
  readonly deviationsOf: readonly (readonly number[])[];
  readonly deviations: readonly DeviationTally[];
  /** Per customer, how many required steps are not there and not held against them. */
  readonly open: Int32Array;
  /** Per customer, a 1 for those who may still be under way. */
  readonly underWay: Uint8Array;
  /** Per place, the customers who came, ascending. */
  readonly visitors: readonly (readonly number[])[];
}

/** Aligns each distinct path of a log once. */
function alignLog(
  log: EventLog,
  model: DesignModel,
  placeOfCode: Int32Array,
): { readonly paths: PathFindings[]; readonly pathOf: Int32Array } {
  const numbers = new Map<string, number>();
  const paths: PathFindings[] = [];
  const pathOf = new Int32Array(log.customers.length);
  const places = log.touchpoint.map((code) => placeOfCode[code] ?? -1);
  for (let customer = 0; customer < pathOf.length; customer++) {
    const trace = places.subarray(log.offsets[customer] ?? 0, log.offsets[customer + 1] ?? 0);
    const key = trace.join();
    let number = numbers.get(key);
    if (number === undefined) {
      number = paths.push(pathFindings(model, trace)) - 1;
      numbers.set(key, number);
    }
    pathOf[customer] = number;
  }
  return { paths, pathOf };
}

/** Lists deviations as they are met, customer by customer. */
function tallies(model: DesignModel) {
  const list: DeviationTally[] = [];
  const numbers = new Map<string, number>();
  let mine: number[] = [];
  const { places } = model.design;
  return {
    list,
    /** Begins a customer, and gives the list of their deviations. */
    begin: (): number[] => {
      mine = [];
      return mine;
    },
    /** `site` is the number of a place, the id of a stage of alternatives, or the name of an unplanned event. */
    add: (customer: number, kind: DeviationKind, site: number | string, visits: number): DeviationTally => {
      const key = `${kind} ${site}`;
      let number = numbers.get(key);
      if (number === undefined) {
        const place = typeof site === "number" ? site : -1;
        const named = places[place];
        const stage = named?.stage.id ?? (kind === "missing" ? String(site) : null);
        const touchpoint = named?.touchpoint.id ?? (kind === "missing" ? null : String(site));
        number = list.push({ kind, stage, touchpoint, place, affected: [], of: 0, visits: 0, left: 0 }) - 1;
        numbers.set(key, number);
      }
      const tally = list[number] as DeviationTally;
      tally.visits += visits;
      if (tally.affected.at(-1) !== customer) {
        tally.affected.push(customer);
        mine.push(number);
      }
      return tally;
    },
  };
}

const isOneOf = (names: readonly string[], words: ReadonlySet<string>): Uint8Array =>
  Uint8Array.from(names, (name) => (words.has(name.trim().toLowerCase()) ? 1 : 0));

/** Per place, which channels of the log it is offered on; null where the design does not say. */
function offeredChannels(log: EventLog, { design }: DesignModel): (ReadonlySet<number> | null)[] {
  return design.places.map(({ touchpoint: { channel } }) => {
    if (channel === undefined) return null;
    const offered = typeof channel === "string" ? [channel] : channel;
    return new Set(log.channels.flatMap((name, code) => (offered.includes(name) ? [code] : [])));
  });
}

/** Holds every customer's path against a design. */
export function judgeLog(log: EventLog, model: DesignModel, options: JudgeOptions): JudgedLog {
  const { places, placeOfEvent } = model.design;
  const placeOfCode = Int32Array.from(log.touchpoints, (name) => placeOfEvent.get(name) ?? -1);
  const { paths, pathOf } = alignLog(log, model, placeOfCode);
  const everyone = log.customers.length;
  const patience = patienceOf(log, model, paths, pathOf, options);
  const failing = isOneOf(log.outcomes, new Set(options.failedOutcomes.map((name) => name.trim().toLowerCase())));
  const offered = offeredChannels(log, model);
  const found = tallies(model);
  const open = new Int32Array(everyone);
  const openAt = new Map<number | string, number>();
  const visitors = places.map((): number[] => []);
  const timed = places.map(() => ({ late: 0, outcome: 0, channel: 0 }));
  const lastWith = places.map(() => ({ outcome: -1, channel: -1 }));
  const deviationsOf: number[][] = [];

  for (let customer = 0; customer < everyone; customer++) {
    deviationsOf.push(found.begin());
    const path = paths[pathOf[customer] ?? 0] as PathFindings;
    const from = log.offsets[customer] ?? 0;
    const to = log.offsets[customer + 1] ?? 0;
    for (const place of path.visited) visitors[place]?.push(customer);
    for (const { kind, place, visits } of path.deviations) found.add(customer, kind, place, visits);
    for (const step of path.missing) {
      const site = step.place >= 0 ? step.place : (model.parts[step.part]?.stage.id ?? "");
      const beyond = step.part >= path.lastPart;
      if (patience.mayPrecede(customer, step, path) || (beyond && patience.underWay[customer] === 1)) {
        open[customer] = (open[customer] ?? 0) + 1;
        openAt.set(site, (openAt.get(site) ?? 0) + 1);
        continue;
      }
      const tally = found.add(customer, "missing", site, 1);
      if (beyond) tally.left++;
    }
    for (const { from: before, to: after, toPlace, first } of path.steps) {
      const within = places[toPlace]?.touchpoint.withinSeconds;
      const counts = timed[toPlace];
      if (within === undefined || !first || counts === undefined) continue;
      counts.late++;
      if ((log.at[from + after] ?? 0) - (log.at[from + before] ?? 0) > within * 1000)
        found.add(customer, "late", toPlace, 1);
    }
    for (let event = from; event < to; event++) {
      const code = log.touchpoint[event] ?? 0;
      const place = placeOfCode[code] ?? -1;
      const counts = timed[place];
      const last = lastWith[place];
      if (counts === undefined || last === undefined) {
        found.add(customer, "unplanned", log.touchpoints[code] ?? "", 1);
        continue;
      }
      const outcome = log.outcome[event] ?? -1;
      if (outcome >= 0 && last.outcome !== customer) {
        counts.outcome++;
        last.outcome = customer;
      }
      if (failing[outcome] === 1) found.add(customer, "failed", place, 1);
      const channel = log.channel[event] ?? -1;
      if (channel < 0) continue;
      if (last.channel !== customer) {
        counts.channel++;
        last.channel = customer;
      }
      if (offered[place]?.has(channel) === false) found.add(customer, "wrong-channel", place, 1);
    }
  }

  for (const tally of found.list) {
    const { kind, place, stage } = tally;
    const counts = timed[place];
    if (kind === "missing") tally.of = everyone - (openAt.get(place >= 0 ? place : (stage ?? "")) ?? 0);
    else if (kind === "unplanned" || counts === undefined) tally.of = everyone;
    else if (kind === "failed") tally.of = counts.outcome;
    else if (kind === "wrong-channel") tally.of = counts.channel;
    else tally.of = kind === "late" ? counts.late : (visitors[place]?.length ?? 0);
  }
  return { paths, pathOf, deviationsOf, deviations: found.list, open, underWay: patience.underWay, visitors };
}

/** Most customers first; alike, in the order of kinds and names. */
export function bySize(a: DeviationTally, b: DeviationTally): number {
  const byName = (x: string | null, y: string | null): number => ((x ?? "") < (y ?? "") ? -1 : x === y ? 0 : 1);
  return (
    b.affected.length - a.affected.length ||
    deviationKinds.indexOf(a.kind) - deviationKinds.indexOf(b.kind) ||
    byName(a.stage, b.stage) ||
    byName(a.touchpoint, b.touchpoint)
  );
}
