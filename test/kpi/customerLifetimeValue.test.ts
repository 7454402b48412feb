import { average, compare, customerLifetimeValue, customerLifetimeValueMetric, measure } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

const assumptions = { margin: 100, retention: 0.8, discount: 0.1 };

describe("customerLifetimeValue from assumptions", () => {
  test.each([
    ["include", "start", 366.6666666666667, "m(1 + d) / (1 + d − r)"],
    ["exclude", "start", 266.6666666666667, "mr / (1 + d − r)"],
    ["include", "end", 333.3333333333333, "m / (1 + d − r)"],
    ["exclude", "end", 242.42424242424244, "mr / ((1 + d)(1 + d − r))"],
  ] as const)(
    "%s first payment, at the %s: one of the formulas that Fader and Hardie's note 024 tells apart",
    (firstPayment, timing, value, formula) => {
      const result = customerLifetimeValue(assumptions, { firstPayment, timing });
      expect(result.value).toBeCloseTo(value, 10);
      expect(result.formula).toBe(formula);
      expect(result.definition.options).toEqual({ variant: "assumptions", firstPayment, timing });
    },
  );

  test("includes the first payment, at the start, unless told otherwise", () => {
    const named = customerLifetimeValue(assumptions, { firstPayment: "include", timing: "start" });
    expect(customerLifetimeValue(assumptions)).toEqual(named);
  });

  test("is the sum of its payments up to the horizon", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const options = fc.record({
      firstPayment: fc.constantFrom("include" as const, "exclude" as const),
      timing: fc.constantFrom("start" as const, "end" as const),
      horizon: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(share, share, options, (retention, discount, { firstPayment, timing, horizon }) => {
        let sum = 0;
        for (let period = firstPayment === "exclude" ? 1 : 0; period < horizon; period++) {
          sum += (100 * retention ** period) / (1 + discount) ** (period + (timing === "end" ? 1 : 0));
        }
        const { value } = customerLifetimeValue(
          { margin: 100, retention, discount },
          { firstPayment, timing, horizon },
        );
        expect(Math.abs(value - sum)).toBeLessThanOrEqual(1e-12 * Math.max(1, sum));
      }),
    );
  });

  test("comes to the value without a horizon as the horizon grows, and says which sum it was", () => {
    const { value, formula, definition } = customerLifetimeValue(assumptions, { horizon: 400 });
    expect(value).toBeCloseTo(366.6666666666667, 10);
    expect(formula).toBe("m(1 + d) / (1 + d − r) × (1 − (r / (1 + d))^T)");
    expect(definition.options).toMatchObject({ horizon: 400 });
    const short = customerLifetimeValue(assumptions, { firstPayment: "exclude", horizon: 1 });
    expect(short.value).toBe(0);
    expect(short.formula).toMatch(/\^\(T − 1\)\)$/);
  });

  test("is worth one payment where nobody stays, and has a bound where nobody leaves only if money loses its worth", () => {
    expect(customerLifetimeValue({ margin: 100, retention: 0, discount: 0.1 }).value).toBe(100);
    expect(customerLifetimeValue({ margin: 100, retention: 0, discount: 0 }, { firstPayment: "exclude" }).value).toBe(
      0,
    );
    expect(customerLifetimeValue({ margin: 100, retention: 1, discount: 0.1 }).value).toBeCloseTo(1100, 9);
    expect(customerLifetimeValue({ margin: 100, retention: 1, discount: 0 }, { horizon: 12 }).value).toBe(1200);
    const rare = customerLifetimeValue(
      { margin: 100, retention: 1e-20, discount: 0 },
      { firstPayment: "exclude", horizon: 1 },
    );
    expect(rare.value).toBe(0);
    expect(customerLifetimeValue({ margin: -10, retention: 0.5, discount: 0 }).value).toBe(-20);
    expect(customerLifetimeValue({ margin: 0, retention: 0.5, discount: 0 }).value).toBe(0);
    expect(() => customerLifetimeValue({ margin: 100, retention: 1, discount: 0 })).toThrowError(
      /retention to be less than 1 \+ discount/,
    );
  });

  test.each([
    { retention: 1.1 },
    { retention: 80 },
    { retention: -0.1 },
    { retention: undefined },
    { retention: "0.8" },
    { discount: "0.1" },
    { discount: -0.1 },
    { discount: Number.POSITIVE_INFINITY },
    { discount: Number.NaN },
    { margin: "100" },
    { margin: Number.POSITIVE_INFINITY },
    { margin: null },
  ])("refuses %o", (wrong) => {
    expect(() => customerLifetimeValue({ ...assumptions, ...wrong } as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });

  test.each([
    { horizon: 0 },
    { horizon: 1.5 },
    { horizon: Number.POSITIVE_INFINITY },
    { firstPayment: true },
    { timing: "middle" },
    { level: 0.95 },
    { variant: "historic" },
  ])("refuses the options %o", (options) => {
    expect(() => customerLifetimeValue(assumptions, options as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });

  test.each([null, undefined, 100, "rows"])("refuses %s, which is neither assumptions nor transactions", (from) => {
    expect(() => customerLifetimeValue(from as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });
});

const orders = [
  { customer: "bob", amount: 40 },
  { customer: "ann", amount: 90 },
  { customer: "ann", amount: -30 },
  { customer: 7, amount: 20 },
  { customer: "10", amount: 0 },
];

describe("customerLifetimeValue from transactions", () => {
  test("is the mean over customers of what each has paid, returns taken off, with Student's t interval", () => {
    const result = customerLifetimeValue(orders);
    const { interval, standardError, standardDeviation } = average([20, 0, 60, 40]);
    expect(result).toEqual({
      value: 30,
      n: 4,
      missing: 0,
      invalid: 0,
      dismissed: 0,
      standardError,
      interval,
      standardDeviation,
      total: 120,
      customers: [
        { customer: 7, value: 20, transactions: 1 },
        { customer: "10", value: 0, transactions: 1 },
        { customer: "ann", value: 60, transactions: 2 },
        { customer: "bob", value: 40, transactions: 1 },
      ],
      definition: {
        kpi: "customerLifetimeValue",
        family: "mean",
        unit: "value",
        options: { variant: "historic", margin: 1 },
      },
    });
    expect(customerLifetimeValue(orders, { variant: "historic" })).toEqual(result);
  });

  test("takes a share of the amounts as margin, which is another definition", () => {
    const [whole, share] = [customerLifetimeValue(orders), customerLifetimeValue(orders, { margin: 0.25 })];
    expect(share).toMatchObject({ value: 7.5, total: 30 });
    expect(share.standardError).toBeCloseTo((whole.standardError ?? 0) / 4, 14);
    expect(() => compare(whole, share)).toThrowError(expect.objectContaining({ code: "different-definitions" }));
  });

  test("loses no cent in many payments and returns", () => {
    const rows = Array.from({ length: 10_000 }, () => ({ customer: "a", amount: 0.1 }));
    const back = { customer: "a", amount: -1000 };
    expect(customerLifetimeValue([...rows, back]).value).toBeCloseTo(0, 9);
    const large = [1e16, 1, -1e16].map((amount) => ({ customer: "a", amount }));
    expect(customerLifetimeValue(large)).toMatchObject({ value: 1, total: 1 });
    const metric = customerLifetimeValueMetric<(typeof large)[0]>({
      customer: (row) => row.customer,
      amount: (row) => row.amount,
    });
    const parts = [large.slice(0, 2), large.slice(2)].map((part) =>
      part.reduce(metric.addInput, metric.createAccumulator()),
    );
    expect(metric.extractOutput(metric.mergeAccumulators(parts)).value).toBe(1);
  });

  test("counts rows without a customer or an amount, and says that there was nothing to measure", () => {
    const rows = [
      { customer: null, amount: 1 },
      { customer: "", amount: 1 },
      { customer: "a", amount: Number.NaN },
    ];
    expect(customerLifetimeValue(rows)).toMatchObject({ value: null, n: 0, missing: 3, total: 0, customers: [] });
    expect(customerLifetimeValue([{ customer: "a", amount: 5 }])).toMatchObject({ value: 5, n: 1, interval: null });
  });

  test.each(["5", Number.POSITIVE_INFINITY, 1e121, true])("refuses an amount of %s, or counts it", (amount) => {
    const rows = [...orders, { customer: "zoe", amount: amount as never }];
    expect(() => customerLifetimeValue(rows)).toThrowError(expect.objectContaining({ code: "invalid-value", row: 5 }));
    expect(customerLifetimeValue(rows, { invalid: "exclude" })).toEqual({
      ...customerLifetimeValue(orders),
      invalid: 1,
    });
  });

  test.each([
    { margin: 0 },
    { margin: "0.5" },
    { margin: 1.1 },
    { margin: 40 },
    { variant: "predicted" },
    { level: 95 },
    { invalid: "ignore" },
    { minimumN: Number.NaN },
    { horizon: 12 },
  ])("refuses the options %o at once", (options) => {
    expect(() => customerLifetimeValue([], options as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });

  test("hides a result of fewer customers than asked for, and every customer in it", () => {
    const hidden = customerLifetimeValue(orders, { minimumN: 5 });
    expect(hidden).toMatchObject({ suppressed: true, value: null, total: null, customers: null });
    expect(customerLifetimeValue(orders, { minimumN: 4 }).value).toBe(30);
  });

  test("reads any rows by accessors", () => {
    const rows = orders.map(({ customer, amount }) => ({ who: customer, paid: amount }));
    const metric = customerLifetimeValueMetric({
      customer: (row: (typeof rows)[0]) => row.who,
      amount: (row: (typeof rows)[0]) => row.paid,
    });
    expect(measure(rows, metric)).toEqual(customerLifetimeValue(orders));
    expect(() => customerLifetimeValueMetric({ customer: () => "a" } as never)).toThrowError(/requires a function/);
  });

  test("has values that sum to the total, which is the mean times the customers", () => {
    const row = fc.record({
      customer: fc.constantFrom("a", "b", 1, "1", "__proto__"),
      amount: fc.integer({ min: -100_000, max: 100_000 }).map((cents) => cents / 100),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const { value, n, total, customers } = customerLifetimeValue(rows);
        const sum = rows.reduce((all, { amount }) => all + amount, 0);
        expect(n).toBe(new Set(rows.map(({ customer }) => customer)).size);
        expect(customers).toHaveLength(n);
        expect(total).toBeCloseTo(sum, 8);
        expect((value ?? 0) * n).toBeCloseTo(total, 8);
        expect(customers.reduce((all, one) => all + one.transactions, 0)).toBe(rows.length);
      }),
    );
  });

  test("never gives a figure that JSON does not know", () => {
    const row = fc.record({ customer: fc.nat(5), amount: fc.double({ min: -1e120, max: 1e120, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const result = customerLifetimeValue(rows);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });
});

describe("customerLifetimeValue keeps the laws of a metric", () => {
  const row = fc.record({
    customer: fc.constantFrom("a", "b", "c", 1, "1", "__proto__", null),
    amount: fc.oneof(
      fc.integer({ min: -100_000, max: 100_000 }).map((cents) => cents / 100),
      fc.constantFrom(null, Number.NaN, Number.POSITIVE_INFINITY, "5" as never),
    ),
  });
  metricLaws(
    customerLifetimeValueMetric<{ customer: string | number | null; amount: number | null }>(
      { customer: (each) => each.customer, amount: (each) => each.amount },
      { invalid: "exclude", margin: 0.3 },
    ),
    fc.array(row),
    { json: true, closeness: { relative: 1e-10, size: 1000 } },
  );
});
