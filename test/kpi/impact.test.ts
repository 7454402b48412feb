import { average, compare, csat, type Estimate, enps, impact, nps, rate } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../seededRandom.js";

const given = (value: number, standardError: number): Estimate => ({
  ...average([1, 2]),
  value,
  standardError,
  n: 1_000_000,
});
const answers = (detractors: number, passives: number, promoters: number) => [
  ...new Array<number>(detractors).fill(0),
  ...new Array<number>(passives).fill(8),
  ...new Array<number>(promoters).fill(10),
];

describe("impact", () => {
  test("is the difference in differences", () => {
    // Card and Krueger (1994), table 3: the minimum wage in New Jersey, with Pennsylvania as the control. The changes 0.59 (0.54)
    // and −2.16 (1.25) differ by 2.76 (1.36) in the paper, 2.75 by the rounded means of its table.
    const found = impact(given(20.44, 0.51), given(21.03, 0.52), {
      before: given(23.33, 1.35),
      after: given(21.17, 0.94),
    });
    expect(found.change).toBeCloseTo(0.59, 10);
    expect(found.controlChange).toBeCloseTo(-2.16, 10);
    expect(found.difference).toBeCloseTo(2.75, 10);
    expect(found.standardError).toBeCloseTo(Math.hypot(0.51, 0.52, 1.35, 0.94), 10);
    const changes = impact(given(0, 0), given(0.59, 0.54), { before: given(0, 0), after: given(-2.16, 1.25) });
    expect(changes.standardError).toBeCloseTo(1.362, 3);
    expect(changes.interval?.high).toBeCloseTo(2.75 + 1.959964 * 1.3617, 3);
  });

  test("without a control is the plain change, as compare tells it", () => {
    const [before, after] = [nps(answers(30, 30, 40)), nps(answers(20, 30, 50))];
    const { change, controlChange, standardError, ...found } = impact(before, after);
    expect(found).toEqual(compare(after, before));
    expect([change, controlChange]).toEqual([found.difference, null]);
    expect(standardError).toBeCloseTo(Math.hypot(before.standardError ?? 0, after.standardError ?? 0), 12);
  });

  test("cannot tell where one of the four is empty, hidden or of another definition", () => {
    const some = nps(answers(3, 3, 4));
    expect(impact(some, nps([]), { before: some, after: some })).toMatchObject({
      difference: null,
      interval: null,
      controlChange: 0,
    });
    expect(impact(some, nps([]))).toMatchObject({ difference: null, standardError: null, pValue: null });
    const small = enps([9]);
    expect(impact(enps(answers(3, 3, 4)), small, { before: small, after: small })).toMatchObject({ difference: null });
    const wrong = expect.objectContaining({ code: "different-definitions" });
    expect(() => impact(some, some, { before: csat([4]), after: csat([5]) })).toThrowError(wrong);
    expect(() => impact(some, csat([4]))).toThrowError(wrong);
    expect(() => impact(some, some, 5 as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });

  test("takes its options in the place of a control", () => {
    const [before, after] = [nps(answers(20, 30, 50)), nps(answers(10, 30, 60))];
    expect(impact(before, after, { level: 0.9 })).toEqual(impact(before, after, undefined, { level: 0.9 }));
    expect(impact(before, after, { level: 0.9 }).interval).toEqual(compare(after, before, { level: 0.9 }).interval);
    expect(() => impact(before, after, { level: 90 })).toThrowError(/level requires a number between 0 and 1/);
    const message = "impact requires the control as { before, after }, or else options such as { level: 0.9 }";
    for (const wrong of [before, [before, after], {}, null, 5, { before }]) {
      expect(() => impact(before, after, wrong as never)).toThrowError(message);
    }
    expect(() => impact(before, after, { before, after, level: 0.9 } as never)).toThrowError(/one of before, after/);
  });

  test("is nothing where both groups are the same, and turns its sign with the groups", () => {
    const counts = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)).filter((all) => all.some((count) => count > 0));
    fc.assert(
      fc.property(counts, counts, counts, counts, (...four) => {
        const [a, b, c, d] = four.map((all) => nps(answers(...all))) as unknown as [
          Estimate,
          Estimate,
          Estimate,
          Estimate,
        ];
        expect(impact(a, b, { before: a, after: b }).difference).toBeCloseTo(0, 12);
        const [there, back] = [impact(a, b, { before: c, after: d }), impact(c, d, { before: a, after: b })];
        expect(back.difference).toBeCloseTo(-(there.difference ?? 0), 9);
        expect(back.interval?.low).toBeCloseTo(-(there.interval?.high ?? 0), 9);
        expect(back.pValue).toBeCloseTo(there.pValue ?? 2, 9);
      }),
    );
  });

  test.each([
    ["rate", 0.1, (random: () => number, n: number, p: number) => rate(Array.from({ length: n }, () => random() < p))],
    [
      "csat",
      10,
      (random: () => number, n: number, p: number) => csat(Array.from({ length: n }, () => (random() < p ? 5 : 1))),
    ],
    [
      "nps",
      20,
      // Promoters with p, detractors with 0.9 − p: the score moves by twice as much.
      (random: () => number, n: number, p: number) =>
        nps(
          Array.from({ length: n }, () => {
            const u = random();
            return u < p ? 10 : u < 0.9 ? 2 : 7;
          }),
        ),
    ],
    [
      "average",
      0.1,
      (random: () => number, n: number, p: number) =>
        average(Array.from({ length: n }, () => p - Math.log(1 - random()))),
    ],
  ] as const)("intervals of the impact on %s hold the truth 93 to 97 times in 100", (_, truth, draw) => {
    const random = seededRandom(23);
    let held = 0;
    for (let round = 0; round < 4000; round++) {
      const { interval } = impact(draw(random, 60, 0.6), draw(random, 80, 0.75), {
        before: draw(random, 100, 0.7),
        after: draw(random, 50, 0.75),
      });
      if ((interval?.low ?? 999) <= truth && truth <= (interval?.high ?? -999)) held++;
    }
    expect(held / 4000).toBeGreaterThan(0.93);
    expect(held / 4000).toBeLessThan(0.97);
  });
});
