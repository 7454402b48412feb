import type * as z from "zod";
import type { Consent } from "../model/customer.js";
import { flatObject } from "./flatObject.js";

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

/**
 * The schema of {@link Consent}: true or false by purpose, and nothing that would have to be read as one of them.
 *
 * @example
 * ```ts
 * import { consentSchema } from "cxkit/schema";
 *
 * consentSchema.parse({ marketing: false, research: true }); // => { marketing: false, research: true }
 * consentSchema.safeParse({ marketing: "no" }).error?.issues[0]?.message; // => "requires true or false"
 * ```
 */
export const consentSchema: z.ZodType<Consent> = /* @__PURE__ */ (() =>
  flatObject(isBoolean, "requires true or false", ["boolean"]))();
