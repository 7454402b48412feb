/** Every definition of NPS, CSAT and CES that the field uses, by its published figures. */
import {
  agrestiCoull,
  bootstrapNetInterval,
  ces,
  clopperPearson,
  compare,
  csat,
  jeffreys,
  nps,
  npsMetric,
  presets,
  rate,
  studentTNetInterval,
  studentTQuantile,
  tangoNetInterval,
  wald,
} from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

/** Answers with so many of each, lowest first. */
const answers = (low: number, counts: readonly number[]): number[] =>
  counts.flatMap((count, index) => new Array<number>(count).fill(low + index));
const trinomial = (detractors: number, passives: number, promoters: number) => [
  ...new Array<number>(detractors).fill(0),
  ...new Array<number>(passives).fill(8),
  ...new Array<number>(promoters).fill(10),
];

describe("nps on other scales", () => {
  test.each([
    ["0-10", [7, 3, 1]],
    ["1-10", [6, 2, 2]],
    ["1-5", [3, 1, 1]],
    ["1-7", [4, 1, 2]],
  ] as const)("%s has detractors, passives and promoters %j", (variant, [detractors, passives, promoters]) => {
    const [low = 0, high = 0] = variant.split("-").map(Number);
    const each = answers(low, new Array(high - low + 1).fill(1));
    // The first is the standard scale, whose eleven answers are 7, 2 and 2.
    const wanted =
      variant === "0-10" ? { detractors: 7, passives: 2, promoters: 2 } : { detractors, passives, promoters };
    expect(nps(each, { variant })).toMatchObject(wanted);
    expect(nps([], { variant }).definition.options["nonStandardScale"]).toBe(variant === "0-10" ? undefined : true);
    expect(() => nps([high + 1], { variant })).toThrowError(expect.objectContaining({ code: "invalid-value" }));
  });

  test("takes cut-points of one's own, and mixes no two", () => {
    const strict = nps([10, 9, 5], { promotersFrom: 10 });
    expect(strict).toMatchObject({ promoters: 1, passives: 1, detractors: 1, value: 0 });
    expect(() => compare(strict, nps([10]))).toThrowError(expect.objectContaining({ code: "different-definitions" }));
    expect(nps([9], { passivesFrom: 7, promotersFrom: 9, scale: [0, 10] }).definition).toEqual(nps([]).definition);
    for (const options of [
      { passivesFrom: 0 },
      { passivesFrom: 10, promotersFrom: 9 },
      { promotersFrom: 11 },
      { variant: "1-6" },
      { scale: [1, 5] },
    ]) {
      expect(() => nps([], options as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });

  metricLaws(
    npsMetric((row: number | null) => row, { variant: "1-7", invalid: "exclude" }),
    fc.array(fc.option(fc.integer({ min: 0, max: 8 }), { nil: null })),
    { json: true },
  );
});

describe("intervals of a net score", () => {
  test("Student's t divides by n − 1", () => {
    const { value, interval, standardError } = nps(trinomial(20, 30, 50), { method: studentTNetInterval });
    const half = studentTQuantile(0.975, 99) * (standardError ?? 0) * Math.sqrt(100 / 99);
    expect(interval?.low).toBeCloseTo((value ?? 0) - half, 10);
    expect(interval?.high).toBeCloseTo((value ?? 0) + half, 10);
    expect(nps([10], { method: studentTNetInterval }).interval).toEqual({ low: -100, high: 100, level: 0.95 });
  });

  test("the bootstrap comes close to Wald's for many answers, is the same every time, and can be seeded", () => {
    const scores = trinomial(2000, 3000, 5000);
    const [drawn, wald] = [nps(scores, { method: bootstrapNetInterval }), nps(scores, { method: "wald" })];
    expect(Math.abs((drawn.interval?.low ?? 0) - (wald.interval?.low ?? 0))).toBeLessThan(0.2);
    expect(Math.abs((drawn.interval?.high ?? 0) - (wald.interval?.high ?? 0))).toBeLessThan(0.2);
    expect(nps(scores, { method: bootstrapNetInterval })).toEqual(drawn);
    const seeded = nps(scores, { method: (counts, { level }) => bootstrapNetInterval(counts, { level, seed: 2 }) });
    expect(seeded.interval).not.toEqual(drawn.interval);
    expect(nps(trinomial(0, 0, 10), { method: bootstrapNetInterval }).interval).toMatchObject({ low: 100, high: 100 });
  });

  test("all stay on the scale and turn their sign with the answers", () => {
    const count = fc.integer({ min: 0, max: 30 });
    const methods = fc.constantFrom("adjusted-wald" as const, "wald" as const, studentTNetInterval, tangoNetInterval);
    fc.assert(
      fc.property(count, count, count, methods, (detractors, passives, promoters, method) => {
        fc.pre(detractors + passives + promoters > 0);
        const { interval } = nps(trinomial(detractors, passives, promoters), { method });
        const turned = nps(trinomial(promoters, passives, detractors), { method }).interval;
        expect(interval?.low).toBeGreaterThanOrEqual(-100);
        expect(interval?.high).toBeLessThanOrEqual(100);
        expect(turned?.low).toBeCloseTo(-(interval?.high ?? 0), 7);
      }),
    );
  });

  test("of the caller's own must be intervals", () => {
    const wrong = expect.objectContaining({ code: "invalid-option" });
    expect(() => csat([4], { method: () => ({ low: Number.NaN, high: 1, level: 0.95 }) })).toThrowError(wrong);
    expect(() => nps([9], { method: () => undefined as never })).toThrowError(wrong);
  });

  test("of another kind are refused before any row, and it is said what is allowed", () => {
    const share = /requires method to be "wilson" or an interval of a share, such as clopperPearson/;
    const net = /requires method to be "adjusted-wald", "wald" or an interval of a net share, such as tangoNetInterval/;
    for (const method of [tangoNetInterval, studentTNetInterval, "adjusted-wald", "wald", "clopper-pearson", {}, 5]) {
      expect(() => csat([], { method: method as never })).toThrowError(share);
      expect(() => rate([], { method: method as never })).toThrowError(share);
    }
    for (const method of [clopperPearson, jeffreys, agrestiCoull, wald, "wilson", {}, 5]) {
      expect(() => nps([], { method: method as never })).toThrowError(net);
      expect(() => csat([], { variant: "net", method: method as never })).toThrowError(net);
    }
    expect(() => nps([], { method: clopperPearson as never })).toThrowError(/received function clopperPearson/);
  });

  test("are refused where they are none", () => {
    expect(() => nps([9], { method: "clopper-pearson" as never })).toThrowError(/nps requires method/);
    expect(() => csat([4], { method: "adjusted-wald" })).toThrowError(/csat requires method/);
    expect(() => csat([4], { variant: "mean", method: clopperPearson })).toThrowError(/requires no method for a mean/);
  });
});

describe("csat", () => {
  test("has the interval that it is told to have", () => {
    // R: binom.test(13, 19) and qbeta(c(.025, .975), 13.5, 6.5).
    const scores = answers(1, [1, 2, 3, 4, 9]);
    for (const method of [clopperPearson, jeffreys]) {
      const { low, high } = method(13, 19);
      const { interval } = csat(scores, { method });
      expect(interval?.low).toBeCloseTo(100 * low, 9);
      expect(interval?.high).toBeCloseTo(100 * high, 9);
    }
  });

  test("has its other forms", () => {
    const scores = answers(1, [1, 2, 3, 4, 9]);
    expect(csat(scores, { variant: "mean" }).value).toBeCloseTo(3.9473684210526314, 12);
    expect(csat(scores, { variant: "mean" })).toMatchObject({ definition: { family: "mean", unit: "value" } });
    expect(csat(scores, { variant: "dissatisfied" }).value).toBeCloseTo(300 / 19, 12);
    expect(csat(scores, { variant: "net" }).value).toBeCloseTo(1000 / 19, 12);
    expect(csat(scores, { variant: "without-neutral" })).toMatchObject({ value: 81.25, n: 16, neutral: 3 });
    // An NPS with as many promoters, passives and detractors has the same interval.
    expect(csat(scores, { variant: "net" }).interval).toEqual(nps(trinomial(3, 3, 13)).interval);
  });

  test("a mean of answers that are all the same has no interval, and of one no standard error", () => {
    expect(csat([4, 4], { variant: "mean" })).toMatchObject({ value: 4, standardError: 0, interval: null });
    expect(csat([4], { variant: "mean" })).toMatchObject({ value: 4, standardError: null, interval: null });
  });

  test.each([
    [[1, 2], 1, 2],
    [[1, 3], 1, 3],
    [[1, 4], 1, 3],
    [[1, 5], 2, 4],
    [[1, 7], 2, 6],
    [[1, 10], 2, 9],
    [[0, 10], 1, 9],
  ] as const)("on %j is dissatisfied to %i and satisfied from %i", (scale, dissatisfiedTo, satisfiedFrom) => {
    const { options } = csat([], { scale, variant: "net" }).definition;
    expect(options).toMatchObject({ dissatisfiedTo, satisfiedFrom });
  });

  test("refuses boxes that overlap", () => {
    for (const options of [{ dissatisfiedTo: 4 }, { dissatisfiedTo: 0 }, { dissatisfiedTo: 1.5 }]) {
      expect(() => csat([], options)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});

describe("ces", () => {
  // Counts and mean of a help page on the seven-point scale; the shares computed from them.
  const scores = answers(1, [80, 210, 140, 110, 160, 180, 120]);
  test("2.0 is the share of 5 to 7, with the mean beside it", () => {
    expect(ces(scores)).toMatchObject({ value: 46, easy: 460, neutral: 110, hard: 430, mean: 4.08 });
    expect(ces(scores, presets.ces2)).toEqual(ces(scores));
    expect(ces(scores, presets.cesMean)).toMatchObject({ value: 4.08, definition: { family: "mean" } });
  });

  test("net is 6–7, or 5–7, minus 1–3", () => {
    expect(ces(scores, { variant: "net" }).value).toBeCloseTo(-13, 12);
    expect(ces(scores, presets.netEasy)).toEqual(ces(scores, { variant: "net" }));
    expect(ces(scores, presets.netEasyFrom5).value).toBeCloseTo(3, 12);
  });

  test("1.0 is the mean effort, which is no CES 2.0", () => {
    const first = ces([1, 2, 2, 5], presets.ces1);
    expect(first).toMatchObject({ value: 2.5, easy: 3, hard: 1 });
    expect(first.definition.options).toEqual({ variant: "mean", scale: [1, 5], direction: "lower-is-better" });
    expect(() => compare(first, ces([4]))).toThrowError(expect.objectContaining({ code: "different-definitions" }));
  });

  test("where effort is high at the high end, the easy answers are the low ones", () => {
    const turned = { scale: [1, 5], direction: "lower-is-better" } as const;
    expect(ces([1, 2, 3, 4, 5], turned)).toMatchObject({ value: 40, easy: 2, neutral: 1, hard: 2 });
    expect(ces([1, 2, 3, 4, 5], { ...turned, easyFrom: 3 })).toMatchObject({ value: 60, hard: 2 });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.constantFrom("easy" as const, "net" as const),
        (all, variant) => {
          const mirrored = ces(
            all.map((score) => 8 - score),
            { variant, direction: "lower-is-better" },
          );
          expect(mirrored.value).toBeCloseTo(ces(all, { variant }).value ?? 0, 10);
        },
      ),
    );
  });
});
