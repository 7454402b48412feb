import * as z from "zod";
import type { Feedback, FeedbackKind, FollowUpStatus } from "../model/feedback.js";
import { scaleOf } from "../model/scaleOf.js";
import { attributesSchema } from "./attributesSchema.js";
import { closedObject } from "./closedObject.js";
import { language } from "./field/language.js";
import { text } from "./field/text.js";
import { time } from "./field/time.js";
import type { FieldsOf, WordsOf } from "./fieldsOf.js";
import { scaleSchema } from "./scaleSchema.js";

/** What is wrong between an answer's kind, score and scale: the field to correct and how; null where all is well. */
function contradiction({ kind, score, scale }: Feedback): { path: "score" | "scale"; message: string } | null {
  const usual = scaleOf({ kind });
  const isUsual = scale === undefined || (scale.low === usual?.low && scale.high === usual.high);
  if (kind === "nps" && (!isUsual || scale?.direction === "lower-is-better")) {
    return { path: "scale", message: "requires the scale 0 to 10 for nps; use the kind rating for any other" };
  }
  if (score === undefined || score === null) return null;
  if (kind === "open") {
    return { path: "score", message: "requires no score for an open answer; use the kind rating for one with a score" };
  }
  const { low, high } = scale ?? usual ?? { low: null, high: null };
  if (low === null) return { path: "scale", message: "requires a scale for a rating, such as { low: 1, high: 5 }" };
  const inside = score >= low && score <= high;
  if (usual !== null && isUsual && !(inside && Number.isInteger(score))) {
    return { path: "score", message: `requires a whole number from ${low} to ${high} for ${kind}` };
  }
  return inside ? null : { path: "score", message: `requires a score on the scale, from ${low} to ${high}` };
}

/**
 * The schema of a {@link Feedback}: one answer. A score must be on its scale (see `scaleOf`), and a whole number on the
 * usual scales of nps, csat and ces; a rating with a score must name its scale; an open answer has no score.
 *
 * @example
 * ```ts
 * import { feedbackSchema } from "cxkit/schema";
 *
 * const answer = { id: "f-1", at: "2026-03-29T08:30:00Z", kind: "nps", score: 9, comment: "Quick and kind." };
 * feedbackSchema.parse(answer); // => answer
 *
 * const wrong = feedbackSchema.safeParse({ ...answer, score: 11 });
 * wrong.error?.issues[0]?.message; // => "requires a whole number from 0 to 10 for nps"
 * ```
 */
export const feedbackSchema: z.ZodType<Feedback> = /* @__PURE__ */ (() => {
  const kinds: WordsOf<FeedbackKind> = { nps: "nps", csat: "csat", ces: "ces", rating: "rating", open: "open" };
  const statuses: WordsOf<FollowUpStatus> = {
    none: "none",
    open: "open",
    acknowledged: "acknowledged",
    contacted: "contacted",
    resolved: "resolved",
    recovered: "recovered",
  };
  return closedObject({
    id: text,
    customer: z.exactOptional(text),
    at: time,
    response: z.exactOptional(text),
    source: z.exactOptional(text),
    channel: z.exactOptional(text),
    stage: z.exactOptional(text),
    touchpoint: z.exactOptional(text),
    kind: z.enum(kinds),
    score: z.exactOptional(z.nullable(z.number({ error: "requires a number, or null where there was no answer" }))),
    scale: z.exactOptional(scaleSchema),
    comment: z.exactOptional(z.string()),
    language: z.exactOptional(language),
    followUp: z.exactOptional(z.enum(statuses)),
    attributes: z.exactOptional(attributesSchema),
  } satisfies FieldsOf<Feedback>).superRefine((feedback, context) => {
    const found = contradiction(feedback);
    if (found !== null) context.addIssue({ code: "custom", path: [found.path], message: found.message });
  });
})();
