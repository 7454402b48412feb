/** Every case of the golden values that R computed, where they are at hand. The published figures are in the files beside. */
import { existsSync, readFileSync } from "node:fs";
import {
  chiSquareCdf,
  fisherExactTest,
  newcombeDifference,
  normalCdf,
  normalQuantile,
  studentTCdf,
  wilson,
} from "cxkit";
import { describe, expect, test } from "vitest";

const folder = new URL("../../../shared/oracle/stats/", import.meta.url);
const golden = (name: string) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const close = (actual: number, wanted: number, relative: number): void => {
  expect(Math.abs(actual - wanted), `${actual} against ${wanted}`).toBeLessThanOrEqual(
    relative * Math.abs(wanted) + 1e-300,
  );
};

describe.skipIf(!existsSync(folder))("golden values of R (skipped where ../shared/oracle is absent)", () => {
  test("normal distribution, both tails and quantile", () => {
    const { pnorm, qnorm } = golden("distributions.json");
    pnorm.x.forEach((x: number, i: number) => {
      close(normalCdf(x), pnorm.cdf[i], 1e-13);
      close(normalCdf(x, "upper"), pnorm.upper[i], 1e-13);
      // Beyond the smallest number there is only the logarithm.
      if (x > -38) close(x < 0 ? Math.log(normalCdf(x)) : Math.log1p(-normalCdf(x, "upper")), pnorm.logcdf[i], 1e-12);
    });
    qnorm.p.forEach((p: number, i: number) => {
      close(normalQuantile(p), qnorm.q[i], 1e-13);
    });
  });

  test("Student's t, both tails", () => {
    const { pt } = golden("distributions.json");
    pt.t.forEach((t: number, i: number) => {
      close(studentTCdf(t, pt.df[i]), pt.cdf[i], 1e-12);
      close(studentTCdf(t, pt.df[i], "upper"), pt.upper[i], 1e-12);
    });
  });

  test("chi-square distribution, both tails", () => {
    const { pchisq } = golden("distributions.json");
    pchisq.x.forEach((x: number, i: number) => {
      close(chiSquareCdf(x, pchisq.df[i]), pchisq.cdf[i], 1e-13);
      close(chiSquareCdf(x, pchisq.df[i], "upper"), pchisq.upper[i], 1e-13);
    });
  });

  test("Wilson interval", () => {
    for (const { k, n, level, wilson: wanted, wilson_cc: corrected } of golden("proportion_intervals.json").cases) {
      const widened = wilson(k, n, { level, continuity: true });
      expect(widened.low).toBeCloseTo(corrected[0], 12);
      expect(widened.high).toBeCloseTo(corrected[1], 12);
      const { low, high } = wilson(k, n, { level });
      expect(low).toBeCloseTo(wanted[0], 12);
      expect(high).toBeCloseTo(wanted[1], 12);
    }
  });

  test("Fisher's exact test", () => {
    for (const { k1, n1, k2, n2, fisher_p: wanted } of golden("two_proportions.json").cases) {
      close(
        fisherExactTest([
          [k1, n1 - k1],
          [k2, n2 - k2],
        ]).pValue,
        wanted,
        1e-9,
      );
    }
  });

  test("Newcombe's interval of a difference", () => {
    for (const { k1, n1, k2, n2, level, newcombe_hybrid_score_ci: wanted } of golden("two_proportions.json").cases) {
      const { low, high } = newcombeDifference(k1, n1, k2, n2, { level });
      expect(low).toBeCloseTo(wanted[0], 11);
      expect(high).toBeCloseTo(wanted[1], 11);
    }
  });
});
