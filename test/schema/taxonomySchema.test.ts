import { taxonomySchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

/** A taxonomy from "theme" or "theme<parent" each. */
function taxonomy(...themes: string[]): unknown {
  return {
    id: "shop",
    version: "2",
    themes: themes.map((text) => {
      const [id, parent] = text.split("<");
      return parent === undefined ? { id, name: "Name", phrases: [] } : { id, name: "Name", parent, phrases: [] };
    }),
  };
}
const circle = "requires a parent that is not itself a part of this theme: the parents run in a circle";

describe("taxonomySchema", () => {
  test("a hierarchy passes, in whichever order its themes stand", () => {
    const shop = taxonomy("courier<late", "late<delivery", "delivery", "price");
    expect(taxonomySchema.parse(shop)).toEqual(shop);
  });

  test("two themes with one id are refused", () => {
    expect(issuesOf(taxonomySchema, taxonomy("delivery", "price", "delivery"))).toEqual([
      { path: ["themes", 2, "id"], message: "requires an id of its own: another theme before it has the same id" },
    ]);
  });

  test("a theme that is a part of an unknown one is refused", () => {
    expect(issuesOf(taxonomySchema, taxonomy("late<delivery", "price"))).toEqual([
      { path: ["themes", 0, "parent"], message: "requires the id of another theme of this taxonomy" },
    ]);
  });

  test("a theme that is a part of itself is refused, directly or by way of others", () => {
    expect(issuesOf(taxonomySchema, taxonomy("price", "late<late"))).toEqual([
      { path: ["themes", 1, "parent"], message: circle },
    ]);
    expect(issuesOf(taxonomySchema, taxonomy("x<a", "a<b", "b<c", "c<a", "p<q", "q<p"))).toEqual([
      { path: ["themes", 1, "parent"], message: circle },
      { path: ["themes", 4, "parent"], message: circle },
    ]);
  });

  test("ids such as __proto__ are ordinary ids", () => {
    expect(issuesOf(taxonomySchema, taxonomy("__proto__", "constructor<__proto__"))).toEqual([]);
    expect(issuesOf(taxonomySchema, taxonomy("late<constructor"))).toHaveLength(1);
  });

  test("a taxonomy without a version, or with a language that is no tag, is refused", () => {
    expect(issuesOf(taxonomySchema, { id: "shop", version: "", language: "en_GB", themes: [] })).toEqual([
      { path: ["version"], message: "requires a text that is not blank" },
      { path: ["language"], message: "requires a BCP 47 language tag, such as de or pt-BR" },
    ]);
  });
});
