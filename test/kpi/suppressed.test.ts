/** `minimumN`, `dismissed` and `invalid`: what is left out is counted, what is too little is not shown. */
import { average, ces, csat, enps, groupBy, measure, nps, npsMetric, rate, responseRate, scalestrip } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const results = [
  ["nps", (n: number, minimumN: number) => nps(new Array(n).fill(9), { minimumN })],
  ["csat", (n: number, minimumN: number) => csat(new Array(n).fill(4), { minimumN })],
  ["ces", (n: number, minimumN: number) => ces(new Array(n).fill(4), { minimumN })],
  ["rate", (n: number, minimumN: number) => rate(new Array(n).fill(true), { minimumN })],
  ["average", (n: number, minimumN: number) => average(new Array(n).fill(4), { minimumN })],
  ["responseRate", (n: number, minimumN: number) => responseRate(new Array(n).fill(4), { minimumN })],
] as const;

describe.each(results)("%s with minimumN", (_, resultOf) => {
  test("shows nothing of fewer observations, not even how many they are", () => {
    const { suppressed, definition, ...figures } = resultOf(4, 5) as unknown as Record<string, unknown>;
    expect(suppressed).toBe(true);
    expect(definition).toEqual(resultOf(5, 5).definition);
    expect(new Set(Object.values(figures))).toEqual(new Set([null]));
    expect(Object.keys(figures)).toEqual(expect.arrayContaining(["value", "n", "missing", "interval"]));
  });

  test("shows all of as many, and is no part of the definition", () => {
    expect(resultOf(5, 5)).toEqual(resultOf(5, 0));
    expect(resultOf(5, 5)).not.toHaveProperty("suppressed");
  });

  test.each([-1, Number.NaN, "5"])("refuses a minimum of %s", (minimumN) => {
    expect(() => resultOf(1, minimumN as number)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});

test("enps shows nothing of fewer than five answers unless it is told to", () => {
  expect(enps([9, 9, 9, 9])).toMatchObject({ suppressed: true, value: null, promoters: null });
  expect(enps([9, 9, 9, 9, null])).toMatchObject({ suppressed: true });
  expect(enps([9, 9, 9, 9, 0])).toMatchObject({ value: 60, n: 5, definition: { kpi: "enps" } });
  expect(enps([9], { minimumN: 1 })).toMatchObject({ value: 100 });
  expect(enps([9, 9, 9], { minimumN: 0 }).value).toBe(nps([9, 9, 9]).value);
});

describe("rows that are left out", () => {
  const row = fc.record({
    score: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(null)),
    declined: fc.boolean(),
    weight: fc.constantFrom(0, 1, 2, null),
  });
  test("are counted: n, missing, invalid and dismissed add up to the rows", () => {
    fc.assert(
      fc.property(fc.array(row), fc.boolean(), (rows, weigh) => {
        const metric = npsMetric((one: (typeof rows)[0]) => one.score, {
          dismissed: (one) => one.declined,
          invalid: "exclude",
          ...(weigh && { weight: (one: (typeof rows)[0]) => one.weight }),
        });
        const { n, missing, invalid, dismissed } = measure(rows, metric);
        expect(n + missing + invalid + dismissed).toBe(rows.length);
        expect(dismissed).toBe(rows.filter((one) => one.declined).length);
      }),
    );
  });

  test("are in no share where somebody declined, whatever value there is", () => {
    const rows = [
      { score: 9, status: "done" },
      { score: 0, status: "dismissed" },
      { score: 99, status: "dismissed" },
    ];
    const result = measure(
      rows,
      npsMetric((one) => one.score, { dismissed: (one) => one.status === "dismissed" }),
    );
    expect(result).toMatchObject({ value: 100, n: 1, dismissed: 2, missing: 0 });
  });

  test("are invalid too where the accessor finds the value not allowed, and other errors go on", () => {
    const reading = (error: Error) =>
      npsMetric(
        () => {
          throw error;
        },
        { invalid: "exclude" },
      );
    const notAllowed = (() => {
      try {
        return nps([11]);
      } catch (error) {
        return error as Error;
      }
    })() as Error;
    expect(measure([1, 2], reading(notAllowed))).toMatchObject({ n: 0, invalid: 2 });
    expect(() => measure([1], reading(new Error("disk full")))).toThrowError("disk full");
  });

  test("are found by an accessor however many rows there are, in groups too", () => {
    const rows = Array.from({ length: 90 }, (_, index) => ({
      answer: ["10 - Extremely likely", "3", "no idea"][index % 3],
    }));
    const metric = npsMetric((row: (typeof rows)[0]) => scalestrip(row.answer), { invalid: "exclude" });
    expect(measure(rows, metric)).toMatchObject({ n: 60, invalid: 30, value: 0 });
    const [group] = measure(
      rows,
      groupBy(() => "all", metric),
    );
    expect(group?.result).toMatchObject({ n: 60, invalid: 30 });
  });
});
