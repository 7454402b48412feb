import * as z from "zod";

const params = { error: "requires an ISO 4217 code of three capital letters, such as EUR" };

/** An ISO 4217 code. */
export const currency: z.ZodType<string> = /* @__PURE__ */ (() => z.string(params).regex(/^[A-Z]{3}$/, params))();
