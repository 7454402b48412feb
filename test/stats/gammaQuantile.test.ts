import { gammaCdf, gammaQuantile } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

const power = (low: number, high: number) =>
  fc.double({ min: low, max: high, noNaN: true }).map((digits) => 10 ** digits);

describe("gammaQuantile", () => {
  test("is exponential for a shape of one", () => {
    expectRelative(gammaQuantile(0.3, 1, 2), -Math.log1p(-0.3) / 2, 1e-13);
    expectRelative(gammaQuantile(1e-300, 1, 1, "upper"), -Math.log(1e-300), 1e-13);
  });

  test("quantile and probability undo each other, in both tails, far out and near the middle", () => {
    fc.assert(
      fc.property(
        fc.oneof(power(-300, -1), fc.double({ min: 0.01, max: 0.99, noNaN: true })),
        power(-2, 7),
        (p, shape) => {
          for (const tail of ["lower", "upper"] as const) {
            const x = gammaQuantile(p, shape, 1, tail);
            if (x > 1e-300) expectRelative(gammaCdf(x, shape, 1, tail), p, 1e-10, `${p} ${shape} ${tail}`);
          }
        },
      ),
    );
  });

  test("is 0 at the lower end, and has no upper end", () => {
    expect([gammaQuantile(0, 2), gammaQuantile(1, 2, 1, "upper")]).toEqual([0, 0]);
    expect(() => gammaQuantile(1, 2)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(() => gammaQuantile(0, 2, 1, "upper")).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });

  test("refuses what is no point, parameter or tail", () => {
    for (const wrong of [
      () => gammaQuantile(-0.1, 1),
      () => gammaQuantile(Number.NaN, 1),
      () => gammaQuantile(0.5, 0),
      () => gammaQuantile(0.5, 1, 0),
      () => gammaQuantile(0.5, 1, 1, "both" as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
