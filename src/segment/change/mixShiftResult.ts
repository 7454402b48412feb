import type { Definition, Interval } from "../../metric/estimate.js";
import type { GroupKey } from "../../metric/group.js";

/** A part of a KPI's change, in the KPI's unit. */
export interface MixShiftEffect {
  /** Null where it cannot be told. */
  readonly value: number | null;
  /** By the delta method; null where the values' own standard errors are not known. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

/** A segment in one of the two periods. */
export interface MixShiftSide {
  /** Its KPI; null where the segment has no observation. */
  readonly value: number | null;
  /** Its observations; null where the group is suppressed. */
  readonly n: number | null;
  /** Its share of all observations (or of all weight), 0–1; null where that cannot be told. */
  readonly share: number | null;
}

/** What one segment has to do with a KPI's change. */
export interface MixShiftSegment {
  readonly key: GroupKey;
  /** `new`: without observations before. `vanished`: without observations after. */
  readonly status: "both" | "new" | "vanished";
  readonly before: MixShiftSide;
  readonly after: MixShiftSide;
  /** Through the change of its own KPI; null for a segment that has one in one period only. */
  readonly within: MixShiftEffect;
  /** Through its growing or shrinking: positive where a segment better than the whole grows, or a worse one shrinks. */
  readonly mix: MixShiftEffect;
  /** Through both at once; null but for `variant: "three-part"`. */
  readonly interaction: MixShiftEffect | null;
  /** All of it together; sums to the change over the segments. */
  readonly total: MixShiftEffect;
}

/** Why a change could not be taken apart. */
export type MixShiftReason = "nothing-before" | "nothing-after" | "suppressed-group" | "group-without-value";

/** A KPI's change taken apart. */
export interface MixShiftResult {
  /** The KPI over all segments; null where it cannot be told. */
  readonly before: number | null;
  readonly after: number | null;
  /** After minus before. */
  readonly change: MixShiftEffect;
  /** How much of it is change within segments. */
  readonly within: MixShiftEffect;
  /** How much is that segments grew or shrank, came or went. */
  readonly mix: MixShiftEffect;
  /** How much is both at once; null but for `variant: "three-part"`. */
  readonly interaction: MixShiftEffect | null;
  /** Of the mix: what new segments make. */
  readonly entered: MixShiftEffect;
  /** Of the mix: what vanished segments make. */
  readonly left: MixShiftEffect;
  /** In the order of `before`, then those that are new. */
  readonly segments: readonly MixShiftSegment[];
  /** Why there are no figures; null where there are. */
  readonly reason: MixShiftReason | null;
  readonly variant: "symmetric" | "three-part";
  /** Of the KPI; null where groups do not tell. */
  readonly definition: Definition | null;
}
