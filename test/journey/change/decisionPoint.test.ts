import { adjustPValues, binomialCdf, type DecisionOptions, decisionPoint, eventLog, seededRandom, wilson } from "cxkit";
import { describe, expect, test } from "vitest";

type Row = { who: string; what: string; at: number };
const logOf = (rows: readonly Row[]) =>
  eventLog(rows, { customer: (row) => row.who, touchpoint: (row) => row.what, at: (row) => row.at * 1000 });
const journeys = (count: number, path: string, name = path): Row[] =>
  Array.from({ length: count }, (_, index) =>
    path.split(" ").map((what, at) => ({ who: `${name}-${index}`, what, at: at * 60 })),
  ).flat();

// 220 customers search. Of 100 who come to the cart 99 pay; of 60 who ask for a quote 30; of 60 who complain nobody.
const rows = [
  ...journeys(99, "search cart pay"),
  ...journeys(1, "search cart"),
  ...journeys(30, "search quote pay"),
  ...journeys(30, "search quote"),
  ...journeys(60, "search help complain"),
];

describe("a shop in which the cart decides for, and a complaint against", () => {
  const found = decisionPoint(logOf(rows), { outcome: "pay" });
  const at = (touchpoint: string) => found.touchpoints.find((one) => one.touchpoint === touchpoint);

  test("says how likely the outcome is from the start and at each touchpoint", () => {
    expect(found.start).toMatchObject({ customers: 220, outcomes: 129, share: 129 / 220, settled: null });
    expect(at("cart")).toMatchObject({
      customers: 100,
      outcomes: 99,
      share: 0.99,
      interval: wilson(99, 100),
      settled: "reached",
    });
    expect(at("quote")).toMatchObject({ customers: 60, outcomes: 30, share: 0.5, settled: null });
    expect(at("complain")).toMatchObject({ customers: 60, outcomes: 0, share: 0, settled: "missed" });
    expect(at("pay")).toBeUndefined();
  });

  test("by the exact binomial test, adjusted for every place looked at", () => {
    expect(at("cart")?.pValue).toBeCloseTo(binomialCdf(98, 100, 0.9, "upper"), 12);
    expect(at("complain")?.pValue).toBeCloseTo(0.9 ** 60, 12);
    const all = found.touchpoints.map(({ pValue }) => pValue);
    expect(found.touchpoints.map(({ adjustedPValue }) => adjustedPValue)).toEqual(adjustPValues(all, "holm"));
    expect(at("cart")?.adjustedPValue).toBeCloseTo(5 * (at("cart")?.pValue ?? 0), 12);
    expect(found.start.adjustedPValue).toBe(found.start.pValue);
  });

  test("decides each customer at the first touchpoint that settles it, and says when and coming from where", () => {
    expect(found.decisions).toEqual([
      {
        touchpoint: "cart",
        settled: "reached",
        customers: 100,
        outcomes: 99,
        share: 100 / 220,
        medianSeconds: 60,
        medianEvents: 2,
        from: [{ touchpoint: "search", customers: 100, chance: 129 / 220 }],
      },
      {
        touchpoint: "help",
        settled: "missed",
        customers: 60,
        outcomes: 0,
        share: 60 / 220,
        medianSeconds: 60,
        medianEvents: 2,
        from: [{ touchpoint: "search", customers: 60, chance: 129 / 220 }],
      },
    ]);
    expect(found.undecided).toBe(60);
  });

  test("looks at the first places of the journey", () => {
    expect(found.positions.map(({ position, touchpoint, customers }) => [position, touchpoint, customers])).toEqual([
      [1, "search", 220],
      [2, "cart", 100],
      [2, "help", 60],
      [2, "quote", 60],
      [3, "complain", 60],
    ]);
    expect(decisionPoint(logOf(rows), { outcome: "pay", positions: 0 }).positions).toEqual([]);
  });
});

test("where hardly anybody comes to the outcome, missing it is no decision, but a turn towards it is", () => {
  const rare = [...journeys(940, "search"), ...journeys(60, "search quote pay")];
  const found = decisionPoint(logOf(rare), { outcome: "pay" });
  expect(found.start).toMatchObject({ share: 0.06, settled: "missed" });
  expect(found.decisions.map(({ touchpoint, settled }) => [touchpoint, settled])).toEqual([["quote", "reached"]]);
});

test("a touchpoint of few customers settles nothing, and neither does one that only seems to", () => {
  const few = [...journeys(50, "search"), ...journeys(50, "search pay"), ...journeys(19, "search quote pay")];
  const [quote] = decisionPoint(logOf(few), { outcome: "pay" }).touchpoints.filter(
    ({ touchpoint }) => touchpoint === "quote",
  );
  expect(quote).toMatchObject({ share: 1, pValue: null, settled: null });
  // 25 of 25 would happen to a chance of 0.9 in 7 % of cases.
  const some = [...journeys(50, "search"), ...journeys(50, "search pay"), ...journeys(25, "search quote pay")];
  const [better] = decisionPoint(logOf(some), { outcome: "pay" }).touchpoints.filter(
    ({ touchpoint }) => touchpoint === "quote",
  );
  expect(better?.pValue).toBeCloseTo(0.9 ** 25, 12);
  expect(better?.settled).toBeNull();
});

test("of twenty touchpoints just at the threshold hardly any is called settled", () => {
  let called = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(seed);
    const same = Array.from({ length: 2000 }, (_, index) => {
      const pays = random() < 0.9;
      const path = [`t${index % 20}`, ...(pays ? ["pay"] : [])];
      return path.map((what, at) => ({ who: `c${index}`, what, at }));
    }).flat();
    if (
      decisionPoint(logOf(same), { outcome: "pay", positions: 0 }).touchpoints.some(({ settled }) => settled !== null)
    )
      called++;
  }
  expect(called).toBeLessThanOrEqual(7);
});

describe("customers whose time is not up", () => {
  const slow = Array.from({ length: 100 }, (_, index): Row[] => [
    { who: `c${index}`, what: "search", at: index * 60 },
    { who: `c${index}`, what: "pay", at: index * 60 + 3000 },
  ])
    .flat()
    .filter(({ at }) => at <= 99 * 60);

  test("are left out with a window, and counted as early without", () => {
    const found = decisionPoint(logOf(slow), { outcome: "pay", within: 3000 });
    expect(found.start).toMatchObject({ customers: 50, outcomes: 50 });
    expect(found.open).toBe(50);
    expect(found.early).toBe(0);
    const naive = decisionPoint(logOf(slow), { outcome: "pay" });
    expect(naive.start).toMatchObject({ customers: 100, outcomes: 50 });
    expect(naive).toMatchObject({ open: 0, early: 50 });
  });

  test("and who is too late has missed it", () => {
    const found = decisionPoint(logOf(slow), { outcome: "pay", within: 2999 });
    expect(found.start.outcomes).toBe(0);
  });
});

test("the outcome may be known from elsewhere, and not of everybody", () => {
  const log = logOf([...journeys(60, "search help"), ...journeys(60, "search cart")]);
  const found = decisionPoint(log, {
    outcome: (id) => (id.endsWith("-0") ? null : id.startsWith("search cart")),
  });
  expect(found.unknownOutcome).toBe(2);
  expect(found.start).toMatchObject({ customers: 118, outcomes: 59 });
  expect(found.decisions.map(({ touchpoint, settled }) => [touchpoint, settled])).toEqual([
    ["cart", "reached"],
    ["help", "missed"],
  ]);
});

describe("nothing and nonsense", () => {
  test("an empty log, and an outcome that nobody met", () => {
    expect(decisionPoint(logOf([]), { outcome: "pay" })).toMatchObject({
      start: { customers: 0, share: null, interval: null, settled: null },
      touchpoints: [],
      decisions: [],
      unknown: ["pay"],
    });
    const found = decisionPoint(logOf(journeys(5, "a b")), { outcome: "pay" });
    expect(found).toMatchObject({ start: { outcomes: 0 }, undecided: 5 });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test.each([
    [{}],
    [{ outcome: [] }],
    [{ outcome: "pay", threshold: 0.5 }],
    [{ outcome: "pay", threshold: 90 }],
    [{ outcome: "pay", within: -1 }],
    [{ outcome: "pay", positions: 1.5 }],
    [{ outcome: "pay", minimumN: -1 }],
    [{ outcome: "pay", level: 1 }],
    [{ outcome: "pay", goal: "pay" }],
  ])("%j is refused", (options) => {
    expect(() => decisionPoint(logOf(rows), options as unknown as DecisionOptions)).toThrow(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });

  test("an outcome that is neither true nor false is refused", () => {
    expect(() => decisionPoint(logOf(rows), { outcome: () => 1 as never })).toThrow(
      expect.objectContaining({ code: "invalid-value" }),
    );
  });
});
