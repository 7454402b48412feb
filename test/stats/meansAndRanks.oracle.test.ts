/** Every case of the golden values that R computed on means, ranks, correlations and quantiles, where they are at hand. */
import { existsSync, readFileSync } from "node:fs";
import {
  analysisOfVariance,
  average,
  cliffsDelta,
  cohensD,
  correlation,
  hedgesG,
  kruskalWallisTest,
  mannWhitneyTest,
  probabilityOfSuperiority,
  quantile,
  welchTest,
} from "cxkit";
import { describe, expect, test } from "vitest";

const folder = new URL("../../../shared/oracle/stats/", import.meta.url);
const golden = (name: string) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const close = (actual: number | null | undefined, wanted: number): void => {
  expect(Math.abs((actual ?? Number.NaN) - wanted), `${actual} against ${wanted}`).toBeLessThanOrEqual(
    1e-9 * Math.abs(wanted),
  );
};

describe.skipIf(!existsSync(folder))("golden values of R (skipped where ../shared/oracle is absent)", () => {
  test("two samples", () => {
    for (const { x, y, welch, student, mannwhitney, ...sizes } of golden("two_sample_tests.json").pairs) {
      for (const [wanted, equalVariances] of [
        [welch, false],
        [student, true],
      ] as const) {
        const found = welchTest(x, y, { equalVariances });
        close(found.statistic, wanted.t);
        close(found.degreesOfFreedom, wanted.df);
        close(found.pValue, wanted.p);
        close(found.interval?.low, wanted.ci95[0]);
        close(found.interval?.high, wanted.ci95[1]);
      }
      close(welchTest(x, y).means[0], sizes.mean_x);
      close(welchTest(x, y).means[1], sizes.mean_y);
      // One sample against itself has its own standard deviation for a pooled one.
      const ofOne = (sample: number[]) =>
        1 /
        (cohensD(
          sample.map((value) => value + 1),
          sample,
        ).value ?? 0);
      close(ofOne(x), sizes.sd_x);
      close(ofOne(y), sizes.sd_y);
      const ranked = mannWhitneyTest(x, y, { exact: false });
      expect(ranked.statistic).toBe(mannwhitney.U_x);
      expect(mannWhitneyTest(y, x).statistic).toBe(mannwhitney.U_y);
      close(ranked.pValue, mannwhitney.p_normal_cc_tiecorr);
      close(mannWhitneyTest(x, y, { exact: false, continuity: false }).pValue, mannwhitney.p_normal_nocc_tiecorr);
      close(mannWhitneyTest(x, y).pValue, mannwhitney.p_exact ?? mannwhitney.p_normal_cc_tiecorr);
      close(ranked.cliffsDelta, mannwhitney.rank_biserial);
      close(cliffsDelta(x, y).value, mannwhitney.rank_biserial);
      close(probabilityOfSuperiority(x, y), mannwhitney.auc_prob_superiority);
      close(cohensD(x, y).value, sizes.cohens_d_pooled);
      close(hedgesG(x, y).value, sizes.hedges_g_approx);
    }
  });

  test("correlations", () => {
    for (const wanted of golden("correlation.json").cases) {
      const { x, y } = wanted;
      const pearson = correlation(x, y);
      close(pearson.value, wanted.pearson);
      close(pearson.statistic, wanted.t);
      close(pearson.pValue, wanted.p);
      close(pearson.interval?.low, wanted.fisher_ci95[0]);
      close(pearson.interval?.high, wanted.fisher_ci95[1]);
      expect(pearson.degreesOfFreedom).toBe(wanted.df);
      const deviation = (values: number[]) => (average(values).standardError ?? 0) * Math.sqrt(values.length);
      close((pearson.value ?? 0) * deviation(x) * deviation(y), wanted.cov);
      const spearman = correlation(x, y, { method: "spearman", exact: false });
      close(spearman.value, wanted.spearman);
      close(spearman.pValue, wanted.spearman_p_t_approx);
      const kendall = correlation(x, y, { method: "kendall", exact: false });
      close(kendall.value, wanted.kendall_tau_b);
      close(kendall.pValue, wanted.kendall_p_normal);
    }
  });

  test("several groups", () => {
    for (const wanted of golden("kruskal_anova.json").cases) {
      const ranked = kruskalWallisTest(wanted.groups);
      close(ranked.statistic, wanted.H);
      expect(ranked.degreesOfFreedom).toBe(wanted.df);
      close(ranked.pValue, wanted.p);
      const fisher = analysisOfVariance(wanted.groups, { equalVariances: true });
      close(fisher.statistic, wanted.anova_F);
      expect(fisher.degreesOfFreedom).toEqual(wanted.anova_df);
      close(fisher.pValue, wanted.anova_p);
      close(fisher.etaSquared, wanted.eta_sq);
      const welch = analysisOfVariance(wanted.groups);
      close(welch.statistic, wanted.welch_F);
      close(welch.degreesOfFreedom?.[1], wanted.welch_df[1]);
      close(welch.pValue, wanted.welch_p);
    }
  });

  test("quantiles", () => {
    for (const { x, probs, ...wanted } of golden("quantiles.json").cases) {
      const values: number[] = [x].flat();
      const median = quantile(values, 0.5) ?? Number.NaN;
      close(average(values).value, wanted.mean);
      close(median, wanted.median);
      close((quantile(values, 0.75) ?? 0) - (quantile(values, 0.25) ?? 0), wanted.iqr);
      close(
        quantile(
          values.map((value) => Math.abs(value - median)),
          0.5,
        ),
        wanted.mad_raw,
      );
      const { standardError } = average(values);
      if (wanted.sd === null) expect(standardError).toBeNull();
      else close((standardError ?? 0) * Math.sqrt(values.length), wanted.sd);
      probs.forEach((p: number, i: number) => {
        for (const type of [1, 2, 6, 7, 8] as const) {
          close(quantile(values.toReversed(), p, { type }), [wanted[`type${type}`]].flat()[i]);
        }
      });
    }
  });
});
