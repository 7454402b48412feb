import fc from "fast-check";
import { expect, test } from "vitest";
import { smoothPath } from "../../src/chart/smoothPath.js";

const points = fc
  .array(fc.record({ step: fc.integer({ min: 5, max: 60 }), y: fc.integer({ min: 0, max: 130 }) }), {
    minLength: 2,
    maxLength: 12,
  })
  .map((steps) => {
    let x = 0;
    return steps.map(({ step, y }) => {
      x += step;
      return { x, y };
    });
  });

test("the curve goes through every point and shows no peak between two that neither of them has", () => {
  fc.assert(
    fc.property(points, (given) => {
      const numbers = [...smoothPath(given).matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
      const heights = numbers.filter((_, index) => index % 2 === 1);
      for (const [index, { y }] of given.entries()) {
        const [start, , , end] = heights.slice(3 * index - 3, 3 * index + 1);
        expect(index === 0 ? heights[0] : end).toBe(y);
        if (start === undefined || end === undefined) continue;
        const [one = 0, two = 0] = heights.slice(3 * index - 2, 3 * index);
        for (let at = 0; at <= 1; at += 0.05) {
          const height =
            (1 - at) ** 3 * start + 3 * (1 - at) ** 2 * at * one + 3 * (1 - at) * at ** 2 * two + at ** 3 * end;
          // The path is written with one decimal.
          expect(height).toBeGreaterThan(Math.min(start, end) - 0.1);
          expect(height).toBeLessThan(Math.max(start, end) + 0.1);
        }
      }
    }),
  );
});
