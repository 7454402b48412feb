import type { Feedback } from "./feedback.js";
import type { Scale } from "./scale.js";

/**
 * The scale that an answer was given on: its own, or the usual one of its kind (nps 0–10, csat 1–5, ces 1–7, where easy is
 * high). It is never guessed from the scores.
 *
 * @param feedback An answer, or just its kind and scale.
 * @returns The scale; null for an open answer, and for a rating that does not name its scale.
 *
 * @example
 * ```ts
 * import { scaleOf } from "cxkit";
 *
 * scaleOf({ kind: "ces" }); // => { low: 1, high: 7 }
 * scaleOf({ kind: "rating", scale: { low: 1, high: 10 } }); // => { low: 1, high: 10 }
 * scaleOf({ kind: "open" }); // => null
 * ```
 */
export function scaleOf(feedback: Pick<Feedback, "kind" | "scale">): Scale | null {
  if (feedback.scale !== undefined) return feedback.scale;
  switch (feedback.kind) {
    case "nps":
      return { low: 0, high: 10 };
    case "csat":
      return { low: 1, high: 5 };
    case "ces":
      return { low: 1, high: 7 };
    default:
      return null;
  }
}
