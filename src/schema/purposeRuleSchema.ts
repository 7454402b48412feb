import * as z from "zod";
import type { PurposeRule } from "../model/contactPolicy.js";
import { closedObject } from "./closedObject.js";
import { text } from "./field/text.js";
import type { FieldsOf } from "./fieldsOf.js";

/**
 * The schema of a {@link PurposeRule}. There is no word for contacts that need no regard to a refusal.
 *
 * @example
 * ```ts
 * import { purposeRuleSchema } from "cxkit/schema";
 *
 * purposeRuleSchema.parse({ purpose: "service", consent: "opt-out" }); // => { purpose: "service", consent: "opt-out" }
 * purposeRuleSchema.safeParse({ purpose: "service", consent: "none" }).success; // => false
 * ```
 */
export const purposeRuleSchema: z.ZodType<PurposeRule> = /* @__PURE__ */ (() =>
  closedObject({
    purpose: text,
    consent: z.exactOptional(z.enum({ "opt-in": "opt-in", "opt-out": "opt-out" })),
    capped: z.exactOptional(z.boolean()),
    quietHours: z.exactOptional(z.boolean()),
  } satisfies FieldsOf<PurposeRule>))();
