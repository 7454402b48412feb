import { checkOptions, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { checkMap } from "./checkAccumulator.js";
import { checkMetric } from "./checkMetric.js";
import { compareKeys } from "./compareKeys.js";
import type { Group, GroupKey } from "./group.js";
import { type Hidden, hideSmallGroups } from "./hideSmallGroups.js";
import { keyed } from "./keyed.js";
import type { Metric } from "./metric.js";
import { checkMinimumN, type MinimumN, type NoMinimumN } from "./suppressed.js";

/** What an accessor may say about the group of a row; undefined and NaN stand for no key. */
export type GroupKeyInput = GroupKey | undefined;

function keyOf(key: GroupKeyInput): GroupKey {
  switch (typeof key) {
    case "string":
    case "boolean":
      return key;
    case "undefined":
      return null;
    case "number":
      if (Number.isFinite(key)) return key;
      if (Number.isNaN(key)) return null;
      break;
    default:
      if (key === null) return null;
  }
  throw new CxError("invalid-value", "groupBy requires keys that are strings, finite numbers, booleans or null", key);
}

/**
 * A metric for each group of rows. Nests: a group's metric may itself be grouped, or go by period.
 *
 * @param key What the rows of a group have in common: a string, number, boolean or null; or an array of such, for a row that
 * belongs to several groups. A row without a key (undefined, NaN, an empty array) is in the group null, so that no row is lost.
 * @param metric The metric to apply to each group.
 * @param options `minimumN`: an estimate of fewer observations is hidden in every group, and the next-smallest groups with it where
 * what is hidden could be worked out from the total; only that a group has none at all, which tells of nobody, may be. It protects groups of one list from each other, and the groups within each; a cross
 * table, different windows of time, or parts of one group under several names of an `allOf` may still tell one from another.
 * @returns A metric whose result is the groups that occur, sorted: numbers by size, then strings by code unit, then booleans,
 * null last. Memory grows with the number of groups.
 * @throws A {@link CxError} `invalid-value` when a key is anything else, `invalid-option` when `key` is no function.
 *
 * @example
 * ```ts
 * import { csatMetric, groupBy, measure } from "cxkit";
 *
 * const answers = [
 *   { tags: ["delivery", "price"], score: 5 },
 *   { tags: ["price"], score: 2 },
 *   { tags: [], score: 4 },
 * ];
 * measure(answers, groupBy((row) => row.tags, csatMetric((row) => row.score)))
 *   .map(({ key, result }) => [key, result.value]); // => [["delivery", 100], ["price", 50], [null, 100]]
 * ```
 */
export function groupBy<Row, Acc, Result>(
  key: (row: Row) => GroupKeyInput | readonly GroupKeyInput[],
  metric: Metric<Row, Acc, Result>,
  options?: NoMinimumN,
): Metric<Row, Map<GroupKey, Acc>, Group<Result>[]>;
export function groupBy<Row, Acc, Result>(
  key: (row: Row) => GroupKeyInput | readonly GroupKeyInput[],
  metric: Metric<Row, Acc, Result>,
  options: MinimumN,
): Metric<Row, Map<GroupKey, Acc>, Group<Hidden<Result>>[]>;
export function groupBy<Row, Acc, Result>(
  key: (row: Row) => GroupKeyInput | readonly GroupKeyInput[],
  metric: Metric<Row, Acc, Result>,
  options: MinimumN = {},
): Metric<Row, Map<GroupKey, Acc>, Group<Result | Hidden<Result>>[]> {
  checkReader("groupBy", key);
  checkMetric("groupBy", metric);
  checkOptions("groupBy", options, ["minimumN"]);
  const { minimumN = 0 } = options;
  checkMinimumN("groupBy", minimumN);
  const fold = keyed<Row, GroupKey, Acc>(
    "groupBy",
    (nameOf) => (row) => {
      const keys = key(row);
      if (!Array.isArray(keys)) return nameOf(keyOf(keys as GroupKeyInput));
      return keys.length === 0 ? nameOf(null) : Array.from(new Set(keys.map(keyOf)), nameOf);
    },
    metric,
  );
  return {
    ...fold,
    extractOutput: (accumulators) => {
      checkMap("groupBy", accumulators);
      const groups = Array.from(accumulators, ([groupKey, accumulator]) => ({
        key: groupKey,
        result: metric.extractOutput(accumulator),
      })).sort((a, b) => compareKeys(a.key, b.key));
      return minimumN > 0 ? hideSmallGroups(groups, minimumN) : groups;
    },
  };
}
