import { programmeSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const programme = {
  journeys: [
    {
      id: "buy",
      name: "Buying",
      state: "as-is",
      persona: "parent",
      stages: [{ id: "order", name: "Order", touchpoints: [{ id: "pay", name: "Pay" }] }],
    },
    { id: "return", name: "Returning", state: "to-be", persona: ["parent", "student"], stages: [] },
  ],
  personas: [
    { id: "parent", name: "Parent" },
    { id: "student", name: "Student" },
  ],
  stakeholders: [{ id: "finance", name: "Finance", touchpoints: ["pay"] }],
  initiatives: [{ id: "i-1", name: "Shorter checkout", gaps: [], status: "planned" }],
};

describe("programmeSchema", () => {
  test("a programme in which every reference leads somewhere passes", () => {
    expect(programmeSchema.parse(programme)).toEqual(programme);
    expect(programmeSchema.parse({ journeys: [] })).toEqual({ journeys: [] });
  });

  test("a second journey, persona, stakeholder or initiative of one id is refused", () => {
    const singular = {
      journeys: "journey",
      personas: "persona",
      stakeholders: "stakeholder",
      initiatives: "initiative",
    };
    for (const list of ["journeys", "personas", "stakeholders", "initiatives"] as const) {
      const twice = { ...programme, [list]: [...programme[list], programme[list][0]] };
      expect(issuesOf(programmeSchema, twice)).toEqual([
        {
          path: [list, programme[list].length, "id"],
          message: `requires an id of its own: another ${singular[list]} before it has the same id`,
        },
      ]);
    }
  });

  test("a journey of a persona that nobody described is refused", () => {
    const message = "requires the id of a persona of this programme";
    expect(issuesOf(programmeSchema, { ...programme, personas: [{ id: "student", name: "Student" }] })).toEqual([
      { path: ["journeys", 0, "persona"], message },
      { path: ["journeys", 1, "persona", 0], message },
    ]);
    const { personas: _, ...without } = programme;
    expect(issuesOf(programmeSchema, without)).toHaveLength(3);
  });

  test("a stakeholder who answers for a touchpoint that no journey has is refused", () => {
    const stakeholders = [{ id: "finance", name: "Finance", touchpoints: ["pay", "refund"] }];
    expect(issuesOf(programmeSchema, { ...programme, stakeholders })).toEqual([
      {
        path: ["stakeholders", 0, "touchpoints", 1],
        message: "requires the id of a touchpoint of this programme's journeys",
      },
    ]);
  });

  test("a contradiction within a journey is found inside the programme", () => {
    const [buy] = programme.journeys;
    const journeys = [{ ...buy, stages: [...(buy?.stages ?? []), { id: "order", name: "Again", touchpoints: [] }] }];
    expect(issuesOf(programmeSchema, { ...programme, journeys }).map(({ path }) => path)).toEqual([
      ["journeys", 0, "stages", 1, "id"],
    ]);
  });
});
