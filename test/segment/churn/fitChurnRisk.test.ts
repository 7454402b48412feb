import { type ChurnRiskModel, fitChurnRisk, logisticRegression } from "cxkit";
import { describe, expect, test } from "vitest";

const plans = ["free", "pro", "team"] as const;
/** Sixty made-up customers, the same on every machine. */
const rows = Array.from({ length: 60 }, (_, i) => {
  const [months, calls, plan, autopay] = [((i * 37) % 61) / 7, ((i * i) % 17) - 5, plans[i % 3] ?? "free", i % 4 === 0];
  const churned = (i * 29) % 31 < 20 - 1.5 * months - 0.8 * calls + (plan === "free" ? 4 : 0);
  return { customer: `c${i}`, months, calls, plan, autopay, churned };
});
type Row = (typeof rows)[number];
const numbers = { months: (row: Row) => row.months, calls: (row: Row) => row.calls };
const features = { ...numbers, plan: (row: Row) => row.plan, autopay: (row: Row) => row.autopay };
const valuesOf = (model: ChurnRiskModel) =>
  Object.fromEntries(model.coefficients.map(({ term, value }) => [term, value]));
const codesOf = (model: ChurnRiskModel) => model.warnings.map(({ code }) => code);

describe("a model of churning", () => {
  test("is the logistic regression of its features, with a column for each level but the first", () => {
    const model = fitChurnRisk(rows, features);
    const plain = logisticRegression(rows, {
      outcome: (row) => row.churned,
      predictors: {
        ...numbers,
        pro: (row) => row.plan === "pro",
        team: (row) => row.plan === "team",
        autopay: (row) => row.autopay,
      },
    });
    expect(model.coefficients.map(({ term }) => term)).toEqual([
      "months",
      "calls",
      "plan: pro",
      "plan: team",
      "autopay",
    ]);
    for (const [place, { value, standardError, pValue }] of plain.coefficients.entries()) {
      expect(model.coefficients[place]).toMatchObject({ value, standardError, pValue });
    }
    expect(model.intercept).toEqual(plain.intercept);
    expect(model).toMatchObject({ deviance: plain.deviance, nullDeviance: plain.nullDeviance, aic: plain.aic });
    expect(model).toMatchObject({
      n: 60,
      rows: 60,
      customers: 60,
      regularisation: 0,
      classWeights: null,
      separation: null,
    });
    expect(model.features[2]).toMatchObject({ kind: "category", reference: "free", missing: 0 });
    expect(model.features[2]?.levels.map(({ level, n }) => [level, n])).toEqual([
      ["free", 20],
      ["pro", 20],
      ["team", 20],
    ]);
  });

  test("gives odds ratios for a unit and for a standard deviation, with intervals", () => {
    const [months] = fitChurnRisk(rows, features).coefficients;
    const { value, interval, standardDeviation } = months ?? {};
    expect(months?.oddsRatio.value).toBe(Math.exp(value ?? 0));
    expect(months?.oddsRatio.interval?.low).toBe(Math.exp(interval?.low ?? 0));
    expect(months?.oddsRatioPerStandardDeviation.value).toBeCloseTo(
      Math.exp((value ?? 0) * (standardDeviation ?? 0)),
      12,
    );
    const mean = rows.reduce((sum, row) => sum + row.months, 0) / 60;
    expect(months?.mean).toBeCloseTo(mean, 12);
    expect(standardDeviation).toBeCloseTo(
      Math.sqrt(rows.reduce((sum, row) => sum + (row.months - mean) ** 2, 0) / 59),
      12,
    );
  });

  test("has the same risks whatever level the others are compared with", () => {
    const model = fitChurnRisk(rows, features, { references: { plan: "pro" } });
    const usual = fitChurnRisk(rows, features);
    expect(Object.keys(valuesOf(model))).toEqual(["months", "calls", "plan: free", "plan: team", "autopay"]);
    expect(valuesOf(model)["plan: free"]).toBeCloseTo(-(valuesOf(usual)["plan: pro"] ?? 0), 10);
    expect(model.averageLogOdds).toBeCloseTo(usual.averageLogOdds ?? 0, 10);
    expect(model.performance?.brier.value).toBeCloseTo(usual.performance?.brier.value ?? 0, 12);
  });

  test("survives JSON, and depends neither on the order of rows nor on units", () => {
    const model = fitChurnRisk(rows, features);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    const inDays = fitChurnRisk([...rows].reverse(), { ...features, months: (row) => 30 * row.months });
    expect(30 * (valuesOf(inDays)["months"] ?? 0)).toBeCloseTo(valuesOf(model)["months"] ?? 0, 10);
    expect(inDays.performance?.auc.value).toBeCloseTo(model.performance?.auc.value ?? 0, 12);
    expect(inDays.coefficients[0]?.oddsRatioPerStandardDeviation.value).toBeCloseTo(
      model.coefficients[0]?.oddsRatioPerStandardDeviation.value ?? 0,
      10,
    );
  });

  test("on its own rows is calibrated by construction, and says how well it tells customers apart", () => {
    const { performance, churned } = fitChurnRisk(rows, features);
    expect(performance?.calibration.expected).toBeCloseTo(churned, 9);
    expect(performance?.calibration.slope.value).toBeCloseTo(1, 8);
    expect(performance?.calibration.intercept.value).toBeCloseTo(0, 8);
    expect(performance?.auc.value).toBeGreaterThan(0.65);
    expect(performance?.lift.bins.at(-1)?.cumulativeGain).toBe(1);
    expect(performance?.brier.skill).toBeGreaterThan(0);
  });

  test("reads dates as days", () => {
    const start = Date.UTC(2026, 0, 1);
    const model = fitChurnRisk(rows, { since: (row) => new Date(start + 86_400_000 * Math.round(7 * row.months)) });
    const days = fitChurnRisk(rows, { days: (row) => Math.round(7 * row.months) });
    expect(model.features[0]?.kind).toBe("date");
    expect(model.coefficients[0]?.value).toBeCloseTo(days.coefficients[0]?.value ?? 0, 8);
  });
});

describe("what is missing", () => {
  const some = rows.map((row, i) => ({
    ...row,
    months: i % 10 === 3 ? null : row.months,
    plan: i % 12 === 5 ? null : row.plan,
  }));
  type WithGaps = (typeof some)[number];
  const withGaps = {
    months: (row: WithGaps) => row.months,
    calls: (row: WithGaps) => row.calls,
    plan: (row: WithGaps) => row.plan,
    autopay: (row: WithGaps) => row.autopay,
  };

  test("is counted, and rows that lack a feature are left out", () => {
    const open = [...some, { ...rows[0], churned: null }] as (typeof some)[number][];
    const model = fitChurnRisk(open, withGaps);
    const whole = rows.filter((_, i) => i % 10 !== 3 && i % 12 !== 5);
    expect(model).toMatchObject({
      rows: 61,
      n: whole.length,
      missingOutcome: 1,
      missingFeatures: 60 - whole.length,
      invalid: 0,
    });
    expect(model.features.map(({ missing }) => missing)).toEqual([6, 0, 5, 0]);
    expect(valuesOf(model)).toEqual(valuesOf(fitChurnRisk(whole, features)));
  });

  test("is filled in with the mean and has a coefficient of its own, if asked for", () => {
    const model = fitChurnRisk(some, withGaps, { missing: "impute" });
    expect(model).toMatchObject({ n: 60, missingFeatures: 0 });
    const terms = ["months", "months: missing", "calls", "plan: pro", "plan: team", "plan: missing", "autopay"];
    expect(model.coefficients.map(({ term }) => term)).toEqual(terms);
    const known = some.flatMap(({ months }) => (months === null ? [] : [months]));
    expect(model.coefficients[0]?.mean).toBeCloseTo(known.reduce((sum, one) => sum + one, 0) / known.length, 12);
    expect(model.coefficients[1]?.mean).toBeCloseTo(0.1, 12);
    // What stands in for the missing does not matter to the others where a coefficient says that it does.
    const byHand = logisticRegression(some, {
      outcome: (row) => row.churned,
      predictors: {
        months: (row) => row.months ?? 1000,
        monthsMissing: (row) => row.months === null,
        calls: (row) => row.calls,
        pro: (row) => row.plan === "pro",
        team: (row) => row.plan === "team",
        planMissing: (row) => row.plan === null,
        autopay: (row) => row.autopay,
      },
    });
    expect(model.coefficients[0]?.value).toBeCloseTo(byHand.coefficients[0]?.value ?? 0, 8);
    expect(model.deviance).toBeCloseTo(byHand.deviance ?? 0, 8);
  });

  test("of a feature altogether leaves it without a coefficient", () => {
    const model = fitChurnRisk(rows, { ...numbers, nothing: () => null }, { missing: "impute" });
    expect(model.coefficients.map(({ term, leftOut }) => [term, leftOut])).toEqual([
      ["months", null],
      ["calls", null],
      ["nothing", "constant"],
      ["nothing: missing", "constant"],
    ]);
    expect(fitChurnRisk(rows, { nothing: () => null })).toMatchObject({ n: 0, reason: "no-rows", missingFeatures: 60 });
  });
});

describe("warnings", () => {
  test("come for fewer than ten of the rarer outcome for each coefficient", () => {
    const model = fitChurnRisk(rows, features);
    const rarer = Math.min(model.churned, 60 - model.churned);
    expect(model.eventsPerVariable).toBe(rarer / 5);
    expect(codesOf(model)).toEqual(["few-events"]);
    expect(codesOf(fitChurnRisk(rows, { months: numbers.months }))).toEqual([]);
  });

  test("come for features that say the same, and rows of the same customers", () => {
    const model = fitChurnRisk(
      rows,
      { months: (row) => row.months, days: (row) => 30 * row.months },
      { customer: (row) => row.customer.slice(0, 2) },
    );
    expect(model.warnings.map(({ code, terms }) => [code, terms])).toEqual([
      ["left-out", ["days"]],
      ["repeated-customers", []],
    ]);
    expect(model.customers).toBe(new Set(rows.map(({ customer }) => customer.slice(0, 2))).size);
  });

  test("come with class weights, under which risks still add up to who churned", () => {
    const rare = [...rows, ...rows.filter(({ churned }) => !churned), ...rows.filter(({ churned }) => !churned)];
    const plain = fitChurnRisk(rare, numbers);
    for (const classWeights of ["balanced", { churned: 30, kept: 0.5 }] as const) {
      const model = fitChurnRisk(rare, numbers, { classWeights });
      expect(codesOf(model)).toContain("recalibrated");
      expect(model.performance?.calibration.expected).toBeCloseTo(model.churned, 9);
      expect(model.interceptShift).toBeLessThan(-0.5);
      expect(model.intercept).toMatchObject({ standardError: null, interval: null });
      expect(model.averageLogOdds).toBeCloseTo(plain.averageLogOdds ?? 0, 0);
      expect(model.aic).toBeNull();
    }
  });
});

describe("features that separate who churned", () => {
  const told = { ...numbers, reason: (row: Row) => (row.churned ? "price" : "none") };

  test("are named, and by default get a light ridge so that risks are still there", () => {
    const model = fitChurnRisk(rows, told);
    expect(model.separation).toEqual({ kind: "complete", terms: ["reason: price"] });
    expect(model).toMatchObject({ regularisation: 1, reason: null, converged: true });
    expect(model.warnings[0]).toMatchObject({ code: "separation", terms: ["reason: price"] });
    for (const { value } of model.coefficients) expect(Math.abs(value ?? 99)).toBeLessThan(10);
  });

  test("leave no model where maximum likelihood was asked for", () => {
    const model = fitChurnRisk(rows, told, { regularisation: 0 });
    expect(model).toMatchObject({ reason: "separation", regularisation: 0, performance: null, averageLogOdds: null });
    expect(model.coefficients.every(({ value }) => value === null)).toBe(true);
    expect(codesOf(model)).toEqual(["no-model", "separation"]);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  test("may be one rare level, which nobody of churned", () => {
    const vip = rows.map((row, i) => ({ ...row, plan: i < 3 ? "vip" : row.plan, churned: i >= 3 && row.churned }));
    const model = fitChurnRisk(vip, { plan: (row) => row.plan, months: (row) => row.months });
    expect(model.separation).toEqual({ kind: "quasi-complete", terms: ["plan: vip"] });
  });
});

describe("what cannot be fitted", () => {
  test("has a reason: nobody, one outcome only, or nothing known yet", () => {
    expect(fitChurnRisk([], numbers)).toMatchObject({ reason: "no-rows", n: 0, churnRate: null, performance: null });
    const stayed = rows.map((row) => ({ ...row, churned: false }));
    expect(fitChurnRisk(stayed, numbers)).toMatchObject({
      reason: "one-outcome",
      churnRate: 0,
      eventsPerVariable: null,
    });
    // The compiler refuses rows that cannot tell.
    const open = rows.map(({ churned: _, ...row }) => row) as readonly { months: number; churned?: boolean }[];
    expect(fitChurnRisk(open, { months: (row) => row.months })).toMatchObject({
      reason: "no-rows",
      missingOutcome: 60,
    });
    expect(JSON.stringify(fitChurnRisk(stayed, numbers))).not.toContain("NaN");
  });

  test("but a model of features that do not vary gives everybody the churn rate", () => {
    const model = fitChurnRisk(rows, { flat: () => 3 });
    expect(model).toMatchObject({ reason: null, eventsPerVariable: null });
    expect(1 / (1 + Math.exp(-(model.averageLogOdds ?? 0)))).toBeCloseTo(model.churnRate ?? 0, 12);
  });
});

describe("bad input", () => {
  test("is refused with its row, or counted", () => {
    const wrong = (row: object) => [rows[0], { ...rows[1], ...row }] as Row[];
    const refused = (row: object, received: unknown) =>
      expect(() => fitChurnRisk(wrong(row), features)).toThrowError(
        expect.objectContaining({ code: "invalid-value", row: 1, received }),
      );
    refused({ churned: "yes" }, "yes");
    refused({ months: "3" }, "3");
    refused({ months: Number.POSITIVE_INFINITY }, Number.POSITIVE_INFINITY);
    refused({ autopay: 1 }, 1);
    const model = fitChurnRisk([...rows, ...wrong({ months: "3" }), ...wrong({ churned: 2 })], numbers, {
      invalid: "exclude",
    });
    expect(model).toMatchObject({ rows: 64, n: 62, invalid: 2 });
  });

  test("of options is refused at once", () => {
    for (const options of [
      { regularization: 1 },
      { regularisation: -1 },
      { classWeights: "even" },
      { classWeights: { churned: 1 } },
      { classWeights: { churned: 0, kept: 1 } },
      { missing: "drop" },
      { references: { colour: "red" } },
      { references: { plan: "gold" } },
      { level: 95 },
      { churned: "churned" },
      { customer: 3 },
    ]) {
      expect(() => fitChurnRisk(rows, features, options as never), JSON.stringify(options)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
    for (const wrong of [{}, [], null, { months: 3 }]) {
      expect(() => fitChurnRisk(rows, wrong as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });

  test("such as an identifier for a category is refused, and strange names are only names", () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ id: `c${i}`, churned: i % 2 === 0 }));
    expect(() => fitChurnRisk(many, { id: (row) => row.id })).toThrowError(
      expect.objectContaining({ code: "invalid-value", received: 300 }),
    );
    const odd = fitChurnRisk(rows, {
      ["__proto__"]: (row: Row) => row.months,
      plan: (row) => (row.plan === "pro" ? "__proto__" : "constructor"),
    });
    expect(odd.coefficients.map(({ term }) => term)).toEqual(["__proto__", "plan: constructor"]);
  });
});
