import { type Journey, type JourneyMapOptions, journeyMap } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { markupFaults } from "./markupFaults.js";
import { estimate, gaps } from "./mealKit.js";

const nasty = fc.constantFrom(
  "<script>alert(1)</script>",
  `"' onload="x`,
  "]]>",
  "<!--",
  "&amp;",
  "\u0000\u0008\u001f\u007f",
  "\ud800",
  "\udc00x",
  "\ufffe",
  "\u202eabc",
  "__proto__",
  "</style>",
  "",
  " ",
);
const text = fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 80 }), fc.string({ maxLength: 300 }));
const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> => fc.array(value, { maxLength: 2 });

const touchpoint = fc
  .record({
    name: text,
    channel: optional(text),
    owner: text,
    layer: fc.constantFrom("frontstage" as const, "backstage" as const, "support" as const),
    emotion: fc.integer({ min: -2, max: 2 }),
    painPoints: optional(text),
    opportunities: optional(text),
    momentOfTruth: fc.boolean(),
    optional: fc.boolean(),
  })
  .map((each) => ({ ...each, id: "" }));
const journeys: fc.Arbitrary<Journey> = fc
  .record({
    id: text,
    name: text,
    state: fc.constantFrom("as-is" as const, "to-be" as const),
    stages: fc.array(
      fc.record({ name: text, phase: text, goal: text, touchpoints: fc.array(touchpoint, { maxLength: 5 }) }),
      {
        maxLength: 4,
      },
    ),
  })
  .map(({ stages, ...journey }) => ({
    ...journey,
    stages: stages.map((stage, at) => ({
      ...stage,
      id: `s${at}`,
      touchpoints: stage.touchpoints.map((each, index) => ({ ...each, id: `t${at}.${index}` })),
    })),
  }));
const options: fc.Arbitrary<JourneyMapOptions> = fc
  .record({
    words: text,
    kpi: text,
    stage: fc.constantFrom("s0", "s1", null),
    key: fc.oneof(text, fc.constantFrom("s0", "t0.0", null)),
  })
  .map(({ words, kpi, stage, key }) => ({
    gaps: gaps.map((gap) => ({ ...gap, stage, touchpoint: words, explanation: words })),
    results: [{ key, result: Object.fromEntries([[kpi, estimate(words, "value", 3, 4, [1, 5])]]) }],
    persona: { id: words, name: words, description: words, goals: [words], channels: [words] },
  }));

test("whatever the names are, the picture is well-formed and the page holds no markup of theirs", () => {
  fc.assert(
    fc.property(journeys, options, (journey, given) => {
      expect(markupFaults(journeyMap(journey, { ...given, format: "svg" }))).toEqual([]);
      const page = journeyMap(journey, given)
        .replace("<!doctype html>", "")
        .replace(/<style>[^<]*<\/style>/, "");
      expect(markupFaults(page)).toEqual([]);
      expect(page).not.toMatch(/<script|<!--| on[a-z]+="/i);
      // Marks that would turn the direction of the words beside a name.
      expect(page).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    }),
    { numRuns: 60 },
  );
});

test("every stage, touchpoint and gap is on the map, whatever its size", () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(sizes, (counts) => {
      const stages = counts.map((count, at) => ({
        id: `s${at}`,
        name: `Stage-${at}`,
        touchpoints: Array.from({ length: count }, (_, index) => ({
          id: `t${at}-${index}`,
          name: `Touchpoint-${at}-${index}`,
        })),
      }));
      const found = stages.map(({ id }, index) => ({
        ...gaps[0],
        id,
        stage: id,
        touchpoint: null,
        explanation: `Gap-${index}`,
      }));
      const svg = journeyMap(
        { id: "j", name: "J", state: "as-is", stages },
        { gaps: found as typeof gaps, format: "svg" },
      );
      for (const { name, touchpoints } of stages) {
        expect(svg).toContain(`>${name}</text>`);
        for (const each of touchpoints) expect(svg).toContain(`>${each.name}</text>`);
      }
      for (const { explanation } of found) expect(svg).toContain(`>${explanation}</text>`);
    }),
    { numRuns: 25 },
  );
});

test("the same input gives the same page, and the input stays as it was", () => {
  fc.assert(
    fc.property(journeys, options, (journey, given) => {
      const before = structuredClone({ journey, given });
      expect(journeyMap(journey, given)).toBe(journeyMap(structuredClone(journey), structuredClone(given)));
      expect({ journey, given }).toEqual(before);
    }),
    { numRuns: 20 },
  );
});

test("a journey that went through JSON gives the same page", () => {
  fc.assert(
    fc.property(journeys, (journey) => {
      expect(journeyMap(JSON.parse(JSON.stringify(journey)))).toBe(journeyMap(journey));
    }),
    { numRuns: 20 },
  );
});
