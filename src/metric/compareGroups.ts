import { checkOptions, refuseOption } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { adjustPValues, type PValueAdjustment } from "../stats/adjustPValues.js";
import { type Comparison, compare, type KnownEstimate } from "./compare.js";
import type { Group, GroupKey } from "./group.js";
import type { Period } from "./period.js";

/** Options of {@link compareGroups}. */
export interface CompareGroupsOptions {
  /** The confidence level of each interval. @defaultValue 0.95 */
  readonly level?: number;
  /**
   * How p-values are adjusted for being many: `holm` for a handful of planned comparisons, `benjamini-hochberg` for a scan over many
   * groups. @defaultValue "holm"
   */
  readonly adjust?: PValueAdjustment;
  /** The key of one group (of a period, its start) that all others are compared with. @defaultValue none: every group with every other */
  readonly against?: GroupKey;
}

/** The difference of two groups: the first minus the second. */
export interface GroupComparison extends Comparison {
  readonly first: GroupKey;
  readonly second: GroupKey;
  /** The p-value adjusted for all comparisons made; null where it cannot be told. */
  readonly adjustedPValue: number | null;
}

/** A period is known by its start; what lies outside of all periods is none. */
function asGroup(group: Group<KnownEstimate> | Period<KnownEstimate>): Group<KnownEstimate>[] {
  if ("key" in group) return [group];
  return group.start === null || group.end === null ? [] : [{ key: group.start, result: group.result }];
}

/**
 * Many groups compared at once, with p-values that allow for their number: of twenty groups that are all the same, one pair or
 * another always looks different.
 *
 * @param groups Groups with results of one KPI, as `groupBy` gives them, or the periods of `perPeriod`, which are known by their `start`
 * (what lies outside of them is left out). Their rows must not overlap, as those of `rolling` do.
 * @param options How p-values are adjusted, the level, and whether there is one group to compare with.
 * @returns The comparison of each pair, in the order of the groups; of g groups g(g − 1)/2, or g − 1 with `against`. An interval is that
 * of its pair alone: judge by `adjustedPValue` whether a difference is news.
 * @throws A {@link CxError} `different-definitions` when results are not of one definition, `invalid-option` when an option is wrong or
 * `against` is none of the groups.
 *
 * @example
 * ```ts
 * import { compareGroups, groupBy, measure, rateMetric } from "cxkit";
 *
 * const answers = (channel: string, solved: number, all: number) =>
 *   Array.from({ length: all }, (_, i) => ({ channel, solved: i < solved }));
 * const cases = [...answers("web", 30, 40), ...answers("app", 18, 40), ...answers("shop", 25, 40)];
 * const byChannel = measure(cases, groupBy((row) => row.channel, rateMetric((row) => row.solved)));
 * compareGroups(byChannel).map(({ first, second, difference, adjustedPValue }) => [first, second, difference, adjustedPValue]);
 * // => [["app", "shop", -0.175, 0.2…], ["app", "web", -0.3, 0.0…], ["shop", "web", -0.125, 0.2…]]
 * ```
 *
 * @see Holm (1979), Scandinavian Journal of Statistics 6, 65–70; Benjamini and Hochberg (1995), Journal of the Royal Statistical Society
 * B 57, 289–300.
 */
export function compareGroups(
  groups: readonly Group<KnownEstimate>[] | readonly Period<KnownEstimate>[],
  options: CompareGroupsOptions = {},
): GroupComparison[] {
  checkOptions("compareGroups", options, ["level", "adjust", "against"]);
  const { level = 0.95, adjust = "holm", against } = options;
  if (!Array.isArray(groups)) {
    refuseOption("compareGroups requires groups as groupBy gives them, or periods as perPeriod does", groups);
  }
  const named = groups.flatMap(asGroup);
  const reference = against === undefined ? undefined : named.find(({ key }) => key === against);
  if (against !== undefined && reference === undefined) {
    throw new CxError("invalid-option", "compareGroups requires against to be the key of one of the groups", against);
  }
  const pairs = named.flatMap((first, index) =>
    reference === undefined
      ? named.slice(index + 1).map((second) => [first, second] as const)
      : first === reference
        ? []
        : [[first, reference] as const],
  );
  const found = pairs.map(([first, second]) => compare(first.result, second.result, { level }));
  const adjusted = adjustPValues(
    found.map(({ pValue }) => pValue),
    adjust,
  );
  return pairs.map(([first, second], index) => ({
    first: first.key,
    second: second.key,
    // Of as many pairs as there are comparisons.
    ...(found[index] as Comparison),
    adjustedPValue: adjusted[index] ?? null,
  }));
}
