import * as z from "zod";
import type { Touchpoint, TouchpointLayer } from "../model/touchpoint.js";
import { attributesSchema } from "./attributesSchema.js";
import { closedObject } from "./closedObject.js";
import { numberFrom } from "./field/numberFrom.js";
import { text } from "./field/text.js";
import { textOrTexts } from "./field/textOrTexts.js";
import type { FieldsOf, WordsOf } from "./fieldsOf.js";
import { touchpointPromiseSchema } from "./touchpointPromiseSchema.js";

/**
 * The schema of a {@link Touchpoint}.
 *
 * @example
 * ```ts
 * import { touchpointSchema } from "cxkit/schema";
 *
 * const touchpoint = { id: "pay", name: "Pay", events: ["payment_submitted"], emotion: -1, importance: 0.9 };
 * touchpointSchema.parse(touchpoint); // => touchpoint
 *
 * const wrong = touchpointSchema.safeParse({ ...touchpoint, emotion: 5 });
 * wrong.error?.issues[0]?.message; // => "requires a number from -2 to 2"
 * ```
 */
export const touchpointSchema: z.ZodType<Touchpoint> = /* @__PURE__ */ (() => {
  const layers: WordsOf<TouchpointLayer> = { frontstage: "frontstage", backstage: "backstage", support: "support" };
  return closedObject({
    id: text,
    name: text,
    events: z.exactOptional(z.array(text)),
    optional: z.exactOptional(z.boolean()),
    repeatable: z.exactOptional(z.boolean()),
    withinSeconds: z.exactOptional(numberFrom(0)),
    channel: z.exactOptional(textOrTexts),
    owner: z.exactOptional(text),
    layer: z.exactOptional(z.enum(layers)),
    emotion: z.exactOptional(numberFrom(-2, 2)),
    painPoints: z.exactOptional(z.array(z.string())),
    opportunities: z.exactOptional(z.array(z.string())),
    importance: z.exactOptional(numberFrom(0, 1)),
    momentOfTruth: z.exactOptional(z.boolean()),
    expected: z.exactOptional(touchpointPromiseSchema),
    attributes: z.exactOptional(attributesSchema),
  } satisfies FieldsOf<Touchpoint>);
})();
