import * as z from "zod";
import type { Transaction } from "../model/transaction.js";
import { attributesSchema } from "./attributesSchema.js";
import { closedObject } from "./closedObject.js";
import { currency } from "./field/currency.js";
import { text } from "./field/text.js";
import { time } from "./field/time.js";
import type { FieldsOf } from "./fieldsOf.js";
import { transactionItemSchema } from "./transactionItemSchema.js";

/**
 * The schema of a {@link Transaction}. The amount may be negative: a return.
 *
 * @example
 * ```ts
 * import { transactionSchema } from "cxkit/schema";
 *
 * const sale = { id: "t-1", customer: "c-1", at: "2026-03-29", amount: 49.9, currency: "EUR" };
 * transactionSchema.parse(sale); // => sale
 * transactionSchema.safeParse({ ...sale, currency: "€" }).error?.issues[0]?.path; // => ["currency"]
 * ```
 */
export const transactionSchema: z.ZodType<Transaction> = /* @__PURE__ */ (() =>
  closedObject({
    id: text,
    customer: text,
    at: time,
    amount: z.number(),
    currency: z.exactOptional(currency),
    items: z.exactOptional(z.array(transactionItemSchema)),
    channel: z.exactOptional(text),
    attributes: z.exactOptional(attributesSchema),
  } satisfies FieldsOf<Transaction>))();
