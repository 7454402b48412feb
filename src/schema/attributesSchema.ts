import type * as z from "zod";
import type { Attributes } from "../model/attributes.js";
import { flatObject } from "./flatObject.js";

function isAttribute(value: unknown): value is Attributes[string] {
  return value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}

/**
 * The schema of {@link Attributes}: the user's own columns, each a text, a finite number, true, false or null.
 *
 * @example
 * ```ts
 * import { attributesSchema } from "cxkit/schema";
 *
 * attributesSchema.parse({ region: "north", seats: 4 }); // => { region: "north", seats: 4 }
 * attributesSchema.safeParse({ tags: ["vip"] }).error?.issues[0]?.path; // => ["tags"]
 * ```
 */
export const attributesSchema: z.ZodType<Attributes> = /* @__PURE__ */ (() =>
  flatObject(isAttribute, "requires a text, a finite number, true, false or null", [
    "string",
    "number",
    "boolean",
    "null",
  ]))();
