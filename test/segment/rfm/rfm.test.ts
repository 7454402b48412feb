import { CxError, groupBy, isCxError, measure, rfm, rfmMaps, rfmMetric, segmentOf } from "cxkit";
import { describe, expect, test } from "vitest";

const now = "2026-07-01";
const dayMs = 86_400_000;
/** Orders of one customer, each as days before `now` and an amount. */
const ordersOf = (customer: string | number, ...orders: [days: number, amount: number][]) =>
  orders.map(([days, amount]) => ({ customer, at: Date.parse(now) - days * dayMs, amount }));
/** Customers c1, c2 … who differ in one figure only. */
const spenders = (...amounts: number[]) => amounts.flatMap((amount, i) => ordersOf(`c${i + 1}`, [10, amount]));

describe("the figures of a customer", () => {
  test("days since the last order, orders, and their sum", () => {
    const rows = [...ordersOf("ann", [40, 10], [3, 25.5], [12, 4.5]), ...ordersOf("bob", [100, 7])];
    expect(rfm(rows, { now }).customers).toMatchObject([
      { customer: "ann", recencyDays: 3, frequency: 3, monetary: 40 },
      { customer: "bob", recencyDays: 100, frequency: 1, monetary: 7 },
    ]);
  });

  test("days are whole: an order of this morning is 0 days old, one of yesterday noon too at eleven", () => {
    const days = (at: string, when: string, timeZone?: string) =>
      rfm([{ customer: 1, at, amount: 1 }], { now: when, ...(timeZone && { timeZone }) }).customers[0]?.recencyDays;
    expect(days("2026-06-30T08:00:00Z", "2026-06-30T12:00:00Z")).toBe(0);
    expect(days("2026-06-29T12:00:00Z", "2026-06-30T11:00:00Z")).toBe(0);
    expect(days("2026-06-29T12:00:00Z", "2026-06-30T12:00:00Z")).toBe(1);
    // Midnight to midnight over a night of 23 hours is a day by the clock on the wall.
    expect(days("2026-03-29", "2026-03-30", "Europe/Oslo")).toBe(1);
    expect(days("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")).toBe(0);
  });

  test("orders of one day count once by day, in the zone of the customer", () => {
    const at = ["2026-05-01T20:00:00Z", "2026-05-01T23:00:00Z", "2026-05-02T01:00:00Z", "2026-05-01T21:00:00Z"];
    const rows = at.map((each) => ({ customer: "ann", at: each, amount: 3 }));
    const figures = (options: object) => rfm(rows, { now, ...options }).customers[0];
    expect(figures({})).toMatchObject({ frequency: 4, monetary: 12 });
    expect(figures({ frequency: "days" })).toMatchObject({ frequency: 2, monetary: 12 });
    expect(figures({ frequency: "days", timeZone: "Europe/Oslo" })).toMatchObject({ frequency: 2 });
    expect(figures({ frequency: "days", timeZone: "America/New_York" })).toMatchObject({ frequency: 1 });
    expect(figures({ frequency: "days", monetary: "mean" })).toMatchObject({ monetary: 6 });
    expect(figures({ monetary: "mean" })).toMatchObject({ monetary: 3 });
  });

  test("lines of one order count once, and a customer's order is no other customer's", () => {
    const line = (who: string, order: string | null, paid: number) => ({ who, order, paid, day: "2026-05-01" });
    const lines = [
      line("ann", "A", 5),
      line("bob", "A", 7),
      line("ann", "B", 1),
      line("ann", "A", 2),
      line("ann", null, 9),
    ];
    const readers = {
      customer: (row: (typeof lines)[0]) => row.who,
      at: (row: (typeof lines)[0]) => row.day,
      amount: (row: (typeof lines)[0]) => row.paid,
      order: (row: (typeof lines)[0]) => row.order,
    };
    const result = rfm(lines, { now, ...readers });
    expect(result).toMatchObject({ n: 2, orders: 3, revenue: 15, missing: 1 });
    expect(result.customers).toMatchObject([
      { customer: "ann", frequency: 2, monetary: 8 },
      { customer: "bob", frequency: 1, monetary: 7 },
    ]);
    expect(() => rfm(lines, { now, ...readers, frequency: "days" })).toThrow("told apart by day or by order");
    const usual = lines.map(({ who, day, paid, order }) => ({ customer: who, at: day, amount: paid, order }));
    expect(rfm(usual, { now, order: (row) => row.order })).toEqual(result);
  });

  test("a return lowers the money, and is neither an order nor a sign of life", () => {
    const rows = [
      ...ordersOf("ann", [50, 100], [2, -130]),
      ...ordersOf("bob", [9, -20], [5, -1]),
      ...ordersOf("cat", [4, 0]),
    ];
    const deducted = rfm(rows, { now });
    expect(deducted).toMatchObject({ n: 3, orders: 2, returns: 3, revenue: -51 });
    expect(deducted.customers).toMatchObject([
      { customer: "ann", recencyDays: 50, frequency: 1, monetary: -30 },
      { customer: "bob", recencyDays: 5, frequency: 0, monetary: -21 },
      { customer: "cat", recencyDays: 4, frequency: 1, monetary: 0 },
    ]);
    expect(deducted.notes).toContainEqual({ code: "negative-monetary", dimension: null, count: 2 });
    expect(deducted.notes).toContainEqual({ code: "returns-only", dimension: null, count: 1 });
    expect(rfm(rows, { now, returns: "count" }).customers).toMatchObject([
      { customer: "ann", recencyDays: 2, frequency: 2, monetary: -30 },
      { customer: "bob", recencyDays: 5, frequency: 2 },
      { customer: "cat", frequency: 1 },
    ]);
    // However the rows come: the return first, or the order.
    expect(rfm([...rows].reverse(), { now })).toEqual(deducted);
  });

  test("rows outside the window are counted and change nothing; its ends are within", () => {
    const inside = ordersOf("ann", [0, 5], [30, 7]);
    const outside = [...ordersOf("ann", [31, 100], [-1, 100]), ...ordersOf("zoe", [-2, 9])];
    const result = rfm([...inside, ...outside], { now, from: "2026-06-01" });
    expect(result).toMatchObject({ n: 1, revenue: 12, earlier: 1, later: 2, missing: 0, invalid: 0 });
    expect(result).toEqual({ ...rfm(inside, { now, from: "2026-06-01" }), earlier: 1, later: 2 });
  });
});

describe("scores", () => {
  test("fifths of ten customers who differ: two each", () => {
    const { customers, cutoffs } = rfm(spenders(10, 20, 30, 40, 50, 60, 70, 80, 90, 100), { now });
    expect(customers.map(({ customer, m }) => [customer, m])).toEqual([
      ["c1", 1],
      ["c10", 5],
      ["c2", 1],
      ["c3", 2],
      ["c4", 2],
      ["c5", 3],
      ["c6", 3],
      ["c7", 4],
      ["c8", 4],
      ["c9", 5],
    ]);
    // Type 7, as in spreadsheets: 10 + 0.2 × 9 steps of 10 is 28.
    expect(cutoffs.monetary.map((cutoff) => Number(cutoff?.toFixed(9)))).toEqual([28, 46, 64, 82]);
  });

  test("the most recent customers have the highest score, and cut-offs in days fall", () => {
    const { customers, cutoffs } = rfm(
      [5, 40, 80, 200, 300].flatMap((days) => ordersOf(days, [days, 1])),
      { now },
    );
    expect(customers.map(({ recencyDays, r }) => [recencyDays, r])).toEqual([
      [5, 5],
      [40, 4],
      [80, 3],
      [200, 2],
      [300, 1],
    ]);
    expect(cutoffs.recencyDays.map((days) => Math.round(days ?? 0))).toEqual([220, 128, 64, 33]);
  });

  test("who is at a cut-off has the lower score, whoever set it", () => {
    // Of 1, 1, 1, 2, 3, 4 the cut-offs by fifths are 1, 1, 2 and 3.
    const quantiles = rfm(spenders(1, 1, 1, 2, 3, 4), { now });
    expect(quantiles.cutoffs.monetary).toEqual([1, 1, 2, 3]);
    expect(quantiles.customers.map(({ m }) => m)).toEqual([1, 1, 1, 3, 4, 5]);
    expect(quantiles.notes).toContainEqual({ code: "empty-scores", dimension: "monetary", count: 1 });
    const own = rfm(spenders(1, 1, 1, 2, 3, 4), { now, cutoffs: { monetary: [1, 2, 3, 100] } });
    expect(own.customers.map(({ m }) => m)).toEqual([1, 1, 1, 2, 3, 4]);
  });

  test.each([
    ["average", [2, 2, 2, 4, 5, 5], [null, 1, 1, 2]],
    ["minimum", [1, 1, 1, 4, 5, 5], [1, 1, 1, 2]],
    ["maximum", [3, 3, 3, 4, 5, 5], [null, null, 1, 2]],
  ] as const)("ranks by their %s: three equal worst of six customers", (ties, scores, cutoffs) => {
    const result = rfm(spenders(1, 1, 1, 2, 3, 4), { now, ties });
    expect(result.customers.map(({ m }) => m)).toEqual(scores);
    expect(result.cutoffs.monetary).toEqual(cutoffs);
  });

  test("cut-offs of your own may be given in days from the best or from the worst", () => {
    const rows = [5, 30, 31, 400].flatMap((days) => ordersOf(days, [days, 1]));
    const scores = (recencyDays: number[]) => rfm(rows, { now, cutoffs: { recencyDays } }).customers.map(({ r }) => r);
    expect(scores([30, 90, 365])).toEqual([4, 3, 3, 1]);
    expect(scores([365, 90, 30])).toEqual([4, 3, 3, 1]);
  });

  test("no value is at or under a cut-off that is null, and none at all are as none given", () => {
    const scores = (cutoffs: object) => rfm(spenders(-5, 1, 2), { now, cutoffs }).customers.map(({ m }) => m);
    expect(scores({ monetary: [null, null, 1] })).toEqual([3, 3, 4]);
    expect(rfm(spenders(3), { now, cutoffs: { monetary: [null, 3] } }).cutoffs.monetary).toEqual([null, 3]);
    expect(scores({ monetary: [], recencyDays: [] })).toEqual(
      rfm(spenders(-5, 1, 2), { now }).customers.map(({ m }) => m),
    );
    const days = (recencyDays: (number | null)[]) =>
      rfm(ordersOf("a", [9, 1]), { now, cutoffs: { recencyDays } }).customers[0]?.r;
    const today = rfm(ordersOf("a", [0, 1]), { now, cutoffs: { recencyDays: [5, 0] } });
    expect([today.cutoffs.recencyDays, today.customers[0]?.r]).toEqual([[5, 0], 2]);
    expect([days([null, 20, 8]), days([8, 20, null]), days([20, 8])]).toEqual([3, 3, 2]);
  });

  test("the cut-offs of one date make another comparable", () => {
    const rows = [...spenders(10, 20, 30, 40, 50, 60, 70, 80), ...ordersOf("c1", [3, 15], [8, 12])];
    const first = rfm(rows, { now });
    const again = rfm([...rows, ...ordersOf("new", [1, 1e6])], { now, cutoffs: first.cutoffs });
    const known = again.customers.filter(({ customer }) => customer !== "new");
    expect(known).toEqual(first.customers);
  });

  test("sums that are equal in money are equal, though floating point adds them up differently", () => {
    // 0.1 + 0.2 is 0.30000000000000004 in a computer.
    const rows = [...ordersOf("a", [10, 0.1], [11, 0.2]), ...ordersOf("b", [10, 0.3], [11, 0]), ...spenders(9, 9, 9)];
    const { customers } = rfm(rows, { now, ties: "minimum" });
    expect(customers.slice(0, 2).map(({ m }) => m)).toEqual([1, 1]);
    // What is left of a large amount that was paid back is as good as a small one.
    const paidBack = [...ordersOf("a", [10, 1000], [9, -999.9]), ...ordersOf("b", [10, 0.1]), ...spenders(9, 9, 9)];
    expect(
      rfm(paidBack, { now, ties: "minimum" })
        .customers.slice(0, 2)
        .map(({ m }) => m),
    ).toEqual([1, 1]);
    const atCutoff = rfm(ordersOf("a", [1, 0.1], [1, 0.2]), { now, cutoffs: { monetary: [0.3, 1] } });
    expect(atCutoff.customers[0]?.m).toBe(1);
    // A cent in a million is no rounding.
    const cent = rfm(spenders(1_000_000, 1_000_000.01), { now, bins: 2 });
    expect(cent.customers.map(({ m }) => m)).toEqual([1, 2]);
  });

  test("nested scores cut frequency within recency, and money within both", () => {
    // Two groups by recency of four customers each, who differ in orders only within their group.
    const rows = [1, 2, 3, 4].flatMap((orders) => [
      ...ordersOf(`recent ${orders}`, ...Array.from({ length: orders }, (): [number, number] => [1, 5])),
      ...ordersOf(`late ${orders}`, ...Array.from({ length: 10 * orders }, (): [number, number] => [99, 5])),
    ]);
    const nested = rfm(rows, { now, bins: 2, variant: "nested" });
    expect(nested.customers.map(({ customer, r, f }) => [customer, r, f])).toEqual([
      ["late 1", 1, 1],
      ["late 2", 1, 1],
      ["late 3", 1, 2],
      ["late 4", 1, 2],
      ["recent 1", 2, 1],
      ["recent 2", 2, 1],
      ["recent 3", 2, 2],
      ["recent 4", 2, 2],
    ]);
    // The middle of 1 and 99 days.
    expect(nested.cutoffs).toEqual({ recencyDays: [50], frequency: [], monetary: [] });
    expect(nested.nestedCutoffs).toEqual([
      { dimension: "frequency", r: 1, f: null, n: 4, cutoffs: [25] },
      { dimension: "frequency", r: 2, f: null, n: 4, cutoffs: [2.5] },
      { dimension: "monetary", r: 1, f: 1, n: 2, cutoffs: [75] },
      { dimension: "monetary", r: 1, f: 2, n: 2, cutoffs: [175] },
      { dimension: "monetary", r: 2, f: 1, n: 2, cutoffs: [7.5] },
      { dimension: "monetary", r: 2, f: 2, n: 2, cutoffs: [17.5] },
    ]);
    // Over all customers, the late ones have more orders.
    expect(rfm(rows, { now, bins: 2 }).customers.map(({ f }) => f)).toEqual([2, 2, 2, 2, 1, 1, 1, 1]);
  });

  test("scores differ in number by dimension", () => {
    const { customers, definition } = rfm(spenders(1, 2, 3, 4, 5, 6), { now, bins: { monetary: 3 } });
    expect(customers.map(({ m }) => m)).toEqual([1, 1, 2, 2, 3, 3]);
    expect(definition.bins).toEqual({ recencyDays: 5, frequency: 5, monetary: 3 });
  });
});

describe("customers as a whole", () => {
  test("nobody gives no customers, no shares and no cut-offs", () => {
    const result = rfm([], { now });
    expect(result).toMatchObject({ customers: [], n: 0, orders: 0, revenue: 0, notes: [] });
    expect(result.cutoffs).toEqual({ recencyDays: [], frequency: [], monetary: [] });
    expect(result.segments).toHaveLength(10);
    expect(result.segments[0]).toEqual({
      segment: "champions",
      customers: 0,
      share: null,
      orders: 0,
      revenue: 0,
      revenueShare: null,
    });
  });

  test("customers whom nothing tells apart get the middle score, and a note", () => {
    const { customers, cutoffs, notes } = rfm(spenders(7, 7, 7), { now });
    expect(customers.map(({ r, f, m, segment }) => [r, f, m, segment])).toEqual(
      new Array(3).fill([3, 3, 3, "need_attention"]),
    );
    expect(cutoffs).toEqual({ recencyDays: [], frequency: [], monetary: [] });
    expect(notes).toEqual([
      { code: "few-customers", dimension: null, count: 3 },
      { code: "one-value", dimension: "recencyDays", count: 3 },
      { code: "one-value", dimension: "frequency", count: 3 },
      { code: "one-value", dimension: "monetary", count: 3 },
    ]);
  });

  test("fewer than 25 customers are noted, 25 are not", () => {
    const codes = (n: number) =>
      rfm(spenders(...Array.from({ length: n }, (_, i) => i)), { now }).notes.map(({ code }) => code);
    expect(codes(24)).toContain("few-customers");
    expect(codes(25)).not.toContain("few-customers");
  });

  test("segments have their customers, orders and revenue, whatever money customers are scored by", () => {
    const rows = [...ordersOf("ann", [1, 30], [2, 50]), ...ordersOf("bob", [300, 20])];
    const { segments, revenue } = rfm(rows, { now, monetary: "mean", bins: 2 });
    expect(revenue).toBe(100);
    expect(segments.filter(({ customers }) => customers > 0)).toEqual([
      { segment: "loyal", customers: 1, share: 0.5, orders: 2, revenue: 80, revenueShare: 0.8 },
      { segment: "hibernating", customers: 1, share: 0.5, orders: 1, revenue: 20, revenueShare: 0.2 },
    ]);
  });

  test("segments cut other metrics, and a prospect has none", () => {
    const segment = segmentOf(rfm(spenders(1, 2), { now }));
    expect([segment("c1"), segment("never bought")]).toEqual(["need_attention", null]);
  });

  test("each group of rows is scored by itself as a metric", () => {
    const rows = [
      { shop: "A", ...spenders(5)[0] },
      { shop: "B", customer: "x", at: "2026-06-01", amount: 9 },
    ];
    const metric = rfmMetric<(typeof rows)[0]>(
      { customer: (row) => row.customer, at: (row) => row.at, amount: (row) => row.amount },
      { now },
    );
    expect(
      measure(
        rows,
        groupBy((row) => row.shop, metric),
      ).map(({ key, result }) => [key, result.revenue]),
    ).toEqual([
      ["A", 5],
      ["B", 9],
    ]);
  });

  test("the result and its definition survive JSON", () => {
    const result = rfm(spenders(3, 1, 2), { now, ties: "maximum", from: "2026-01-01", timeZone: "Europe/Oslo" });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(result.definition).toMatchObject({
      now: "2026-07-01T00:00:00+02:00",
      from: "2026-01-01T00:00:00+01:00",
      ties: "maximum",
      map: "recency-frequency-25",
    });
  });
});

describe("bad input", () => {
  const row = { customer: "ann", at: "2026-06-01", amount: 5 };

  test("missing customers, times and amounts are counted", () => {
    const rows = [row, { ...row, customer: null }, { ...row, at: undefined }, { ...row, amount: Number.NaN }];
    expect(rfm(rows, { now })).toMatchObject({ n: 1, orders: 1, missing: 3, invalid: 0 });
  });

  test.each([
    [
      { ...row, amount: "5" },
      "invalid-value",
      'rfm requires a finite number as amount, up to 1e120, received "5" (row 1)',
    ],
    [{ ...row, amount: Number.POSITIVE_INFINITY }, "invalid-value", "received Infinity (row 1)"],
    [{ ...row, customer: {} }, "invalid-value", "rfm requires a string or a finite number as customer"],
    [{ ...row, at: "yesterday" }, "invalid-time", 'received "yesterday" (row 1)'],
    [{ ...row, at: "2026-06-01T10:00:00" }, "invalid-time", "or the option timeZone"],
  ])("%j is an error with its row, or counted", (bad, code, message) => {
    const rows = [row, bad] as (typeof row)[];
    const thrown = (): unknown => {
      try {
        return rfm(rows, { now });
      } catch (error) {
        return error;
      }
    };
    const error = thrown();
    expect(isCxError(error) && error.code).toBe(code);
    expect(String(error)).toContain(message);
    expect(rfm(rows, { now, invalid: "exclude" })).toMatchObject({ n: 1, orders: 1, invalid: 1 });
  });

  test.each([
    [{}, "invalid-time"],
    [{ now: "soon" }, "invalid-time"],
    [{ now, bin: 5 }, "invalid-option"],
    [{ now, bins: 1 }, "invalid-option"],
    [{ now, bins: 2.5 }, "invalid-option"],
    [{ now, bins: 101 }, "invalid-option"],
    [{ now, bins: "5" }, "invalid-option"],
    [{ now, bins: { recency: 5 } }, "invalid-option"],
    [{ now, ties: "first" }, "invalid-option"],
    [{ now, variant: "log" }, "invalid-option"],
    [{ now, frequency: "weeks" }, "invalid-option"],
    [{ now, monetary: "median" }, "invalid-option"],
    [{ now, returns: "ignore" }, "invalid-option"],
    [{ now, invalid: "skip" }, "invalid-option"],
    [{ now, from: "2026-07-02" }, "invalid-option"],
    [{ now, timeZone: "Europe/Atlantis" }, "invalid-option"],
    [{ now, cutoffs: { recency: [1] } }, "invalid-option"],
    [{ now, cutoffs: { monetary: [2, 1] } }, "invalid-option"],
    [{ now, cutoffs: { monetary: [1, null] } }, "invalid-option"],
    [{ now, cutoffs: { monetary: ["1", "2"] } }, "invalid-option"],
    [{ now, cutoffs: { monetary: [1, Number.POSITIVE_INFINITY] } }, "invalid-option"],
    [{ now, cutoffs: { monetary: 5 } }, "invalid-option"],
    [{ now, cutoffs: { recencyDays: [null, 3, null] } }, "invalid-option"],
    [{ now, cutoffs: null }, "invalid-option"],
    [{ now, bins: null }, "invalid-option"],
    [{ now, cutoffs: { recencyDays: [1, 3, 2] } }, "invalid-option"],
    [{ now, bins: 5, cutoffs: { monetary: [1, 2] } }, "invalid-option"],
    [{ now, map: { name: "m", rules: [] } }, "invalid-definition"],
    [{ now, customer: "customer" }, "invalid-option"],
    [{ now, order: "order" }, "invalid-option"],
  ])("%j is refused before any row is read", (options, code) => {
    expect(() => rfm([], options as unknown as { now: string })).toThrow(CxError);
    try {
      rfm([], options as unknown as { now: string });
    } catch (error) {
      expect(isCxError(error) && error.code).toBe(code);
    }
  });

  test("a number that is no id of an order is an error", () => {
    const readers = { customer: () => "a", at: () => now, amount: () => 1, order: () => true as unknown as string };
    expect(() => rfm([1], { now, ...readers })).toThrow(
      "rfm requires a string or a number as order, received true (row 0)",
    );
  });

  test("customers named like properties of objects are only names", () => {
    const rows = ["__proto__", "constructor", "toString"].map((customer) => ({ ...row, customer }));
    expect(rfm(rows, { now }).customers.map(({ customer }) => customer)).toEqual([
      "__proto__",
      "constructor",
      "toString",
    ]);
  });

  test("maps are left alone", () => {
    const before = structuredClone(rfmMaps);
    rfm([row], { now });
    expect(rfmMaps).toEqual(before);
  });
});
