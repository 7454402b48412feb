import * as z from "zod";

const params = { error: "requires a whole number, 0 or more" };

/** How many times something happened. */
export const count: z.ZodType<number> = /* @__PURE__ */ (() => z.int(params).min(0, params))();
