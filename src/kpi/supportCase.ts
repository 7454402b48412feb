import type { TimeInput } from "../time/parseTime.js";

/** What {@link firstContactResolution} reads of a support case; a `Case` is one, so are rows with fields of these names. */
export interface SupportCase {
  /** Who has it; a case of nobody in particular has no repeat contact. */
  readonly customer?: string | number | null | undefined;
  /** What it is about; cases of a customer about different topics are different issues, and none is a topic of its own. */
  readonly topic?: string | number | null | undefined;
  readonly openedAt?: TimeInput | null | undefined;
  /** Absent or null while it is open. */
  readonly resolvedAt?: TimeInput | null | undefined;
  /** How many times the customer had to make contact about it. */
  readonly contacts?: number | null | undefined;
  /** How many times it was reopened. */
  readonly reopened?: number | null | undefined;
  /** When it was first reopened: where this is known, a reopening after the window does not count. */
  readonly reopenedAt?: TimeInput | null | undefined;
  /** How many public replies agents gave; for `one-touch`. */
  readonly replies?: number | null | undefined;
  /** How many teammates took part; for `one-teammate`. */
  readonly teammates?: number | null | undefined;
  /** Whether first-level support could have solved it; for `net`. */
  readonly firstLevel?: boolean | null | undefined;
  /** Whether the customer says that it was solved at the first contact; for `survey`. */
  readonly solved?: boolean | null | undefined;
}
