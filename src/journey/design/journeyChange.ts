import type { Gap, GapKind } from "../gaps/gap.js";

/** What a field of a touchpoint or a stage holds. */
export type FieldValue = string | number | boolean | null | readonly string[];

/** Which way something changes. */
export type ChangeDirection = "added" | "removed" | "raised" | "lowered" | "changed";

/** What has to change for one journey to become another: a gap between the two maps. */
export interface JourneyChange extends Gap {
  /** Which field differs; `touchpoint` or `stage` where the whole of it is new or gone, `position` where it stands elsewhere. */
  readonly field: string;
  /** What it is in the first journey; null where it is nothing. */
  readonly before: FieldValue;
  /** What it is in the second journey; null where it is nothing. */
  readonly after: FieldValue;
  /** `raised`: more is promised or asked for than before; `lowered`: less. */
  readonly direction: ChangeDirection;
}

/** What a change says, before it is framed as a gap. */
export interface ChangeFacts extends Pick<JourneyChange, "field" | "before" | "after" | "direction" | "remedy"> {
  readonly kind: GapKind;
  readonly stage: string | null;
  readonly touchpoint: string | null;
  readonly explanation: string;
}
