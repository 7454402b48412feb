import * as z from "zod";
import type { TransactionItem } from "../model/transaction.js";
import { closedObject } from "./closedObject.js";
import { text } from "./field/text.js";
import type { FieldsOf } from "./fieldsOf.js";

/**
 * The schema of a {@link TransactionItem}. In a return, quantity and amount are negative.
 *
 * @example
 * ```ts
 * import { transactionItemSchema } from "cxkit/schema";
 *
 * transactionItemSchema.parse({ product: "coffee", quantity: 2 }); // => { product: "coffee", quantity: 2 }
 * transactionItemSchema.safeParse({ product: "coffee", quantity: "2" }).error?.issues[0]?.path; // => ["quantity"]
 * ```
 */
export const transactionItemSchema: z.ZodType<TransactionItem> = /* @__PURE__ */ (() =>
  closedObject({
    product: text,
    quantity: z.number(),
    amount: z.exactOptional(z.number()),
  } satisfies FieldsOf<TransactionItem>))();
