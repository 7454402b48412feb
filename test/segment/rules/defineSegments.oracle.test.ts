/** Rules on the embedded sample, and on survey data where they are at hand, against filters written by hand. */
import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { defineSegments, eventsByCustomer, groupBy, measure, nps, npsMetric, segmentOf } from "cxkit";
import type { Customer, Persona, SegmentRule } from "cxkit/model";
import { describe, expect, test } from "vitest";

type Row = { readonly [column: string]: string };
const sample = new URL("../../../sample/", import.meta.url);
const shared = new URL("../../../../shared/data/survey/", import.meta.url);
const rowsOf = (url: URL): Row[] => parse(readFileSync(url, "utf8"), { columns: true, bom: true });
const jsonOf = <Value>(name: string): Value => JSON.parse(readFileSync(new URL(name, sample), "utf8"));

describe("the sample's customers", () => {
  const customers = jsonOf<Customer[]>("customers.json");
  const interactions = rowsOf(new URL("interactions.csv", sample));
  const events = eventsByCustomer(interactions.map((row) => ({ ...row, customer: row["customer"] ?? "" })));
  const ids = (holds: (customer: Customer) => boolean): string[] => customers.filter(holds).map(({ id }) => id);
  const now = "2026-06-01T00:00:00Z";

  test("are each of one persona by the rules of the personas", () => {
    const personas = jsonOf<Persona[]>("personas.json");
    const rules = personas.flatMap(({ id, rule }) => (rule === undefined ? [] : [{ name: id, rule }]));
    const { unassigned, several, n, segments } = defineSegments(rules).assignAll(customers);
    expect({ n, unassigned, several }).toEqual({ n: 2000, unassigned: 0, several: 0 });
    for (const { segment, customers: size } of segments) {
      expect(size).toBe(ids(({ attributes }) => attributes?.["persona"] === segment).length);
    }
  });

  test("who had to call about an address, and those lost on the phone before paying, are whom a filter finds", () => {
    const rules: SegmentRule[] = [
      { name: "caller", rule: { events: { where: { field: "touchpoint", op: "eq", value: "call_address_change" } } } },
      {
        name: "phone, no plan",
        rule: {
          all: [
            { field: "attributes.device", op: "eq", value: "phone" },
            { field: "attributes.plan", op: "eq", value: null },
          ],
        },
      },
      {
        name: "app first, may be written to",
        rule: {
          all: [
            { field: "preferences.channels.0", op: "eq", value: "app" },
            { field: "consent.marketing", op: "eq", value: true },
          ],
        },
      },
    ];
    const { customers: assigned, segments } = defineSegments(rules).assignAll(customers, { now, events });
    const callers = new Set(
      interactions.flatMap(({ touchpoint, customer }) => (touchpoint === "call_address_change" ? [customer] : [])),
    );
    const having = (name: string) =>
      assigned.flatMap(({ customer, segment }) => (segment.includes(name) ? [customer] : []));
    expect(having("caller")).toEqual(ids(({ id }) => callers.has(id)));
    // The sample's README counts 422 of them.
    expect(segments[0]?.customers).toBe(422);
    expect(having("phone, no plan")).toEqual(
      ids(({ attributes }) => attributes?.["device"] === "phone" && attributes["plan"] === null),
    );
    expect(having("app first, may be written to")).toEqual(
      ids(({ preferences, consent }) => preferences?.channels?.[0] === "app" && consent?.["marketing"] === true),
    );
  });

  test("events in a window are those of that window", () => {
    const latest = Math.max(...interactions.map(({ at }) => Date.parse(at ?? "")));
    const rule = { events: { count: { op: "gte", value: 5 }, withinDays: 60 } } as const;
    const { customers: assigned } = defineSegments([{ name: "busy", rule }], { mode: "exclusive" }).assignAll(
      customers,
      {
        now: latest,
        events,
      },
    );
    const counts = new Map<string, number>();
    for (const { customer = "", at = "" } of interactions) {
      if (Date.parse(at) >= latest - 60 * 86_400_000) counts.set(customer, (counts.get(customer) ?? 0) + 1);
    }
    const busy = ids(({ id }) => (counts.get(id) ?? 0) >= 5);
    expect(busy.length).toBeGreaterThan(100);
    expect(assigned.flatMap(({ customer, segment }) => (segment === null ? [] : [customer]))).toEqual(busy);
  });
});

const bank = new URL("nps_bank.csv", shared);
test.skipIf(!existsSync(bank))(
  "5000 answers to a bank, cut by rule, add up (skipped where ../shared/data is absent)",
  () => {
    const answers = rowsOf(bank).map(({ id = "", market = "", nps: score, survey_date_dmy: dmy = "" }) => ({
      id,
      market,
      score: Number(score),
      at: dmy.split("-").reverse().join("-"),
    }));
    const segments = defineSegments(
      [
        {
          name: "autumn in the US",
          rule: {
            all: [
              { field: "market", op: "eq", value: "US" },
              { field: "at", op: "after", value: "2021-08-31" },
            ],
          },
        },
        { name: "let down", rule: { field: "score", op: "lte", value: 6 } },
      ],
      { mode: "exclusive", rest: "others", fields: ["market", "at", "score"] },
    );
    expect(segments.findings).toEqual([]);
    const result = segments.assignAll(answers);
    const autumn = answers.filter(({ market, at }) => market === "US" && at >= "2021-09-01");
    expect(result.segments.map(({ customers }) => customers)).toEqual([
      autumn.length,
      answers.filter(({ score }) => score <= 6).length - autumn.filter(({ score }) => score <= 6).length,
      5000 - new Set([...autumn, ...answers.filter(({ score }) => score <= 6)]).size,
    ]);
    const segment = segmentOf(result);
    const groups = measure(
      answers,
      groupBy(
        ({ id }) => segment(id),
        npsMetric(({ score }) => score),
      ),
    );
    expect(groups.find(({ key }) => key === "autumn in the US")?.result.value).toBe(
      nps(autumn.map(({ score }) => score)).value,
    );
    expect(groups.find(({ key }) => key === "let down")?.result.value).toBe(-100);
  },
);

const seats = new URL("skytrax_seat.csv", shared);
test.skipIf(!existsSync(seats))(
  "1258 reviews of seats, whose numbers a CSV gives as texts (skipped where ../shared/data is absent)",
  () => {
    const reviews = rowsOf(seats).map(({ content = "", seat_legroom_rating }, id) => ({
      id,
      content,
      seat_legroom_rating,
    }));
    const cramped: SegmentRule[] = [
      {
        name: "cramped",
        rule: {
          any: [
            { field: "content", op: "contains", value: "no legroom" },
            { field: "content", op: "contains", value: "cramped" },
          ],
        },
      },
      { name: "long rated", rule: { field: "seat_legroom_rating", op: "lte", value: 2 } },
    ];
    const segments = defineSegments(cramped);
    const found = reviews.filter(({ content }) => /no legroom|cramped/i.test(content));
    const { customers } = segments.assignAll(reviews);
    expect(customers.flatMap(({ customer, segment }) => (segment.length > 0 ? [customer] : []))).toEqual(
      found.map(({ id }) => id),
    );
    // A rating that is a text is no number: nobody is in, and the report says why.
    const { rules, findings } = segments.report(reviews);
    expect(rules[1]?.matches).toBe(0);
    expect(findings.map(({ kind, segment }) => [kind, segment])).toEqual([["unfit-values", "long rated"]]);
  },
);
