import * as z from "zod";
import { text } from "./text.js";

/** One text, or several. */
export const textOrTexts: z.ZodType<string | string[]> = /* @__PURE__ */ (() =>
  z.union([text, z.array(text)], { error: "requires a text that is not blank, or a list of such texts" }))();
