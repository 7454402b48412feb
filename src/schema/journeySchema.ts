import * as z from "zod";
import type { Journey } from "../model/journey.js";
import type { Touchpoint } from "../model/touchpoint.js";
import { attributesSchema } from "./attributesSchema.js";
import { closedObject } from "./closedObject.js";
import { text } from "./field/text.js";
import { textOrTexts } from "./field/textOrTexts.js";
import { time } from "./field/time.js";
import type { FieldsOf, WordsOf } from "./fieldsOf.js";
import { refuseDuplicates } from "./refuseDuplicates.js";
import { stageSchema } from "./stageSchema.js";

interface PlacedTouchpoint {
  readonly touchpoint: Touchpoint;
  readonly path: readonly (string | number)[];
}

/** All touchpoints of a journey, with where they stand in it. */
function placedTouchpoints(journey: Journey): PlacedTouchpoint[] {
  return journey.stages.flatMap((stage, stageIndex) =>
    stage.touchpoints.map((touchpoint, index) => ({
      touchpoint,
      path: ["stages", stageIndex, "touchpoints", index],
    })),
  );
}

/** Adds an issue for every event name that a touchpoint before claims too: one event would be a visit to both. */
function refuseSharedEvents(touchpoints: readonly PlacedTouchpoint[], context: z.RefinementCtx): void {
  const claimedBy = new Map<string, string>();
  for (const { touchpoint, path } of touchpoints) {
    for (const [index, event] of (touchpoint.events ?? [touchpoint.id]).entries()) {
      const other = claimedBy.get(event);
      if (other === undefined) {
        claimedBy.set(event, touchpoint.id);
      } else if (other !== touchpoint.id) {
        const message =
          "requires an event name that no other touchpoint has (without events, a touchpoint's event name is its id)";
        const place = touchpoint.events === undefined ? ["id"] : ["events", index];
        context.addIssue({ code: "custom", path: [...path, ...place], message });
      }
    }
  }
}

/**
 * The schema of a {@link Journey}. Besides the form of each field it holds that no two stages and no two touchpoints
 * have one id, and that no event name belongs to two touchpoints.
 *
 * @example
 * ```ts
 * import { journeySchema } from "cxkit/schema";
 *
 * const journey = {
 *   id: "buy",
 *   name: "Buying a phone",
 *   state: "as-is",
 *   stages: [{ id: "order", name: "Order", touchpoints: [{ id: "pay", name: "Pay" }] }],
 * };
 * journeySchema.parse(journey); // => journey
 *
 * const wrong = journeySchema.safeParse({ ...journey, stages: [...journey.stages, ...journey.stages] });
 * wrong.error?.issues[0]?.path; // => ["stages", 1, "id"]
 * wrong.error?.issues[0]?.message; // => "requires an id of its own: another stage before it has the same id"
 * ```
 */
export const journeySchema: z.ZodType<Journey> = /* @__PURE__ */ (() => {
  const states: WordsOf<Journey["state"]> = { "as-is": "as-is", "to-be": "to-be" };
  return closedObject({
    id: text,
    name: text,
    state: z.enum(states),
    persona: z.exactOptional(textOrTexts),
    stages: z.array(stageSchema),
    checkedAt: z.exactOptional(time),
    attributes: z.exactOptional(attributesSchema),
  } satisfies FieldsOf<Journey>).superRefine((journey, context) => {
    const stages = journey.stages.map(({ id }, index) => ({ id, path: ["stages", index, "id"] }));
    refuseDuplicates("stage", stages, context);
    const touchpoints = placedTouchpoints(journey);
    const ids = touchpoints.map(({ touchpoint, path }) => ({ id: touchpoint.id, path: [...path, "id"] }));
    refuseDuplicates("touchpoint", ids, context);
    refuseSharedEvents(touchpoints, context);
  });
})();
