import { CxError } from "../error/cxError.js";
import { checkPeriodCount } from "../metric/perPeriod.js";
import type { CohortAges } from "./cohortAges.js";
import { cohortTable } from "./cohortTable.js";
import type { CustomerTally } from "./customerMetric.js";

/** The customers who began in one period, by age from 0. */
export interface Cohort {
  /** The beginning of the period, an ISO time with the offset of the zone. */
  readonly start: string;
  readonly size: number;
  /** The customers for whom the age has fully elapsed: all or none, or with rolling ages some. */
  readonly eligible: readonly number[];
  /** Of these, how many were active at that age; null where there are none. */
  readonly retained: readonly (number | null)[];
  /** Of these, how many were active at that age or later; null where there are none. */
  readonly retainedOrLater: readonly (number | null)[];
}

/** The accumulator of {@link cohortRetentionMetric}: events as two columns. */
export interface CohortEvents extends CustomerTally {
  /** Per event, the number of its customer. */
  readonly codes: number[];
  /** Per event, the number of its period, or its instant where ages are rolling. */
  readonly keys: number[];
  /** Per customer, the key met last. */
  readonly latest: number[];
  later: number;
}

/** Adds an event, unless the customer's last one has the same key. */
export function addEvent(events: CohortEvents, code: number, key: number): void {
  if (events.latest[code] === key) return;
  events.latest[code] = key;
  events.codes.push(code);
  events.keys.push(key);
}

const mostCells = 10_000_000;

/** The least key of each customer, and the greatest of all. */
function ends({ customers, codes, keys }: CohortEvents): { first: Float64Array; last: number } {
  const first = new Float64Array(customers.length).fill(Number.POSITIVE_INFINITY);
  let last = Number.NEGATIVE_INFINITY;
  for (let event = 0; event < codes.length; event++) {
    const code = codes[event] ?? 0;
    const key = keys[event] ?? 0;
    if (key < (first[code] ?? 0)) first[code] = key;
    if (key > last) last = key;
  }
  return { first, last };
}

/** Throws where one stray date would make an endless table. */
function checkSize(cohorts: number, width: number): void {
  checkPeriodCount("cohortRetention", width);
  if (cohorts * width > mostCells) {
    const requirement = "cohortRetention requires at most 10 million cells (is a date wrong? maximumAge makes fewer)";
    throw new CxError("too-many-periods", requirement, cohorts * width);
  }
}

/** The cohorts of events up to a moment, or up to where the events say that the data end. */
export function cohorts(events: CohortEvents, aging: CohortAges, end: number | null, maximumAge: number): Cohort[] {
  const { codes, keys } = events;
  const { first, last } = ends(events);
  if (first.length === 0) return [];
  const elapsed = first.map(aging.elapsedAt(end ?? aging.endOf(last)));
  const periods = first.map(aging.cohortOf);
  const numbers = Array.from(new Set(periods)).sort((a, b) => a - b);
  const places = new Map(numbers.map((period, place) => [period, place]));
  const cohort = periods.map((period) => places.get(period) ?? 0);
  const longest = elapsed.reduce((most, each) => Math.max(most, each), 0);
  const width = Math.min(maximumAge + 1, longest);
  checkSize(numbers.length, width);
  const ages = new Int32Array(codes.length);
  for (let event = 0; event < ages.length; event++) {
    ages[event] = aging.ageAt(keys[event] ?? 0, first[codes[event] ?? 0] ?? 0);
  }
  return cohortTable({ cohort, elapsed }, numbers.length, codes, ages, width).map((counts, place) => {
    const period = numbers[place] ?? 0;
    const eligible = counts.eligible.map((count, age) => (aging.exists(period, age) ? count : 0));
    const known = (figure: number, age: number): number | null => (eligible[age] === 0 ? null : figure);
    return {
      start: aging.startOf(period),
      size: counts.size,
      eligible,
      retained: counts.retained.map(known),
      retainedOrLater: counts.retainedOrLater.map(known),
    };
  });
}
