import * as z from "zod";
import type { EmpathyMap } from "../model/persona.js";
import { closedObject } from "./closedObject.js";
import type { FieldsOf } from "./fieldsOf.js";

/**
 * The schema of an {@link EmpathyMap}.
 *
 * @example
 * ```ts
 * import { empathyMapSchema } from "cxkit/schema";
 *
 * empathyMapSchema.parse({ says: ["I have no time"], pains: [] }); // => { says: ["I have no time"], pains: [] }
 * empathyMapSchema.safeParse({ says: "I have no time" }).error?.issues[0]?.path; // => ["says"]
 * ```
 */
export const empathyMapSchema: z.ZodType<EmpathyMap> = /* @__PURE__ */ (() => {
  const texts = z.array(z.string());
  return closedObject({
    says: z.exactOptional(texts),
    thinks: z.exactOptional(texts),
    does: z.exactOptional(texts),
    feels: z.exactOptional(texts),
    pains: z.exactOptional(texts),
    gains: z.exactOptional(texts),
  } satisfies FieldsOf<EmpathyMap>);
})();
