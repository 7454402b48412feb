import { type ChurnScores, fitChurnRisk, groupBy, measure, rateMetric, scoreChurnRisk, segmentOf } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const plans = ["free", "pro", "team"] as const;
const rows = Array.from({ length: 120 }, (_, i) => {
  const [months, plan, since] = [
    ((i * 37) % 61) / 7,
    plans[i % 3] ?? "free",
    new Date(Date.UTC(2026, 0, 1 + ((i * 11) % 50))),
  ];
  const churned = (i * 29) % 31 < 18 - 1.5 * months + (plan === "free" ? 6 : 0);
  return { customer: `c${i}`, months, plan, since, active: i % 4 > 0, churned };
});
type Row = (typeof rows)[number];
const features = {
  months: (row: Row) => row.months,
  plan: (row: Row) => row.plan,
  active: (row: Row) => row.active,
  since: (row: Row) => row.since,
};
const model = fitChurnRisk(rows, features);
const imputing = fitChurnRisk(
  rows.map((row, i) => ({ ...row, months: i % 9 === 0 ? null : row.months })),
  { months: (row) => row.months, plan: (row) => row.plan },
  { missing: "impute" },
);
const logOdds = (risk: number | null): number => Math.log((risk ?? 0) / (1 - (risk ?? 0)));
const sum = (figures: readonly (number | null)[]): number =>
  figures.reduce<number>((all, figure) => all + (figure ?? 0), 0);

describe("scores", () => {
  test("are the model's probabilities: on its own rows they add up to those who churned", () => {
    const scores = scoreChurnRisk(model, rows, features);
    expect(scores).toMatchObject({ rows: 120, n: 120, unscored: 0, missing: 0, invalid: 0, reason: null });
    expect(sum(scores.customers.map(({ risk }) => risk))).toBeCloseTo(model.churned, 8);
    const [first] = scores.customers;
    const byHand = model.coefficients.reduce((all, { feature, level, value }) => {
      const [row] = rows;
      const figure = {
        months: row?.months,
        plan: Number(row?.plan === level),
        active: Number(row?.active),
        since: Number(row?.since) / 86_400_000,
      };
      return all + (value ?? 0) * (figure[feature as "months"] ?? 0);
    }, model.intercept.value ?? 0);
    expect(logOdds(first?.risk ?? null)).toBeCloseTo(byHand, 8);
  });

  test("are the same from fields, from a model read back from JSON, and one by one", () => {
    const scores = scoreChurnRisk(model, rows, features);
    expect(scoreChurnRisk(JSON.parse(JSON.stringify(model)), rows)).toEqual(scores);
    expect(rows.map((row) => scoreChurnRisk(model, row))).toEqual(scores.customers);
  });

  test("take a feature that only rounding makes count for none", () => {
    // Every plan has the same customers at every x, so that x tells nothing.
    const balanced = Array.from({ length: 200 }, (_, i) => ({
      ...{ customer: i, x: (i * 37) % 50, plan: i % 2 ? "a" : "b" },
      churned: (i * 7919) % 10 < (i % 2 ? 6 : 3),
    }));
    const plain = fitChurnRisk(balanced, { x: (row) => row.x, plan: (row) => row.plan });
    for (const { reasons } of scoreChurnRisk(plain, balanced).customers) {
      const x = reasons.find(({ feature }) => feature === "x");
      expect(Math.abs(x?.contribution ?? 1)).toBeLessThan(1e-12);
      expect([x?.direction, x?.words.endsWith("the risk of the average customer")]).toEqual(["none", true]);
    }
  });

  test("come with reasons that add up to the risk, the strongest first", () => {
    for (const { risk, reasons } of scoreChurnRisk(model, rows).customers) {
      expect(sum(reasons.map(({ contribution }) => contribution)) + (model.averageLogOdds ?? 0)).toBeCloseTo(
        logOdds(risk),
        10,
      );
      const sizes = reasons.map(({ contribution }) => Math.abs(contribution ?? 0));
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      expect(new Set(reasons.map(({ feature }) => feature)).size).toBe(4);
      for (const { contribution, direction } of reasons) {
        expect(direction).toBe((contribution ?? 0) > 0 ? "raises" : (contribution ?? 0) < 0 ? "lowers" : "none");
      }
    }
    expect(scoreChurnRisk(model, rows, features, { reasons: 1 }).customers[5]?.reasons).toHaveLength(1);
    expect(scoreChurnRisk(model, rows, features, { reasons: 0 }).customers[5]?.reasons).toEqual([]);
  });

  test("say in words what each feature does", () => {
    const simple = fitChurnRisk(rows, { months: (row) => row.months, plan: (row) => row.plan });
    const { reasons } = scoreChurnRisk(simple, { months: 8, plan: "pro" });
    const times = (feature: string) =>
      Number(Math.exp(reasons.find((one) => one.feature === feature)?.contribution ?? 0).toPrecision(3));
    expect(reasons.map(({ words }) => words)).toEqual([
      `months is 8 (average 4.27): lowers the odds of churning to ${times("months")} times the average customer's`,
      `plan is pro: lowers the odds of churning to ${times("plan")} times the average customer's`,
    ]);
  });

  test("are zero away from the average for the average customer", () => {
    const simple = fitChurnRisk(rows, { months: (row) => row.months });
    const { reasons, risk } = scoreChurnRisk(simple, { months: simple.coefficients[0]?.mean ?? 0 });
    expect(reasons[0]).toMatchObject({ contribution: 0, direction: "none" });
    expect(logOdds(risk)).toBeCloseTo(simple.averageLogOdds ?? 0, 12);
  });
});

describe("bands", () => {
  test("are by default half and twice the odds of the churn rate", () => {
    const { bands, customers } = scoreChurnRisk(model, rows);
    const odds = (model.churnRate ?? 0) / (1 - (model.churnRate ?? 0));
    expect(bands.map(({ band }) => band)).toEqual(["low", "medium", "high"]);
    expect(bands.map(({ from }) => from / (1 - from))).toEqual([
      0,
      expect.closeTo(odds / 2, 10),
      expect.closeTo(2 * odds, 10),
    ]);
    for (const { risk, band, segment } of customers) {
      const last = bands.filter(({ from }) => (risk ?? 0) >= from).at(-1);
      expect([band, segment]).toEqual([last?.band, last?.band]);
    }
  });

  test("may be one's own, and make a segmentation that groupBy takes", () => {
    const scores = scoreChurnRisk(model, rows, features, { bands: { calm: 0, call: 0.5 } });
    const segment = segmentOf(scores);
    const groups = measure(
      rows,
      groupBy(
        (row) => segment(row.customer),
        rateMetric((row: Row) => row.churned),
      ),
    );
    expect(groups.map(({ key }) => key)).toEqual(["call", "calm"]);
    expect(groups[0]?.result.value).toBeGreaterThan(groups[1]?.result.value ?? 1);
    for (const bands of [
      {},
      { high: 0.5 },
      { low: 0, high: 1 },
      { low: 0, also: 0 },
      { low: 0, high: Number.NaN },
      null,
    ]) {
      expect(() => scoreChurnRisk(model, rows, features, { bands } as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });
});

describe("what the row does not tell", () => {
  const customer = (score: Partial<Record<keyof Row, unknown>>) => ({ ...rows[0], customer: "new", ...score }) as Row;
  const of = (scores: ChurnScores) => scores.customers[0];

  test("leaves no risk where the model was fitted without such rows, and says which feature", () => {
    const score = of(scoreChurnRisk(model, [customer({ months: null, plan: "gold" })]));
    expect(score).toMatchObject({ risk: null, band: null, segment: null, missing: ["months"], unknown: ["plan"] });
    expect(score?.reasons.slice(0, 2)).toEqual([
      {
        feature: "months",
        value: null,
        contribution: null,
        direction: null,
        words: "months is not known, for which the model knows no risk",
      },
      {
        feature: "plan",
        value: "gold",
        contribution: null,
        direction: null,
        words: "plan is gold, for which the model knows no risk",
      },
    ]);
    expect(scoreChurnRisk(model, [customer({ months: undefined })])).toMatchObject({ n: 0, unscored: 1 });
  });

  test("counts as not known, or as the average customer's, where the model imputes", () => {
    const gap = of(scoreChurnRisk(imputing, [customer({ months: Number.NaN })]));
    const isMissing = imputing.coefficients.find(({ term }) => term === "months: missing");
    const contribution = gap?.reasons.find(({ feature }) => feature === "months")?.contribution;
    expect(contribution).toBeCloseTo((isMissing?.value ?? 0) * (1 - (isMissing?.mean ?? 0)), 12);
    expect(gap).toMatchObject({ risk: expect.any(Number), missing: ["months"], unknown: [] });
    const unknown = of(scoreChurnRisk(imputing, [customer({ plan: "gold" })]));
    expect(unknown?.reasons.find(({ feature }) => feature === "plan")).toMatchObject({
      contribution: 0,
      words: "plan is gold, which the model has never met: taken for the average customer's",
    });
    // Of plans none was ever missing, so that says nothing.
    const noPlan = of(scoreChurnRisk(imputing, [customer({ plan: null })]));
    expect(noPlan?.reasons.find(({ feature }) => feature === "plan")).toMatchObject({ contribution: 0, value: null });
  });

  test("is anything at all of a feature that no row of the model had", () => {
    const never = fitChurnRisk(rows, { months: (row) => row.months, gift: () => null }, { missing: "impute" });
    expect(never.features[1]?.kind).toBeNull();
    for (const gift of ["mug", 3, true]) {
      const score = scoreChurnRisk(never, { months: 3, gift });
      expect(score).toMatchObject({ missing: [], unknown: ["gift"], risk: expect.any(Number) });
      expect(score.reasons[1]).toMatchObject({ feature: "gift", value: gift, contribution: 0 });
    }
  });

  test("such as who it is, is counted, and every row is somewhere", () => {
    const some = [
      customer({}),
      customer({ customer: null }),
      customer({ customer: "x", months: null }),
      customer({ months: "9" }),
    ];
    const scores = scoreChurnRisk(model, some, features, { invalid: "exclude" });
    expect(scores).toMatchObject({ rows: 4, n: 1, unscored: 1, missing: 1, invalid: 1 });
    expect(scores.customers.map((one) => one.customer)).toEqual(["new", "x"]);
    expect(scoreChurnRisk(model, { ...customer({}), customer: undefined }).customer).toBeNull();
    expect(() => scoreChurnRisk(model, some, features)).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 3 }),
    );
    expect(scoreChurnRisk(model, [])).toMatchObject({ customers: [], rows: 0, n: 0 });
  });

  test("is no matter where there is no model: nobody has a risk, and the reason is there", () => {
    const none = fitChurnRisk(
      rows.map((row) => ({ ...row, churned: true })),
      { months: (row) => row.months },
    );
    const scores = scoreChurnRisk(none, rows);
    expect(scores).toMatchObject({ n: 0, unscored: 120, reason: "one-outcome" });
    expect(scores.customers[0]).toMatchObject({ risk: null, band: null, reasons: [] });
  });
});

test("options and models that make no sense are refused at once", () => {
  const wrong =
    (...values: unknown[]) =>
    () =>
      (scoreChurnRisk as (...all: unknown[]) => unknown)(...values);
  for (const call of [
    wrong(null, rows),
    wrong({ model: "bg-nbd" }, rows),
    wrong(model, rows, { months: (row: Row) => row.months }),
    wrong(model, rows, { ...features, plan: "plan" }),
    wrong(model, rows, features, { reasons: -1 }),
    wrong(model, rows, features, { band: {} }),
    wrong(model, rows, features, { customer: "id" }),
    wrong(model, rows, features, { invalid: "skip" }),
  ]) {
    expect(call).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  }
});

test("a risk is always within 0 and 1, and rises with what raises it", () => {
  const simple = fitChurnRisk(rows, { months: (row) => row.months });
  const riskAt = (months: number): number => scoreChurnRisk(simple, { months }).risk ?? -1;
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
      fc.double({ noNaN: true, min: 0, max: 1e6 }),
      (months, more) => {
        expect(riskAt(months)).toBeGreaterThanOrEqual(0);
        expect(riskAt(months)).toBeLessThanOrEqual(1);
        expect(riskAt(months + more)).toBeLessThanOrEqual(riskAt(months));
      },
    ),
  );
});
