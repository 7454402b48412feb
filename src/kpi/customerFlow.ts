import { checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import type { Estimate } from "../metric/estimate.js";
import type { Metric } from "../metric/metric.js";
import { checkMinimumN, type MinimumN, type Suppressed, suppress } from "../metric/suppressed.js";
import type { InvalidPolicy } from "../metric/valueMetric.js";
import { type TimeInput, timeReader } from "../time/parseTime.js";
import { dayMs } from "../time/zone.js";
import { type CustomerId, type CustomerTally, customerMetric } from "./customerMetric.js";
import type { ProportionMethod } from "./proportionInterval.js";

/** Where {@link churnMetric} and {@link retentionMetric} find a subscription in a row. */
export interface SubscriptionReaders<Row> {
  /** The customer's id; a row without one is counted in `missing`. */
  readonly customer: (row: Row) => CustomerId | null | undefined;
  /** When the subscription began; a row without a start is counted in `missing`. */
  readonly start: (row: Row) => TimeInput | null | undefined;
  /** When it ended: the first moment at which it no longer ran; null, undefined and NaN stand for one that still runs. */
  readonly end: (row: Row) => TimeInput | null | undefined;
}

/** The fields of a `Subscription` that {@link churn} and {@link retention} read. */
export interface SubscriptionSpan {
  readonly customer: CustomerId | null | undefined;
  readonly startedAt: TimeInput | null | undefined;
  readonly endedAt?: TimeInput | null | undefined;
}

/** The readers of a `Subscription`. */
export const subscriptionReaders: SubscriptionReaders<SubscriptionSpan> = {
  customer: (row) => row.customer,
  start: (row) => row.startedAt,
  end: (row) => row.endedAt,
};

/** The period over which customers stay or leave. */
export interface FlowPeriod {
  /** The customers active at this moment are those who can stay or leave. */
  readonly from: TimeInput;
  /** Who is not active at this moment has left. */
  readonly to: TimeInput;
  /** The IANA zone of times without an offset. @defaultValue none: such times are refused */
  readonly timeZone?: string;
}

/** The options of {@link churn} and {@link retention} alike. */
export interface FlowOptions extends FlowPeriod {
  /** The confidence level, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** How the interval is made. @defaultValue "wilson" */
  readonly method?: ProportionMethod;
  /** What becomes of a row with a time that is none, or an end before its start. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** The names of {@link FlowOptions}, of `variant` and of `minimumN`, for `checkOptions`. */
export const flowOptions: readonly string[] = [
  "from",
  "to",
  "timeZone",
  "variant",
  "level",
  "method",
  "invalid",
  "minimumN",
];

/**
 * The accumulator of {@link churnMetric} and {@link retentionMetric}: per customer when it was active, as a sum of 1 (at `from`), 2
 * (at `to`) and 4 (at any moment after `from`, up to `to`).
 */
export interface FlowStates extends CustomerTally {
  readonly states: number[];
}

const [atFrom, atTo, after] = [1, 2, 4];

/** How many customers came, stayed and went. */
export interface CustomerFlow {
  /** The customers active at `from`: kept and lost ones. */
  readonly atStart: number;
  /** Active at `from` and at `to`. */
  readonly kept: number;
  /** Active at `from` and not at `to`. */
  readonly lost: number;
  /** Not active at `from` and active at some later moment up to `to`: new, or back again. */
  readonly gained: number;
  /** Of those gained, how many are not active at `to`. */
  readonly gainedAndLost: number;
}

const namedLengths = [
  { least: 7, most: 7, name: "week" },
  { least: 28, most: 31, name: "month" },
  { least: 89, most: 92, name: "quarter" },
  { least: 365, most: 366, name: "year" },
];

/** How long a period is, in words that two months share and a month and a year do not. */
function lengthOf(milliseconds: number): string {
  const days = Math.round(milliseconds / dayMs);
  if (days === 0) return `${milliseconds / 1000} seconds`;
  const named = namedLengths.find(({ least, most }) => days >= least && days <= most);
  return named?.name ?? (days === 1 ? "day" : `${days} days`);
}

function flowOf({ states }: FlowStates): CustomerFlow {
  const flow = { atStart: 0, kept: 0, lost: 0, gained: 0, gainedAndLost: 0 };
  for (const state of states) {
    if ((state & atFrom) !== 0) {
      flow.atStart++;
      if ((state & atTo) !== 0) flow.kept++;
      else flow.lost++;
    } else if ((state & after) !== 0) {
      flow.gained++;
      if ((state & atTo) === 0) flow.gainedAndLost++;
    }
  }
  return flow;
}

/** When a subscription ran. */
export interface Running {
  /** Whether it ran at a moment: from its start up to but not including its end. */
  readonly covers: (instant: number) => boolean;
  /** Whether it ran at any moment after the beginning of the period, up to its end. */
  readonly later: boolean;
}

/** A period over which customers stay or leave, and a reader of when subscriptions ran; null for a row without a start. */
export function flowPeriod<Row>(
  kpi: string,
  { start, end }: Pick<SubscriptionReaders<Row>, "start" | "end">,
  options: FlowPeriod,
): {
  readonly from: number;
  readonly to: number;
  readonly period: string;
  readonly read: (row: Row) => Running | null;
} {
  checkReader(`${kpi}: start`, start);
  checkReader(`${kpi}: end`, end);
  const readTime = timeReader(options.timeZone, kpi);
  const from = readTime(options.from);
  const to = readTime(options.to);
  if (from >= to) throw new CxError("invalid-option", `${kpi} requires from to be before to`, options.from);
  const read = (row: Row): Running | null => {
    const begun = start(row);
    if (isMissing(begun)) return null;
    const ended = end(row);
    const first = readTime(begun);
    const last = isMissing(ended) ? Number.POSITIVE_INFINITY : readTime(ended);
    if (last < first) throw new CxError("invalid-value", `${kpi} requires an end that is not before its start`, ended);
    return {
      covers: (instant) => first <= instant && instant < last,
      later: first <= to && last > from && last > first,
    };
  };
  return { from, to, period: lengthOf(to - from), read };
}

/** The metric of a KPI of customers who stay or leave over a period. */
export function customerFlow<Row, Result extends Pick<Estimate, "n" | "definition">>(
  kpi: string,
  readers: SubscriptionReaders<Row>,
  options: FlowOptions & MinimumN,
  resultOf: (flow: CustomerFlow, tally: CustomerTally, period: string) => Result,
): Metric<Row, FlowStates, Result | Suppressed<Result>> {
  const { from, to, period, read } = flowPeriod(kpi, readers ?? {}, options);
  const { minimumN = 0 } = options;
  checkMinimumN(kpi, minimumN);
  const add = ({ states }: FlowStates, code: number, state: number): void => {
    states[code] = (states[code] ?? 0) | state;
  };
  return customerMetric<Row, number, FlowStates, Result | Suppressed<Result>>({
    kpi,
    customer: readers?.customer,
    read: (row) => {
      const running = read(row);
      if (running === null) return null;
      const { covers, later } = running;
      return (covers(from) ? atFrom : 0) | (covers(to) ? atTo : 0) | (later ? after : 0);
    },
    invalid: options.invalid,
    createAccumulator: () => ({ customers: [], states: [], missing: 0, invalid: 0 }),
    add: (accumulator, id, state, codeOf) => add(accumulator, codeOf(id), state),
    addAll: (into, other, codes) => {
      codes.forEach((code, index) => {
        add(into, code, other.states[index] ?? 0);
      });
    },
    extractOutput: (accumulator) => {
      const result = resultOf(flowOf(accumulator), accumulator, period);
      return result.n < minimumN ? suppress(result) : result;
    },
  });
}
