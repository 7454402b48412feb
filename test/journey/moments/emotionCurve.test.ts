import { emotionCurve } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const journey = {
  stages: [
    { id: "s1", name: "One", touchpoints: ["a", "b", "c"].map((id) => ({ id, name: id, emotion: 1 })) },
    {
      id: "s2",
      name: "Two",
      touchpoints: [
        { id: "d", name: "d" },
        { id: "e", name: "e" },
      ],
    },
  ],
};
/** One answer per touchpoint that puts its emotion at −2, −1, 0, 1 or 2. */
const feel = (emotions: Record<string, number>) =>
  Object.entries(emotions).map(([touchpoint, emotion]) => ({ kind: "csat" as const, touchpoint, score: emotion + 3 }));

describe("emotionCurve", () => {
  test("follows the design, point by point", () => {
    const { points } = emotionCurve(journey, feel({ d: -2, a: 2 }));
    expect(points.map(({ stage, touchpoint, designed, felt }) => [stage, touchpoint, designed, felt.value])).toEqual([
      ["s1", "a", 1, 2],
      ["s1", "b", 1, null],
      ["s1", "c", 1, null],
      ["s2", "d", null, -2],
      ["s2", "e", null, null],
    ]);
  });

  test("remembers the peak and the end", () => {
    // 2, −1, −2, 1 and 1.5: the lowest is −2, the end 1.5.
    const answers = [...feel({ a: 2, b: -1, c: -2, d: 1 }), ...feel({ e: 1 }), ...feel({ e: 2 })];
    expect(emotionCurve(journey, answers).peakEnd).toBe(-0.25);
    expect(emotionCurve(journey, []).peakEnd).toBeNull();
  });

  test("sets answers on different scales side by side", () => {
    const { points } = emotionCurve(journey, [
      { kind: "nps", touchpoint: "a", score: 10 },
      { kind: "rating", touchpoint: "b", score: 1, scale: { low: 1, high: 5, direction: "lower-is-better" } },
      { kind: "ces", touchpoint: "c", score: 4 },
      { kind: "open", touchpoint: "d" },
    ]);
    expect(points.map(({ felt }) => felt.value)).toEqual([2, 2, 0, null, null]);
  });

  test("stays within −2 and 2", () => {
    const score = fc.integer({ min: 0, max: 10 });
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), (scores) => {
        const { points } = emotionCurve(
          journey,
          scores.map((one) => ({ kind: "nps" as const, touchpoint: "a", score: one })),
        );
        expect(Math.abs(points[0]?.felt.value ?? 9)).toBeLessThanOrEqual(2);
      }),
    );
  });

  test("knows a touchpoint by the names of its events", () => {
    const stages = [{ id: "s", name: "S", touchpoints: [{ id: "b", name: "B", events: ["evb"] }] }];
    const { points } = emotionCurve({ stages }, feel({ evb: 1, b: 0 }));
    expect(points[0]?.felt).toMatchObject({ value: 0.5, n: 2 });
  });

  test("counts the answers about a stage that has no touchpoint", () => {
    const stages = [{ id: "s", name: "S", touchpoints: [] }];
    const { stages: felt, elsewhere } = emotionCurve({ stages }, [{ kind: "csat", stage: "s", score: 4 }]);
    expect([felt[0]?.felt.value, elsewhere]).toEqual([1, 0]);
  });

  test("counts a customer of many answers once", () => {
    const ones = Array.from({ length: 99 }, () => ({
      kind: "csat" as const,
      touchpoint: "a",
      customer: "x",
      score: 1,
    }));
    const { points, stages } = emotionCurve(journey, [
      ...ones,
      { kind: "csat", touchpoint: "a", customer: "y", score: 5 },
    ]);
    expect(points[0]?.felt).toMatchObject({ value: 0, n: 2 });
    expect(stages[0]?.felt).toEqual(points[0]?.felt);
  });

  test("names the row that is no answer, or whose customer is no string", () => {
    for (const wrong of [null, { kind: "csat", touchpoint: "a", score: 1, customer: 7 }]) {
      expect(() => emotionCurve(journey, [...feel({ a: 1 }), wrong] as never)).toThrowError(
        expect.objectContaining({ code: "invalid-value", row: 1 }),
      );
    }
  });

  test("refuses a score off its scale, with the row", () => {
    expect(() => emotionCurve(journey, [...feel({ a: 1 }), { kind: "csat", touchpoint: "a", score: 6 }])).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
  });
});
