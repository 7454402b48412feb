import * as z from "zod";

const params = { error: "requires a text that is not blank" };

/** An id, a name, or a word that rows are grouped by: blank, it would point nowhere. */
export const text: z.ZodType<string> = /* @__PURE__ */ (() => z.string(params).regex(/\S/, params))();
