import * as z from "zod";
import type { Programme } from "../model/programme.js";
import { closedObject } from "./closedObject.js";
import type { FieldsOf } from "./fieldsOf.js";
import { initiativeSchema } from "./initiativeSchema.js";
import { journeySchema } from "./journeySchema.js";
import { personaSchema } from "./personaSchema.js";
import { refuseDuplicates } from "./refuseDuplicates.js";
import { stakeholderSchema } from "./stakeholderSchema.js";

/** Adds an issue for every journey that names a persona which the programme does not describe. */
function refuseUnknownPersonas({ journeys, personas = [] }: Programme, context: z.RefinementCtx): void {
  const known = new Set(personas.map(({ id }) => id));
  const message = "requires the id of a persona of this programme";
  for (const [index, { persona = [] }] of journeys.entries()) {
    const path = ["journeys", index, "persona"];
    if (typeof persona === "string") {
      if (!known.has(persona)) context.addIssue({ code: "custom", path, message });
      continue;
    }
    for (const [place, id] of persona.entries()) {
      if (!known.has(id)) context.addIssue({ code: "custom", path: [...path, place], message });
    }
  }
}

/** Adds an issue for every touchpoint that a stakeholder answers for and no journey has. */
function refuseUnknownTouchpoints({ journeys, stakeholders = [] }: Programme, context: z.RefinementCtx): void {
  const stages = journeys.flatMap((journey) => journey.stages);
  const known = new Set(stages.flatMap((stage) => stage.touchpoints.map(({ id }) => id)));
  for (const [index, { touchpoints = [] }] of stakeholders.entries()) {
    for (const [place, id] of touchpoints.entries()) {
      if (known.has(id)) continue;
      const path = ["stakeholders", index, "touchpoints", place];
      context.addIssue({
        code: "custom",
        path,
        message: "requires the id of a touchpoint of this programme's journeys",
      });
    }
  }
}

/**
 * The schema of a {@link Programme}. Its journeys, personas, stakeholders and initiatives have ids of their own, and
 * what they name exists: the personas of journeys, the touchpoints of stakeholders.
 *
 * @example
 * ```ts
 * import { programmeSchema } from "cxkit/schema";
 *
 * const journeys = [{ id: "buy", name: "Buying", state: "as-is", persona: "parent", stages: [] }];
 * programmeSchema.safeParse({ journeys, personas: [{ id: "parent", name: "Parent" }] }).success; // => true
 * programmeSchema.safeParse({ journeys }).error?.issues[0]?.path; // => ["journeys", 0, "persona"]
 * ```
 */
export const programmeSchema: z.ZodType<Programme> = /* @__PURE__ */ (() =>
  closedObject({
    journeys: z.array(journeySchema),
    personas: z.exactOptional(z.array(personaSchema)),
    stakeholders: z.exactOptional(z.array(stakeholderSchema)),
    initiatives: z.exactOptional(z.array(initiativeSchema)),
  } satisfies FieldsOf<Programme>).superRefine((programme, context) => {
    const lists = { journeys: "journey", personas: "persona", stakeholders: "stakeholder", initiatives: "initiative" };
    for (const list of ["journeys", "personas", "stakeholders", "initiatives"] as const) {
      const ids = (programme[list] ?? []).map(({ id }, index) => ({ id, path: [list, index, "id"] }));
      refuseDuplicates(lists[list], ids, context);
    }
    refuseUnknownPersonas(programme, context);
    refuseUnknownTouchpoints(programme, context);
  }))();
