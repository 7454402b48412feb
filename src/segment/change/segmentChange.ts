import { checkOptions } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import { countShare } from "../../kpi/countShare.js";
import type { Estimate } from "../../metric/estimate.js";
import { mcnemarTest } from "../../stats/mcnemarTest.js";
import { stuartMaxwellTest } from "../../stats/stuartMaxwellTest.js";
import type { Segmentation } from "../segmentation.js";
import { readSegmentation } from "../segmentOf.js";

/** Options of {@link segmentChange}. */
export interface SegmentChangeOptions {
  /**
   * The segments from the worst to the best, which says who improved and who got worse; a move from or to one that is not in it is neither.
   * @defaultValue none: no move is better than another
   */
  readonly order?: readonly string[];
  /** Of the intervals, 0–1. @defaultValue 0.95 */
  readonly level?: number;
}

/** Customers who went from one segment to another. */
export interface SegmentMove {
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  /** Of the customers who were in `from` and are still in a segment, 0–1. */
  readonly share: number;
}

/** A segment with some of its customers. */
export interface SegmentCount {
  readonly segment: string;
  readonly customers: number;
}

/** Whether the segments are as large as they were, judged by the customers who moved. */
export interface SegmentMixTest {
  readonly method: "mcnemar" | "stuart-maxwell";
  /** Chi-square; null where the test is exact or nobody moved. */
  readonly statistic: number | null;
  readonly degreesOfFreedom: number | null;
  /** Null where nobody moved. */
  readonly pValue: number | null;
}

/** The result of {@link segmentChange}. */
export interface SegmentChangeResult {
  /** The segments that occur, in `order`, then by code unit: the order of rows and columns. */
  readonly segments: readonly string[];
  /** Customers by segment before (rows) and after (columns). */
  readonly counts: readonly (readonly number[])[];
  /** The same as shares of each row, 0–1; null where a row has nobody. */
  readonly shares: readonly (readonly (number | null)[])[];
  /** The moves from one segment to another, most customers first. */
  readonly moves: readonly SegmentMove[];
  /** The share of customers who changed their segment, 0–1; `n` are those with a segment before and after. */
  readonly changed: Estimate;
  /** The shares who moved to a better and to a worse segment; null without `order`. */
  readonly improved: Estimate | null;
  readonly worsened: Estimate | null;
  /** Customers without a segment before, by their segment after. */
  readonly joined: readonly SegmentCount[];
  /** Customers without a segment after, by their segment before. */
  readonly left: readonly SegmentCount[];
  readonly mixTest: SegmentMixTest;
}

type Segments = Segmentation<string | null>;
type SegmentReader = ReturnType<typeof readSegmentation<string | null>>;

/** The segments that occur, in the order asked for and then by code unit. */
function segmentsIn(lists: readonly Segments[], order: readonly string[]): string[] {
  const met = new Set<string>();
  for (const { customers } of lists) {
    for (const [row, { segment }] of customers.entries()) {
      if (segment === null) continue;
      if (typeof segment !== "string") {
        throw new CxError("invalid-value", "segmentChange requires one segment a customer, or null", segment, row);
      }
      met.add(segment);
    }
  }
  const known = order.filter((segment) => met.has(segment));
  return [
    ...known,
    ...Array.from(met)
      .filter((segment) => !order.includes(segment))
      .sort(),
  ];
}

const countsOf = (counts: ReadonlyMap<string, number>, segments: readonly string[]): SegmentCount[] =>
  segments.flatMap((segment) => {
    const customers = counts.get(segment);
    return customers === undefined ? [] : [{ segment, customers }];
  });

/** Who went where. */
interface Moves {
  readonly counts: number[][];
  readonly joined: ReadonlyMap<string, number>;
  readonly left: ReadonlyMap<string, number>;
}

function movesBetween(
  [before, wasIn]: readonly [Segments, SegmentReader],
  [after, isIn]: readonly [Segments, SegmentReader],
  segments: readonly string[],
): Moves {
  const places = new Map(segments.map((segment, place) => [segment, place]));
  const counts = segments.map(() => segments.map(() => 0));
  const joined = new Map<string, number>();
  const left = new Map<string, number>();
  const addTo = (tally: Map<string, number>, segment: string): unknown =>
    tally.set(segment, (tally.get(segment) ?? 0) + 1);
  for (const { customer, segment } of after.customers) {
    if (segment === null) continue;
    const was = wasIn(customer);
    const row = was === null ? undefined : counts[places.get(was) ?? -1];
    if (row === undefined) addTo(joined, segment);
    else {
      const column = places.get(segment) ?? -1;
      row[column] = (row[column] ?? 0) + 1;
    }
  }
  for (const { customer, segment } of before.customers) {
    if (segment !== null && isIn(customer) === null) addTo(left, segment);
  }
  return { counts, joined, left };
}

/** McNemar's test where there are two segments, exact where few moved; else Stuart and Maxwell's. */
function mixTestOf(counts: readonly (readonly number[])[]): SegmentMixTest {
  const [first, second] = counts;
  if (counts.length === 2 && first !== undefined && second !== undefined) {
    const { statistic, degreesOfFreedom, pValue } = mcnemarTest([
      [first[0] ?? 0, first[1] ?? 0],
      [second[0] ?? 0, second[1] ?? 0],
    ]);
    return { method: "mcnemar", statistic, degreesOfFreedom, pValue };
  }
  const { statistic, degreesOfFreedom, pValue } = stuartMaxwellTest(counts);
  return { method: "stuart-maxwell", statistic, degreesOfFreedom, pValue };
}

function checkOrder(order: readonly string[]): void {
  const names = Array.isArray(order) ? order.filter((segment) => typeof segment === "string") : [];
  if (names.length === 0 || new Set(names).size !== order.length) {
    throw new CxError("invalid-option", "segmentChange requires order to be different segments", String(order));
  }
}

/**
 * Who moved from which segment to which between two segmentations of the same customers: two dates of `rfm`, two waves of `tiers`.
 *
 * Mind what moves: where each date is cut at its own quantiles, the segments stay about as large as they were, and customers change
 * places. Pass the first date's `cutoffs` to the second for segments that mean the same on both dates. `mixTest` asks whether the
 * segments' sizes changed by more than customers moving to and fro would explain; it takes customers for a sample, each on their own.
 *
 * @param before Customers with their segment, or null; any result of this folder.
 * @param after The same at a later date.
 * @param options Which segments are better, and the level of the intervals.
 * @returns The matrix of moves as counts and shares, the moves by size, the share of customers who changed (with its Wilson interval),
 * who came and who went, and the test of the mix.
 * @throws A {@link CxError} `invalid-value` when a customer comes twice or has several segments (with the row), `invalid-option` when
 * an option is wrong or one of the two lists no customers.
 *
 * @example
 * ```ts
 * import { segmentChange } from "cxkit";
 *
 * const list = (segments: Record<string, string>) => ({
 *   customers: Object.entries(segments).map(([customer, segment]) => ({ customer, segment })),
 * });
 * const result = segmentChange(
 *   list({ ann: "loyal", bob: "loyal", cat: "at risk", dan: "new" }),
 *   list({ ann: "loyal", bob: "at risk", cat: "loyal", eve: "new" }),
 *   { order: ["at risk", "new", "loyal"] },
 * );
 * result.changed; // => { value: 0.66…, n: 3, … }
 * result.improved?.value; // => 0.33…
 * result.moves[0]; // => { from: "at risk", to: "loyal", customers: 1, share: 1 }
 * result.joined; // => [{ segment: "new", customers: 1 }]
 * ```
 *
 * @see Stuart (1955), Biometrika 42, 412–416; McNemar (1947), Psychometrika 12, 153–157.
 */
export function segmentChange(
  before: Segmentation<string | null>,
  after: Segmentation<string | null>,
  options: SegmentChangeOptions = {},
): SegmentChangeResult {
  checkOptions("segmentChange", options, ["order", "level"]);
  const { order } = options;
  if (order !== undefined) checkOrder(order);
  const shareOf = countShare("segmentChange", options);
  const [wasIn, isIn] = [readSegmentation("segmentChange", before), readSegmentation("segmentChange", after)];
  const segments = segmentsIn([before, after], order ?? []);
  const { counts, joined, left } = movesBetween([before, wasIn], [after, isIn], segments);
  const totals = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const n = totals.reduce((sum, count) => sum + count, 0);
  const moves = counts.flatMap((row, i) =>
    row.flatMap((customers, j): SegmentMove[] => {
      const [from, to] = [segments[i] as string, segments[j] as string];
      return i === j || customers === 0 ? [] : [{ from, to, customers, share: customers / (totals[i] ?? 1) }];
    }),
  );
  const estimate = (measure: string, holds: (move: SegmentMove) => boolean): Estimate => {
    const count = moves.filter(holds).reduce((sum, { customers }) => sum + customers, 0);
    const definition = { kpi: "segmentChange", family: "proportion", unit: "share", options: { measure } } as const;
    return shareOf(count, n, { missing: 0, invalid: 0 }, definition);
  };
  const rank = (segment: string): number => order?.indexOf(segment) ?? -1;
  const ranked = ({ from, to }: SegmentMove): boolean => rank(from) >= 0 && rank(to) >= 0;
  return {
    segments,
    counts,
    shares: counts.map((row, i) => row.map((count) => (totals[i] === 0 ? null : count / (totals[i] ?? 1)))),
    moves: moves.sort((a, b) => b.customers - a.customers),
    changed: estimate("changed", () => true),
    improved: order ? estimate("improved", (move) => ranked(move) && rank(move.to) > rank(move.from)) : null,
    worsened: order ? estimate("worsened", (move) => ranked(move) && rank(move.to) < rank(move.from)) : null,
    joined: countsOf(joined, segments),
    left: countsOf(left, segments),
    mixTest: mixTestOf(counts),
  };
}
