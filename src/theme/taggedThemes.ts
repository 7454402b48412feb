import type { Tag } from "./createTagger.js";

/**
 * The themes that a comment is about, each once: those of its tags and all that these are parts of, since a comment
 * about late delivery is about delivery too.
 *
 * @param tags The tags of one comment.
 * @returns Theme ids in the order of their first appearance in the tags' paths: a theme before its parts.
 *
 * @example
 * ```ts
 * import { createTagger, taggedThemes } from "cxkit";
 *
 * const { tag } = createTagger({
 *   id: "shop",
 *   version: "1",
 *   themes: [
 *     { id: "delivery", name: "Delivery", phrases: ["courier"] },
 *     { id: "late", name: "Late delivery", parent: "delivery", phrases: ["late"] },
 *   ],
 * });
 * taggedThemes(tag("Late again. The courier said nothing.")); // => ["delivery", "late"]
 * ```
 */
export function taggedThemes(tags: readonly Tag[]): string[] {
  return [...new Set(tags.flatMap(({ path }) => path))];
}
