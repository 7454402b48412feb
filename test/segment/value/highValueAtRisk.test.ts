import { CxError, groupBy, highValueAtRisk, measure, npsMetric, segmentOf } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const rows = [
  { customer: "ann", value: 900, risk: 0.8 },
  { customer: "bob", value: 1000, risk: 0.7 },
  { customer: "cat", value: 700, risk: 0.2 },
  { customer: "dan", value: 30, risk: 0.9 },
  { customer: "eve", value: -500, risk: 1 },
];

describe("highValueAtRisk", () => {
  test("those at or above both thresholds, most value at risk first", () => {
    const result = highValueAtRisk(rows, { valueFrom: 900, riskFrom: 0.7 });
    expect(result.customers).toEqual([
      { customer: "ann", segment: "high-value-at-risk", value: 900, risk: 0.8, valueAtRisk: 720 },
      { customer: "bob", segment: "high-value-at-risk", value: 1000, risk: 0.7, valueAtRisk: 700 },
    ]);
    expect(result.selected).toEqual({ customers: 2, value: 1900, valueAtRisk: 1420 });
    // 720 + 700 + 140 + 27 − 500.
    expect(result.all).toEqual({ customers: 5, value: 2130, valueAtRisk: 1087 });
    expect(result).toMatchObject({ share: 0.4, valueFrom: 900, riskFrom: 0.7, missing: 0, invalid: 0 });
    expect(result.valueAtRiskShare).toBeCloseTo(1420 / 1087, 12);
  });

  test("the top share of customers, equal values included; the threshold is told", () => {
    const top = (share: number) => highValueAtRisk(rows, { top: share, riskFrom: 0 });
    expect(top(0.2)).toMatchObject({ valueFrom: 1000, selected: { customers: 1 } });
    expect(top(0.4)).toMatchObject({ valueFrom: 900, selected: { customers: 2 } });
    expect(top(0.41)).toMatchObject({ valueFrom: 700, selected: { customers: 3 } });
    const equal = [1, 2, 3, 4].map((customer) => ({ customer, value: 5, risk: 1 }));
    expect(highValueAtRisk(equal, { top: 0.25, riskFrom: 1 }).customers.map(({ customer }) => customer)).toEqual([
      1, 2, 3, 4,
    ]);
  });

  test("a value that is not above 0 is never high", () => {
    expect(highValueAtRisk(rows, { top: 1, riskFrom: 0 }).selected.customers).toBe(4);
    expect(highValueAtRisk(rows, { valueFrom: -1000, riskFrom: 0 }).selected.customers).toBe(4);
    const nothing = [{ customer: 1, value: 0, risk: 1 }];
    expect(highValueAtRisk(nothing, { top: 1, riskFrom: 0 })).toMatchObject({ customers: [], valueAtRiskShare: null });
  });

  test("nobody", () => {
    expect(highValueAtRisk([], { top: 0.2, riskFrom: 0.5 })).toEqual({
      customers: [],
      selected: { customers: 0, value: 0, valueAtRisk: 0 },
      all: { customers: 0, value: 0, valueAtRisk: 0 },
      share: null,
      valueAtRiskShare: null,
      valueFrom: null,
      riskFrom: 0.5,
      missing: 0,
      invalid: 0,
    });
  });

  test("cuts other metrics", () => {
    const segment = segmentOf(highValueAtRisk(rows, { valueFrom: 900, riskFrom: 0.7 }));
    const answers = [
      { customer: "ann", score: 2 },
      { customer: "cat", score: 10 },
    ];
    const metric = groupBy(
      (row: (typeof answers)[0]) => segment(row.customer),
      npsMetric((row: (typeof answers)[0]) => row.score),
    );
    expect(measure(answers, metric).map(({ key, result }) => [key, result.value])).toEqual([
      ["high-value-at-risk", -100],
      [null, 100],
    ]);
  });

  test("the order of rows changes nothing, and a higher threshold never adds a customer", () => {
    const customers = fc.uniqueArray(
      fc.record({
        customer: fc.integer({ min: 0, max: 99 }),
        value: fc.integer({ min: -5, max: 50 }),
        risk: fc.integer({ min: 0, max: 4 }).map((quarter) => quarter / 4),
      }),
      { selector: ({ customer }) => customer, maxLength: 30 },
    );
    fc.assert(
      fc.property(customers, fc.integer({ min: 0, max: 40 }), (all, valueFrom) => {
        const options = { valueFrom, riskFrom: 0.5 };
        const result = highValueAtRisk(all, options);
        expect(highValueAtRisk([...all].reverse(), options)).toEqual(result);
        const chosen = new Set(result.customers.map(({ customer }) => customer));
        for (const stricter of [
          { ...options, valueFrom: valueFrom + 3 },
          { ...options, riskFrom: 0.75 },
        ]) {
          for (const { customer } of highValueAtRisk(all, stricter).customers) expect(chosen.has(customer)).toBe(true);
        }
        const atRisk = all.filter(({ value, risk }) => value > 0 && value >= valueFrom && risk >= 0.5);
        expect(chosen).toEqual(new Set(atRisk.map(({ customer }) => customer)));
      }),
    );
  });

  test("rows without a customer, a value or a risk are counted; a risk in percent is an error with its row, or counted", () => {
    const some = [
      { customer: "a", value: 1, risk: null },
      { customer: "b", value: undefined, risk: 1 },
      { customer: null, value: 1, risk: 1 },
      { customer: "d", value: 1, risk: 80 },
    ];
    const options = { valueFrom: 1, riskFrom: 0.5 };
    expect(highValueAtRisk(some, { ...options, invalid: "exclude" })).toMatchObject({ missing: 3, invalid: 1 });
    expect(() => highValueAtRisk(some, options)).toThrow(
      "highValueAtRisk requires a risk from 0 to 1, received 80 (row 3)",
    );
    expect(() => highValueAtRisk([...rows, ...rows], options)).toThrow(/one row for each customer.*\(row 5\)/);
  });

  test.each([
    [{}],
    [{ riskFrom: 0.5 }],
    [{ valueFrom: 1 }],
    [{ valueFrom: 1, top: 0.2, riskFrom: 0.5 }],
    [{ valueFrom: Number.NaN, riskFrom: 0.5 }],
    [{ top: 20, riskFrom: 0.5 }],
    [{ top: 0, riskFrom: 0.5 }],
    [{ top: 0.2, riskFrom: 50 }],
    [{ top: 0.2, riskFrom: 0.5, risk: "risk" }],
    [{ top: 0.2, riskFrom: 0.5, minimum: 3 }],
  ])("%j is refused before any row is read", (options) => {
    expect(() => highValueAtRisk([], options as unknown as { top: number; riskFrom: number })).toThrow(CxError);
  });
});
