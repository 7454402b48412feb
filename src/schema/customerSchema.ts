import * as z from "zod";
import type { Customer } from "../model/customer.js";
import { attributesSchema } from "./attributesSchema.js";
import { closedObject } from "./closedObject.js";
import { consentSchema } from "./consentSchema.js";
import { text } from "./field/text.js";
import type { FieldsOf } from "./fieldsOf.js";
import { preferencesSchema } from "./preferencesSchema.js";

/**
 * The schema of a {@link Customer}.
 *
 * @example
 * ```ts
 * import { customerSchema } from "cxkit/schema";
 *
 * const customer = { id: "c-1", consent: { research: true }, attributes: { region: "north" } };
 * customerSchema.parse(customer); // => customer
 * customerSchema.safeParse({ id: "c-1", region: "north" }).success; // => false
 * ```
 */
export const customerSchema: z.ZodType<Customer> = /* @__PURE__ */ (() =>
  closedObject({
    id: text,
    preferences: z.exactOptional(preferencesSchema),
    consent: z.exactOptional(consentSchema),
    attributes: z.exactOptional(attributesSchema),
  } satisfies FieldsOf<Customer>))();
