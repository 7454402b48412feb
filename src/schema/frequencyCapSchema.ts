import * as z from "zod";
import type { FrequencyCap } from "../model/contactPolicy.js";
import { closedObject } from "./closedObject.js";
import { count } from "./field/count.js";
import { text } from "./field/text.js";
import type { FieldsOf } from "./fieldsOf.js";

/**
 * The schema of a {@link FrequencyCap}.
 *
 * @example
 * ```ts
 * import { frequencyCapSchema } from "cxkit/schema";
 *
 * const cap = { contacts: 2, per: "week", channel: "sms" };
 * frequencyCapSchema.parse(cap); // => cap
 * frequencyCapSchema.safeParse({ ...cap, contacts: 1.5 }).error?.issues[0]?.message; // => "requires a whole number, 0 or more"
 * ```
 */
export const frequencyCapSchema: z.ZodType<FrequencyCap> = /* @__PURE__ */ (() =>
  closedObject({
    contacts: count,
    per: z.enum({ day: "day", week: "week", month: "month" }),
    window: z.exactOptional(z.enum({ rolling: "rolling", calendar: "calendar" })),
    channel: z.exactOptional(text),
    purpose: z.exactOptional(text),
  } satisfies FieldsOf<FrequencyCap>))();
