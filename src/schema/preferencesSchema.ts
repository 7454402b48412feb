import * as z from "zod";
import type { Preferences } from "../model/customer.js";
import { closedObject } from "./closedObject.js";
import { language } from "./field/language.js";
import { numberFrom } from "./field/numberFrom.js";
import { oneOrMore } from "./field/oneOrMore.js";
import { text } from "./field/text.js";
import type { FieldsOf } from "./fieldsOf.js";
import { quietHoursSchema } from "./quietHoursSchema.js";

/**
 * The schema of {@link Preferences}.
 *
 * @example
 * ```ts
 * import { preferencesSchema } from "cxkit/schema";
 *
 * preferencesSchema.parse({ channels: ["email"], language: "pt-BR" }); // => { channels: ["email"], language: "pt-BR" }
 *
 * const wrong = preferencesSchema.safeParse({ language: "pt_BR" });
 * wrong.error?.issues[0]?.message; // => "requires a BCP 47 language tag, such as de or pt-BR"
 * ```
 */
export const preferencesSchema: z.ZodType<Preferences> = /* @__PURE__ */ (() =>
  closedObject({
    channels: z.exactOptional(z.array(text)),
    language: z.exactOptional(language),
    contactsPerMonth: z.exactOptional(numberFrom(0)),
    quietHours: z.exactOptional(oneOrMore(quietHoursSchema, "quiet hours such as { from, to }")),
    excludedProducts: z.exactOptional(z.array(text)),
    delivery: z.exactOptional(text),
  } satisfies FieldsOf<Preferences>))();
