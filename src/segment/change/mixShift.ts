import { checkChoice, checkOptions, checkReader } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { GroupKey } from "../../metric/group.js";
import { criticalValue } from "../../stats/criticalValue.js";
import { errorOfEffects, knownPeriods, type SegmentEffect } from "./errorOfEffects.js";
import {
  checkGroups,
  type MixPart,
  type MixPeriod,
  type MixShiftGroup,
  mixPeriod,
  mixShiftDefinition,
  mixShiftReason,
} from "./mixPeriod.js";
import type { MixShiftEffect, MixShiftResult, MixShiftSegment, MixShiftSide } from "./mixShiftResult.js";
import { type SegmentEffects, segmentEffects, sumOfEffects } from "./segmentEffects.js";

/** Options of {@link mixShift}. */
export interface MixShiftOptions {
  /**
   * `symmetric`: shares and values averaged over both periods, so that nothing is left over (Kitagawa, Das Gupta). `three-part`: from
   * where things were before, with what both changes do at once apart (Oaxaca, Blinder). @defaultValue "symmetric"
   */
  readonly variant?: "symmetric" | "three-part";
  /**
   * What a group's share is of: the sum of its rows' weights, for KPIs with weights; what it is divided by, for ratios. At least 0.
   * @defaultValue its observations
   */
  readonly weight?: (group: MixShiftGroup) => number;
  /** The level of the intervals, 0–1. @defaultValue 0.95 */
  readonly level?: number;
}

const unknown: MixShiftEffect = { value: null, standardError: null, interval: null };

/** Whether a segment has observations, as far as these may be seen. */
const isThere = (part: MixPart | undefined): boolean => part !== undefined && (part.n === null || part.weight > 0);

/** The keys of both periods, in their order. */
const keysOf = (before: MixPeriod, after: MixPeriod): GroupKey[] => [
  ...new Set([before, after].flatMap(({ parts }) => [...parts.values()].filter(isThere).map(({ key }) => key))),
];

function sideOf(part: MixPart | undefined, { weight }: MixPeriod): MixShiftSide {
  if (part === undefined) return { value: null, n: 0, share: weight ? 0 : null };
  return { value: isThere(part) ? part.value : null, n: part.n, share: weight ? part.weight / weight : null };
}

/** A segment without its effects. */
function sidesOf(key: GroupKey, before: MixPeriod, after: MixPeriod) {
  const [was, is] = [before.parts.get(key), after.parts.get(key)];
  const status = !isThere(was) ? ("new" as const) : isThere(is) ? ("both" as const) : ("vanished" as const);
  return { key, status, before: sideOf(was, before), after: sideOf(is, after) };
}

/**
 * Takes the change of a KPI apart: how much of it is change within segments, and how much is that segments grew or shrank. NPS may fall
 * while it rises in every segment, where the unhappy segment grows (Simpson's paradox).
 *
 * Within and mix sum to the change. A segment's mix is its change of share times how far its KPI is from the whole's, both averaged over
 * the two periods; so a segment better than the whole that grows is good. Segments that come or go have no change within: their share
 * times how far they are from the whole is in the mix, and also told as `entered` and `left`. Each row must be in one group.
 *
 * @param before Groups as `groupBy` gives them, of any share, score or mean; or `{ key, value, n, standardError? }`.
 * @param after The same of the later period, of other rows.
 * @param options Which decomposition, the weight of a group, and the level.
 * @returns The change and its parts in the KPI's unit, in all and by segment, with intervals by the delta method: rows are taken as drawn
 * at random, so shares are uncertain too. The variance of a segment is steadied by that of all, as two more observations. Time is quadratic in segments. Swapping the
 * periods turns all signs (but for `three-part`). Where a group is suppressed or a period is empty, figures are null and `reason` says why.
 * @throws A {@link CxError} `different-definitions` when results are not of one definition; `invalid-value` when a group is no object, a key comes
 * twice or a figure is none (with its index); `invalid-option` when an option is wrong, for medians, and for ratios and KPIs with weights where
 * `weight` is not given.
 *
 * @example
 * ```ts
 * import { mixShift } from "cxkit";
 *
 * // Satisfaction rises in both channels, and falls over all: more customers call.
 * const { before, after, change, within, mix, segments } = mixShift(
 *   [{ key: "app", value: 90, n: 800 }, { key: "phone", value: 50, n: 200 }],
 *   [{ key: "app", value: 92, n: 400 }, { key: "phone", value: 54, n: 600 }],
 * );
 * [before, after, change.value, within.value, mix.value]; // => [82, 69.2, -12.8, 2.80…, -15.6]
 * segments.map(({ key, within, mix }) => [key, within.value, mix.value]); // => [["app", 1.20…, -6.16], ["phone", 1.6, -9.44]]
 * ```
 *
 * @see Kitagawa (1955), Journal of the American Statistical Association 50, 1168–1194; Das Gupta (1993), "Standardization and
 * Decomposition of Rates", U.S. Bureau of the Census P23-186; Oaxaca (1973), International Economic Review 14, 693–709.
 */
export function mixShift(
  before: readonly MixShiftGroup[],
  after: readonly MixShiftGroup[],
  options: MixShiftOptions = {},
): MixShiftResult {
  checkOptions("mixShift", options, ["variant", "weight", "level"]);
  const { variant = "symmetric", weight, level = 0.95 } = options;
  checkChoice("variant", variant, ["symmetric", "three-part"]);
  if (weight !== undefined) checkReader("mixShift: weight", weight);
  const z = criticalValue(level);
  for (const groups of [before, after]) {
    if (!Array.isArray(groups)) throw new CxError("invalid-option", "mixShift requires two arrays of groups", groups);
    checkGroups(groups);
  }
  const definition = mixShiftDefinition([...before, ...after], weight !== undefined);
  const [was, is] = [mixPeriod(before, weight), mixPeriod(after, weight)];
  const reason = mixShiftReason(was, is);
  const keys = keysOf(was, is);
  const about = { reason, variant, definition };
  const isThreePart = variant === "three-part";
  if (reason !== null) {
    const parts = { within: unknown, mix: unknown, interaction: isThreePart ? unknown : null };
    return {
      before: wholeOf(was),
      after: wholeOf(is),
      change: unknown,
      ...parts,
      entered: unknown,
      left: unknown,
      segments: keys.map((key) => ({ ...sidesOf(key, was, is), ...parts, total: unknown })),
      ...about,
    };
  }
  const periods = knownPeriods(was, is);
  const effect = (...some: (SegmentEffect | null)[]): MixShiftEffect => {
    const effects = some.filter((one) => one !== null);
    const standardError = errorOfEffects(periods, effects);
    const value = effects.reduce((sum, one) => sum + one.value, 0);
    const half = z * (standardError ?? 0);
    const interval = half > 0 ? { low: value - half, high: value + half, level } : null;
    return { value, standardError, interval };
  };
  const all = keys.map((key) => ({ ...sidesOf(key, was, is), effects: segmentEffects(key, periods, variant) }));
  const totalOf = (key: GroupKey, { within, mix, interaction }: SegmentEffects): SegmentEffect =>
    sumOfEffects(key, [within, mix, interaction]);
  const mixOf = (status: MixShiftSegment["status"]): SegmentEffect[] =>
    all.filter((segment) => segment.status === status).map(({ effects }) => effects.mix);
  return {
    before: periods[0].whole,
    after: periods[1].whole,
    change: effect(...all.map(({ key, effects }) => totalOf(key, effects))),
    within: effect(...all.map(({ effects }) => effects.within)),
    mix: effect(...all.map(({ effects }) => effects.mix)),
    interaction: isThreePart ? effect(...all.map(({ effects }) => effects.interaction)) : null,
    entered: effect(...mixOf("new")),
    left: effect(...mixOf("vanished")),
    segments: all.map(({ effects, ...segment }) => ({
      ...segment,
      within: effects.within === null ? unknown : effect(effects.within),
      mix: effect(effects.mix),
      interaction: !isThreePart ? null : effects.interaction === null ? unknown : effect(effects.interaction),
      total: effect(totalOf(segment.key, effects)),
    })),
    ...about,
  };
}

/** The KPI over all segments of one period; null where it cannot be told. */
function wholeOf({ parts, weight }: MixPeriod): number | null {
  if (!weight) return null;
  let sum = 0;
  for (const part of parts.values()) {
    if (part.weight === 0) continue;
    if (part.value === null) return null;
    sum += (part.weight / weight) * part.value;
  }
  return sum;
}
