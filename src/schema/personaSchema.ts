import * as z from "zod";
import type { Persona } from "../model/persona.js";
import { attributesSchema } from "./attributesSchema.js";
import { closedObject } from "./closedObject.js";
import { conditionSchema } from "./conditionSchema.js";
import { empathyMapSchema } from "./empathyMapSchema.js";
import { text } from "./field/text.js";
import type { FieldsOf } from "./fieldsOf.js";

/**
 * The schema of a {@link Persona}.
 *
 * @example
 * ```ts
 * import { personaSchema } from "cxkit/schema";
 *
 * const persona = {
 *   id: "busy-parent",
 *   name: "Busy parent",
 *   channels: ["app", "chat"],
 *   rule: { field: "attributes.children", op: "gte", value: 1 },
 * };
 * personaSchema.parse(persona); // => persona
 *
 * const wrong = personaSchema.safeParse({ ...persona, name: " " });
 * wrong.error?.issues[0]?.message; // => "requires a text that is not blank"
 * ```
 */
export const personaSchema: z.ZodType<Persona> = /* @__PURE__ */ (() => {
  const texts = z.array(z.string());
  return closedObject({
    id: text,
    name: text,
    description: z.exactOptional(z.string()),
    goals: z.exactOptional(texts),
    needs: z.exactOptional(texts),
    frustrations: z.exactOptional(texts),
    channels: z.exactOptional(z.array(text)),
    empathyMap: z.exactOptional(empathyMapSchema),
    rule: z.exactOptional(conditionSchema),
    attributes: z.exactOptional(attributesSchema),
  } satisfies FieldsOf<Persona>);
})();
