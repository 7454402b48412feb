import { quantileOfSorted } from "../../stats/quantile.js";
import type { DesignModel } from "../conformance/designModel.js";
import type { JudgedLog } from "../conformance/judgeLog.js";
import type { EventLog } from "../log/eventLog.js";
import type { Exposure } from "./exposure.js";

/** Customers, each with one event. */
interface Seen {
  readonly customers: number[];
  readonly events: number[];
}

/** The visits of customers to one place that have an outcome; `events` has the first that failed, or else the first. */
interface Outcomes extends Seen {
  /** Per customer, how many there are, and how many failed. */
  readonly visits: number[];
  readonly hits: number[];
}

/** Waits for one place: of those who came to it after another one, those who waited too long. */
export interface Waits {
  readonly exposure: Exposure;
  /** What was promised; null where nothing is: then those count who took longer than 95 % of all who came from the same place. */
  readonly seconds: number | null;
}

/** The waits for one place, as they are found, with the events where they began. */
interface WaitList extends Seen {
  readonly fromPlaces: number[];
  readonly lengths: number[];
}

/** What the visits to one place of the design say of it. */
export interface PlaceDeviations {
  readonly outOfOrder: Exposure | null;
  readonly rework: Exposure | null;
  readonly wrongChannel: Exposure | null;
  readonly failed: Exposure | null;
  /** Of the customers in `failed`, how many visits had an outcome and how many failed. */
  readonly outcomes: Pick<Outcomes, "visits" | "hits">;
  readonly late: Waits | null;
}

interface PlaceVisits {
  readonly all: Seen;
  readonly channel: Seen;
  readonly outcome: Outcomes;
}

const noVisits = (): PlaceVisits => ({
  all: { customers: [], events: [] },
  channel: { customers: [], events: [] },
  outcome: { customers: [], events: [], visits: [], hits: [] },
});

/** Notes the first visit of a customer; says whether it is the first. */
function see({ customers, events }: Seen, customer: number, event: number): boolean {
  if (customers[customers.length - 1] === customer) return false;
  customers.push(customer);
  events.push(event);
  return true;
}

function seeOutcome(seen: Outcomes, customer: number, event: number, hasFailed: boolean): void {
  const { events, visits, hits } = seen;
  if (see(seen, customer, event)) {
    visits.push(0);
    hits.push(0);
  }
  const last = visits.length - 1;
  visits[last] = (visits[last] ?? 0) + 1;
  if (!hasFailed) return;
  if (hits[last] === 0) events[last] = event;
  hits[last] = (hits[last] ?? 0) + 1;
}

/** Without a promise, this share of waits is usual; those beyond are slow. */
const usual = 0.95;
/** Of fewer waits nobody can tell what is usual. */
const fewestWaits = 20;

/** The deviations of a judged log, place by place, each with the customers whom it could affect and where that shows. */
export function deviationExposures(
  log: EventLog,
  { design }: DesignModel,
  judged: JudgedLog,
  failedOutcomes: readonly string[],
): PlaceDeviations[] {
  const placeOfCode = log.touchpoints.map((name) => design.placeOfEvent.get(name) ?? -1);
  const failures = new Set(failedOutcomes.map((name) => name.trim().toLowerCase()));
  const failing = log.outcomes.map((name) => failures.has(name.trim().toLowerCase()));
  const here = design.places.map(noVisits);
  const waits = design.places.map((): WaitList => ({ customers: [], events: [], fromPlaces: [], lengths: [] }));
  for (let customer = 0; customer < log.customers.length; customer++) {
    const from = log.offsets[customer] ?? 0;
    const to = log.offsets[customer + 1] ?? 0;
    for (let event = from; event < to; event++) {
      const place = here[placeOfCode[log.touchpoint[event] ?? 0] ?? -1];
      if (place === undefined) continue;
      see(place.all, customer, event);
      if ((log.channel[event] ?? -1) >= 0) see(place.channel, customer, event);
      const outcome = log.outcome[event] ?? -1;
      if (outcome >= 0) seeOutcome(place.outcome, customer, event, failing[outcome] === true);
    }
    for (const step of judged.paths[judged.pathOf[customer] ?? 0]?.steps ?? []) {
      const wait = waits[step.toPlace];
      if (!step.first || wait === undefined) continue;
      wait.customers.push(customer);
      wait.events.push(from + step.from);
      wait.fromPlaces.push(step.fromPlace);
      wait.lengths.push((log.at[from + step.to] ?? 0) - (log.at[from + step.from] ?? 0));
    }
  }

  const exposureOf = (
    { customers, events }: Seen,
    isAffected: (customer: number, index: number) => boolean,
  ): Exposure | null => {
    if (customers.length === 0) return null;
    const affected: string[] = [];
    const sites: number[] = [];
    customers.forEach((customer, index) => {
      if (!isAffected(customer, index)) return;
      affected.push(log.customers[customer] ?? "");
      sites.push(events[index] ?? 0);
    });
    const others = (): string[] =>
      customers
        .filter((customer, index) => !isAffected(customer, index))
        .map((customer) => log.customers[customer] ?? "");
    return { of: customers.length, affected, others, sites: { affected: sites, all: events } };
  };
  /** Those whom the alignment says to be affected. */
  const tallied = (kind: JudgedLog["deviations"][number]["kind"], place: number): ((customer: number) => boolean) => {
    const found = judged.deviations.find((one) => one.kind === kind && one.place === place);
    const affected = new Set(found?.affected);
    return (customer) => affected.has(customer);
  };

  return design.places.map(({ touchpoint, step }, place) => {
    const { all, channel, outcome } = here[place] ?? noVisits();
    const { withinSeconds, expected, channel: offered, optional } = touchpoint;
    // Who comes to an optional touchpoint, or to one of several, chooses when: that is no wait for the company.
    const isWait = optional !== true && design.steps[step]?.touchpoint === touchpoint;
    const promises = [withinSeconds, isWait ? expected?.waitSeconds : undefined].filter((one) => one !== undefined);
    const seconds = promises.length === 0 ? null : Math.min(...promises);
    const wait = waits[place] ?? { customers: [], events: [], fromPlaces: [], lengths: [] };
    const limits = seconds === null ? usualWaits(wait) : null;
    const late = exposureOf(
      wait,
      (_, index) =>
        (wait.lengths[index] ?? 0) >
        (seconds === null ? (limits?.get(wait.fromPlaces[index] ?? -1) ?? Number.POSITIVE_INFINITY) : seconds * 1000),
    );
    return {
      outOfOrder: exposureOf(all, tallied("out-of-order", place)),
      rework: touchpoint.repeatable === true ? null : exposureOf(all, tallied("repeated", place)),
      wrongChannel: offered === undefined ? null : exposureOf(channel, tallied("wrong-channel", place)),
      failed: exposureOf(outcome, (_, index) => (outcome.hits[index] ?? 0) > 0),
      outcomes: outcome,
      late: late && { exposure: late, seconds },
    };
  });
}

/** The longest usual wait, by the place that it began at. */
function usualWaits({ fromPlaces, lengths }: WaitList): ReadonlyMap<number, number> {
  const byPlace = new Map<number, number[]>();
  fromPlaces.forEach((place, index) => {
    const some = byPlace.get(place) ?? [];
    some.push(lengths[index] ?? 0);
    byPlace.set(place, some);
  });
  const limits = new Map<number, number>();
  for (const [place, some] of byPlace) {
    if (some.length < fewestWaits) continue;
    limits.set(place, quantileOfSorted(Float64Array.from(some).sort(), usual));
  }
  return limits;
}
