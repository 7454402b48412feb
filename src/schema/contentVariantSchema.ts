import * as z from "zod";
import type { ContentVariant } from "../model/contentVariant.js";
import { attributesSchema } from "./attributesSchema.js";
import { closedObject } from "./closedObject.js";
import { language } from "./field/language.js";
import { numberFrom } from "./field/numberFrom.js";
import { text } from "./field/text.js";
import { time } from "./field/time.js";
import type { FieldsOf } from "./fieldsOf.js";
import { isBefore } from "./isBefore.js";

/**
 * The schema of a {@link ContentVariant}.
 *
 * @example
 * ```ts
 * import { contentVariantSchema } from "cxkit/schema";
 *
 * const variant = { id: "autumn-sms", purpose: "marketing", channels: ["sms"], from: "2026-09-01", to: "2026-12-01" };
 * contentVariantSchema.parse(variant); // => variant
 *
 * const { purpose, ...without } = variant;
 * contentVariantSchema.safeParse(without).error?.issues[0]?.path; // => ["purpose"]
 * ```
 */
export const contentVariantSchema: z.ZodType<ContentVariant> = /* @__PURE__ */ (() =>
  closedObject({
    id: text,
    name: z.exactOptional(text),
    purpose: text,
    channels: z.array(text).min(1, { error: "requires at least one channel" }),
    language: z.exactOptional(language),
    segments: z.exactOptional(z.array(text)),
    exceptSegments: z.exactOptional(z.array(text)),
    products: z.exactOptional(z.array(text)),
    from: z.exactOptional(time),
    to: z.exactOptional(time),
    priority: z.exactOptional(z.number()),
    coolDownDays: z.exactOptional(numberFrom(0)),
    attributes: z.exactOptional(attributesSchema),
  } satisfies FieldsOf<ContentVariant>).refine(
    ({ from, to }) => from === undefined || to === undefined || !isBefore(to, from),
    { path: ["to"], message: "requires an end that is not before the beginning" },
  ))();
