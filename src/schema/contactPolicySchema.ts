import * as z from "zod";
import type { ContactPolicy } from "../model/contactPolicy.js";
import { closedObject } from "./closedObject.js";
import { language } from "./field/language.js";
import { numberFrom } from "./field/numberFrom.js";
import { oneOrMore } from "./field/oneOrMore.js";
import type { FieldsOf } from "./fieldsOf.js";
import { frequencyCapSchema } from "./frequencyCapSchema.js";
import { purposeRuleSchema } from "./purposeRuleSchema.js";
import { quietHoursSchema } from "./quietHoursSchema.js";

/**
 * The schema of a {@link ContactPolicy}: a company's rules for contacts, as they are stored.
 *
 * @example
 * ```ts
 * import { contactPolicySchema } from "cxkit/schema";
 *
 * const policy = {
 *   purposes: [{ purpose: "service", consent: "opt-out", capped: false }],
 *   quietHours: { from: "21:00", to: "08:00" },
 *   frequencyCap: [{ contacts: 1, per: "day" }, { contacts: 3, per: "week" }],
 * };
 * contactPolicySchema.parse(policy); // => policy
 *
 * const twice = { purposes: [{ purpose: "service" }, { purpose: "service" }] };
 * contactPolicySchema.safeParse(twice).error?.issues[0]?.path; // => ["purposes", 1, "purpose"]
 * ```
 */
export const contactPolicySchema: z.ZodType<ContactPolicy> = /* @__PURE__ */ (() =>
  closedObject({
    purposes: z.exactOptional(z.array(purposeRuleSchema)),
    quietHours: z.exactOptional(oneOrMore(quietHoursSchema, "quiet hours such as { from, to }")),
    frequencyCap: z.exactOptional(oneOrMore(frequencyCapSchema, "a cap such as { contacts, per }")),
    window: z.exactOptional(z.enum({ rolling: "rolling", calendar: "calendar" })),
    coolDownDays: z.exactOptional(numberFrom(0)),
    otherChannels: z.exactOptional(z.enum({ refuse: "refuse", last: "last" })),
    languages: z.exactOptional(z.array(language)),
  } satisfies FieldsOf<ContactPolicy>).superRefine(({ purposes = [] }, context) => {
    for (const [index, { purpose }] of purposes.entries()) {
      if (purposes.findIndex((rule) => rule.purpose === purpose) === index) continue;
      const message = "requires a purpose of its own: another rule before it is for the same one";
      context.addIssue({ code: "custom", path: ["purposes", index, "purpose"], message });
    }
  }))();
