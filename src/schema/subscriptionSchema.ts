import * as z from "zod";
import type { Subscription } from "../model/subscription.js";
import { attributesSchema } from "./attributesSchema.js";
import { closedObject } from "./closedObject.js";
import { currency } from "./field/currency.js";
import { numberFrom } from "./field/numberFrom.js";
import { text } from "./field/text.js";
import { time } from "./field/time.js";
import type { FieldsOf, WordsOf } from "./fieldsOf.js";
import { isBefore } from "./isBefore.js";

/**
 * The schema of a {@link Subscription}, which does not end before it starts.
 *
 * @example
 * ```ts
 * import { subscriptionSchema } from "cxkit/schema";
 *
 * const subscription = { id: "s-1", customer: "c-1", startedAt: "2026-01-01", amount: 12, every: "month" };
 * subscriptionSchema.parse(subscription); // => subscription
 *
 * const wrong = subscriptionSchema.safeParse({ ...subscription, endedAt: "2025-12-31" });
 * wrong.error?.issues[0]?.message; // => "requires a time that is not before startedAt"
 * ```
 */
export const subscriptionSchema: z.ZodType<Subscription> = /* @__PURE__ */ (() => {
  const periods: WordsOf<NonNullable<Subscription["every"]>> = {
    week: "week",
    month: "month",
    quarter: "quarter",
    year: "year",
  };
  return closedObject({
    id: text,
    customer: text,
    startedAt: time,
    endedAt: z.exactOptional(z.nullable(time)),
    amount: numberFrom(0),
    every: z.exactOptional(z.enum(periods)),
    currency: z.exactOptional(currency),
    plan: z.exactOptional(text),
    attributes: z.exactOptional(attributesSchema),
  } satisfies FieldsOf<Subscription>).superRefine(({ startedAt, endedAt }, context) => {
    if (typeof endedAt === "string" && isBefore(endedAt, startedAt)) {
      context.addIssue({ code: "custom", path: ["endedAt"], message: "requires a time that is not before startedAt" });
    }
  });
})();
