import * as z from "zod";
import type { Taxonomy, Theme } from "../model/taxonomy.js";
import { closedObject } from "./closedObject.js";
import { language } from "./field/language.js";
import { text } from "./field/text.js";
import type { FieldsOf } from "./fieldsOf.js";
import { refuseDuplicates } from "./refuseDuplicates.js";
import { themeSchema } from "./themeSchema.js";

/** The ids of themes that are, by way of their parents, parts of themselves; one for each circle, the first of it. */
function firstsOfCircles(themes: readonly Theme[]): Set<string> {
  const parents = new Map(themes.map(({ id, parent }) => [id, parent]));
  const firsts = new Set<string>();
  const walkOf = new Map<string, number>();
  for (const [walk, { id }] of themes.entries()) {
    let at: string | undefined = id;
    while (at !== undefined && !walkOf.has(at)) {
      walkOf.set(at, walk);
      at = parents.get(at);
    }
    // Back on a theme of this very walk: the walk ran in a circle.
    if (at !== undefined && walkOf.get(at) === walk) firsts.add(at);
  }
  return firsts;
}

/**
 * The schema of a {@link Taxonomy}: themes with ids of their own, whose parents exist and do not run in a circle.
 *
 * @example
 * ```ts
 * import { taxonomySchema } from "cxkit/schema";
 *
 * const taxonomy = {
 *   id: "shop",
 *   version: "1",
 *   themes: [
 *     { id: "delivery", name: "Delivery", phrases: ["delivery", "delivered"] },
 *     { id: "late", name: "Late delivery", parent: "delivery", phrases: ["late", "delay*"] },
 *   ],
 * };
 * taxonomySchema.parse(taxonomy); // => taxonomy
 *
 * const wrong = taxonomySchema.safeParse({ ...taxonomy, themes: taxonomy.themes.slice(1) });
 * wrong.error?.issues[0]?.path; // => ["themes", 0, "parent"]
 * wrong.error?.issues[0]?.message; // => "requires the id of another theme of this taxonomy"
 * ```
 */
export const taxonomySchema: z.ZodType<Taxonomy> = /* @__PURE__ */ (() =>
  closedObject({
    id: text,
    version: text,
    language: z.exactOptional(language),
    inflection: z.exactOptional(z.boolean()),
    regionalSpelling: z.exactOptional(z.boolean()),
    themes: z.array(themeSchema),
  } satisfies FieldsOf<Taxonomy>).superRefine(({ themes }, context) => {
    const ids = themes.map(({ id }, index) => ({ id, path: ["themes", index, "id"] }));
    refuseDuplicates("theme", ids, context);
    const known = new Set(themes.map(({ id }) => id));
    const firsts = firstsOfCircles(themes);
    for (const [index, { id, parent }] of themes.entries()) {
      const path = ["themes", index, "parent"];
      if (parent !== undefined && !known.has(parent)) {
        context.addIssue({ code: "custom", path, message: "requires the id of another theme of this taxonomy" });
      } else if (firsts.has(id)) {
        const message = "requires a parent that is not itself a part of this theme: the parents run in a circle";
        context.addIssue({ code: "custom", path, message });
      }
    }
  }))();
