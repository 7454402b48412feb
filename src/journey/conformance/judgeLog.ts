import type { EventLog } from "../log/eventLog.js";
import { pathNumbers } from "../log/pathNumbers.js";
import { beganTooLate } from "./beganTooLate.js";
import type { DesignModel } from "./designModel.js";
import { type DeviationTally, tallyList } from "./deviationTally.js";
import { type PathFindings, pathFindings } from "./pathFindings.js";
import { patienceOf } from "./patience.js";

/** What a log is held against beside the design. */
export interface JudgeOptions {
  /** Until when events would have been seen, epoch milliseconds. */
  readonly end?: number | undefined;
  readonly dropOffAfterSeconds?: number | undefined;
  readonly failedOutcomes: readonly string[];
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
  /** Per touchpoint of the log, the number of its place; −1 for one that the design does not know. */
  readonly placeOfCode: Int32Array;
  /** Per place, the customers who came, ascending. */
  readonly visitors: readonly (readonly number[])[];
}

/** Aligns each distinct path of a log once. */
function alignLog(
  log: EventLog,
  model: DesignModel,
  placeOfCode: Int32Array,
): { readonly paths: PathFindings[]; readonly pathOf: Int32Array } {
  const places = log.touchpoint.map((code) => placeOfCode[code] ?? -1);
  const { pathOf, first } = pathNumbers(places, log.offsets);
  const paths = first.map((customer) =>
    pathFindings(model, places.subarray(log.offsets[customer] ?? 0, log.offsets[customer + 1] ?? 0)),
  );
  return { paths, pathOf };
}

const isOneOf = (names: readonly string[], words: ReadonlySet<string>): Uint8Array =>
  Uint8Array.from(names, (name) => (words.has(name.trim().toLowerCase()) ? 1 : 0));

/** Per place, which channels of the log it is offered on; null where the design does not say. */
function offeredChannels(log: EventLog, { design }: DesignModel): (ReadonlySet<number> | null)[] {
  return design.places.map(({ touchpoint: { channel } }) => {
    if (channel === undefined) return null;
    const names = typeof channel === "string" ? [channel] : channel;
    const offered = isOneOf(log.channels, new Set(names.map((name) => name.trim().toLowerCase())));
    return new Set(log.channels.flatMap((_, code) => (offered[code] === 1 ? [code] : [])));
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
  const found = tallyList(model, log.touchpoints);
  const open = new Int32Array(everyone);
  const openAt = new Map<number, number[]>();
  const partOfSite = new Map<number, number>();
  const visitors = places.map((): number[] => []);
  const among = places.map(() => ({ timed: [] as number[], outcome: [] as number[], channel: [] as number[] }));
  /** Once a customer: their events stand together. */
  const note = (list: number[], customer: number): void => {
    if (list.at(-1) !== customer) list.push(customer);
  };
  const deviationsOf: (readonly number[])[] = [];

  for (let customer = 0; customer < everyone; customer++) {
    found.begin();
    const path = paths[pathOf[customer] ?? 0] as PathFindings;
    const from = log.offsets[customer] ?? 0;
    const to = log.offsets[customer + 1] ?? 0;
    for (const place of path.visited) visitors[place]?.push(customer);
    for (const { kind, place, visits } of path.deviations) found.add(customer, kind, place, visits);
    const leftAt = path.missing.find(({ part }) => part >= path.lastPart)?.part ?? -1;
    for (const step of path.missing) {
      const site = step.place >= 0 ? step.place : found.siteOfPart(step.part);
      const beyond = step.part >= path.lastPart;
      if (patience.mayPrecede(customer, step, path) || (beyond && patience.underWay[customer] === 1)) {
        open[customer] = (open[customer] ?? 0) + 1;
        const others = openAt.get(site);
        if (others === undefined) openAt.set(site, [customer]);
        else others.push(customer);
        continue;
      }
      partOfSite.set(site, step.part);
      const tally = found.add(customer, "missing", site, 1);
      if (beyond) tally.left++;
      if (beyond && step.part > leftAt) tally.early.push(customer);
    }
    for (const { from: before, to: after, toPlace, first } of path.steps) {
      const within = places[toPlace]?.touchpoint.withinSeconds;
      const mine = among[toPlace];
      if (within === undefined || !first || mine === undefined) continue;
      note(mine.timed, customer);
      if ((log.at[from + after] ?? 0) - (log.at[from + before] ?? 0) > within * 1000)
        found.add(customer, "late", toPlace, 1);
    }
    for (let event = from; event < to; event++) {
      const code = log.touchpoint[event] ?? 0;
      const place = placeOfCode[code] ?? -1;
      const mine = among[place];
      if (mine === undefined) {
        found.add(customer, "unplanned", found.siteOfEvent(code), 1);
        continue;
      }
      const outcome = log.outcome[event] ?? -1;
      if (outcome >= 0) note(mine.outcome, customer);
      if (failing[outcome] === 1) found.add(customer, "failed", place, 1);
      const channel = log.channel[event] ?? -1;
      if (channel < 0) continue;
      note(mine.channel, customer);
      if (offered[place]?.has(channel) === false) found.add(customer, "wrong-channel", place, 1);
    }
    deviationsOf.push(found.mine());
  }

  const late = beganTooLate(log, model, paths, pathOf, patience);
  for (const tally of found.list) {
    const { kind, place, site } = tally;
    if (kind === "missing") {
      const tooLate = late({ part: partOfSite.get(site) ?? -1, place });
      const open = openAt.get(site) ?? [];
      tally.untold = tooLate.length === 0 ? open : [...new Set([...open, ...tooLate])].sort((a, b) => a - b);
    } else if (kind === "failed") tally.among = among[place]?.outcome ?? [];
    else if (kind === "wrong-channel") tally.among = among[place]?.channel ?? [];
    else if (kind === "late") tally.among = among[place]?.timed ?? [];
    else if (kind !== "unplanned") tally.among = visitors[place] ?? [];
  }
  return {
    paths,
    pathOf,
    placeOfCode,
    deviationsOf,
    deviations: found.list,
    open,
    underWay: patience.underWay,
    visitors,
  };
}
