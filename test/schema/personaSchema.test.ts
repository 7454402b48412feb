import { personaSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const persona = {
  id: "busy-parent",
  name: "Busy parent",
  goals: ["order in a minute"],
  channels: ["app", "chat"],
  empathyMap: { thinks: ["not again"] },
  rule: { field: "attributes.children", op: "gte", value: 1 },
};

describe("personaSchema", () => {
  test("a persona with its rule passes", () => {
    expect(personaSchema.parse(persona)).toEqual(persona);
  });

  test("a persona without a name, or with a blank one, is refused", () => {
    const { name: _, ...nameless } = persona;
    for (const wrong of [nameless, { ...persona, name: "" }, { ...persona, name: " \n\t " }]) {
      expect(issuesOf(personaSchema, wrong)).toEqual([
        { path: ["name"], message: "requires a text that is not blank" },
      ]);
    }
  });

  test("a wrong rule is found inside the persona", () => {
    const rule = { all: [{ field: "attributes.children", op: "in", value: 1 }] };
    expect(issuesOf(personaSchema, { ...persona, rule })).toEqual([
      { path: ["rule", "all", 0, "value"], message: "requires a list of values for in" },
    ]);
  });
});
