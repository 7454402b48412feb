/** The whole path on dirty input: a clear error or a counted reject, never a crash, never a lost row. */
import {
  createTagger,
  csatMetric,
  discover,
  emotionCurve,
  eventLog,
  groupBy,
  journeyGaps,
  journeyMap,
  measure,
  npsMetric,
  perPeriod,
  themeReport,
} from "cxkit";
import { parseRows } from "cxkit/import";
import { feedbackSchema, interactionSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";

const empty = { id: "j", name: "Journey", state: "as-is" as const, stages: [] };
interface Event {
  readonly customer: string;
  readonly touchpoint: string;
  readonly at: string;
}
const columns = {
  customer: (row: Event) => row.customer,
  touchpoint: (row: Event) => row.touchpoint,
  at: (row: Event) => row.at,
};
const taxonomy = { id: "t", version: "1", themes: [{ id: "__proto__", name: "P", phrases: ["late"] }] };
const answer = { id: "f", at: "2026-01-01T00:00:00Z", kind: "nps" as const };

describe("bad input", () => {
  test("empty everything gives empty everything", () => {
    const log = eventLog([], columns);
    expect(discover(log).customers).toBe(0);
    expect(journeyGaps({ journey: empty, log, feedback: [], cases: [] })).toEqual([]);
    expect(emotionCurve(empty, [])).toMatchObject({ points: [], stages: [], peakEnd: null });
    expect(themeReport([], { taxonomy, text: () => "", metric: npsMetric(() => 1) })).toMatchObject({
      themes: [],
      comments: 0,
    });
    expect(journeyMap(empty)).toContain("Journey");
    expect(parseRows(feedbackSchema, [])).toEqual({ accepted: [], rejected: [] });
  });

  test("a score off the scale is an error with its row, or a counted reject", () => {
    const rows = [
      { ...answer, score: 7 },
      { ...answer, score: 11 },
      { ...answer, score: "9" },
    ];
    const { accepted, rejected } = parseRows(feedbackSchema, rows);
    expect([accepted.length, rejected.map(({ index }) => index)]).toEqual([1, [1, 2]]);
    const metric = npsMetric((row: { score: unknown }) => row.score as number);
    expect(() => measure(rows, metric)).toThrowError(/received 11 \(row 1\)/);
    const excluding = npsMetric((row: { score: unknown }) => row.score as number, { invalid: "exclude" });
    expect(measure(rows, excluding)).toMatchObject({ n: 1, invalid: 2, missing: 0 });
  });

  test("a date that is none is an error with its row, or a counted reject", () => {
    const rows = [{ id: "i", customer: "a", touchpoint: "b", at: "2026-02-30" }];
    expect(parseRows(interactionSchema, rows).rejected).toHaveLength(1);
    expect(() => eventLog(rows, columns)).toThrowError(/invalid-time|ISO 8601.*\(row 0\)/);
    expect(eventLog(rows, { ...columns, invalid: "exclude" })).toMatchObject({ invalid: 1, customers: [] });
    expect(() =>
      measure(
        rows,
        perPeriod(
          { at: (row) => row.at, every: "day" },
          npsMetric(() => 9),
        ),
      ),
    ).toThrowError(/\(row 0\)/);
  });

  test("duplicate events and events out of order are kept, sorted and counted", () => {
    const event = { customer: "a", touchpoint: "x", at: "2026-01-02" };
    const log = eventLog([event, { ...event, touchpoint: "w", at: "2026-01-01" }, event], columns);
    expect(log).toMatchObject({ duplicates: 1, ties: 1 });
    expect(discover(log).variants).toMatchObject([{ path: ["w", "x", "x"], customers: 1 }]);
  });

  test("a comment of a megabyte is tagged, accepted and reported", () => {
    const comment = `${"na ".repeat(350_000)} late`;
    const rows = [{ ...answer, score: 3, comment }];
    expect(parseRows(feedbackSchema, rows).accepted).toHaveLength(1);
    expect(createTagger(taxonomy).tag(comment)).toHaveLength(1);
    expect(
      themeReport(rows, { taxonomy, text: (row) => row.comment, metric: npsMetric((row) => row.score) }).comments,
    ).toBe(1);
  });

  test("__proto__ is a customer, a touchpoint, a segment, a stage and a theme like any other", () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({
      customer: index === 0 ? "__proto__" : `c${index}`,
      touchpoint: "__proto__",
      segment: "__proto__",
      at: "2026-01-01",
      kind: "csat" as const,
      score: 1 + (index % 5),
      comment: "late",
    }));
    const journey = {
      ...empty,
      stages: [{ id: "__proto__", name: "__proto__", touchpoints: [{ id: "__proto__", name: "__proto__" }] }],
    };
    const log = eventLog(rows, columns);
    expect(log.customers[0]).toBe("__proto__");
    expect(
      measure(
        rows,
        groupBy(
          (row) => row.segment,
          csatMetric((row) => row.score),
        ),
      ),
    ).toMatchObject([{ key: "__proto__", result: { n: 30 } }]);
    expect(journeyGaps({ journey, log, feedback: rows })).toEqual([]);
    expect(
      themeReport(rows, { taxonomy, text: (row) => row.comment, metric: csatMetric((row) => row.score) }).themes[0]
        ?.theme,
    ).toBe("__proto__");
    expect(emotionCurve(journey, rows).points[0]?.felt.n).toBe(30);
    expect(journeyMap(journey, { gaps: [], emotion: emotionCurve(journey, rows).points })).toContain("__proto__");
    expect(Object.prototype).not.toHaveProperty("n");
  });

  test("HTML in a name stays a name", () => {
    const hostile = `<script>alert("&'")</script>`;
    const journey = {
      id: hostile,
      name: hostile,
      state: "as-is" as const,
      stages: [
        {
          id: hostile,
          name: hostile,
          goal: hostile,
          touchpoints: [{ id: hostile, name: hostile, owner: hostile, painPoints: [hostile] }],
        },
      ],
    };
    const rows = Array.from({ length: 40 }, (_, index) => ({
      customer: `c${index}`,
      touchpoint: `${hostile}!`,
      at: "2026-01-01",
    }));
    const gaps = journeyGaps({ journey, log: eventLog(rows, columns), feedback: [] });
    expect(gaps.length).toBeGreaterThan(0);
    expect(journeyMap(journey, { gaps })).not.toContain("<script");
  });

  test("a CSV row with missing columns is a counted reject", () => {
    const rows = [{ id: "f1", kind: "csat" }, {}, { ...answer, kind: "csat", score: 4 }];
    const { accepted, rejected } = parseRows(feedbackSchema, rows);
    expect([accepted.length, rejected.length]).toEqual([1, 2]);
    expect(eventLog([{}, { customer: "a" }] as never, columns)).toMatchObject({ missing: 2 });
  });
});
