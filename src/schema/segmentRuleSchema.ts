import * as z from "zod";
import type { SegmentRule } from "../model/segmentRule.js";
import { attributesSchema } from "./attributesSchema.js";
import { closedObject } from "./closedObject.js";
import { conditionSchema } from "./conditionSchema.js";
import { text } from "./field/text.js";
import type { FieldsOf } from "./fieldsOf.js";

/**
 * The schema of a {@link SegmentRule}.
 *
 * @example
 * ```ts
 * import { segmentRuleSchema } from "cxkit/schema";
 *
 * const loyal = { name: "loyal", rule: { field: "attributes.orders", op: "gte", value: 10 } };
 * segmentRuleSchema.parse(loyal); // => loyal
 *
 * const wrong = segmentRuleSchema.safeParse({ ...loyal, rule: { field: "attributes.orders", op: "gte", value: null } });
 * wrong.error?.issues[0]?.message; // => "requires a number or a text for gte"
 * ```
 */
export const segmentRuleSchema: z.ZodType<SegmentRule> = /* @__PURE__ */ (() =>
  closedObject({
    name: text,
    rule: conditionSchema,
    description: z.exactOptional(z.string()),
    attributes: z.exactOptional(attributesSchema),
  } satisfies FieldsOf<SegmentRule>))();
