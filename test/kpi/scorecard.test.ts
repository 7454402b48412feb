import { average, csat, nps, type ScorecardKpi, scorecard } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const satisfaction = { name: "CSAT", value: 80, floor: 50, target: 90, weight: 0.5 };
const effort = { name: "CES", value: 5.2, floor: 4, target: 6, weight: 0.3 };
const churn = { name: "churn", value: 0.04, floor: 0.08, target: 0.02, weight: 0.2 };
const three: ScorecardKpi[] = [satisfaction, effort, churn];

describe("a scorecard", () => {
  test("places KPIs between floor and target, and takes their weighted mean (75, 60, 66.667 give 68.8333)", () => {
    const card = scorecard(three);
    expect(card.kpis.map(({ score }) => score)).toEqual([
      expect.closeTo(75, 12),
      expect.closeTo(60, 12),
      expect.closeTo(200 / 3, 12),
    ]);
    expect(card.value).toBeCloseTo(68.83333333333333, 12);
    expect(card).toMatchObject({ coverage: 1, benchmark: null, before: null });
    expect(card.definition).toEqual({ kpi: "scorecard", variant: "arithmetic", minimumCoverage: 0.7 });
  });

  test("rests on the KPIs that have a value, where these hold 70 % of the weight (without CES 72.619)", () => {
    for (const value of [null, undefined, Number.NaN, nps([])]) {
      const card = scorecard([satisfaction, { ...effort, value }, churn]);
      expect(card.value).toBeCloseTo(72.61904761904762, 12);
      expect(card.coverage).toBeCloseTo(0.7, 15);
      expect(card.kpis[1]).toMatchObject({ value: null, score: null, clipped: null, interval: null });
      expect(card.sensitivity.map(({ name }) => name)).toEqual(["CSAT", "churn"]);
    }
    const without = [{ ...satisfaction, value: null }, effort, churn];
    expect(scorecard(without)).toMatchObject({ value: null, coverage: 0.5 });
    expect(scorecard(without).sensitivity[0]).toEqual({ name: "CES", lessWeight: null, moreWeight: null });
    expect(scorecard(without, { minimumCoverage: 0.5 }).value).toBeCloseTo((0.3 * 60 + (0.2 * 200) / 3) / 0.5, 12);
  });

  test("clips beyond the ends, and says so", () => {
    const values = [40, 50, 90, 95].map((value, index) => ({ ...satisfaction, name: `${index}`, value }));
    expect(scorecard(values).kpis.map(({ score, clipped }) => [score, clipped])).toEqual([
      [0, "floor"],
      [0, null],
      [100, null],
      [100, "target"],
    ]);
    const better = scorecard([{ ...churn, value: 0.01 }]).kpis[0];
    expect(better).toMatchObject({ score: 100, clipped: "target" });
  });

  test("takes results of a KPI, and places their intervals on the scale", () => {
    const result = csat([5, 5, 4, 4, 4, 2, 5, 4, 5, 3]);
    const row = scorecard([{ ...satisfaction, value: result }]).kpis[0];
    expect(row?.score).toBeCloseTo(75, 12);
    const place = (one: number) => Math.min(100, Math.max(0, ((one - 50) / 40) * 100));
    expect(row?.interval?.low).toBeCloseTo(place(result.interval?.low ?? 0), 12);
    expect(row?.interval?.high).toBeCloseTo(place(result.interval?.high ?? 0), 12);
    const times = average([3, 5, 4, 6]);
    const lower = scorecard([{ name: "days", value: times, floor: 10, target: 2 }]).kpis[0];
    expect(lower?.interval?.low).toBeCloseTo(((10 - (times.interval?.high ?? 0)) / 8) * 100, 12);
    expect(scorecard([{ ...satisfaction, value: csat([5], { minimumN: 2 }) }]).kpis[0]?.score).toBeNull();
  });

  test("is compared with a benchmark and the period before, over the KPIs that have both", () => {
    const card = scorecard([
      { ...satisfaction, before: 70, benchmark: 90 },
      { ...effort, before: null },
      { ...churn, before: 0.05 },
    ]);
    expect(card.kpis[0]?.before).toMatchObject({ value: 70, score: 50, difference: 25 });
    expect(card.kpis[0]?.benchmark).toMatchObject({ score: 100, difference: -25 });
    expect(card.kpis[1]).toMatchObject({ before: { value: null, score: null, difference: null }, benchmark: null });
    expect(card.before?.value).toBeCloseTo((0.5 * 50 + 0.2 * 50) / 0.7, 12);
    expect(card.before?.difference).toBeCloseTo(72.61904761904762 - 50, 12);
    expect(card.benchmark).toEqual({ value: null, difference: null });
  });

  test("says how much each weight decides", () => {
    const [first] = scorecard(three).sensitivity;
    expect(first?.lessWeight).toBeCloseTo((0.4 * 75 + 0.3 * 60 + (0.2 * 200) / 3) / 0.9, 12);
    expect(first?.moreWeight).toBeCloseTo((0.6 * 75 + 0.3 * 60 + (0.2 * 200) / 3) / 1.1, 12);
  });

  test("geometric: no KPI makes up for one at its floor", () => {
    const geometric = { variant: "geometric" } as const;
    expect(scorecard(three, geometric).value).toBeCloseTo(75 ** 0.5 * 60 ** 0.3 * (200 / 3) ** 0.2, 10);
    expect(scorecard([{ ...satisfaction, value: 50 }, effort], geometric).value).toBe(0);
    expect(scorecard([{ ...satisfaction, value: 50, weight: 0 }, effort], geometric).value).toBeCloseTo(60, 10);
  });

  test("keeps owners, and takes equal weights where none are given", () => {
    const card = scorecard([
      { name: "a", value: 1, floor: 0, target: 2, owner: "Ann" },
      { name: "b", value: 2, floor: 0, target: 2 },
    ]);
    expect(card.value).toBe(75);
    expect(card.kpis.map((kpi) => "owner" in kpi && kpi.owner)).toEqual(["Ann", false]);
  });

  test("of no KPI says nothing", () => {
    expect(scorecard([])).toMatchObject({ value: null, coverage: null, kpis: [], sensitivity: [] });
  });

  test.each([
    [{ name: "CSAT" }, "invalid-option"],
    [{ name: 7 }, "invalid-option"],
    [{ floor: 6 }, "invalid-option"],
    [{ target: Number.NaN }, "invalid-option"],
    [{ floor: undefined }, "invalid-option"],
    [{ weight: -0.1 }, "invalid-option"],
    [{ weight: Number.NaN }, "invalid-option"],
    [{ value: "80" }, "invalid-value"],
    [{ value: Number.POSITIVE_INFINITY }, "invalid-value"],
    [{ before: true }, "invalid-value"],
    [{ benchmark: {}, value: { value: "8" } }, "invalid-value"],
  ])("refuses a KPI with %j", (wrong, code) => {
    const kpis = [satisfaction, { ...effort, ...wrong } as never];
    expect(() => scorecard(kpis)).toThrowError(expect.objectContaining({ code, row: 1 }));
  });

  test.each([{ variant: "harmonic" }, { minimumCoverage: 70 }, { coverage: 0.5 }])(
    "refuses the options %j",
    (options) => {
      expect(() => scorecard(three, options as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    },
  );

  test("refuses no weight at all, and what is no list", () => {
    const wrong = expect.objectContaining({ code: "invalid-option" });
    expect(() => scorecard([{ ...effort, weight: 0 }])).toThrowError(wrong);
    expect(() => scorecard(null as never)).toThrowError(wrong);
    expect(() => scorecard([null as never])).toThrowError(wrong);
  });

  const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const kpi = fc
    .record({ value: fc.option(figure, { nil: null }), floor: figure, target: figure, weight: fc.nat(10) })
    .filter(({ floor, target }) => floor !== target);
  const cards = fc
    .array(kpi, { minLength: 1, maxLength: 6 })
    .map((list) => list.map((one, index) => ({ ...one, name: `k${index}` })))
    .filter((list) => list.some(({ weight }) => weight > 0));

  test("lies within 0 to 100, survives JSON, and does not depend on the order or the unit of weights", () => {
    fc.assert(
      fc.property(cards, fc.constantFrom("arithmetic" as const, "geometric" as const), (kpis, variant) => {
        const card = scorecard(kpis, { variant });
        expect(JSON.parse(JSON.stringify(card))).toEqual(card);
        for (const score of [card.value, ...card.kpis.map((row) => row.score)]) {
          if (score !== null) expect(score >= 0 && score <= 100).toBe(true);
        }
        expect(scorecard([...kpis].reverse(), { variant }).value ?? -1).toBeCloseTo(card.value ?? -1, 8);
        const scaled = kpis.map((one) => ({ ...one, weight: one.weight * 7 }));
        expect(scorecard(scaled, { variant }).value ?? -1).toBeCloseTo(card.value ?? -1, 8);
      }),
    );
  });

  test("never falls when a value comes nearer to its target", () => {
    fc.assert(
      fc.property(cards, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (kpis, which, share) => {
        const index = which % kpis.length;
        const nearer = kpis.map((one, at) =>
          at === index && one.value !== null ? { ...one, value: one.value + share * (one.target - one.value) } : one,
        );
        const isBeyond = scorecard(kpis).kpis[index]?.clipped === "target";
        if (isBeyond) return;
        for (const variant of ["arithmetic", "geometric"] as const) {
          const [before, after] = [scorecard(kpis, { variant }).value, scorecard(nearer, { variant }).value];
          if (before !== null) expect(after).toBeGreaterThanOrEqual(before - 1e-9);
        }
      }),
    );
  });
});

test("sets no result beside one of another definition", () => {
  const [now, other] = [csat([5, 4, 2]), csat([5, 4, 2], { satisfiedFrom: 5 })];
  const card = (before: typeof now) => () => scorecard([{ name: "csat", value: now, floor: 0, target: 100, before }]);
  expect(card(now)).not.toThrowError();
  expect(card(other)).toThrowError(expect.objectContaining({ code: "different-definitions", row: 0 }));
});
