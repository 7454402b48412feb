import { createPersonaMatcher, matchPersona } from "cxkit";
import { describe, expect, test } from "vitest";

const parent = {
  id: "parent",
  name: "Busy parent",
  channels: ["app", "phone"],
  attributes: { age: 40, plan: "family" },
  rule: { field: "attributes.children", op: "gte", value: 1 },
} as const;
const student = {
  id: "student",
  name: "First flat",
  channels: ["app", "social"],
  attributes: { age: 21, plan: "solo" },
  rule: { field: "attributes.age", op: "lt", value: 25 },
} as const;
const personas = [parent, student];
const features = [
  { field: "attributes.age", range: [18, 80], weight: 2 },
  { field: "attributes.plan" },
  { field: "preferences.channels" },
] as const;

describe("by rule", () => {
  test("a customer is of the persona whose rule alone holds, and that is certain", () => {
    const match = matchPersona({ attributes: { children: 2, age: 30 } }, personas);
    expect(match).toEqual({
      persona: "parent",
      outcome: "rule",
      confidence: 1,
      tied: [],
      candidates: [
        { persona: "parent", rule: true, likeness: null },
        { persona: "student", rule: false, likeness: null },
      ],
      reasons: ["The rule of “Busy parent” holds: attributes.children is at least 1: yes, it is 2."],
    });
  });

  test("of several whose rules hold none is taken for the one", () => {
    const match = matchPersona({ attributes: { children: 1, age: 20 } }, personas);
    expect(match).toMatchObject({ persona: null, outcome: "tie", confidence: null, tied: ["parent", "student"] });
    expect(match.reasons[0]).toBe("“Busy parent” and “First flat” fit equally well.");
    expect(match.reasons).toHaveLength(3);
  });

  test("where no rule holds there is no persona, and one without a rule is none for anybody", () => {
    const match = matchPersona({ attributes: {} }, [...personas, { id: "ghost" }]);
    expect(match).toMatchObject({ persona: null, outcome: "none", confidence: null, tied: [] });
    expect(match.candidates[2]).toEqual({ persona: "ghost", rule: null, likeness: null });
    expect(match.reasons).toEqual(["No rule of a persona holds."]);
    expect(matchPersona({}, []).outcome).toBe("none");
  });

  test("rules may count days and events", () => {
    const lapsed = { id: "lapsed", rule: { events: { count: { op: "eq", value: 0 }, withinDays: 90 } } } as const;
    const options = { now: "2026-06-01", events: [{ at: "2026-01-01" }] };
    expect(matchPersona({}, [lapsed], options).persona).toBe("lapsed");
    expect(() => matchPersona({}, [lapsed])).toThrow("matchPersona requires the option now");
  });
});

describe("by likeness", () => {
  const customer = { attributes: { age: 35, plan: "family" }, preferences: { channels: ["app"] } };

  test("each field counts by its weight: numbers by distance, texts by being equal, lists by what they have in common", () => {
    const match = matchPersona(customer, personas, { features, by: "likeness" });
    // Age 1 − 5/62 (weight 2), plan 1, channels 1 of 2: (2 × 0.9194 + 1 + 0.5) / 4.
    const [first, second] = match.candidates.map(({ likeness }) => likeness);
    expect(first?.likeness).toBeCloseTo((2 * (1 - 5 / 62) + 1.5) / 4, 12);
    expect(second?.likeness).toBeCloseTo((2 * (1 - 14 / 62) + 0.5) / 4, 12);
    expect(first?.fields.map(({ field, likeness, weight }) => [field, likeness, weight])).toEqual([
      ["attributes.age", 1 - 5 / 62, 2],
      ["attributes.plan", 1, 1],
      ["preferences.channels", 0.5, 1],
    ]);
    const [near, far] = [1 - (first?.likeness ?? 0), 1 - (second?.likeness ?? 0)];
    expect(match).toMatchObject({ persona: "parent", outcome: "likeness", confidence: (far - near) / far });
    expect(match.reasons).toEqual([
      "83 % like “Busy parent”: attributes.age 92 %, attributes.plan 100 %, preferences.channels 50 %.",
      "51 % like “First flat”: attributes.age 77 %, attributes.plan 0 %, preferences.channels 50 %.",
    ]);
  });

  test("a field that the customer lacks, or has in another type, is left out and lowers the confidence", () => {
    for (const age of [undefined, null, Number.NaN, "35"]) {
      const match = matchPersona({ attributes: { age, plan: "family" } }, personas, { features, by: "likeness" });
      expect(match).toMatchObject({ persona: "parent", confidence: 0.25 });
      expect(match.candidates[0]?.likeness).toMatchObject({ likeness: 1, coverage: 0.25 });
    }
  });

  test("nothing to compare is no persona, and not like enough is none either", () => {
    const nothing = matchPersona({}, personas, { features, by: "likeness" });
    expect(nothing).toMatchObject({ persona: null, outcome: "none", confidence: null });
    expect(nothing.reasons).toEqual([
      "Not 50 % like any persona.",
      "Nothing can be compared with “Busy parent”.",
      "Nothing can be compared with “First flat”.",
    ]);
    expect(matchPersona(customer, personas, { features, minimum: 0.9 }).outcome).toBe("none");
  });

  test("equally like is a tie, and so is nearly so where a margin is given", () => {
    const between = { attributes: { age: 30.5 } };
    expect(matchPersona(between, personas, { features })).toMatchObject({
      outcome: "tie",
      tied: ["parent", "student"],
    });
    expect(matchPersona({ attributes: { age: 32 } }, personas, { features }).persona).toBe("parent");
    expect(matchPersona({ attributes: { age: 32 } }, personas, { features, margin: 0.1 }).outcome).toBe("tie");
  });

  test("what differs by rounding alone is equally like", () => {
    const weighted = [0.1, 0.2, 0.3].map((weight, index) => ({ field: `f${index}`, weight }));
    const profiles = [
      { id: "a", f0: 1, f1: 1, f2: 0 },
      { id: "b", f0: 0, f1: 0, f2: 1 },
    ].map(({ id, ...rest }) => ({
      id,
      attributes: Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, `${one}`])),
    }));
    const options = {
      by: "likeness",
      features: weighted,
      profile: ({ attributes }: { attributes: object }) => attributes,
    } as const;
    expect(matchPersona({ f0: "1", f1: "1", f2: "1" }, profiles, options)).toMatchObject({
      outcome: "tie",
      tied: ["a", "b"],
    });
  });

  test("a list in the profile stands for several values, and numbers beyond the range have nothing in common", () => {
    const profile = () => ({ plan: ["family", "duo"], age: 30 });
    const options = {
      by: "likeness",
      profile,
      features: [{ field: "plan" }, { field: "age", range: [20, 40] }],
    } as const;
    const likenessOf = (row: object) => matchPersona(row, [parent], options).candidates[0]?.likeness?.likeness;
    expect([{ plan: "duo" }, { plan: "solo" }, { age: 90 }, { age: 40 }].map(likenessOf)).toEqual([1, 0, 0, 0.5]);
  });
});

test("by both, rules come first; likeness tells between several that hold, or stands in where none does", () => {
  const match = createPersonaMatcher(personas, { features });
  expect(match({ attributes: { children: 1, age: 90 } })).toMatchObject({ persona: "parent", outcome: "rule" });
  expect(match({ attributes: { children: 1, age: 22 } })).toMatchObject({ persona: "student", outcome: "likeness" });
  expect(match({ attributes: { age: 45 } })).toMatchObject({ persona: "parent", outcome: "likeness" });
  // The likest of all has a rule that does not hold, so it is none of those to choose from.
  const guest = { id: "guest", attributes: { age: 22, plan: "guest" }, rule: { any: [] } };
  const withGuest = createPersonaMatcher([...personas, guest], { features });
  expect(withGuest({ attributes: { children: 1, age: 22, plan: "guest" } })).toMatchObject({ persona: "student" });
  // Both rules hold, and nothing else tells them apart.
  const twins = createPersonaMatcher([parent, { ...parent, id: "twin" }], { features });
  expect(twins({ attributes: { children: 1 } })).toMatchObject({ outcome: "tie", tied: ["parent", "twin"] });
});

test("what makes no sense is refused at once", () => {
  const option = expect.objectContaining({ code: "invalid-option" });
  const definition = expect.objectContaining({ code: "invalid-definition" });
  const create =
    (options: object, some: readonly object[] = personas) =>
    () =>
      createPersonaMatcher(some as typeof personas, options);
  expect(create({ by: "likeness" })).toThrowError(option);
  expect(create({ features: [] })).toThrowError(option);
  expect(create({ features: [{ field: "attributes.age" }] })).toThrow(/range for the feature attributes.age/);
  expect(create({ features: [{ field: "attributes.age", range: [80, 18] }] })).toThrowError(option);
  expect(create({ features: [{ field: "attributes.plan", weight: 0 }] })).toThrowError(option);
  expect(create({ features: [null] })).toThrowError(option);
  expect(create({ features, minimum: 50 })).toThrowError(option);
  expect(create({ features, profile: "attributes" })).toThrowError(option);
  expect(create({ by: "luck" })).toThrowError(option);
  expect(create({ likeness: true })).toThrowError(option);
  expect(create({}, [parent, parent])).toThrowError(definition);
  expect(create({}, [{ name: "Nobody" }])).toThrowError(definition);
  expect(create({}, [{ id: "a", rule: { field: "x" } }])).toThrow('the rule of persona "a" requires either field');
  expect(() => matchPersona(null as never, personas)).toThrowError(expect.objectContaining({ code: "invalid-value" }));
});
