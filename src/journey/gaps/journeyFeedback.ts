import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import { percentOfMaximum } from "../../kpi/percentOfMaximum.js";
import type { FeedbackKind } from "../../model/feedback.js";
import type { Scale } from "../../model/scale.js";
import { scaleOf } from "../../model/scaleOf.js";

const kinds: readonly FeedbackKind[] = ["nps", "csat", "ces", "rating", "open"];

/** The fields of an answer that the journey functions read; every `Feedback` has them. */
export interface JourneyFeedback {
  readonly kind: FeedbackKind;
  readonly score?: number | null | undefined;
  readonly scale?: Scale | null | undefined;
  readonly customer?: string | null | undefined;
  readonly stage?: string | null | undefined;
  readonly touchpoint?: string | null | undefined;
}

/**
 * The satisfaction that an answer shows, in percent of its scale's maximum, so that answers to different questions can be
 * set side by side.
 *
 * @param feedback An answer with its kind, score and scale.
 * @returns 0 (worst) to 100 (best); null for an answer without a score, an open one, and a rating without a scale.
 * @throws A {@link CxError} `invalid-value` when the score is off its scale (nps, csat and ces on their usual scales are whole
 * numbers), the kind is none, or it is no answer at all; `invalid-option` when the scale has no `low` and `high`.
 *
 * @example
 * ```ts
 * import { satisfactionOf } from "cxkit";
 *
 * satisfactionOf({ kind: "nps", score: 9 }); // => 90
 * satisfactionOf({ kind: "csat", score: 4 }); // => 75
 * satisfactionOf({ kind: "open" }); // => null
 * ```
 */
export function satisfactionOf(feedback: Pick<JourneyFeedback, "kind" | "score" | "scale">): number | null {
  if (Object(feedback) !== feedback) throw new CxError("invalid-value", "feedback requires answers", feedback);
  const { kind, score, scale } = feedback;
  // A misspelt kind would silently have no scale, and so no score.
  if (!kinds.includes(kind)) throw new CxError("invalid-value", `kind requires one of ${kinds.join(", ")}`, kind);
  const given = scaleOf(scale ? { kind, scale } : { kind });
  if (given === null || isMissing(score)) return null;
  if (!scale && !Number.isInteger(score)) {
    throw new CxError("invalid-value", `${kind} requires an integer from ${given.low} to ${given.high}`, score);
  }
  return percentOfMaximum(score, given);
}

/** The customer of an answer, null for an anonymous one; refuses what is no string: an id that is none would match nobody. */
export function customerOf({ customer = null }: Pick<JourneyFeedback, "customer">): string | null {
  if (customer !== null && typeof customer !== "string") {
    throw new CxError("invalid-value", "a customer requires a string", customer);
  }
  return customer;
}
