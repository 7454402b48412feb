import type { Attributes } from "./attributes.js";
import type { Scale } from "./scale.js";

/** What kind of question an answer belongs to. `open` has a comment and no score. */
export type FeedbackKind = "nps" | "csat" | "ces" | "rating" | "open";

/** Where an answer stands in the closed feedback loop. */
export type FollowUpStatus = "none" | "open" | "acknowledged" | "contacted" | "resolved" | "recovered";

/** One answer of one customer to one question, with what they wrote beside it. */
export interface Feedback {
  readonly id: string;
  /** The id of the customer; absent where the answer is anonymous. */
  readonly customer?: string;
  /** When it was given, an ISO time. */
  readonly at: string;
  /** The questionnaire that it came in, so that the answers of one sitting belong together. */
  readonly response?: string;
  /** survey, review, social, support, interview … */
  readonly source?: string;
  readonly channel?: string;
  /** The id of the stage that it is about. */
  readonly stage?: string;
  /** The id of the touchpoint that it is about. */
  readonly touchpoint?: string;
  readonly kind: FeedbackKind;
  /** The answer, on `scale`; null where the question was shown and not answered. */
  readonly score?: number | null;
  /** @defaultValue the kind's own: nps 0–10, csat 1–5, ces 1–7 (easy is high); a `rating` must name it */
  readonly scale?: Scale;
  readonly comment?: string;
  /** The language of the comment, a BCP 47 tag. */
  readonly language?: string;
  /** @defaultValue "none" */
  readonly followUp?: FollowUpStatus;
  readonly attributes?: Attributes;
}
