import type { CxError } from "../../error/cxError.js";
import { adjustPValues } from "../../stats/adjustPValues.js";
import type { Interval } from "../../stats/interval.js";
import { mannWhitneyTest } from "../../stats/mannWhitneyTest.js";
import { quantileOfSorted } from "../../stats/quantile.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import { byText } from "./byText.js";
import { differenceSettings, type JourneyDifferenceOptions } from "./differenceSettings.js";

/** How long a step takes the customers of a log. */
export interface StepTime {
  readonly customers: number;
  readonly medianSeconds: number;
}

/** How long a step takes the customers of two logs. */
export interface StepTimeDifference {
  readonly from: string;
  readonly to: string;
  readonly first: StepTime;
  readonly second: StepTime;
  /** By how many seconds the first take longer than the second: the median of all differences (Hodges and Lehmann). */
  readonly shiftSeconds: number;
  /** Of the shift alone; null where they are too few for the level. */
  readonly interval: Interval | null;
  /** The chance that one of the first takes longer than one of the second, equals counting half, 0–1. */
  readonly probabilityOfSuperiority: number;
  /** Of no difference, by Mann and Whitney's test; 1 where all take the same time. */
  readonly pValue: number;
  /** Adjusted for all tests made. */
  readonly adjustedPValue: number;
}

/** What {@link journeyTimeDifference} found. */
export interface JourneyTimeDifference {
  /** What was tested, the surest difference first. */
  readonly differences: readonly StepTimeDifference[];
  /** How many steps too few customers of either log took to be tested. */
  readonly untested: number;
}

/** The seconds that each customer took for each step the first time; by a key that is the same in every log. */
function firstTimes({ customers, touchpoints, touchpoint, at, offsets }: EventLog): Map<string, number[]> {
  const times = new Map<number, { seconds: number[]; last: number }>();
  for (let customer = 0; customer < customers.length; customer++) {
    for (let event = (offsets[customer] ?? 0) + 1; event < (offsets[customer + 1] ?? 0); event++) {
      const pair = (touchpoint[event - 1] ?? 0) * touchpoints.length + (touchpoint[event] ?? 0);
      let step = times.get(pair);
      if (step === undefined) {
        step = { seconds: [], last: -1 };
        times.set(pair, step);
      }
      if (step.last === customer) continue;
      step.last = customer;
      step.seconds.push(((at[event] ?? 0) - (at[event - 1] ?? 0)) / 1000);
    }
  }
  const nameOf = (code: number): string => touchpoints[code] ?? "";
  return new Map(
    Array.from(times, ([pair, { seconds }]) => [
      JSON.stringify([nameOf(Math.floor(pair / touchpoints.length)), nameOf(pair % touchpoints.length)]),
      seconds,
    ]),
  );
}

const timeOf = (seconds: readonly number[]): StepTime => ({
  customers: seconds.length,
  medianSeconds: quantileOfSorted(Float64Array.from(seconds).sort(), 0.5),
});

/**
 * What takes customers of one segment longer than those of another: the time of each step, a customer's first time counting.
 *
 * Only those who took the step are compared. Where the slow give up, who is left looks quick: look at {@link journeyDifference} too.
 *
 * @param first The log of one segment.
 * @param second The log of the other, of other customers. Touchpoints are matched by name.
 * @param options How many customers of each log must have taken a step, how p-values are adjusted, and the level.
 * @returns The steps that were tested, and how many were not.
 * @throws A {@link CxError} `invalid-option` when one is no event log, or an option is wrong.
 *
 * @example
 * ```ts
 * import { eventLog, journeyTimeDifference } from "cxkit";
 *
 * const visits = (device: string, seconds: number) =>
 *   Array.from({ length: 30 }, (_, who) => `${device} ${who}`).flatMap((id, who) => [
 *     { id, page: "cart", at: 0 },
 *     { id, page: "pay", at: 1000 * (seconds + who) },
 *   ]);
 * const columns = { customer: (row: { id: string }) => row.id, touchpoint: (row: { page: string }) => row.page, at: (row: { at: number }) => row.at };
 * const slow = eventLog(visits("phone", 40), columns);
 * const quick = eventLog(visits("desktop", 20), columns);
 * const [step] = journeyTimeDifference(slow, quick).differences;
 * step?.shiftSeconds; // => 20
 * step?.interval; // => { low: 15, high: 25, level: 0.95 }
 * ```
 *
 * @see Hollander and Wolfe (1973), "Nonparametric Statistical Methods", chapter 4.
 */
export function journeyTimeDifference(
  first: EventLog,
  second: EventLog,
  options: JourneyDifferenceOptions = {},
): JourneyTimeDifference {
  checkLog("journeyTimeDifference", first);
  checkLog("journeyTimeDifference", second);
  const { minimumCustomers, adjust, level } = differenceSettings("journeyTimeDifference", options);
  const [times1, times2] = [firstTimes(first), firstTimes(second)];
  const keys = new Set([...times1.keys(), ...times2.keys()]);
  const tested = Array.from(keys).flatMap((key) => {
    const [x, y] = [times1.get(key) ?? [], times2.get(key) ?? []];
    return Math.min(x.length, y.length) < minimumCustomers
      ? []
      : [{ key, x, y, test: mannWhitneyTest(x, y, { level }) }];
  });
  const adjusted = adjustPValues(
    tested.map(({ test }) => test.pValue ?? 1),
    adjust,
  );
  const differences = tested.map(({ key, x, y, test }, index): StepTimeDifference => {
    const [from, to]: string[] = JSON.parse(key);
    return {
      from: from ?? "",
      to: to ?? "",
      first: timeOf(x),
      second: timeOf(y),
      shiftSeconds: test.shift ?? 0,
      interval: test.interval,
      probabilityOfSuperiority: test.probabilityOfSuperiority ?? 0.5,
      pValue: test.pValue ?? 1,
      adjustedPValue: adjusted[index] ?? 1,
    };
  });
  const strength = ({ probabilityOfSuperiority }: StepTimeDifference): number =>
    Math.abs(probabilityOfSuperiority - 0.5);
  differences.sort(
    (a, b) => a.pValue - b.pValue || strength(b) - strength(a) || byText(a.from, b.from) || byText(a.to, b.to),
  );
  return { differences, untested: keys.size - tested.length };
}
