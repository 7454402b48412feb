import * as z from "zod";
import type { Scale } from "../model/scale.js";
import { closedObject } from "./closedObject.js";
import type { FieldsOf, WordsOf } from "./fieldsOf.js";

/**
 * The schema of a {@link Scale}, whose `low` is under its `high`.
 *
 * @example
 * ```ts
 * import { scaleSchema } from "cxkit/schema";
 *
 * scaleSchema.parse({ low: 1, high: 10 }); // => { low: 1, high: 10 }
 * scaleSchema.safeParse({ low: 5, high: 1 }).error?.issues[0]?.path; // => ["low"]
 * ```
 */
export const scaleSchema: z.ZodType<Scale> = /* @__PURE__ */ (() =>
  closedObject({
    low: z.number(),
    high: z.number(),
    direction: z.exactOptional(
      z.enum({
        "higher-is-better": "higher-is-better",
        "lower-is-better": "lower-is-better",
      } satisfies WordsOf<NonNullable<Scale["direction"]>>),
    ),
  } satisfies FieldsOf<Scale>).refine(({ low, high }) => low < high, {
    // Abort, so that no score is held against a scale that is none.
    abort: true,
    path: ["low"],
    error: 'requires a low under the high; where low is the good end, say so with direction: "lower-is-better"',
  }))();
