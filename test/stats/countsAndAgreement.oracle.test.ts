/** Every case of the golden values on counts and agreement, where they are at hand. The published figures are in the files beside. */
import { existsSync, readFileSync } from "node:fs";
import {
  adjustPValues,
  agrestiCoull,
  chiSquareGoodnessOfFit,
  chiSquareTest,
  clopperPearson,
  cohensH,
  cohensKappa,
  fisherExactTest,
  fleissKappa,
  jeffreys,
  mcnemarTest,
  normalCdf,
  normalQuantile,
  twoProportionTest,
  wald,
} from "cxkit";
import { describe, expect, test } from "vitest";

const folder = new URL("../../../shared/oracle/stats/", import.meta.url);
const golden = (name: string) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
/** Null is only close to null, and 0 to what is not printed. */
const close = (actual: number | null, wanted: number | null, relative = 1e-9): void => {
  if (wanted === null || actual === null) {
    expect(actual).toBe(wanted);
    return;
  }
  expect(Math.abs(actual - wanted), `${actual} against ${wanted}`).toBeLessThanOrEqual(
    relative * Math.abs(wanted) + 1e-15,
  );
};
const closeEach = (actual: readonly unknown[], wanted: readonly unknown[]): void => {
  expect(actual.length).toBe(wanted.length);
  actual.flat().forEach((each, index) => {
    close(each as number | null, wanted.flat()[index] as number | null);
  });
};

describe.skipIf(!existsSync(folder))("golden values of R (skipped where ../shared/oracle is absent)", () => {
  test("intervals of a share", () => {
    for (const { k, n, level, ...wanted } of golden("proportion_intervals.json").cases) {
      close(k / n, wanted.estimate);
      const made = {
        agresti_coull: agrestiCoull(k, n, { level }),
        clopper_pearson: clopperPearson(k, n, { level }),
        jeffreys_edge0_1: jeffreys(k, n, { level }),
        wald_unclipped: wald(k, n, { level }),
      };
      for (const [name, { low, high }] of Object.entries(made)) {
        close(low, Math.max(0, wanted[name][0]));
        close(high, Math.min(1, wanted[name][1]));
      }
    }
  });

  test("two shares", () => {
    for (const { k1, n1, k2, n2, level, ...wanted } of golden("two_proportions.json").cases) {
      const plain = twoProportionTest(k1, n1, k2, n2, { level });
      close(plain.difference, wanted.diff);
      close(plain.statistic, wanted.z_pooled);
      close(plain.pValue, wanted.p_two_sided);
      close(plain.riskRatio, wanted.relative_risk);
      close(plain.oddsRatio, wanted.odds_ratio_sample);
      close(cohensH(k1 / n1, k2 / n2), wanted.cohens_h);
      // The z of the textbook interval's own standard error.
      const { interval: textbook } = twoProportionTest(k1, n1, k2, n2, { level: 0.5, method: "wald" });
      const error = ((textbook?.high ?? 0) - (textbook?.low ?? 0)) / 2 / normalQuantile(0.75);
      if (wanted.z_unpooled !== null) {
        close(wanted.diff / error, wanted.z_unpooled);
        close(2 * normalCdf(Math.abs(wanted.diff / error), "upper"), wanted.p_unpooled);
      }
      const corrected = twoProportionTest(k1, n1, k2, n2, { level, continuity: true });
      close(corrected.statistic === null ? null : corrected.statistic ** 2, wanted.chisq_yates);
      close(corrected.pValue, wanted.p_yates);
      for (const [method, [low, high]] of [
        ["newcombe", wanted.newcombe_hybrid_score_ci],
        ["wald", wanted.wald_ci],
        ["agresti-caffo", wanted.agresti_caffo_ci],
      ] as const) {
        const { interval } = twoProportionTest(k1, n1, k2, n2, { level, method });
        close(interval?.low ?? null, Math.max(-1, low));
        close(interval?.high ?? null, Math.min(1, high));
      }
      const table = [
        [k1, n1 - k1],
        [k2, n2 - k2],
      ] as const;
      const exact = fisherExactTest(table, { level });
      close(exact.pValue, wanted.fisher_p);
      // R finds it to three digits only (17.2759 for 17.2690), and says 0 where nothing is known.
      if (k1 + k2 > 0) close(exact.oddsRatio, wanted.fisher_or_cond_mle, 1e-3);
      close(chiSquareTest(table).statistic, wanted.chisq_noyates);
      close(chiSquareTest(table, { continuity: true }).pValue, wanted.p_yates);
    }
  });

  test("chi-square of independence and of fit, and McNemar", () => {
    const { tables, gof, mcnemar } = golden("chisquare.json");
    for (const { table_rows: rows, ...wanted } of tables) {
      const result = chiSquareTest(rows);
      close(result.statistic, wanted.chisq);
      close(result.degreesOfFreedom, wanted.df);
      close(result.pValue, wanted.p);
      close(result.cramersV, wanted.cramers_v);
      close(Math.sqrt((result.statistic ?? 0) / result.n), wanted.phi);
      close(result.likelihoodRatio.statistic, wanted.g_stat);
      close(result.likelihoodRatio.pValue, wanted.g_p);
      close(chiSquareTest(rows, { continuity: true }).statistic, wanted.chisq_yates_if_2x2);
      close(chiSquareTest(rows, { continuity: true }).pValue, wanted.p_yates);
      closeEach(result.expected, wanted.expected);
      closeEach(result.residuals, wanted.pearson_residuals);
      closeEach(result.standardisedResiduals, wanted.stdres);
    }
    for (const { obs, prob, ...wanted } of gof) {
      const result = chiSquareGoodnessOfFit(obs, { expected: prob });
      close(result.statistic, wanted.chisq);
      close(result.degreesOfFreedom, wanted.df);
      close(result.pValue, wanted.p);
    }
    const plain = mcnemarTest(mcnemar.table_rows, { continuity: false });
    close(plain.statistic, mcnemar.chisq_nocorr);
    close(plain.pValue, mcnemar.p_nocorr);
    const corrected = mcnemarTest(mcnemar.table_rows);
    close(corrected.statistic, mcnemar.chisq_corr);
    close(corrected.pValue, mcnemar.p_corr);
  });

  test("adjusted p-values", () => {
    for (const { p, BH, BY, holm, hochberg, bonferroni } of golden("p_adjust.json").cases) {
      closeEach(adjustPValues(p, "benjamini-hochberg"), BH);
      closeEach(adjustPValues(p, "benjamini-yekutieli"), BY);
      closeEach(adjustPValues(p, "holm"), holm);
      closeEach(adjustPValues(p, "hochberg"), hochberg);
      closeEach(adjustPValues(p, "bonferroni"), bonferroni);
    }
  });

  test("kappa", () => {
    const { cohen, fleiss } = golden("kappa.json");
    for (const { table, ...wanted } of cohen) {
      const result = cohensKappa(table);
      close(result.value, wanted.kappa);
      close(result.standardError, wanted.se);
      close((result.value ?? 0) / (result.statistic ?? 0), wanted.se0);
      close(result.interval?.low ?? null, wanted.ci95[0]);
      close(result.interval?.high ?? null, wanted.ci95[1]);
      close(result.maximum, wanted.kappa_max);
      close(result.observedAgreement, wanted.po);
      close(cohensKappa(table, { weights: "linear" }).value, wanted.linear_weighted);
      close(cohensKappa(table, { weights: "quadratic" }).value, wanted.quadratic_weighted);
    }
    close(fleissKappa(fleiss.table).value, fleiss.kappa);
  });
});
