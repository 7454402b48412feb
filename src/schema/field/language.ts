import * as z from "zod";

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** A BCP 47 tag. */
export const language: z.ZodType<string> = /* @__PURE__ */ (() => {
  const params = { error: "requires a BCP 47 language tag, such as de or pt-BR" };
  return z.string(params).refine(isLanguageTag, params).describe("A BCP 47 language tag.");
})();
