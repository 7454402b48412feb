import { convertScale, percentOfMaximum } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const of = (low: number, high: number, direction?: "higher-is-better" | "lower-is-better") => ({
  low,
  high,
  ...(direction && { direction }),
});

describe("convertScale", () => {
  test("goes end to end, never by doubling", () => {
    expect(convertScale([1, 2, 3, 4, 5], { from: of(1, 5), to: of(0, 100) }).scores).toEqual([0, 25, 50, 75, 100]);
    expect(convertScale([1, 3, 5], { from: of(1, 5), to: of(0, 10) })).toMatchObject({
      scores: [0, 5, 10],
      factor: 2.5,
      offset: -2.5,
      reversed: false,
      description: "0–10 = −2.5 + 2.5 × 1–5",
    });
  });

  test("turns a scale round where the good ends differ, and says so", () => {
    const found = convertScale([1, 2, 5, null, undefined, Number.NaN], {
      from: of(1, 5, "lower-is-better"),
      to: of(1, 7),
    });
    expect(found.scores).toEqual([7, 5.5, 1, null, null, null]);
    expect(found).toMatchObject({ missing: 3, reversed: true, factor: -1.5, offset: 8.5 });
    expect(found.description).toBe("1–7 = 8.5 − 1.5 × 1–5 (turned round)");
  });

  test("comes back where it was, and does what it says", () => {
    const scale = fc
      .tuple(
        fc.integer({ min: -5, max: 5 }),
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom("higher-is-better" as const, "lower-is-better" as const),
      )
      .map(([low, length, direction]) => of(low, low + length, direction));
    fc.assert(
      fc.property(scale, scale, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (from, to, shares) => {
        const scores = shares
          .map((share) => from.low + share * (from.high - from.low))
          .filter((score) => score <= from.high);
        const there = convertScale(scores, { from, to });
        const back = convertScale(there.scores, { from: to, to: from });
        scores.forEach((score, index) => {
          expect(back.scores[index]).toBeCloseTo(score, 8);
          expect(there.scores[index]).toBeCloseTo(there.factor * score + there.offset, 8);
          expect(percentOfMaximum(there.scores[index] ?? 0, to)).toBeCloseTo(percentOfMaximum(score, from), 7);
        });
      }),
    );
  });

  test("refuses what is off the scale, with its row, and what is no scale", () => {
    expect(() => convertScale([3, 6], { from: of(1, 5), to: of(0, 100) })).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
    for (const options of [
      { from: of(5, 1), to: of(0, 100) },
      { from: of(1, 5), to: of(3, 3) },
      { from: [1, 5], to: of(1, 7) },
      { from: of(1, 5) },
    ]) {
      expect(() => convertScale([], options as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });
});
