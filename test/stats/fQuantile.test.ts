import { fCdf, fQuantile } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

const power = (low: number, high: number) =>
  fc.double({ min: low, max: high, noNaN: true }).map((digits) => 10 ** digits);

describe("fQuantile", () => {
  test("has the closed form of two degrees of freedom in the numerator", () => {
    expectRelative(fQuantile(0.95, 2, 12), 6 * (0.05 ** (-1 / 6) - 1), 1e-13);
    expectRelative(fQuantile(1e-60, 2, 4, "upper"), 2 * (1e30 - 1), 1e-13);
  });

  test("quantile and probability undo each other, in both tails, far out and near the middle", () => {
    fc.assert(
      fc.property(
        fc.oneof(power(-300, -1), fc.double({ min: 0.01, max: 0.99, noNaN: true })),
        power(-1, 6),
        power(-1, 6),
        (p, df1, df2) => {
          for (const tail of ["lower", "upper"] as const) {
            const x = fQuantile(p, df1, df2, tail);
            if (x > 1e-300 && x < 1e300)
              expectRelative(fCdf(x, df1, df2, tail), p, 1e-10, `${p} ${df1} ${df2} ${tail}`);
          }
        },
      ),
    );
  });

  test("is 0 at the lower end, and has no upper end", () => {
    expect(fQuantile(0, 3, 4)).toBe(0);
    expect(() => fQuantile(1, 3, 4)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });

  test("refuses what is no point, parameter or tail", () => {
    for (const wrong of [
      () => fQuantile(1.1, 1, 1),
      () => fQuantile(0.5, 0, 1),
      () => fQuantile(0.5, 1, 0),
      () => fQuantile(0.5, 1, 1, "both" as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
