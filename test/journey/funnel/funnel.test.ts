import { eventLog, funnel, wilson } from "cxkit";
import { describe, expect, test } from "vitest";

type Row = readonly [who: string, what: string, minute: number];
const logOf = (rows: readonly Row[]) =>
  eventLog(rows, { customer: (row) => row[0], touchpoint: (row) => row[1], at: (row) => row[2] * 60_000 });
const path = (who: string, ...events: (readonly [string, number])[]): Row[] =>
  events.map(([what, minute]) => [who, what, minute]);
const counts = (...given: Parameters<typeof funnel>) => funnel(...given).steps.map(({ customers }) => customers);
const shop = ["search", "cart", "pay"];

describe("one customer", () => {
  test("who searches again succeeds with the second search, where the first has run out of time", () => {
    const log = logOf(path("ann", ["search", 0], ["search", 90], ["cart", 100], ["pay", 110]));
    expect(counts(log, shop, { within: 3600 })).toEqual([1, 1, 1]);
    expect(counts(log, shop, { within: 3600, reentry: "first" })).toEqual([1, 0, 0]);
    expect(funnel(log, shop, { within: 3600 }).steps[1]?.medianSeconds).toBe(600);
    expect(funnel(log, shop).steps[1]?.medianSeconds).toBe(6000);
  });

  test("who comes to the step at the last moment of the window is in time, a moment later too late", () => {
    const at = (minute: number) => logOf([...path("ann", ["search", 0], ["cart", minute]), ["end", "other", 500]]);
    expect(counts(at(60), ["search", "cart"], { within: 3600 })).toEqual([1, 1]);
    expect(counts(at(60.01), ["search", "cart"], { within: 3600 })).toEqual([1, 0]);
  });

  test("whose events come in between others is through in order, not strictly", () => {
    const log = logOf(path("ann", ["search", 0], ["help", 1], ["cart", 2], ["pay", 3]));
    expect(counts(log, shop)).toEqual([1, 1, 1]);
    expect(counts(log, shop, { order: "strict" })).toEqual([1, 0, 0]);
    const direct = logOf(path("bob", ["search", 0], ["search", 1], ["cart", 2], ["pay", 3]));
    expect(counts(direct, shop, { order: "strict" })).toEqual([1, 1, 1]);
  });

  test("who did the steps the other way round is through in any order only", () => {
    const log = logOf(path("ann", ["pay", 0], ["cart", 1], ["search", 2]));
    expect(counts(log, shop)).toEqual([1, 0, 0]);
    expect(counts(log, shop, { order: "unordered" })).toEqual([1, 1, 1]);
    expect(counts(log, shop, { order: "any-order" })).toEqual([1, 1, 1]);
    expect(counts(log, shop, { order: "unordered", within: 90 })).toEqual([1, 1, 0]);
  });

  test("needs two events for a step that is listed twice", () => {
    expect(counts(logOf(path("ann", ["a", 0])), ["a", "a"])).toEqual([1, 0]);
    expect(counts(logOf(path("ann", ["a", 0], ["a", 5])), ["a", "a"])).toEqual([1, 1]);
  });

  test("counts each attempt where every one is asked for: after a conversion, or when the window is over", () => {
    const log = logOf(
      path(
        "ann",
        ["search", 0],
        ["search", 5],
        ["cart", 10],
        ["search", 20],
        ["search", 200],
        ["cart", 210],
        ["x", 999],
      ),
    );
    const { steps } = funnel(log, ["search", "cart"], { within: 3600, reentry: "every" });
    // Begun at 0 (through at 10), at 20 (never) and at 200 (through at 210).
    expect(steps.map(({ customers }) => customers)).toEqual([3, 2]);
    expect(steps[0]?.shareOfPrevious).toBe(1);
    expect(steps[1]?.dropped).toBe(1);
  });
});

describe("a shop with a hundred customers", () => {
  const rows = Array.from({ length: 100 }, (_, index): Row[] =>
    path(
      `c${index}`,
      ["search", 0],
      ...(index < 60 ? [["cart", 10 + index] as const] : []),
      ...(index < 30 ? [["pay", 200] as const] : []),
    ),
  ).flat();
  const { steps, customers, unknown, later } = funnel(logOf(rows), [...shop, "rate"]);

  test("has shares of the start and of the step before with Wilson's intervals", () => {
    expect(customers).toBe(100);
    expect(steps.map((step) => step.share)).toEqual([1, 0.6, 0.3, 0]);
    expect(steps.map((step) => step.shareOfPrevious)).toEqual([1, 0.6, 0.5, 0]);
    expect(steps.map((step) => step.dropped)).toEqual([0, 40, 30, 30]);
    expect(steps[1]?.interval).toEqual(wilson(60, 100));
    expect(steps[2]?.interval).toEqual(wilson(30, 100));
    expect(steps[2]?.intervalOfPrevious).toEqual(wilson(30, 60));
  });

  test("says how long it takes from step to step", () => {
    expect(steps.map((step) => step.medianSeconds)).toEqual([null, 60 * 39.5, 60 * (200 - 24.5), null]);
    expect(steps[1]?.p90Seconds).toBeCloseTo(60 * (10 + 0.9 * 59), 9);
    expect(steps[2]?.medianSecondsFromStart).toBe(12_000);
  });

  test("names the touchpoint that the log does not know", () => {
    expect(unknown).toEqual(["rate"]);
    expect(later).toBe(0);
  });

  test("leaves out what happens at `now` or later, and says how much", () => {
    const early = funnel(logOf(rows), shop, { now: 200 * 60_000 });
    expect(early.later).toBe(30);
    expect(early.steps.map((step) => step.customers)).toEqual([100, 60, 0]);
  });
});

describe("customers who still have time when the log ends", () => {
  // Ten buy after an hour, five never do, and five came a few minutes before the end.
  const rows = [
    ...Array.from({ length: 10 }, (_, index) => path(`yes${index}`, ["search", 0], ["pay", 60])),
    ...Array.from({ length: 5 }, (_, index) => path(`no${index}`, ["search", 0])),
    ...Array.from({ length: 5 }, (_, index) => path(`late${index}`, ["search", 995])),
    path("end", ["other", 1000]),
  ].flat();

  test("are open and no drop-off, and take nothing from the share of those whose time is up", () => {
    const [, pay] = funnel(logOf(rows), ["search", "pay"], { within: 7200 }).steps;
    expect(pay).toMatchObject({ customers: 10, dropped: 5, open: 5 });
    expect(pay?.share).toBeCloseTo(10 / 15, 12);
    expect(pay?.shareOfPrevious).toBeCloseTo(10 / 15, 12);
    const { low, high } = wilson(10, 15);
    expect(pay?.interval?.low).toBeCloseTo(low, 12);
    expect(pay?.interval?.high).toBeCloseTo(high, 12);
  });

  test("count for as long as they were seen: the product limit of six customers by hand", () => {
    // From the first step: bought after 10 and 30 minutes; last seen after 20; two whose time (60) was up; bought after 50.
    const six = logOf([
      ...path("a", ["s", 0], ["p", 10]),
      ...path("b", ["s", 0], ["p", 30]),
      ...path("c", ["s", 80]),
      ...path("d", ["s", 0]),
      ...path("e", ["s", 0]),
      ...path("f", ["s", 0], ["p", 50]),
      ...path("g", ["other", 100]),
    ]);
    const [, step] = funnel(six, ["s", "p"], { within: 3600 }).steps;
    expect(step).toMatchObject({ customers: 3, dropped: 2, open: 1 });
    expect(step?.share).toBeCloseTo(1 - (5 / 6) * (3 / 4) * (2 / 3), 12);
  });

  test("estimate what the same customers do once their time is up", () => {
    // 4000 customers begin evenly over 100 hours; every second one buys after up to ten hours; the log is cut at 50 hours.
    const many = Array.from({ length: 4000 }, (_, index): Row[] =>
      path(
        `c${index}`,
        ["s", index * 1.5],
        ...(index % 2 === 0 ? [["p", index * 1.5 + ((index * 37) % 600)] as const] : []),
      ),
    ).flat();
    const cut = funnel(logOf(many), ["s", "p"], { within: 36_000, now: 50 * 3_600_000 }).steps[1];
    expect(cut?.open).toBeGreaterThan(100);
    expect(cut?.share).toBeCloseTo(0.5, 1);
    expect((cut?.customers ?? 0) / 2000).toBeLessThan(0.46);
  });

  test("are nobody without a window", () => {
    const [, pay] = funnel(logOf(rows), ["search", "pay"]).steps;
    expect(pay).toMatchObject({ customers: 10, dropped: 10, open: 0, share: 0.5 });
  });
});

describe("by segment", () => {
  const customer = (who: string, device: string, pays: boolean) =>
    path(`${device}-${who}`, ["search", 0], ["cart", 1], ...(pays ? [["pay", 2] as const] : []));
  const rows = Array.from({ length: 200 }, (_, index) => [
    customer(`${index}`, "phone", index < 60),
    customer(`${index}`, "desktop", index < 120),
  ]).flat(2);
  const { segments } = funnel(logOf(rows), shop, { by: (id) => id.split("-")[0] });

  test("the step at which phones lose more customers stands out, the others do not", () => {
    expect(segments.map(({ key, customers }) => [key, customers])).toEqual([
      ["desktop", 200],
      ["phone", 200],
    ]);
    const phone = segments[1]?.differences ?? [];
    expect(phone.map(({ difference }) => difference)).toEqual([0, 0, -0.3]);
    // z = 0.3 / sqrt(0.45 · 0.55 · 2 / 200) = 6.0302, of six comparisons four cannot be told.
    expect(phone[2]?.pValue).toBeCloseTo(1.63729645e-9, 15);
    expect(phone[2]?.adjustedPValue).toBeCloseTo(2 * 1.63729645e-9, 15);
    expect(phone[1]?.pValue).toBeNull();
  });

  test("a customer of two segments is in both, one of none in the segment null", () => {
    const found = funnel(logOf(path("ann", ["search", 0]).concat(path("bob", ["search", 0]))), ["search"], {
      by: (id) => (id === "ann" ? ["new", "vip"] : undefined),
    });
    expect(found.segments.map(({ key, customers }) => [key, customers])).toEqual([
      ["new", 1],
      ["vip", 1],
      [null, 1],
    ]);
    expect(found.segments[0]?.differences[0]?.difference).toBe(0);
  });
});

describe("several attempts of one customer", () => {
  test("are worth less than as many customers", () => {
    // Ten customers with ten attempts each, of whom five always succeed and five never do: worth ten, not a hundred.
    const rows = Array.from({ length: 10 }, (_, who) =>
      Array.from({ length: 10 }, (_, time) =>
        path(`c${who}`, ["s", time * 100], ...(who < 5 ? [["p", time * 100 + 1] as const] : [])),
      ),
    ).flat(2);
    const [, step] = funnel(logOf([...rows, ["end", "x", 5000]]), ["s", "p"], { reentry: "every", within: 600 }).steps;
    expect(step).toMatchObject({ customers: 50, share: 0.5 });
    const { low, high } = wilson(5, 10);
    expect(step?.interval?.low).toBeCloseTo(low, 12);
    expect(step?.interval?.high).toBeCloseTo(high, 12);
  });
});

describe("nothing and nonsense", () => {
  const log = logOf(path("ann", ["search", 0]));
  test("a step that nobody reached has no share of the next, and an empty log no share at all", () => {
    expect(funnel(log, shop).steps[2]).toMatchObject({
      customers: 0,
      share: 0,
      shareOfPrevious: null,
      medianSeconds: null,
    });
    const [step] = funnel(logOf([]), ["search"]).steps;
    expect(step).toMatchObject({
      customers: 0,
      visitors: 0,
      dropped: 0,
      open: 0,
      share: null,
      interval: null,
      shareOfPrevious: null,
    });
  });

  test("the result survives JSON", () => {
    const found = funnel(log, shop, { within: 60, by: () => "all" });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test.each([
    [[], {}],
    ["search", {}],
    [[""], {}],
    [[[]], {}],
    [[7], {}],
    [["search"], { within: 0 }],
    [["search"], { within: "7" }],
    [["search"], { within: Number.NaN }],
    [["search"], { order: "loose" }],
    [["search"], { reentry: "last" }],
    [["search"], { by: "device" }],
    [["search"], { level: 95 }],
    [["search"], { windowSeconds: 60 }],
    [["search", ["cart", "search"]], { order: "unordered" }],
  ])("%j with %j is refused", (steps, options) => {
    expect(() => funnel(log, steps as never, options as never)).toThrow(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });

  test("rows that are no log, a time without an offset and a segment that is none are refused", () => {
    expect(() => funnel([] as never, ["a"])).toThrow(expect.objectContaining({ code: "invalid-option" }));
    expect(() => funnel(log, ["a"], { now: "2026-05-04T10:00:00" })).toThrow(
      expect.objectContaining({ code: "invalid-time" }),
    );
    expect(() => funnel(log, ["a"], { by: () => ({}) as never })).toThrow(
      expect.objectContaining({ code: "invalid-value" }),
    );
  });
});
