import { auc, evaluateChurnRisk, fitChurnRisk, scoreChurnRisk } from "cxkit";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../seededRandom.js";

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const random = seededRandom(11);
/** 1,200 customers, 100 each month of a year; whether they left is known 60 days later. */
const rows = Array.from({ length: 1200 }, (_, i) => {
  const [months, plan] = [Math.floor(36 * random()), random() < 0.3 ? "free" : "paid"];
  const left = random() < 1 / (1 + Math.exp(0.1 * months - (plan === "free" ? 1 : 0)));
  return { customer: i, at: start + (i % 12) * 30 * day, months, plan, left };
});
type Row = (typeof rows)[number];
const features = { months: (row: Row) => row.months, plan: (row: Row) => row.plan };
const options = {
  churned: (row: Pick<Row, "left">) => row.left,
  at: (row: Pick<Row, "at">) => row.at,
  outcomeKnownAt: (row: Pick<Row, "at">) => row.at + 60 * day,
};
const split = start + 200 * day;

describe("a split in time", () => {
  const evaluation = evaluateChurnRisk(rows, features, { ...options, splitAt: split });
  const [fold] = evaluation.folds;

  test("learns from rows whose outcome was known by then, and tests on those from then on", () => {
    // Months 0 to 4 are known by day 200, months 5 and 6 are not yet, months 7 to 11 come later.
    expect(fold?.train).toMatchObject({ n: 500, from: "2026-01-01T00:00:00Z", to: "2026-05-01T00:00:00Z" });
    expect(fold?.test).toMatchObject({ n: 500, from: "2026-07-30T00:00:00Z", to: "2026-11-27T00:00:00Z" });
    expect(fold).toMatchObject({ notYetKnown: 200, unscored: 0, customersInBoth: 0, reason: null, until: null });
    expect(evaluation).toMatchObject({ rows: 1200, missingOutcome: 0, missingTime: 0, invalid: 0 });
  });

  test("is what fitting on the one half and scoring the other gives", () => {
    const known = rows.filter((row) => row.at + 60 * day <= split);
    const later = rows.filter((row) => row.at >= split);
    const model = fitChurnRisk(known, features, { churned: options.churned });
    expect(fold?.model.coefficients).toEqual(model.coefficients);
    const risks = scoreChurnRisk(model, later, features).customers.map(({ risk }) => risk);
    expect(fold?.performance?.auc).toEqual(
      auc(
        risks,
        later.map((row) => row.left),
      ),
    );
    expect(evaluation.performance).toEqual(fold?.performance);
    const rate = known.filter((row) => row.left).length / 500;
    const brier = later.reduce((sum, row) => sum + (Number(row.left) - rate) ** 2, 0) / 500;
    expect(fold?.baseline.risk).toBeCloseTo(rate, 12);
    expect(fold?.baseline.brier).toBeCloseTo(brier, 12);
    expect(fold?.baseline.skill).toBeCloseTo(1 - (fold?.performance?.brier.value ?? 0) / brier, 12);
  });

  test("finds a model of the true kind calibrated, and better than the churn rate", () => {
    const { calibration, auc: area } = evaluation.performance ?? {};
    expect(calibration?.slope.interval?.low).toBeLessThan(1);
    expect(calibration?.slope.interval?.high).toBeGreaterThan(1);
    expect(area?.interval?.low).toBeGreaterThan(0.6);
    expect(evaluation.baseline.skill).toBeGreaterThan(0.1);
  });

  test("does not let the future in: what later rows and open outcomes say changes nothing of the model", () => {
    const shaken = rows.map((row) =>
      row.at + 60 * day <= split
        ? row
        : { ...row, left: !row.left, months: 1000 - row.months, plan: row.customer % 5 ? "other" : row.plan },
    );
    const other = evaluateChurnRisk(shaken, features, { ...options, splitAt: split }).folds[0];
    expect(other?.model).toEqual(fold?.model);
    // Levels that only came later are unknown to it.
    expect(other).toMatchObject({ unscored: 400, test: { n: 100 } });
  });

  test("learns what stands in for missing values from the training rows alone", () => {
    const gaps = rows.map((row, i) => ({
      ...row,
      months: i % 7 === 0 ? null : row.at < split ? row.months : row.months + 500,
    }));
    type WithGaps = (typeof gaps)[number];
    const withGaps = { months: (row: WithGaps) => row.months, plan: (row: WithGaps) => row.plan };
    const { folds } = evaluateChurnRisk(gaps, withGaps, { ...options, missing: "impute", splitAt: split });
    const known = gaps.flatMap((row) => (row.at + 60 * day <= split && row.months !== null ? [row.months] : []));
    expect(folds[0]?.model.coefficients[0]?.mean).toBeCloseTo(
      known.reduce((sum, one) => sum + one, 0) / known.length,
      10,
    );
    expect(folds[0]).toMatchObject({ unscored: 0 });
    expect(folds[0]?.test.n).toBe(500);
  });

  test("tells a flattering model from a good one: noise learnt by heart does not last", () => {
    const noise = Object.fromEntries(
      Array.from({ length: 25 }, (_, k) => [`noise${k}`, (row: Row) => ((row.customer * (k + 3) * 7919) % 101) / 101]),
    );
    const few = rows.filter((_, i) => i % 8 === 0);
    const { folds } = evaluateChurnRisk(few, noise, { ...options, splitAt: split });
    expect(folds[0]?.model.performance?.auc.value).toBeGreaterThan(0.75);
    expect(folds[0]?.performance?.auc.value).toBeLessThan(0.65);
    expect(folds[0]?.performance?.calibration.slope.value).toBeLessThan(0.4);
    expect(folds[0]?.baseline.skill).toBeLessThan(0);
    expect(folds[0]?.model.warnings.map(({ code }) => code)).toContain("few-events");
  });
});

describe("a rolling origin", () => {
  test("tests every split's model on the rows up to the next", () => {
    const splitAt = ["2026-05-01", "2026-08-01", "2026-10-01"];
    const { folds, performance } = evaluateChurnRisk(rows, features, { ...options, splitAt });
    expect(folds.map(({ until }) => until)).toEqual(["2026-08-01T00:00:00Z", "2026-10-01T00:00:00Z", null]);
    expect(folds.map(({ train }) => train.n)).toEqual([300, 600, 800]);
    expect(folds.map(({ test }) => test.n)).toEqual([400, 200, 200]);
    expect(performance?.auc.n).toBe(800);
    expect(performance?.lift.ones).toBe(folds.reduce((sum, { test }) => sum + test.churned, 0));
  });

  test("places as many splits as asked for, each before about as many rows", () => {
    const { folds } = evaluateChurnRisk(rows, features, { ...options, folds: 3 });
    expect(folds.map(({ splitAt }) => splitAt)).toEqual([
      "2026-04-01T00:00:00Z",
      "2026-06-30T00:00:00Z",
      "2026-09-28T00:00:00Z",
    ]);
    expect(folds.map(({ test }) => test.n)).toEqual([300, 300, 300]);
    expect(folds.map(({ train }) => train.n)).toEqual([200, 500, 800]);
  });

  test("says which split has nothing to learn from, and goes on", () => {
    const slow = { ...options, outcomeKnownAt: (row: Row) => row.at + 200 * day };
    const { folds, performance } = evaluateChurnRisk(rows, features, { ...slow, folds: 3 });
    expect(folds.map(({ reason, train }) => [reason, train.n])).toEqual([
      ["train-lacks-an-outcome", 0],
      ["train-lacks-an-outcome", 0],
      [null, 300],
    ]);
    expect(folds[0]).toMatchObject({ performance: null, baseline: { risk: null, brier: null, skill: null } });
    expect(performance?.auc.n).toBe(300);
    expect(JSON.stringify(folds)).not.toContain("NaN");
  });
});

describe("rows", () => {
  test("are all accounted for", () => {
    const some = [
      ...rows,
      { ...rows[0], left: null },
      { ...rows[0], at: null },
      { ...rows[0], at: "soon" },
      { ...rows[0], plan: null },
    ] as unknown as Row[];
    const known = (row: Row) => (typeof row.at === "number" ? row.at + 60 * day : null);
    const { folds, ...rest } = evaluateChurnRisk(some, features, {
      ...options,
      outcomeKnownAt: known,
      invalid: "exclude",
      splitAt: split,
    });
    expect(rest).toMatchObject({ rows: 1204, missingOutcome: 1, missingTime: 1, invalid: 1 });
    const [fold] = folds;
    const counted =
      (fold?.train.n ?? 0) + (fold?.model.missingFeatures ?? 0) + (fold?.notYetKnown ?? 0) + (fold?.test.n ?? 0);
    expect(counted + (fold?.unscored ?? 0)).toBe(1201);
    expect(fold?.model.missingFeatures).toBe(1);
  });

  test("without a time of their outcome are never learnt from", () => {
    const { folds } = evaluateChurnRisk(rows, features, {
      ...options,
      outcomeKnownAt: (row) => (row.customer % 24 < 12 ? null : row.at + 60 * day),
      splitAt: split,
    });
    expect(folds[0]?.train.n).toBe(250);
    expect(folds[0]?.notYetKnown).toBe(450);
  });

  test("of customers whom the model had met before are counted", () => {
    const twice = rows.map((row) => ({ ...row, customer: row.customer % 250 }));
    const [met, later] = [
      new Set(twice.filter((row) => row.at + 60 * day <= split).map(({ customer }) => customer)),
      new Set(twice.filter((row) => row.at >= split).map(({ customer }) => customer)),
    ];
    const wanted = [...later].filter((customer) => met.has(customer)).length;
    expect(wanted).toBeGreaterThan(100);
    const [fold] = evaluateChurnRisk(twice, features, { ...options, splitAt: split }).folds;
    expect(fold?.customersInBoth).toBe(wanted);
    const unknown = { ...options, customer: () => null };
    expect(evaluateChurnRisk(rows, features, { ...unknown, splitAt: split }).folds[0]?.customersInBoth).toBeNull();
  });

  test("of nobody give nothing, without an error", () => {
    const nothing = evaluateChurnRisk([], features, { ...options, splitAt: split });
    expect(nothing).toMatchObject({ folds: [], performance: null, baseline: { risk: null }, rows: 0 });
    expect(evaluateChurnRisk([], features, { ...options, folds: 2 }).folds).toEqual([]);
  });
});

describe("what makes no sense is refused", () => {
  const evaluate =
    (more: object, some: readonly Row[] = rows) =>
    () =>
      evaluateChurnRisk(some, features, { ...options, splitAt: split, ...more } as never);

  test("a split that leaves nobody who churned, or nobody who stayed, on a side", () => {
    expect(evaluate({ splitAt: start })).toThrowError(
      expect.objectContaining({
        code: "invalid-option",
        message: expect.stringContaining("known before splitAt 2026-01-01"),
      }),
    );
    expect(evaluate({ splitAt: start + 400 * day })).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    const allStay = rows.map((row) => (row.at >= split ? { ...row, left: false } : row));
    expect(evaluate({}, allStay)).toThrowError(
      /from then on, before the next split, splitAt .* received "0 of 500 who churned"/,
    );
  });

  test("an outcome that was known before the features", () => {
    expect(evaluate({ outcomeKnownAt: (row: Row) => row.at - 1 })).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 0 }),
    );
  });

  test("times that are none, and options that are", () => {
    expect(evaluate({ at: () => "2026-01-01T00:00:00" })).toThrowError(
      expect.objectContaining({ code: "invalid-time", row: 0 }),
    );
    expect(
      evaluate({
        at: () => "2026-01-01T00:00:00",
        outcomeKnownAt: () => "2026-03-01T00:00:00",
        timeZone: "Europe/Oslo",
        folds: 2,
        splitAt: undefined,
      }),
    ).not.toThrow();
    for (const more of [
      { splitAt: undefined },
      { folds: 2 },
      { splitAt: undefined, folds: 0 },
      { splitAt: [] },
      { splitAt: [split, split] },
      { at: "at" },
      { outcomeKnownAt: undefined },
      { horizon: 90 },
      { regularisation: -1 },
    ]) {
      expect(evaluate(more), JSON.stringify(more)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
    expect(evaluate({ splitAt: "soon" })).toThrowError(expect.objectContaining({ code: "invalid-time" }));
  });
});
