import { createTagger, diffTaxonomies, mergeTaxonomies, reviewTaxonomy, type Taxonomy, type Theme } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const taxonomyOf = (...themes: readonly (Partial<Theme> & { readonly id: string })[]): Taxonomy => ({
  id: "t",
  version: "1",
  themes: themes.map((theme) => ({ name: theme.id, phrases: [], ...theme })),
});
const found = (taxonomy: Taxonomy, comments?: readonly string[]): string[][] =>
  reviewTaxonomy(taxonomy, comments && { comments }).map(({ kind, theme, phrase, other }) => [
    kind,
    theme,
    phrase,
    ...(other === null ? [] : [other.phrase]),
  ]);

describe("a taxonomy is reviewed", () => {
  test("for phrases that stand twice, whatever their spelling, and for phrases that several themes share", () => {
    const taxonomy = taxonomyOf(
      { id: "a", phrases: ["Café", "cafe", "late NEAR/3 bus", "bus NEAR/3 late"] },
      { id: "b", phrases: ["CAFÉ"] },
    );
    expect(found(taxonomy)).toEqual([
      ["duplicate", "a", "cafe", "Café"],
      ["duplicate", "a", "bus NEAR/3 late", "late NEAR/3 bus"],
      ["shared", "b", "CAFÉ", "Café"],
    ]);
  });
  test("a theme and its part may share a phrase", () => {
    expect(found(taxonomyOf({ id: "a", phrases: ["late"] }, { id: "b", parent: "a", phrases: ["late"] }))).toEqual([]);
  });
  test("for phrases that add nothing to a shorter one", () => {
    const phrases = [
      "deliver*",
      "late delivery",
      "slow",
      "delivery NEAR/2 bus",
      "bus OR delivered",
      "slow OR deliverer",
      "bus",
    ];
    expect(found(taxonomyOf({ id: "a", phrases })).map(([kind, , phrase, other]) => [kind, phrase, other])).toEqual([
      ["shadowed", "late delivery", "deliver*"],
      ["shadowed", "delivery NEAR/2 bus", "deliver*"],
    ]);
  });
  test("for phrases that contradict themselves", () => {
    const phrases = [
      "late NOT late",
      "late delivery NOT deliver*",
      "(late NOT late) AND bus",
      "late NOT later",
      "a OR (b NOT b)",
    ];
    expect(found(taxonomyOf({ id: "a", phrases })).map(([kind, , phrase]) => [kind, phrase])).toEqual([
      ["contradictory", "late NOT late"],
      ["contradictory", "late delivery NOT deliver*"],
      ["contradictory", "(late NOT late) AND bus"],
    ]);
  });
  test("for phrases that find nothing in comments, though a longer one hides a shorter one in tags", () => {
    const taxonomy = taxonomyOf({ id: "a", phrases: ["late", "late flight", "bus"] });
    expect(found(taxonomy, ["a late flight"]).filter(([kind]) => kind === "never-matching")).toEqual([
      ["never-matching", "a", "bus"],
    ]);
  });
});

const letter = fc.constantFrom("a", "b", "ab", "a*", "b*");
const run = fc.array(letter, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const phrase = fc.oneof(
  run,
  fc.tuple(run, fc.constantFrom("AND", "OR", "NOT", "NEAR/1"), run).map((parts) => parts.join(" ")),
);
const comment = fc
  .array(fc.constantFrom("a", "b", "ab", "abc", "ba", "."), { maxLength: 8 })
  .map((words) => words.join(" "));

test("a shadowed phrase finds nothing that the other does not, and a contradictory one nothing at all", () => {
  fc.assert(
    fc.property(
      fc.array(phrase, { minLength: 2, maxLength: 5 }),
      fc.array(comment, { maxLength: 20 }),
      (phrases, comments) => {
        const finds = (one: string, text: string): boolean =>
          createTagger(taxonomyOf({ id: "x", phrases: [one] })).tag(text).length > 0;
        for (const { kind, phrase: one, other } of reviewTaxonomy(taxonomyOf({ id: "a", phrases }))) {
          for (const text of comments) {
            if (kind === "contradictory") expect(finds(one, text)).toBe(false);
            if (kind === "shadowed" && finds(one, text)) expect(finds(other?.phrase ?? "", text)).toBe(true);
            if (kind === "duplicate") expect(finds(one, text)).toBe(finds(other?.phrase ?? "", text));
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

describe("taxonomies are put together and compared", () => {
  const first = taxonomyOf({ id: "late", name: "Late", phrases: ["late"] }, { id: "price", phrases: ["price"] });
  const second = taxonomyOf(
    { id: "late", name: "Too late", phrases: ["ages", "late"] },
    { id: "app", phrases: ["app"] },
  );
  test("the whole finds what both find", () => {
    const merged = mergeTaxonomies(first, second, { id: "whole", version: "7" });
    expect(merged).toMatchObject({ id: "whole", version: "7" });
    expect(merged.themes.map(({ id, phrases }) => [id, phrases])).toEqual([
      ["late", ["late", "ages"]],
      ["price", ["price"]],
      ["app", ["app"]],
    ]);
    expect(mergeTaxonomies(first, first).themes).toEqual(first.themes);
  });
  test("what cannot be one is refused", () => {
    expect(() => mergeTaxonomies(first, { ...second, language: "en" })).toThrow("the same language");
    const moved = taxonomyOf({ id: "late", parent: "price" }, { id: "price" });
    expect(() => mergeTaxonomies(first, moved)).toThrow('theme "late" to be a part of the same theme in both');
  });
  test("a version with itself differs in nothing; else every change is told once", () => {
    const none = { added: [], removed: [], renamed: [], moved: [], rephrased: [], settings: [] };
    expect(diffTaxonomies(first, first)).toEqual(none);
    expect(diffTaxonomies(first, { ...second, inflection: true })).toEqual({
      added: [second.themes[1]],
      removed: [first.themes[1]],
      renamed: [{ theme: "late", before: "Late", after: "Too late" }],
      moved: [],
      rephrased: [{ theme: "late", added: ["ages"], removed: [] }],
      settings: ["inflection"],
    });
  });
});
