import { isMissing } from "../error/isMissing.js";
import type { ActivityReaders } from "../kpi/cohortRetention.js";
import { type CustomerTally, customerMetric } from "../kpi/customerMetric.js";
import type { Metric } from "../metric/metric.js";
import type { InvalidPolicy } from "../metric/valueMetric.js";

/** The accumulator of first activities. */
export interface FirstActivities extends CustomerTally {
  /** Per customer, the period of the first activity. */
  readonly first: number[];
  later: number;
}

/** How activities are read. */
export interface FirstActivityRule<Row> extends ActivityReaders<Row> {
  readonly name: string;
  readonly readTime: (value: unknown) => number;
  /** The number of the period that holds an instant. */
  readonly periodOf: (instant: number) => number;
  /** Rows at it or after it are only counted. */
  readonly end: number;
  readonly invalid: InvalidPolicy | undefined;
}

const addFirst = (first: number[], code: number, period: number): void => {
  first[code] = Math.min(first[code] ?? period, period);
};

/** The period in which each customer was first active, as a metric that the caller says the result of. */
export function firstActivity<Row, Result>(
  rule: FirstActivityRule<Row>,
  extractOutput: (activities: FirstActivities) => Result,
): Metric<Row, FirstActivities, Result> {
  const { name, customer, at, readTime, periodOf, end, invalid } = rule;
  return customerMetric<Row, number, FirstActivities, Result>({
    kpi: name,
    customer,
    read: (row) => {
      const time = at(row);
      return isMissing(time) ? null : readTime(time);
    },
    invalid,
    createAccumulator: () => ({ customers: [], first: [], missing: 0, invalid: 0, later: 0 }),
    add: (activities, id, instant, codeOf) => {
      if (instant >= end) activities.later++;
      else addFirst(activities.first, codeOf(id), periodOf(instant));
    },
    addAll: (into, other, codes) => {
      into.later += other.later;
      other.first.forEach((period, index) => {
        addFirst(into.first, codes[index] as number, period);
      });
    },
    extractOutput,
  });
}
