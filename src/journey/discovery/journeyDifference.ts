import type { CxError } from "../../error/cxError.js";
import { adjustPValues } from "../../stats/adjustPValues.js";
import { differenceOfShares } from "../../stats/differenceOfShares.js";
import type { Interval } from "../../stats/interval.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import { byText } from "./byText.js";
import { differenceSettings, type JourneyDifferenceOptions } from "./differenceSettings.js";
import { type JourneyPartKind, journeyParts } from "./journeyParts.js";

/** How many customers of a log do something. */
export interface PartUse {
  readonly customers: number;
  /** Of all customers of the log, 0–1. */
  readonly share: number;
}

/** Something that customers of two logs do, compared. */
export interface PartDifference {
  readonly kind: JourneyPartKind;
  /** The touchpoint alone, the two of a transition, or the whole path. */
  readonly path: readonly string[];
  readonly first: PartUse;
  readonly second: PartUse;
  /** The first share less the second. */
  readonly difference: number;
  /** Of the difference alone, by Newcombe; judge by `adjustedPValue` whether it is news. */
  readonly interval: Interval;
  /** The z test of two shares; Fisher's exact test where fewer than five are expected in any cell. */
  readonly pValue: number;
  /** Adjusted for all tests made. */
  readonly adjustedPValue: number;
}

/** What {@link journeyDifference} found. */
export interface JourneyDifference {
  /** What was tested, the surest difference first. */
  readonly differences: readonly PartDifference[];
  /** How many customers each log has. */
  readonly customers: readonly [first: number, second: number];
  /** Customers who are in both logs; where there are many, the tests (which take customers for different ones) do not hold. */
  readonly inBoth: number;
  /** How many touchpoints, steps and paths were too rare to be tested. */
  readonly untested: number;
}

/**
 * What customers of two segments do differently: which touchpoints they come to, which steps they take, where they begin and end, and
 * which whole paths they take.
 *
 * Everything is counted by customers (each once, however often they go round), since visits of one customer are not independent. With
 * hundreds of steps some always look different; the adjusted p-values allow for all that was looked at.
 *
 * @param first The log of one segment, such as `filterLog(log, { where: { device: "phone" } })`.
 * @param second The log of the other. Touchpoints are matched by name.
 * @param options What is common enough (in both logs together) to be tested, how p-values are adjusted, and the level.
 * @returns What was tested, and what was not; shares 0–1. Nothing is tested where a log is empty.
 * @throws A {@link CxError} `invalid-option` when one is no event log, or an option is wrong.
 *
 * @example
 * ```ts
 * import { eventLog, journeyDifference } from "cxkit";
 *
 * const visits = (device: string, customers: number, paid: number) =>
 *   Array.from({ length: customers }, (_, who) => `${device} ${who}`).flatMap((id, who) => [
 *     { id, page: "cart", at: 0 },
 *     ...(who < paid ? [{ id, page: "pay", at: 1 }] : []),
 *   ]);
 * const columns = { customer: (row: { id: string }) => row.id, touchpoint: (row: { page: string }) => row.page, at: (row: { at: number }) => row.at };
 * const phone = eventLog(visits("phone", 100, 40), columns);
 * const desktop = eventLog(visits("desktop", 100, 80), columns);
 * const found = journeyDifference(phone, desktop).differences.find(({ kind }) => kind === "transition");
 * found; // => { kind: "transition", path: ["cart", "pay"], difference: -0.4, … }
 * found?.adjustedPValue; // => 0.00000001…
 * ```
 *
 * @see Newcombe (1998), Statistics in Medicine 17, 873–890; Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57,
 * 289–300.
 */
export function journeyDifference(
  first: EventLog,
  second: EventLog,
  options: JourneyDifferenceOptions = {},
): JourneyDifference {
  checkLog("journeyDifference", first);
  checkLog("journeyDifference", second);
  const { minimumCustomers, adjust, level } = differenceSettings("journeyDifference", options);
  const [n1, n2] = [first.customers.length, second.customers.length];
  const [parts1, parts2] = [journeyParts(first), journeyParts(second)];
  const known = new Set(first.customers);
  const all = new Map([...parts1, ...parts2]);
  const tested = Array.from(all, ([key, { kind, path }]) => {
    const [count1, count2] = [parts1.get(key)?.customers ?? 0, parts2.get(key)?.customers ?? 0];
    return { kind, path, count1, count2 };
  })
    .filter(({ count1, count2 }) => n1 > 0 && n2 > 0 && count1 + count2 >= minimumCustomers)
    .map((part) => ({ ...part, ...differenceOfShares([part.count1, n1], [part.count2, n2], level) }));
  const adjusted = adjustPValues(
    tested.map(({ pValue }) => pValue ?? 1),
    adjust,
  );
  const differences = tested.map(
    ({ kind, path, count1, count2, difference, interval, pValue }, index): PartDifference => ({
      kind,
      path,
      first: { customers: count1, share: count1 / n1 },
      second: { customers: count2, share: count2 / n2 },
      difference: difference ?? 0,
      interval: interval ?? { low: -1, high: 1, level },
      pValue: pValue ?? 1,
      adjustedPValue: adjusted[index] ?? 1,
    }),
  );
  differences.sort(
    (a, b) =>
      a.pValue - b.pValue ||
      Math.abs(b.difference) - Math.abs(a.difference) ||
      byText(a.kind, b.kind) ||
      byText(JSON.stringify(a.path), JSON.stringify(b.path)),
  );
  return {
    differences,
    customers: [n1, n2],
    inBoth: second.customers.reduce((count, id) => count + (known.has(id) ? 1 : 0), 0),
    untested: all.size - tested.length,
  };
}
