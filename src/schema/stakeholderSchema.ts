import * as z from "zod";
import type { Degree, Stakeholder } from "../model/stakeholder.js";
import { attributesSchema } from "./attributesSchema.js";
import { closedObject } from "./closedObject.js";
import { text } from "./field/text.js";
import type { FieldsOf, WordsOf } from "./fieldsOf.js";

/**
 * The schema of a {@link Stakeholder}.
 *
 * @example
 * ```ts
 * import { stakeholderSchema } from "cxkit/schema";
 *
 * const stakeholder = { id: "support", name: "Customer support", influence: "high", touchpoints: ["call"] };
 * stakeholderSchema.parse(stakeholder); // => stakeholder
 * stakeholderSchema.safeParse({ ...stakeholder, influence: 3 }).error?.issues[0]?.path; // => ["influence"]
 * ```
 */
export const stakeholderSchema: z.ZodType<Stakeholder> = /* @__PURE__ */ (() => {
  const degree = z.enum({ low: "low", medium: "medium", high: "high" } satisfies WordsOf<Degree>);
  return closedObject({
    id: text,
    name: text,
    interest: z.exactOptional(degree),
    influence: z.exactOptional(degree),
    touchpoints: z.exactOptional(z.array(text)),
    attributes: z.exactOptional(attributesSchema),
  } satisfies FieldsOf<Stakeholder>);
})();
