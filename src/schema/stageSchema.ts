import * as z from "zod";
import type { Stage, StageFlow } from "../model/stage.js";
import { attributesSchema } from "./attributesSchema.js";
import { closedObject } from "./closedObject.js";
import { text } from "./field/text.js";
import type { FieldsOf, WordsOf } from "./fieldsOf.js";
import { touchpointSchema } from "./touchpointSchema.js";

/**
 * The schema of a {@link Stage}. That its touchpoints have ids of their own is for `journeySchema` to check, since they
 * must be unique in the whole journey.
 *
 * @example
 * ```ts
 * import { stageSchema } from "cxkit/schema";
 *
 * const stage = { id: "order", name: "Order", flow: "sequence", touchpoints: [{ id: "pay", name: "Pay" }] };
 * stageSchema.parse(stage); // => stage
 * stageSchema.safeParse({ ...stage, flow: "random" }).error?.issues[0]?.path; // => ["flow"]
 * ```
 */
export const stageSchema: z.ZodType<Stage> = /* @__PURE__ */ (() => {
  const flows: WordsOf<StageFlow> = { sequence: "sequence", "any-order": "any-order", alternatives: "alternatives" };
  return closedObject({
    id: text,
    name: text,
    phase: z.exactOptional(text),
    goal: z.exactOptional(z.string()),
    flow: z.exactOptional(z.enum(flows)),
    touchpoints: z.array(touchpointSchema),
    attributes: z.exactOptional(attributesSchema),
  } satisfies FieldsOf<Stage>);
})();
