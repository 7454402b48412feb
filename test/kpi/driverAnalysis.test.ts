import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { type DriverAnalysisOptions, driverAnalysis, relativeWeights, seededRandom, shapleyRegression } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mtcars, swiss } from "../stats/classicData.js";

type Row = Readonly<Record<string, number | boolean | null | undefined>>;
/** Rows of columns. */
const rowsOf = (columns: Readonly<Record<string, readonly (number | null)[]>>): Row[] =>
  Array.from({ length: Object.values(columns)[0]?.length ?? 0 }, (_, row) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[row] ?? null])),
  );
const readers = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, (row: Row) => row[name]]));
const analyse = (
  rows: Iterable<Row>,
  outcome: string,
  drivers: readonly string[],
  options: Partial<DriverAnalysisOptions<Row>> = {},
) => driverAnalysis(rows, { outcome: (row) => row[outcome], drivers: readers(drivers), replicates: 0, ...options });

/** Answers of people with a mood that colours all of them, from 0 to 10. */
const answers = (n: number, weights: readonly number[], seed = 1, halo = 0.5): Row[] => {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => {
    const mood = random();
    const drivers = weights.map(() => Math.floor(5 * (halo * mood + (1 - halo) * random())) + 1);
    const score = drivers.reduce((sum, answer, place) => sum + answer * (weights[place] ?? 0), 4 * random());
    return {
      score: Math.max(0, Math.min(10, Math.round(score))),
      ...Object.fromEntries(drivers.map((answer, place) => [`d${place}`, answer])),
    };
  });
};
const names = ["d0", "d1", "d2", "d3"];

describe("driverAnalysis", () => {
  test("gives the published relative weights of mtcars (README of R's rwa)", () => {
    const result = analyse(rowsOf(mtcars), "mpg", ["cyl", "disp", "hp", "gear"], { rowsPerDriver: 8 });
    expect(result.rSquared).toBeCloseTo(0.7791896, 7);
    const found = Object.fromEntries(result.drivers.map(({ driver, relativeWeight }) => [driver, relativeWeight]));
    for (const [driver, value, percent] of [
      ["cyl", 0.2284797, 29.32274],
      ["disp", 0.2221469, 28.50999],
      ["hp", 0.2321744, 29.79691],
      ["gear", 0.0963886, 12.37037],
    ] as const) {
      expect(found[driver]?.value).toBeCloseTo(value, 7);
      expect(100 * (found[driver]?.share ?? 0)).toBeCloseTo(percent, 5);
    }
    expect(result.drivers.map(({ driver, direction }) => [driver, direction])).toEqual([
      ["cyl", -1],
      ["disp", -1],
      ["hp", -1],
      ["gear", 1],
    ]);
    // R: summary(lm(mpg ~ cyl + disp + hp + gear, mtcars))$adj.r.squared
    expect(result.adjustedRSquared).toBeCloseTo(1 - ((1 - 0.77918963898) * 31) / 27, 9);
  });

  test("gives the published Shapley values of swiss (Grömping 2006), and ranks by them", () => {
    const { Fertility: _, ...provinces } = swiss;
    const result = analyse(rowsOf(swiss), "Fertility", Object.keys(provinces), { rowsPerDriver: 9 });
    expect(result.drivers.map(({ driver, rank, shapley }) => [driver, rank, shapley.value])).toEqual([
      ["Education", 1, expect.closeTo(0.26013468, 8)],
      ["Examination", 2, expect.closeTo(0.17117303, 8)],
      ["Infant.Mortality", 3, expect.closeTo(0.11276592, 8)],
      ["Catholic", 4, expect.closeTo(0.10557015, 8)],
      ["Agriculture", 5, expect.closeTo(0.05709122, 8)],
    ]);
    // R: summary(lm(Fertility ~ ., swiss)): R² .7067, adjusted .671; the coefficient of Education is −.87094.
    expect(result.adjustedRSquared).toBeCloseTo(0.671, 3);
    const [education] = result.drivers;
    const slope =
      ((education?.standardisedCoefficient ?? 0) * (result.outcome.standardDeviation ?? 0)) /
      (education?.standardDeviation ?? 1);
    expect(slope).toBeCloseTo(-0.87094, 5);
    expect(result.drivers.find(({ driver }) => driver === "Examination")?.varianceInflation).toBeCloseTo(3.675, 3);
  });

  const folder = new URL("../../../shared/", import.meta.url);
  describe.skipIf(!existsSync(folder))("golden values (skipped where ../shared is absent)", () => {
    const read = (path: string): string => readFileSync(new URL(path, folder), "utf8");
    const table = (path: string): Record<string, string>[] => parse(read(path), { columns: true });
    const check = (result: ReturnType<typeof analyse>, golden: ReturnType<typeof JSON.parse>): void => {
      const close = (found: number | null | undefined, wanted: number): void => {
        expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThanOrEqual(1e-11 * Math.abs(wanted));
      };
      expect(result.n).toBe(golden.n);
      close(result.rSquared, golden.R2);
      close(result.adjustedRSquared, golden.adj_R2);
      close(result.outcome.mean, golden.y_mean);
      expect(result.drivers).toHaveLength(Object.keys(golden.drivers).length);
      for (const driver of result.drivers) {
        const wanted = golden.drivers[driver.driver];
        close(driver.mean, wanted.mean);
        close(driver.standardDeviation, wanted.sd);
        close(driver.correlation, wanted.pearson);
        close(driver.standardisedCoefficient, wanted.std_beta);
        close(driver.varianceInflation, wanted.vif);
        close(driver.relativeWeight.value, wanted.johnson);
        close(driver.relativeWeight.share, wanted.johnson_share);
        close(driver.shapley.value, wanted.lmg);
        close(driver.shapley.share, wanted.lmg_share);
      }
    };

    test("of a happiness survey, whose outcome is yes or no", () => {
      const rows = table("data/survey/acme_happiness2020.csv").map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])),
      );
      const drivers = ["X1", "X2", "X3", "X4", "X5", "X6"];
      const golden = JSON.parse(read("oracle/drivers/drivers.json")).acme;
      const result = analyse(rows, "Y", drivers, { outcomeKind: "yes-no" });
      check(result, golden);
      expect(result.notes).toEqual([{ code: "linear-probability", drivers: [] }]);
      const asBooleans = rows.map((row) => ({ ...row, Y: row["Y"] === 1 }));
      expect(analyse(asBooleans, "Y", drivers, { outcomeKind: "yes-no" })).toEqual(result);
    });

    test("of ratings of aeroplane seats, complete answers only", () => {
      const golden = JSON.parse(read("oracle/drivers/drivers.json")).seat_overall_rating;
      const figure = (text: string | undefined): number | null => (text === "" ? null : Number(text));
      const drivers = Object.keys(golden.drivers);
      const complete = [...drivers, "overall_rating", "recommended"];
      const rows = table("data/survey/skytrax_seat.csv")
        .filter((row) => complete.every((name) => row[name] !== ""))
        .map((row) => Object.fromEntries(complete.map((name) => [name, figure(row[name])])));
      check(analyse(rows, "overall_rating", drivers), golden);
    });
  });

  test("agrees with the functions that it is made of", () => {
    const rows = answers(200, [1, 0.5, 0.2, 0], 3);
    const column = (name: string): number[] => rows.map((row) => Number(row[name]));
    const drivers = Object.fromEntries(names.map((name) => [name, column(name)]));
    const result = analyse(rows, "score", names);
    const [weights, shapley] = [relativeWeights(column("score"), drivers), shapleyRegression(column("score"), drivers)];
    for (const found of result.drivers) {
      const by = ({ driver }: { driver: string }): boolean => driver === found.driver;
      expect(found.relativeWeight.value).toBeCloseTo(weights.drivers.find(by)?.value ?? -1, 12);
      expect(found.shapley.share).toBeCloseTo(shapley.drivers.find(by)?.share ?? -1, 12);
    }
  });

  test("does not mind the order of rows or of drivers, down to the intervals", () => {
    const rows = answers(80, [1, 0.5, 0.2, 0], 5);
    const result = analyse(rows, "score", names, { replicates: 100 });
    expect(analyse([...rows].reverse(), "score", [...names].reverse(), { replicates: 100 })).toEqual(result);
    expect(analyse(rows, "score", names, { replicates: 100, seed: 2 })).not.toEqual(result);
  });

  test("takes units as they come", () => {
    const rows = answers(120, [1, 0.5, 0.2, 0], 6);
    const scaled = rows.map((row) => ({
      ...row,
      d0: 1e6 - 1000 * Number(row["d0"]),
      score: 5 + Number(row["score"]) / 7,
    }));
    const [before, after] = [rows, scaled].map((each) => analyse(each, "score", names).drivers);
    expect(after?.map(({ shapley }) => shapley.share)).toEqual(
      before?.map(({ shapley }) => expect.closeTo(shapley.share ?? -1, 10)),
    );
    expect(after?.find(({ driver }) => driver === "d0")?.direction).toBe(-1);
  });

  test("survives JSON, whatever the rows", () => {
    const figure = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.constantFrom(null, undefined, Number.NaN, true));
    fc.assert(
      fc.property(
        fc.array(fc.record({ score: figure, d0: figure, d1: figure, d2: figure }), { maxLength: 60 }),
        fc.constantFrom("listwise", "pairwise"),
        (rows, missing) => {
          const result = analyse(rows, "score", ["d0", "d1", "d2"], { missing, replicates: 40, rowsPerDriver: 1 });
          expect(JSON.parse(JSON.stringify(result))).toEqual(result);
          expect(result.rSquared === null).toBe(result.reason !== null);
          expect(result.drivers).toHaveLength(3);
          if (result.rSquared === null) return;
          expect(result.rSquared).toBeGreaterThanOrEqual(0);
          expect(result.rSquared).toBeLessThanOrEqual(1);
          for (const part of ["shapley", "relativeWeight"] as const) {
            const values = result.drivers.map((driver) => driver[part].value ?? 0);
            expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(result.rSquared, 8);
            for (const value of values) expect(value).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
});

describe("driverAnalysis has no model", () => {
  const flat = { rank: null, correlation: null, shapley: { value: null, share: null, interval: null } };

  test("without rows", () => {
    const result = analyse([], "score", ["d0"]);
    expect(result).toMatchObject({
      rSquared: null,
      adjustedRSquared: null,
      reason: "no-rows",
      n: 0,
      rows: 0,
      notes: [],
    });
    expect(result.drivers).toMatchObject([{ driver: "d0", mean: null, n: 0, ...flat }]);
    expect(analyse([{ score: 1 }, { d0: 1 }], "score", ["d0"])).toMatchObject({
      reason: "no-rows",
      rows: 2,
      missing: 2,
    });
  });

  test("of fewer than ten rows for each driver that varies", () => {
    const rows = answers(20, [1, 0.5], 2);
    expect(analyse(rows, "score", ["d0", "d1"]).reason).toBeNull();
    const less = analyse(rows.slice(1), "score", ["d0", "d1"]);
    expect(less).toMatchObject({ reason: "too-few-rows", rSquared: null, n: 19 });
    expect(less.drivers[0]?.mean).toBeTypeOf("number");
    expect(analyse(rows.slice(1), "score", ["d0", "d1"], { rowsPerDriver: 9 }).reason).toBeNull();
    const withFlat = rows.slice(1).map((row) => ({ ...row, d1: 3 }));
    expect(analyse(withFlat, "score", ["d0", "d1"]).reason).toBeNull();
    expect(analyse([{ score: 1, d0: 2 }], "score", ["d0"])).toMatchObject({ reason: "too-few-rows", n: 1 });
  });

  test("of an outcome, or of drivers, that do not vary", () => {
    const rows = answers(50, [1, 0.5], 2);
    const same = rows.map((row) => ({ ...row, score: 7 }));
    expect(analyse(same, "score", ["d0"])).toMatchObject({ reason: "no-variance", outcome: { standardDeviation: 0 } });
    const constant = analyse(
      rows.map((row) => ({ ...row, d0: 3 })),
      "score",
      ["d0"],
    );
    expect(constant).toMatchObject({ reason: "no-variance", notes: [{ code: "constant", drivers: ["d0"] }] });
    expect(constant.drivers).toMatchObject([{ driver: "d0", mean: 3, standardDeviation: 0, ...flat }]);
  });

  test("where two figures never vary together", () => {
    // d0 is only asked of those who score 5.
    const rows = Array.from({ length: 60 }, (_, i) => (i < 30 ? { score: 5, d0: i } : { score: i % 7, d0: null }));
    expect(analyse(rows, "score", ["d0"], { missing: "pairwise" })).toMatchObject({ reason: "no-variance", n: 30 });
  });
});

describe("driverAnalysis leaves out and names", () => {
  test("drivers that do not vary, last", () => {
    const rows = answers(60, [1, 0.5], 2).map((row) => ({ ...row, flat: true }));
    const result = analyse(rows, "score", ["flat", "d0", "d1"], { replicates: 50 });
    expect(result.drivers.map(({ driver, rank }) => [driver, rank])).toEqual([
      ["d0", 1],
      ["d1", 2],
      ["flat", null],
    ]);
    expect(result.drivers[2]).toMatchObject({ mean: 1, notSeparableFrom: null, collinear: false });
    expect(result.notes).toEqual([{ code: "constant", drivers: ["flat"] }]);
    expect(result.rSquared).toBe(analyse(rows, "score", ["d0", "d1"]).rSquared);
  });

  test("rows that lack a figure, and counts them for each column", () => {
    const rows = answers(60, [1, 0.5], 2).map((row, i) => ({
      ...row,
      d0: i % 10 === 0 ? null : row["d0"],
      d1: i % 15 === 0 ? Number.NaN : row["d1"],
      score: i === 7 ? undefined : row["score"],
    }));
    const result = analyse(rows, "score", ["d0", "d1"]);
    expect(result).toMatchObject({ rows: 60, missing: 9, n: 51, outcome: { missing: 1, n: 51 } });
    const missing = Object.fromEntries(result.drivers.map((driver) => [driver.driver, driver.missing]));
    expect(missing).toEqual({ d0: 6, d1: 4 });
    expect(result.rSquared).toBe(
      analyse(
        rows.filter((row) => row.d0 && row.d1 && row.score !== undefined),
        "score",
        ["d0", "d1"],
      ).rSquared,
    );
  });

  test("pairwise, only rows without two figures", () => {
    const rows = answers(90, [1, 0.5, 0.2], 2).map((row, i) => ({
      ...row,
      [`d${i % 3}`]: i < 30 ? null : row[`d${i % 3}`],
    }));
    const drivers = ["d0", "d1", "d2"];
    const result = analyse([...rows, { d0: 3 }, {}], "score", drivers, { missing: "pairwise" });
    expect(result).toMatchObject({ rows: 92, missing: 2, n: 70, outcome: { n: 90 } });
    const both = rows.filter((row) => row["d0"] !== null);
    const alone = analyse(both, "score", ["d0"]).drivers[0];
    const found = result.drivers.find(({ driver }) => driver === "d0");
    expect(found).toMatchObject({ n: 80, correlation: expect.closeTo(alone?.correlation ?? 0, 12) });
    const complete = answers(90, [1, 0.5, 0.2], 2);
    const [list, pair] = (["listwise", "pairwise"] as const).map((missing) =>
      analyse(complete, "score", drivers, { missing, replicates: 60 }),
    );
    expect(pair?.drivers).toEqual(list?.drivers);
  });

  test("nothing of what drivers say that others determine exactly", () => {
    const rows = answers(80, [1, 0.5, 0], 4).map((row) => ({ ...row, total: Number(row["d0"]) + Number(row["d1"]) }));
    const result = analyse(rows, "score", ["d0", "d1", "d2", "total"], { replicates: 50 });
    const without = analyse(rows, "score", ["d0", "d1", "d2"]);
    expect(result.rSquared).toBeCloseTo(without.rSquared ?? -1, 10);
    expect(result.adjustedRSquared).toBeCloseTo(without.adjustedRSquared ?? -1, 10);
    const determined = result.drivers.filter(({ standardisedCoefficient }) => standardisedCoefficient === null);
    expect(determined.map(({ driver }) => driver).sort()).toEqual(["d0", "d1", "total"]);
    for (const driver of determined) expect(driver).toMatchObject({ varianceInflation: null, collinear: true });
    expect(result.notes).toEqual([{ code: "determined", drivers: determined.map(({ driver }) => driver) }]);
    const other = without.drivers.find(({ driver }) => driver === "d2");
    expect(result.drivers.find(({ driver }) => driver === "d2")).toMatchObject({
      varianceInflation: expect.closeTo(other?.varianceInflation ?? 0, 8),
      standardisedCoefficient: expect.closeTo(other?.standardisedCoefficient ?? 0, 8),
      collinear: false,
    });
  });

  test("drivers whose variance inflation is above 5", () => {
    const random = seededRandom(2);
    const rows = answers(80, [1, 0.5, 0.2], 4).map((row) => ({ ...row, d1: Number(row["d0"]) + random() }));
    const result = analyse(rows, "score", ["d0", "d1", "d2"]);
    const inflated = result.drivers.filter(({ varianceInflation }) => (varianceInflation ?? 0) > 5);
    expect(inflated.map(({ driver }) => driver).sort()).toEqual(["d0", "d1"]);
    expect(inflated.every(({ collinear }) => collinear)).toBe(true);
    expect(result.drivers.find(({ driver }) => driver === "d2")?.collinear).toBe(false);
    expect(result.notes).toEqual([{ code: "collinear", drivers: inflated.map(({ driver }) => driver) }]);
  });

  test("what pairwise correlations contradict each other in", () => {
    // Three groups of people, each asked two of three questions: a goes with b, b with c, and c against a.
    const rows = Array.from({ length: 90 }, (_, i) => {
      const [x, noise] = [i % 10, (i * 7) % 3];
      if (i < 30) return { score: x, d0: x + noise };
      return i < 60 ? { score: x, d1: x + noise } : { d0: x, d1: noise - x };
    });
    const result = analyse(rows, "score", ["d0", "d1"], { missing: "pairwise", replicates: 50 });
    expect(result.notes.map(({ code }) => code)).toContain("repaired");
    expect(result.rSquared).toBeLessThanOrEqual(1);
    expect(result.drivers[0]?.shapley.interval).not.toBeNull();
  });
});

describe("driverAnalysis says how sure it is", () => {
  test("tells drivers apart that differ, and no others", () => {
    const { drivers } = analyse(answers(600, [1, 0.4, 0.4, 0.02], 8), "score", names, { replicates: 400 });
    expect(drivers[0]).toMatchObject({ driver: "d0", notSeparableFrom: [], rankInterval: { low: 1, high: 1 } });
    expect(drivers[1]?.notSeparableFrom).toEqual([drivers[2]?.driver]);
    expect(drivers[2]?.notSeparableFrom).toEqual([drivers[1]?.driver]);
    expect(drivers[2]?.rankInterval).toMatchObject({ low: 2, high: 3 });
    for (const { shapley, relativeWeight } of drivers) {
      for (const { share, interval } of [shapley, relativeWeight]) {
        expect(interval?.low).toBeLessThan(share ?? 0);
        expect(interval?.high).toBeGreaterThan(share ?? 1);
      }
    }
  });

  test("never tells drivers apart that say the same", () => {
    const rows = answers(100, [1, 0.3], 8).map((row) => ({ ...row, again: 10 - 2 * Number(row["d0"]) }));
    const { drivers } = analyse(rows, "score", ["d0", "d1", "again"], { replicates: 100 });
    expect(drivers.find(({ driver }) => driver === "again")?.notSeparableFrom).toContain("d0");
    expect(drivers.find(({ driver }) => driver === "d0")?.notSeparableFrom).toContain("again");
    expect(drivers[0]?.shapley.share).toBeCloseTo(drivers[1]?.shapley.share ?? -1, 10);
  });

  test("calls a halo one: drivers that all go together are hardly separable", () => {
    const { drivers } = analyse(answers(120, [0.4, 0.45, 0.5, 0.45], 11, 0.9), "score", names, { replicates: 300 });
    for (const { notSeparableFrom, driver } of drivers) {
      expect(notSeparableFrom).toEqual(names.filter((name) => name !== driver).sort());
    }
  });

  test("holds the true share about as often as it says", () => {
    // Two independent drivers that explain 0.36 and 0.09: shares of 0.8 and 0.2.
    let held = 0;
    for (let round = 1; round <= 200; round++) {
      const random = seededRandom(round);
      const spread = (): number => Math.sqrt(2) * (random() + random() + random() + random() + random() + random() - 3);
      const rows = Array.from({ length: 150 }, () => {
        const [a, b] = [spread(), spread()];
        return { score: 0.6 * a + 0.3 * b + Math.sqrt(0.55) * spread(), a, b };
      });
      const interval = analyse(rows, "score", ["a", "b"], { replicates: 200 }).drivers.find(
        ({ driver }) => driver === "a",
      )?.shapley.interval;
      if (interval && interval.low <= 0.8 && interval.high >= 0.8) held++;
    }
    expect(held / 200).toBeGreaterThan(0.9);
    expect(held / 200).toBeLessThan(0.99);
  });

  test("widens with the level, and has no intervals of too few resamples", () => {
    const rows = answers(80, [1, 0.5], 3);
    const width = (level: number): number => {
      const interval = analyse(rows, "score", ["d0", "d1"], { level, replicates: 300 }).drivers[0]?.shapley.interval;
      return (interval?.high ?? Number.NaN) - (interval?.low ?? Number.NaN);
    };
    expect(width(0.5)).toBeLessThan(width(0.8));
    expect(width(0.8)).toBeLessThan(width(0.99));
    for (const [replicates, codes] of [
      [0, []],
      [39, ["no-intervals"]],
      [40, []],
    ] as const) {
      const { drivers, notes } = analyse(rows, "score", ["d0", "d1"], { replicates });
      expect(notes.map(({ code }) => code)).toEqual(codes);
      expect(drivers[0]?.shapley.interval === null).toBe(replicates < 40);
      expect(drivers[0]?.notSeparableFrom === null).toBe(replicates < 40);
    }
  });

  test("has none where many resamples lose the only rows that differ", () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({ score: i === 3, d0: i % 5 }));
    const result = analyse(rows, "score", ["d0"], { outcomeKind: "yes-no", replicates: 200 });
    expect(result.drivers[0]?.shapley).toMatchObject({ share: 1, interval: null });
    expect(result.notes.map(({ code }) => code)).toEqual(["linear-probability", "no-intervals"]);
  });

  test("gives no share to a driver that does not vary in a resample", () => {
    const rows = answers(60, [1, 0.5], 3).map((row, i) => ({ ...row, d1: i === 9 }));
    const { drivers } = analyse(rows, "score", ["d0", "d1"], { replicates: 200 });
    const rare = drivers.find(({ driver }) => driver === "d1");
    expect(rare?.shapley.interval?.low).toBe(0);
    expect(rare?.shapley.interval?.high).toBeGreaterThan(0);
  });

  test("ranks more than 15 drivers by relative weights", () => {
    const weights = Array.from({ length: 16 }, (_, place) => (place === 4 ? 1 : 0.05));
    const many = weights.map((_, place) => `d${place}`);
    const result = analyse(answers(200, weights, 9), "score", many, { replicates: 40 });
    expect(result.drivers[0]).toMatchObject({
      driver: "d4",
      rank: 1,
      shapley: { value: null, share: null, interval: null },
    });
    expect(result.drivers[0]?.relativeWeight.interval).not.toBeNull();
    expect(result.drivers[0]?.notSeparableFrom).toEqual([]);
    expect(result.notes.map(({ code }) => code)).toEqual(["no-shapley"]);
  });
});

describe("driverAnalysis refuses", () => {
  const refuses = (run: () => unknown, code: string, row: number | null = null) =>
    expect(run).toThrowError(expect.objectContaining({ code, row }));

  test("figures that are not allowed, with their row", () => {
    const rows = answers(20, [1, 0.5], 2);
    const withWrong = (wrong: Record<string, unknown>): Row[] => [...rows.slice(0, 4), { ...rows[4], ...wrong } as Row];
    refuses(() => analyse(withWrong({ d0: "3" }), "score", ["d0"]), "invalid-value", 4);
    refuses(() => analyse(withWrong({ d0: Number.POSITIVE_INFINITY }), "score", ["d0"]), "invalid-value", 4);
    refuses(() => analyse(withWrong({ d0: 1e200 }), "score", ["d0"]), "invalid-value", 4);
    for (const score of [11, -1, 7.5, true]) {
      refuses(() => analyse(withWrong({ score }), "score", ["d0"], { outcomeKind: "nps" }), "invalid-value", 4);
    }
    refuses(
      () =>
        analyse(
          [
            { score: true, d0: 1 },
            { score: 2, d0: 1 },
          ],
          "score",
          ["d0"],
          { outcomeKind: "yes-no" },
        ),
      "invalid-value",
      1,
    );
  });

  test("options that make no sense, at once", () => {
    const wrong: unknown[] = [
      { level: 95 },
      { replicates: -1 },
      { replicates: 1.5 },
      { seed: 0.5 },
      { rowsPerDriver: 0 },
      { rowsPerDriver: Number.NaN },
      { missing: "em" },
      { outcomeKind: "binary" },
      { drivers: {} },
      { drivers: null },
      { drivers: { d0: "d0" } },
      { outcome: "score" },
      { weigth: 1 },
    ];
    for (const options of wrong) refuses(() => analyse([], "score", ["d0"], options as object), "invalid-option");
    refuses(() => driverAnalysis([], null as never), "invalid-option");
  });
});
