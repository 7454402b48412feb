/** Churning in CDNOW and happiness at ACME: the figures of statsmodels and SciPy, where the data are at hand. */
import { existsSync, readFileSync } from "node:fs";
import { evaluateChurnRisk, fitChurnRisk, groupBy, measure, mixShift, npsMetric } from "cxkit";
import { describe, expect, test } from "vitest";
import { expectRelative } from "../../stats/expectRelative.js";

const data = new URL("../../../../shared/data/", import.meta.url);
const day = 86_400_000;

function tableOf(path: string): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(new URL(path, data), "utf8").trim().split(/\r?\n/);
  return lines.map((line) =>
    Object.fromEntries(head.split(",").map((name, place) => [name, line.split(",")[place] ?? ""])),
  );
}

/** What customers had spent on which days. */
function purchases(): Map<string, Map<number, number>> {
  const byCustomer = new Map<string, Map<number, number>>();
  for (const { customer_id: customer = "", date = "", amount } of tableOf("transactions/cdnow_master.csv")) {
    const days = byCustomer.get(customer) ?? new Map<number, number>();
    days.set(Date.parse(date), (days.get(Date.parse(date)) ?? 0) + Number(amount));
    byCustomer.set(customer, days);
  }
  return byCustomer;
}

/** Customers as they were at a moment, and whether they bought nothing within some days of it. */
const snapshot = (byCustomer: ReturnType<typeof purchases>, at: number, days: number) =>
  [...byCustomer].flatMap(([customer, bought]) => {
    const before = [...bought].filter(([time]) => time < at);
    if (before.length === 0) return [];
    return {
      customer,
      at,
      recency: (at - Math.max(...before.map(([time]) => time))) / day,
      orders: before.length,
      spend: before.reduce((sum, [, amount]) => sum + amount, 0) / before.length,
      churned: ![...bought.keys()].some((time) => time >= at && time < at + days * day),
    };
  });
type Customer = ReturnType<typeof snapshot>[number];
const features = {
  recency: (row: Customer) => row.recency,
  orders: (row: Customer) => row.orders,
  spend: (row: Customer) => row.spend,
};

describe.skipIf(!existsSync(new URL("transactions/cdnow_master.csv", data)))(
  "CDNOW (skipped where ../shared/data is absent)",
  () => {
    const byCustomer = existsSync(new URL("transactions/cdnow_master.csv", data)) ? purchases() : new Map();

    test("39 weeks tell who buys nothing in the next 39 as statsmodels has it: recent and frequent buyers stay", () => {
      const end = Date.UTC(1997, 0, 1) + 39 * 7 * day;
      const model = fitChurnRisk(snapshot(byCustomer, end, 39 * 7), features);
      expect(model).toMatchObject({ n: 23_570, churned: 16_512, warnings: [] });
      const estimates = [model.intercept, ...model.coefficients];
      const values = [-0.10742250275799657, 0.009295999128359465, -0.2763924859797713, -0.001909078105331259];
      const errors = [0.07476292971615738, 0.0002841063022435587, 0.014562625665241405, 0.0005175320662647947];
      estimates.forEach(({ value, standardError }, place) => {
        expectRelative(value ?? 0, values[place] ?? 0, 1e-9);
        expectRelative(standardError ?? 0, errors[place] ?? 0, 1e-9);
      });
      expectRelative(model.deviance ?? 0, 23238.67266404083, 1e-12);
      expectRelative(model.nullDeviance ?? 0, 28774.07929904294, 1e-12);
      expectRelative(model.performance?.auc.value ?? 0, 0.7697431140868244, 1e-12);
      expectRelative(model.performance?.auc.standardError ?? 0, 0.0036072117906869247, 1e-10);
      expectRelative(model.performance?.brier.value ?? 0, 0.15903202259852817, 1e-12);
    });

    test("later months show what the first do not: nobody is new any more, and risks are too extreme", () => {
      const months = [3, 5, 7, 9, 11, 13].map((month) => Date.UTC(1997, month - 1, 1));
      const rows = months.flatMap((at) => snapshot(byCustomer, at, 90));
      const { folds } = evaluateChurnRisk(rows, features, {
        at: (row) => row.at,
        outcomeKnownAt: (row) => row.at + 90 * day,
        splitAt: "1997-09-01",
      });
      const [fold] = folds;
      expect(fold?.notYetKnown).toBe(23_570);
      expect(fold?.customersInBoth).toBe(23_570);
      expect(fold?.performance?.auc.value).toBeGreaterThan(0.7);
      expect(fold?.performance?.calibration.slope.value).toBeLessThan(0.8);
    });
  },
);

test.skipIf(!existsSync(new URL("survey/acme_happiness2020.csv", data)))(
  "happiness at ACME goes with the first question only (skipped where ../shared/data is absent)",
  () => {
    const names = ["X1", "X2", "X3", "X4", "X5", "X6"];
    const questions = Object.fromEntries(
      names.map((name) => [name, (row: Record<string, string>) => Number(row[name])]),
    );
    const model = fitChurnRisk(tableOf("survey/acme_happiness2020.csv"), questions, {
      churned: (row) => Number(row["Y"]),
    });
    const values = [
      0.573832019618691, -0.09369541334473128, 0.13167644326408307, -0.00584677452003108, 0.20453943861424972,
    ];
    const errors = [
      0.2888472276106828, 0.1756596069121595, 0.2102877857727313, 0.2356711052204138, 0.19433633092066055,
    ];
    values.forEach((value, place) => {
      expectRelative(model.coefficients[place]?.value ?? 0, value, 1e-10);
      expectRelative(model.coefficients[place]?.standardError ?? 0, errors[place] ?? 0, 1e-10);
    });
    expectRelative(model.aic ?? 0, 174.74448210260078, 1e-12);
    expect(model.coefficients.filter(({ pValue }) => (pValue ?? 1) < 0.05).map(({ term }) => term)).toEqual(["X1"]);
    expect(model.warnings.map(({ code }) => code)).toEqual(["few-events"]);
  },
);

test.skipIf(!existsSync(new URL("survey/nps_bank.csv", data)))(
  "a bank's NPS changes within its markets and hardly by their mix (skipped where ../shared/data is absent)",
  () => {
    const answers = tableOf("survey/nps_bank.csv");
    const metric = npsMetric((row: Record<string, string>) => Number(row["nps"]));
    const quarter = (wanted: string) => answers.filter((row) => row["quarter"] === wanted);
    const by = (wanted: string) =>
      measure(
        quarter(wanted),
        groupBy((row) => row["market"], metric),
      );
    const result = mixShift(by("1"), by("4"));
    expect(result.before).toBeCloseTo(measure(quarter("1"), metric).value ?? 0, 10);
    expect(result.after).toBeCloseTo(measure(quarter("4"), metric).value ?? 0, 10);
    expect((result.within.value ?? 0) + (result.mix.value ?? 0)).toBeCloseTo(result.change.value ?? 0, 10);
    expect(Math.abs(result.mix.value ?? 99)).toBeLessThan(1);
    expect(Math.abs(result.change.value ?? 0)).toBeGreaterThan(2);
  },
);
