import { chiSquareCdf, chiSquareQuantile } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

const power = (low: number, high: number) =>
  fc.double({ min: low, max: high, noNaN: true }).map((digits) => 10 ** digits);

describe("chiSquareQuantile", () => {
  test("has the figures of every textbook's table, to R's digits (qchisq)", () => {
    expectRelative(chiSquareQuantile(0.95, 1), 3.84145882069412, 1e-13);
    expectRelative(chiSquareQuantile(0.95, 2), 5.99146454710798, 1e-13);
    expectRelative(chiSquareQuantile(0.99, 10), 23.2092511589544, 1e-13);
    expectRelative(chiSquareQuantile(0.05, 5), 1.14547622606177, 1e-13);
  });

  test("quantile and probability undo each other, in both tails, far out and near the middle", () => {
    fc.assert(
      fc.property(
        fc.oneof(power(-300, -1), fc.double({ min: 0.01, max: 0.99, noNaN: true })),
        power(-2, 6),
        (p, df) => {
          for (const tail of ["lower", "upper"] as const) {
            const x = chiSquareQuantile(p, df, tail);
            if (x > 1e-300) expectRelative(chiSquareCdf(x, df, tail), p, 1e-10, `${p} ${df} ${tail}`);
          }
        },
      ),
    );
  });

  test("is 0 at the lower end, and has no upper end", () => {
    expect(chiSquareQuantile(0, 3)).toBe(0);
    expect(() => chiSquareQuantile(1, 3)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });

  test("refuses what is no point, parameter or tail", () => {
    for (const wrong of [
      () => chiSquareQuantile(1.1, 1),
      () => chiSquareQuantile(0.5, 0),
      () => chiSquareQuantile(0.5, 1, "both" as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
