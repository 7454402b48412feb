import type { DesignModel } from "../conformance/designModel.js";
import type { JudgedLog } from "../conformance/judgeLog.js";
import type { EventLog } from "../log/eventLog.js";
import type { Exposure, Sites } from "./exposure.js";
import { type UsualWait, usualWaits, type WaitTimes } from "./usualWaits.js";

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
  /**
   * What was promised; null where nothing is: then those count who took longer than 95 % of all who came from the same place, and of
   * both only who was there long enough before the end for a long wait to be seen.
   */
  readonly seconds: number | null;
}

/** The waits for one place, as they are found, with the events where they began. */
interface WaitList extends Seen, WaitTimes {
  readonly fromPlaces: number[];
  readonly begins: number[];
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

const noWaits = (): WaitList => ({ customers: [], events: [], fromPlaces: [], begins: [], lengths: [] });

/**
 * The deviations of a judged log, place by place, each with the customers whom it could affect and where that shows.
 *
 * @param end Until when events have been seen, epoch milliseconds.
 */
export function deviationExposures(
  log: EventLog,
  { design }: DesignModel,
  judged: JudgedLog,
  failedOutcomes: readonly string[],
  end: number,
): PlaceDeviations[] {
  const placeOfCode = log.touchpoints.map((name) => design.placeOfEvent.get(name) ?? -1);
  const failures = new Set(failedOutcomes.map((name) => name.trim().toLowerCase()));
  const failing = log.outcomes.map((name) => failures.has(name.trim().toLowerCase()));
  const here = design.places.map(noVisits);
  const waits = design.places.map(noWaits);
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
      const began = log.at[from + step.from] ?? 0;
      wait.begins.push(began);
      wait.lengths.push((log.at[from + step.to] ?? 0) - began);
    }
  }

  const exposureOf = (
    { customers, events }: Seen,
    isAffected: (customer: number, index: number) => boolean,
    range: Pick<Sites, "to"> = {},
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
    return { of: customers.length, affected, others, sites: { affected: sites, all: events, ...range } };
  };
  /** Who waited longer than is usual, out of those whom it could be seen of. */
  const unusual = (wait: WaitList): Exposure | null => {
    const usual = usualWaits(wait, end);
    const usualOf = (index: number): UsualWait | undefined => usual.get(wait.fromPlaces[index] ?? -1);
    const seen = Array.from(wait.lengths.keys()).filter((index) => {
      return (wait.begins[index] ?? 0) <= (usualOf(index)?.until ?? Number.NEGATIVE_INFINITY);
    });
    const some = {
      customers: seen.map((index) => wait.customers[index] ?? 0),
      events: seen.map((index) => wait.events[index] ?? 0),
    };
    return exposureOf(some, (_, place) => {
      const index = seen[place] ?? 0;
      return (wait.lengths[index] ?? 0) > (usualOf(index)?.limit ?? Number.POSITIVE_INFINITY);
    });
  };
  /** Who waited longer than is promised; where that is looked for, only among those whom it could be seen of. */
  const promised = (wait: WaitList, limit: number): Exposure | null => {
    const until = Array.from(usualWaits(wait, end).values(), (usual) => usual.until);
    const to = Math.min(end - limit, ...until);
    return exposureOf(wait, (_, index) => (wait.lengths[index] ?? 0) > limit, { to });
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
    const wait = waits[place] ?? noWaits();
    const late = seconds === null ? unusual(wait) : promised(wait, seconds * 1000);
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
