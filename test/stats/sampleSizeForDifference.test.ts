import { cohensH, minimumDetectableDifference, powerOfDifference, sampleSizeForDifference } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** The second share at a Cohen's h of so much above the first. */
const above = (baseline: number, h: number): number => Math.sin(Math.asin(Math.sqrt(baseline)) + h / 2) ** 2 - baseline;

describe("powerOfDifference", () => {
  test("gives the figures of R's pwr.2p.test, power.t.test and power.prop.test", () => {
    const difference = above(0.3, 0.3);
    expect(cohensH(0.3 + difference, 0.3)).toBeCloseTo(0.3, 12);
    const arcsine = { kind: "proportion", method: "arcsine", baseline: 0.3, difference, n: 80 } as const;
    expect(powerOfDifference({ ...arcsine, alternative: "greater" }).power).toBeCloseTo(0.5996777, 7);
    const mean = { kind: "mean", standardDeviation: 1, n: 20, difference: 1 } as const;
    expect(powerOfDifference(mean).power).toBeCloseTo(0.8689528016921273, 12);
    expect(powerOfDifference({ ...mean, level: 0.9 }).power).toBeCloseTo(0.9279024733952898, 12);
    expect(powerOfDifference({ kind: "proportion", baseline: 0.5, difference: 0.25, n: 50 })).toMatchObject({
      assumptions: { kind: "proportion", method: "pooled", level: 0.95, alternative: "two-sided" },
    });
    expect(powerOfDifference({ kind: "proportion", baseline: 0.5, difference: 0.25, n: 50 }).power).toBeCloseTo(
      0.7401659,
      7,
    );
  });

  test("of NPS goes by the adjusted Wald test", () => {
    const { power } = powerOfDifference({ kind: "nps", variance: [0.4, 0.6], difference: 10, n: 800 });
    expect(power).toBeCloseTo(0.8088759186335137, 10);
  });

  test("is the same for a rise and a fall of means, and half the error left for no difference", () => {
    const mean = { kind: "mean", standardDeviation: 2, n: 9 } as const;
    const power = (difference: number, alternative: "two-sided" | "less" | "greater" = "two-sided") =>
      powerOfDifference({ ...mean, difference, alternative }).power;
    expect(power(-1)).toBeCloseTo(power(1), 13);
    expect(power(0)).toBeCloseTo(0.025, 12);
    expect(power(0, "less")).toBeCloseTo(0.05, 12);
    expect(power(1, "less")).toBeLessThan(0.05);
    expect(power(-1, "less")).toBeCloseTo(power(1, "greater"), 13);
  });

  test.each([
    () => powerOfDifference({ kind: "proportion", baseline: 0.9, difference: 0.2, n: 50 }),
    () => powerOfDifference({ kind: "proportion", baseline: 1.1, difference: -0.2, n: 50 }),
    () => powerOfDifference({ kind: "proportion", baseline: 0.5, difference: 0.2, n: 0 }),
    () => powerOfDifference({ kind: "proportion", baseline: 0.5, difference: 0.2, n: 9, method: "exact" as never }),
    () => powerOfDifference({ kind: "mean", standardDeviation: 0, difference: 0.2, n: 50 }),
    () => powerOfDifference({ kind: "mean", standardDeviation: 1, difference: 0.2, n: 1 }),
    () => powerOfDifference({ kind: "nps", variance: 1.5, difference: 5, n: 50 }),
    () => powerOfDifference({ kind: "nps", difference: 201, n: 50 }),
    () => powerOfDifference({ kind: "nps", baseline: 0.5, difference: 5, n: 50 } as never),
    () => powerOfDifference({ kind: "median", difference: 5, n: 50 } as never),
    () => powerOfDifference({ kind: "nps", difference: 5, n: 50, level: 95 }),
    () => powerOfDifference(undefined as never),
  ])("refuses what makes no sense: %s", (wrong) => {
    expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});

describe("sampleSizeForDifference", () => {
  test("gives the published figures", () => {
    // R: power.prop.test(p1 = .50, p2 = .75, power = .90); power.t.test(power = .90, delta = 1).
    const shares = sampleSizeForDifference({ kind: "proportion", baseline: 0.5, difference: 0.25, power: 0.9 });
    expect(shares.exact).toBeCloseTo(76.7069, 4);
    expect(shares.n).toBe(77);
    const means = sampleSizeForDifference({ kind: "mean", standardDeviation: 1, difference: 1, power: 0.9 });
    expect(means.exact).toBeCloseTo(22.021095570096914, 8);
    expect(means.n).toBe(23);
    // Fleiss, 20 % against 25 %; and Evan Miller's calculator for A/B tests.
    const fleiss = { kind: "proportion", baseline: 0.2, difference: 0.05 } as const;
    expect(sampleSizeForDifference(fleiss).exact).toBeCloseTo(1093.74, 2);
    expect(sampleSizeForDifference({ ...fleiss, method: "baseline" }).exact).toBeCloseTo(1030.2, 1);
    const nps = sampleSizeForDifference({ kind: "nps", variance: 0.5, difference: 10 });
    expect(nps.exact).toBeCloseTo(781.89, 2);
    expect(nps).toMatchObject({ n: 782, assumptions: { method: "adjusted-wald", power: 0.8, difference: 10 } });
  });

  test("has the power that was asked for, and one less has not", () => {
    const arbitrary = fc.oneof(
      fc.record({
        kind: fc.constant("proportion" as const),
        baseline: fc.double({ min: 0.05, max: 0.6, noNaN: true }),
        difference: fc.double({ min: 0.02, max: 0.35, noNaN: true }),
        method: fc.constantFrom("pooled" as const, "baseline" as const, "arcsine" as const),
      }),
      fc.record({
        kind: fc.constant("mean" as const),
        standardDeviation: fc.double({ min: 0.5, max: 3, noNaN: true }),
        difference: fc.double({ min: -2, max: 2, noNaN: true }).filter((difference) => Math.abs(difference) > 0.1),
      }),
      fc.record({
        kind: fc.constant("nps" as const),
        variance: fc.double({ min: 0.1, max: 1, noNaN: true }),
        difference: fc.double({ min: 2, max: 40, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(arbitrary, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (asked, power) => {
        const { n, exact } = sampleSizeForDifference({ ...asked, power });
        expect(powerOfDifference({ ...asked, n }).power).toBeGreaterThanOrEqual(power - 1e-9);
        fc.pre(exact > 2.1);
        expect(powerOfDifference({ ...asked, n: exact }).power).toBeCloseTo(power, 8);
        const { difference, ...design } = asked;
        const { increase, decrease } = minimumDetectableDifference({ ...design, n: exact, power });
        expect(difference > 0 ? increase : decrease).toBeCloseTo(difference, 6);
      }),
      { numRuns: 60 },
    );
  });

  test("needs fewer for a test on one side, and works for rare and certain outcomes", () => {
    const rare = { kind: "proportion", baseline: 0, difference: 0.01 } as const;
    expect(sampleSizeForDifference({ ...rare, alternative: "greater" }).n).toBeLessThan(
      sampleSizeForDifference(rare).n,
    );
    expect(sampleSizeForDifference({ kind: "proportion", baseline: 0.9, difference: 0.1 }).n).toBe(74);
    expect(sampleSizeForDifference({ kind: "mean", standardDeviation: 1, difference: 1e3 }).n).toBe(2);
  });

  test.each([
    () => sampleSizeForDifference({ kind: "nps", difference: 0 }),
    () => sampleSizeForDifference({ kind: "nps", difference: 5, alternative: "less" }),
    () => sampleSizeForDifference({ kind: "nps", difference: 5, power: 80 }),
    () => sampleSizeForDifference({ kind: "nps", difference: 5, power: 0.02 }),
    () => sampleSizeForDifference({ kind: "nps", difference: 5, n: 10 } as never),
  ])("refuses what makes no sense: %s", (wrong) => {
    expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});

describe("minimumDetectableDifference", () => {
  test("is + 4.0745 points for 1000 in each group from 10 %", () => {
    const found = minimumDetectableDifference({ kind: "proportion", baseline: 0.1, n: 1000 });
    expect(100 * (found.increase ?? 0)).toBeCloseTo(4.0745, 4);
    expect(found.decrease).toBeLessThan(0);
  });

  test("is null where there is no room for a difference that large, or none is looked for", () => {
    const few = minimumDetectableDifference({ kind: "proportion", baseline: 0.1, n: 20 });
    expect(few.decrease).toBeNull();
    expect(few.increase).toBeGreaterThan(0.3);
    const oneSided = minimumDetectableDifference({ kind: "mean", standardDeviation: 3, n: 30, alternative: "less" });
    expect(oneSided.increase).toBeNull();
    expect(oneSided.decrease).toBeLessThan(0);
  });

  test("of a population takes n/(1 + (n − 1)/N), and has the power then", () => {
    const designs = [
      { kind: "proportion", baseline: 0.2, difference: 0.05 },
      { kind: "proportion", baseline: 0.2, difference: 0.05, method: "arcsine" },
      { kind: "nps", variance: 0.5, difference: 10 },
      { kind: "mean", standardDeviation: 4, difference: 0.6 },
    ] as const;
    for (const design of designs) {
      const { exact } = sampleSizeForDifference(design);
      const limited = sampleSizeForDifference({ ...design, population: 2000 });
      expect(limited.exact).toBeCloseTo(exact / (1 + (exact - 1) / 2000), 9);
      expect(limited.assumptions.population).toBe(2000);
      expect(powerOfDifference({ ...design, population: 2000, n: limited.exact }).power).toBeCloseTo(0.8, 6);
      const { difference: _, ...rest } = design;
      const { increase } = minimumDetectableDifference({ ...rest, population: 2000, n: limited.exact });
      expect(increase).toBeCloseTo(design.difference, 6);
    }
    expect(sampleSizeForDifference({ kind: "proportion", baseline: 0.2, difference: 0.001, population: 50 }).n).toBe(
      50,
    );
  });

  test("of everybody finds any difference there is, and none where there is none", () => {
    for (const design of [
      { kind: "proportion", baseline: 0.5 },
      { kind: "mean", standardDeviation: 4 },
      { kind: "nps" },
    ] as const) {
      const all = { ...design, n: 40, population: 40 } as const;
      expect(powerOfDifference({ ...all, difference: 0.01 }).power).toBeCloseTo(1, 6);
      expect(powerOfDifference({ ...all, difference: 0 }).power).toBeCloseTo(0.025, 6);
    }
  });

  test.each([0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "1000" as never])(
    "refuses a population of %s",
    (population) => {
      const mean = { kind: "mean", standardDeviation: 1, difference: 0.5, population } as const;
      expect(() => sampleSizeForDifference(mean)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    },
  );

  test("refuses more in a group than there are", () => {
    expect(() => powerOfDifference({ kind: "nps", difference: 5, n: 101, population: 100 })).toThrowError(
      expect.objectContaining({ code: "invalid-option", received: 101 }),
    );
  });
});
