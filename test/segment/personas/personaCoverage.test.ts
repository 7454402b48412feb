import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { groupBy, measure, npsMetric, personaCoverage, segmentOf } from "cxkit";
import type { Customer, Journey, Persona } from "cxkit/model";
import { expect, test } from "vitest";

const sample = new URL("../../../sample/", import.meta.url);
const jsonOf = <Value>(name: string): Value => JSON.parse(readFileSync(new URL(name, sample), "utf8"));

test("the sample's personas cover its customers, and each has feedback; the journey is drawn for some", () => {
  const journey = jsonOf<Journey>("journey.json");
  const rows: Record<string, string>[] = parse(readFileSync(new URL("feedback.csv", sample), "utf8"), {
    columns: true,
  });
  const feedback = rows.map((row) => ({ customer: row["customer"] || null, kind: row["kind"], score: row["score"] }));
  const personas = jsonOf<Persona[]>("personas.json");
  const customers = jsonOf<Customer[]>("customers.json");
  const result = personaCoverage({ personas, customers, journeys: [journey], feedback });
  expect(result).toMatchObject({ n: 2000, one: 2000, several: 0, none: 0, withoutCustomers: [], withoutFeedback: [] });
  const drawnFor = typeof journey.persona === "string" ? [journey.persona] : (journey.persona ?? []);
  expect(result.withoutJourney).toEqual(personas.map(({ id }) => id).filter((id) => !drawnFor.includes(id)));
  expect(result.unknownPersonas).toEqual([]);
  expect(result.feedback).toMatchObject({ rows: feedback.length, unmatched: 0, unknown: 0 });
  expect(result.feedback?.anonymous).toBe(feedback.filter(({ customer }) => customer === null).length);
  const segment = segmentOf(result);
  const answers = feedback.filter(({ kind, score }) => kind === "nps" && score !== "");
  const byPersona = measure(
    answers,
    groupBy(
      ({ customer }) => segment(customer),
      npsMetric(({ score }) => Number(score)),
    ),
  );
  expect(byPersona.filter(({ key }) => key !== null)).toHaveLength(3);
});

test("a persona without customers, without a journey or without feedback is named, and what was not given is null", () => {
  const personas = [
    { id: "a", rule: { field: "x", op: "eq", value: 1 } },
    { id: "b", rule: { field: "x", op: "gte", value: 1 } },
    { id: "c" },
  ] as const;
  const customers = [{ id: 1, x: 1 }, { id: 2, x: 2 }, { id: 3 }, { id: null, x: 1 }];
  const alone = personaCoverage({ personas, customers });
  expect(alone).toEqual({
    customers: [
      { customer: 1, segment: ["a", "b"] },
      { customer: 2, segment: ["b"] },
      { customer: 3, segment: [] },
    ],
    n: 3,
    one: 1,
    several: 1,
    none: 1,
    missing: 1,
    invalid: 0,
    unmatched: [3],
    ambiguous: [1],
    personas: [
      { persona: "a", hasRule: true, customers: 1, share: 1 / 3, journeys: null, feedback: null },
      { persona: "b", hasRule: true, customers: 2, share: 2 / 3, journeys: null, feedback: null },
      { persona: "c", hasRule: false, customers: 0, share: 0, journeys: null, feedback: null },
    ],
    withoutCustomers: ["c"],
    withoutJourney: null,
    withoutFeedback: null,
    journeysWithoutPersona: null,
    unknownPersonas: null,
    feedback: null,
  });
  const journeys = [{ id: "j1", persona: ["b", "z"] }, { id: "j2" }];
  const feedback = [{ customer: 2 }, { customer: "2" }, { customer: 3 }, {}];
  expect(personaCoverage({ personas, customers, journeys, feedback })).toMatchObject({
    withoutJourney: ["a", "c"],
    withoutFeedback: ["a", "c"],
    journeysWithoutPersona: ["j2"],
    unknownPersonas: [{ journey: "j1", persona: "z" }],
    feedback: { rows: 4, attributed: 1, unmatched: 1, unknown: 1, anonymous: 1 },
  });
});

test("who fits several equally well by likeness is of all of them", () => {
  const personas = [
    { id: "a", attributes: { plan: "duo" } },
    { id: "b", attributes: { plan: "duo" } },
    { id: "c", attributes: { plan: "solo" } },
  ];
  const customers = [
    { id: 1, attributes: { plan: "duo" } },
    { id: 2, attributes: { plan: "solo" } },
  ];
  const result = personaCoverage({ personas, customers }, { features: [{ field: "attributes.plan" }] });
  expect(result.customers.map(({ segment }) => segment)).toEqual([["a", "b"], ["c"]]);
});

test("nobody and nothing are no error; a customer who comes twice is", () => {
  expect(personaCoverage({ personas: [], customers: [] })).toMatchObject({ n: 0, one: 0, personas: [] });
  const twice = [{ id: 1 }, { id: 1 }];
  expect(() => personaCoverage({ personas: [], customers: twice })).toThrow(
    "personaCoverage requires every customer once, received 1 (row 1)",
  );
  expect(personaCoverage({ personas: [], customers: twice }, { invalid: "exclude" })).toMatchObject({
    n: 1,
    invalid: 1,
  });
  const option = expect.objectContaining({ code: "invalid-option" });
  expect(() => personaCoverage({ personas: {} as never, customers: [] })).toThrowError(option);
  expect(() => personaCoverage({ personas: [], customers: [], persona: [] } as never)).toThrowError(option);
  expect(() => personaCoverage({ personas: [], customers: [] }, { at: 1 } as never)).toThrowError(option);
});
