import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { adjustPValues, type PValueAdjustment } from "./adjustPValues.js";
import type { Sample } from "./knownNumbers.js";
import { rankGroups } from "./kruskalWallisTest.js";
import { normalCdf } from "./normalCdf.js";

/** Options of {@link dunnTest}. */
export interface DunnTestOptions {
  /** How the p-values allow for there being many. @defaultValue "holm" */
  readonly adjust?: PValueAdjustment;
}

/** Two groups of {@link dunnTest}. */
export interface DunnComparison {
  /** The place of the first group in the input. */
  readonly first: number;
  /** The place of the second group. */
  readonly second: number;
  /** The mean rank in the first group minus that in the second. */
  readonly difference: number;
  /** z; null where all values are the same. */
  readonly statistic: number | null;
  /** Two-sided, of this comparison alone. */
  readonly pValue: number | null;
  /** Two-sided, allowing for all comparisons. */
  readonly adjustedPValue: number | null;
  /** The sizes of both groups. */
  readonly n: readonly [number, number];
  /** How many values are missing in either. */
  readonly missing: readonly [number, number];
}

/**
 * Dunn's test of each two of several independent groups, after {@link kruskalWallisTest}: which tend to have greater values.
 *
 * @param groups The values of each group, in one unit; null, undefined and NaN are missing. Empty groups are in no comparison.
 * @param options How to adjust the p-values.
 * @returns All pairs of groups, in the order of the input.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number of at most 1e140 (with its index in its group),
 * `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { dunnTest } from "cxkit";
 *
 * const [pair] = dunnTest([[1, 2, 3, 4, 5], [6, 7, 8, 9, 10], [2, 4, 6, 8]]);
 * pair; // => { first: 0, second: 1, statistic: -2.80…, pValue: 0.0049…, adjustedPValue: 0.014…, … }
 * ```
 *
 * @see Dunn (1964), "Multiple comparisons using rank sums", Technometrics 6, 241–252.
 */
export function dunnTest(groups: readonly Sample[], options: DunnTestOptions = {}): DunnComparison[] {
  checkOptions("dunnTest", options, ["adjust"]);
  const { adjust = "holm" } = options;
  const { groups: ranked, n, tieSum } = rankGroups("dunnTest", groups);
  const variance = (n * (n + 1)) / 12 - tieSum / (12 * (n - 1));
  const pairs = ranked.flatMap((a, first) =>
    ranked.slice(first + 1).flatMap((b, distance) => {
      if (a.meanRank === null || b.meanRank === null) return [];
      const difference = a.meanRank - b.meanRank;
      const spread = Math.sqrt(variance * (1 / a.n + 1 / b.n));
      const statistic = tieSum < n ** 3 - n ? difference / spread : null;
      const pValue = statistic === null ? null : Math.min(1, 2 * normalCdf(Math.abs(statistic), "upper"));
      const about = { n: [a.n, b.n], missing: [a.missing, b.missing] } as const;
      return [{ first, second: first + 1 + distance, difference, statistic, pValue, ...about }];
    }),
  );
  const adjusted = adjustPValues(
    pairs.map(({ pValue }) => pValue),
    adjust,
  );
  return pairs.map((pair, i) => ({ ...pair, adjustedPValue: adjusted[i] ?? null }));
}
