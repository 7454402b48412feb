import * as z from "zod";
import type { Theme } from "../model/taxonomy.js";
import { closedObject } from "./closedObject.js";
import { text } from "./field/text.js";
import type { FieldsOf } from "./fieldsOf.js";

/**
 * The schema of a {@link Theme}. That its parent exists is checked by `taxonomySchema`.
 *
 * @example
 * ```ts
 * import { themeSchema } from "cxkit/schema";
 *
 * const theme = { id: "delivery", name: "Delivery", phrases: ["delivery", "late parcel"] };
 * themeSchema.parse(theme); // => theme
 * themeSchema.safeParse({ ...theme, phrases: [""] }).error?.issues[0]?.path; // => ["phrases", 0]
 * ```
 */
export const themeSchema: z.ZodType<Theme> = /* @__PURE__ */ (() =>
  closedObject({
    id: text,
    name: text,
    parent: z.exactOptional(text),
    phrases: z.array(text),
  } satisfies FieldsOf<Theme>))();
