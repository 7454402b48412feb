import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import { type KnownEstimate, sameDefinition } from "../../metric/compare.js";
import type { Definition } from "../../metric/estimate.js";
import type { Group, GroupKey } from "../../metric/group.js";
import type { MixShiftReason } from "./mixShiftResult.js";

/** A segment's KPI as plain figures. */
export interface MixShiftFigures {
  readonly key: GroupKey;
  readonly value: number | null;
  /** The observations that it rests on. */
  readonly n: number;
  /** Of the value; without it there are no intervals. */
  readonly standardError?: number | null;
}

/** A segment's KPI: a group of `groupBy`, or plain figures. */
export type MixShiftGroup = Group<KnownEstimate> | MixShiftFigures;

/** A segment in one period. */
export interface MixPart {
  readonly key: GroupKey;
  /** Null where there is no observation, or none may be seen. */
  readonly value: number | null;
  /** Null where the group is suppressed. */
  readonly n: number | null;
  /** How many observations of equal weight would tell as much. */
  readonly effectiveN: number;
  /** What its share is of: observations, or what they weigh. */
  readonly weight: number;
  /** How much single observations vary; null where that is not known. */
  readonly variance: number | null;
}

/** All segments of one period. */
export interface MixPeriod {
  readonly parts: ReadonlyMap<GroupKey, MixPart>;
  /** The sum of the weights of the parts; null where a part is suppressed. */
  readonly weight: number | null;
}

const estimateOf = (group: MixShiftGroup): KnownEstimate | null => ("result" in group ? group.result : null);

/** Refuses what is no group, with its index in its period. */
export function checkGroups(groups: readonly unknown[]): void {
  for (const [row, group] of groups.entries()) {
    if (Object(group) === group) continue;
    throw new CxError("invalid-value", "mixShift requires groups such as { key, value, n }", group, row);
  }
}

/** The one definition of all groups; null where they are plain figures. */
export function mixShiftDefinition(groups: readonly MixShiftGroup[], hasWeights: boolean): Definition | null {
  const definitions = groups.flatMap((group) => estimateOf(group)?.definition ?? []);
  const definition = definitions[0] ?? null;
  if (definition === null) return null;
  const other = definitions.find((one) => !sameDefinition(one, definition));
  if (other !== undefined || definitions.length < groups.length) {
    throw new CxError(
      "different-definitions",
      `mixShift requires results of one definition, ${JSON.stringify(definition)}`,
      other === undefined ? "figures without one" : JSON.stringify(other),
    );
  }
  if (definition.family === "quantile") {
    throw new CxError(
      "invalid-option",
      "mixShift requires a KPI whose whole is a mean of its segments'",
      definition.kpi,
    );
  }
  if (!hasWeights && (definition.family === "ratio" || definition.options["weighted"] === true)) {
    const requirement =
      "mixShift requires weight, what each group's result is divided by in all, of ratios and of KPIs with weights";
    throw new CxError("invalid-option", requirement, definition.kpi);
  }
  return definition;
}

const isCount = (value: unknown): value is number => typeof value === "number" && value >= 0 && Number.isFinite(value);

/** A figure of a group; null where it is missing. */
function figureOf(figure: unknown, row: number): number | null {
  if (isMissing(figure)) return null;
  if (typeof figure === "number" && Number.isFinite(figure)) return figure;
  throw new CxError("invalid-value", "mixShift requires finite numbers, or null", figure, row);
}

/** Refuses counts that are none; those of a suppressed group are null. */
function checkCounts(n: unknown, weight: unknown, row: number): void {
  if (n === null) return;
  if (!isCount(n)) throw new CxError("invalid-value", "mixShift requires n to be a number of at least 0", n, row);
  if (!isCount(weight)) throw new CxError("invalid-value", "mixShift requires a weight of at least 0", weight, row);
}

/** How much single observations vary, as the standard error says; without bias where that divides by n. */
function varianceOf(standardError: number, n: number, family: Definition["family"] | undefined): number {
  const divides = family === "proportion" || family === "trinomial";
  return standardError ** 2 * (divides && n > 1 ? n ** 2 / (n - 1) : n);
}

/** Reads the groups of one period. */
export function mixPeriod(
  groups: readonly MixShiftGroup[],
  weightOf: ((group: MixShiftGroup) => number) | undefined,
): MixPeriod {
  const parts = new Map<GroupKey, MixPart>();
  let all: number | null = 0;
  for (const [row, group] of groups.entries()) {
    const { key } = group;
    if (parts.has(key)) throw new CxError("invalid-value", "mixShift requires every key once in a period", key, row);
    const estimate = estimateOf(group);
    const figures = estimate ?? (group as MixShiftFigures);
    const { n } = figures;
    const [value, standardError] = [figureOf(figures.value, row), figureOf(figures.standardError, row)];
    const weight = weightOf === undefined ? n : weightOf(group);
    checkCounts(n, weight, row);
    const effectiveN = estimate?.effectiveN ?? n ?? 0;
    const known = standardError !== null && effectiveN > 1;
    parts.set(key, {
      key,
      value,
      n,
      effectiveN,
      // Without observations nothing weighs.
      weight: n === 0 ? 0 : (weight ?? 0),
      variance: known ? varianceOf(standardError, effectiveN, estimate?.definition.family) : null,
    });
    all = all === null || n === null ? null : all + (n === 0 ? 0 : (weight ?? 0));
  }
  return { parts, weight: all };
}

/** Why a change cannot be taken apart; null where it can. */
export function mixShiftReason(before: MixPeriod, after: MixPeriod): MixShiftReason | null {
  if (before.weight === null || after.weight === null) return "suppressed-group";
  const all = [...before.parts.values(), ...after.parts.values()];
  if (all.some(({ value, weight }) => value === null && weight > 0)) return "group-without-value";
  if (before.weight === 0) return "nothing-before";
  return after.weight === 0 ? "nothing-after" : null;
}
