import * as z from "zod";
import type { Interaction } from "../model/interaction.js";
import { attributesSchema } from "./attributesSchema.js";
import { closedObject } from "./closedObject.js";
import { numberFrom } from "./field/numberFrom.js";
import { text } from "./field/text.js";
import { time } from "./field/time.js";
import type { FieldsOf } from "./fieldsOf.js";

/**
 * The schema of an {@link Interaction}: one event.
 *
 * @example
 * ```ts
 * import { interactionSchema } from "cxkit/schema";
 *
 * const event = { id: "e-1", customer: "c-1", touchpoint: "checkout", at: "2026-03-29T08:30:00+02:00" };
 * interactionSchema.parse(event); // => event
 *
 * const wrong = interactionSchema.safeParse({ ...event, durationSeconds: -5 });
 * wrong.error?.issues[0]?.message; // => "requires a number, 0 or more"
 * ```
 */
export const interactionSchema: z.ZodType<Interaction> = /* @__PURE__ */ (() =>
  closedObject({
    id: text,
    customer: text,
    touchpoint: text,
    at: time,
    channel: z.exactOptional(text),
    outcome: z.exactOptional(text),
    durationSeconds: z.exactOptional(numberFrom(0)),
    attributes: z.exactOptional(attributesSchema),
  } satisfies FieldsOf<Interaction>))();
