import { quantileSorted } from "simple-statistics";
import type { EventLog } from "./eventLog.js";
import { Exposure } from "./exposure.js";
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
  /** Per rank: of those who came there (and had time to go on), those who went no further. */
  readonly lost: readonly Exposure[];
  /** Per event name that the design does not know: of all customers, those who met it. */
  readonly unplanned: ReadonlyMap<string, Exposure>;
}

/** When a customer was first and last at a rank, and when first further on. */
interface Stay {
  readonly customer: string;
  readonly left: number;
  /** When the customer first came further; infinite where never. */
  readonly further: number;
}

/** Above this share of customers have gone on by then; who came later is still under way. */
const patience = 0.95;

/** Walks every customer's path once along the design. */
export function walkLog(log: EventLog, design: JourneyDesign, dropOffAfterSeconds: number | undefined): Walk {
  const { places, steps, placeOfEvent } = design;
  const placeOfCode = log.touchpoints.map((name) => placeOfEvent.get(name) ?? -1);
  const ranks = (steps.at(-1)?.rank ?? -1) + 1;
  const visitors = new Array<number>(places.length).fill(0);
  const stageVisitors = new Map<string, number>();
  const skipped = steps.map(() => new Exposure());
  const stays = Array.from({ length: ranks }, (): Stay[] => []);
  const unplannedCodes = log.touchpoints.flatMap((_, code) => (placeOfCode[code] === -1 ? [code] : []));
  const unplanned = new Map(unplannedCodes.map((code) => [code, new Exposure()]));
  let end = Number.NEGATIVE_INFINITY;

  log.customers.forEach((customer, index) => {
    const seen = new Set<number>();
    const done = new Set<number>();
    const first = new Array<number>(ranks).fill(Number.POSITIVE_INFINITY);
    const last = new Array<number>(ranks).fill(Number.NEGATIVE_INFINITY);
    for (let event = log.offsets[index] ?? 0; event < (log.offsets[index + 1] ?? 0); event++) {
      const code = log.touchpoint[event] ?? 0;
      const at = log.at[event] ?? 0;
      seen.add(code);
      end = Math.max(end, at);
      const stepNumber = places[placeOfCode[code] ?? -1]?.step ?? -1;
      const step = steps[stepNumber];
      if (step === undefined) continue;
      done.add(stepNumber);
      first[step.rank] = Math.min(first[step.rank] ?? at, at);
      last[step.rank] = Math.max(last[step.rank] ?? at, at);
    }
    const stagesSeen = new Set<string>();
    for (const number of new Set(Array.from(seen, (code) => placeOfCode[code] ?? -1))) {
      const place = places[number];
      if (place === undefined) continue;
      visitors[number] = (visitors[number] ?? 0) + 1;
      stagesSeen.add(place.stage.id);
    }
    for (const stage of stagesSeen) stageVisitors.set(stage, (stageVisitors.get(stage) ?? 0) + 1);
    for (const [code, exposure] of unplanned) exposure.add(customer, seen.has(code));

    let further = Number.POSITIVE_INFINITY;
    let position = -1;
    for (let rank = ranks - 1; rank >= 0; rank--) {
      const left = last[rank] ?? Number.NEGATIVE_INFINITY;
      if (left === Number.NEGATIVE_INFINITY) continue;
      stays[rank]?.push({ customer, left, further });
      position = Math.max(position, rank);
      further = Math.min(further, first[rank] ?? further);
    }
    steps.forEach(({ rank }, number) => {
      if (done.has(number) || position > rank) skipped[number]?.add(customer, !done.has(number));
    });
  });

  return {
    customers: log.customers.length,
    visitors,
    stageVisitors,
    skipped,
    // After the last rank there is nowhere to go.
    lost: stays.slice(0, -1).map((stay) => lostAmong(stay, end, dropOffAfterSeconds)),
    unplanned: new Map(Array.from(unplanned, ([code, exposure]) => [log.touchpoints[code] ?? "", exposure])),
  };
}

/** Leaves out whoever came so late that most of those who do go on would not have done so yet. */
function lostAmong(stays: readonly Stay[], end: number, dropOffAfterSeconds: number | undefined): Exposure {
  const exposure = new Exposure();
  let wait = (dropOffAfterSeconds ?? 0) * 1000;
  if (dropOffAfterSeconds === undefined) {
    const waits = stays.flatMap(({ left, further }) => (Number.isFinite(further) ? [Math.max(0, further - left)] : []));
    if (waits.length > 0)
      wait = quantileSorted(
        waits.sort((a, b) => a - b),
        patience,
      );
  }
  for (const { customer, left, further } of stays) {
    if (left <= end - wait) exposure.add(customer, further === Number.POSITIVE_INFINITY);
  }
  return exposure;
}
