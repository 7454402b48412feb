import { describe, expect, test } from "vitest";
import { digammaRise, trigammaFall } from "../../src/stats/digammaRise.js";
import { expectRelative } from "./expectRelative.js";

describe("digammaRise and trigammaFall", () => {
  test.each([
    // To 30 digits by other software.
    [0.5, 3, 3.066666666666667, 4.604444444444444],
    [2.5, 1, 0.4, 0.16],
    [1e-3, 7, 1002.4485098003227, 1000001.4890119447],
    [12, 0.25, 0.02149297520955694, 0.0018467298836051828],
    [1e6, 5, 4.99999000003e-6, 4.99998000009e-12],
    [1e9, 1e9, 0.6931471808099453, 5.00000000375e-10],
  ])("from %d by %d", (x, rise, digamma, trigamma) => {
    expectRelative(digammaRise(x, rise), digamma, 1e-13);
    expectRelative(trigammaFall(x, rise), trigamma, 1e-12);
  });

  test("do not change where nothing is added", () => {
    expect(digammaRise(3, 0)).toBe(0);
    expect(trigammaFall(3, 0)).toBe(0);
  });
});
