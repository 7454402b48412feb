import * as z from "zod";
import type { Initiative } from "../model/initiative.js";
import { attributesSchema } from "./attributesSchema.js";
import { closedObject } from "./closedObject.js";
import { numberFrom } from "./field/numberFrom.js";
import { text } from "./field/text.js";
import type { FieldsOf, WordsOf } from "./fieldsOf.js";

/**
 * The schema of an {@link Initiative}.
 *
 * @example
 * ```ts
 * import { initiativeSchema } from "cxkit/schema";
 *
 * const initiative = { id: "i-1", name: "Shorter checkout", gaps: [], effort: 15, status: "planned" };
 * initiativeSchema.parse(initiative); // => initiative
 *
 * const wrong = initiativeSchema.safeParse({ ...initiative, effort: -1 });
 * wrong.error?.issues[0]?.message; // => "requires a number, 0 or more"
 * ```
 */
export const initiativeSchema: z.ZodType<Initiative> = /* @__PURE__ */ (() => {
  const statuses: WordsOf<Initiative["status"]> = {
    planned: "planned",
    active: "active",
    done: "done",
    dropped: "dropped",
  };
  return closedObject({
    id: text,
    name: text,
    gaps: z.array(text),
    effort: z.exactOptional(numberFrom(0)),
    cost: z.exactOptional(numberFrom(0)),
    expectedLift: z.exactOptional(z.number()),
    status: z.enum(statuses),
    owner: z.exactOptional(text),
    attributes: z.exactOptional(attributesSchema),
  } satisfies FieldsOf<Initiative>);
})();
