/** A wrong option, or what is no number where one is required, is refused with a CxError, whatever it is. */

import { isCxError } from "cxkit";
import * as stats from "cxkit/stats";
import { describe, expect, test } from "vitest";

const pairs = [
  [1, 2, 3],
  [2, 3, 5],
] as const;
const table = [
  [1, 2],
  [3, 4],
] as const;

/** Every function with options: a right call, and its options. */
const calls: [keyof typeof stats, readonly unknown[], readonly string[]][] = [
  ["welchTest", pairs, ["level", "alternative", "equalVariances"]],
  ["mannWhitneyTest", pairs, ["level", "alternative", "exact", "continuity"]],
  ["cliffsDelta", pairs, ["level"]],
  ["cohensD", pairs, ["level"]],
  ["hedgesG", pairs, ["level"]],
  ["analysisOfVariance", [pairs], ["equalVariances"]],
  ["dunnTest", [pairs], ["adjust"]],
  ["pairedTTest", pairs, ["level", "alternative"]],
  ["wilcoxonSignedRankTest", pairs, ["level", "alternative", "exact", "continuity"]],
  ["correlation", pairs, ["method", "level", "alternative", "exact"]],
  ["quantile", [pairs[0], 0.5], ["type"]],
  ["quantileInterval", [pairs[0], 0.5], ["level"]],
  ["shapleyRegression", [pairs[0], { a: pairs[1] }], ["permutations", "seed"]],
  ["bootstrap", [pairs[0], (sample: number[]) => sample[0]], ["method", "replicates", "level", "seed", "cluster"]],
  ["krippendorffAlpha", [table], ["metric"]],
  ["cronbachAlpha", [table], ["level"]],
  ["agreementTable", pairs, ["labels"]],
  ["cohensKappa", [table], ["weights", "level"]],
  [
    "fleissKappa",
    [
      [
        [1, 2],
        [3, 0],
      ],
    ],
    ["level"],
  ],
  ["chiSquareTest", [table], ["continuity"]],
  ["chiSquareGoodnessOfFit", [[1, 2]], ["expected"]],
  ["fisherExactTest", [table], ["alternative", "level"]],
  ["mcnemarTest", [table], ["exact", "continuity", "level"]],
  ["twoProportionTest", [1, 2, 3, 4], ["level", "alternative", "continuity", "method"]],
  ["riskRatio", [1, 2, 3, 4], ["level", "method"]],
  ["oddsRatio", [1, 2, 3, 4], ["level", "method"]],
  ["newcombeDifference", [1, 2, 3, 4], ["level", "continuity"]],
  ["wilson", [1, 2], ["level", "continuity"]],
  ["wald", [1, 2], ["level"]],
  ["jeffreys", [1, 2], ["level"]],
  ["clopperPearson", [1, 2], ["level"]],
  ["agrestiCoull", [1, 2], ["level", "added"]],
  ["tangoDifference", [1, 1, 3], ["level"]],
  ["poissonRate", [1, 2], ["level"]],
];

/** Every function of numbers alone. */
const ofNumbers: [keyof typeof stats, readonly number[]][] = [
  ["cohensH", [0.1, 0.2]],
  ["finitePopulationCorrection", [3, 4]],
  ["normalCdf", [1]],
  ["normalQuantile", [0.2]],
  ["studentTCdf", [1, 2]],
  ["studentTQuantile", [0.2, 2]],
  ["chiSquareCdf", [1, 2]],
  ["chiSquareQuantile", [0.2, 2]],
  ["fCdf", [1, 2, 3]],
  ["fQuantile", [0.2, 2, 3]],
  ["betaCdf", [0.1, 2, 3]],
  ["betaQuantile", [0.2, 2, 3]],
  ["gammaCdf", [1, 2, 3]],
  ["gammaQuantile", [0.2, 2, 3]],
  ["binomialCdf", [1, 2, 0.3]],
  ["binomialQuantile", [0.2, 2, 0.3]],
  ["poissonCdf", [1, 2]],
  ["poissonQuantile", [0.2, 2]],
  ["incompleteGamma", [2, 3]],
  ["logGamma", [3]],
  ["wilson", [1, 2]],
  ["tangoDifference", [1, 1, 3]],
  ["newcombeDifference", [1, 2, 3, 4]],
  ["poissonRate", [1, 2]],
];

const run = (name: keyof typeof stats, args: readonly unknown[]): unknown =>
  (Reflect.get(stats, name) as (...given: readonly unknown[]) => unknown)(...args);

describe("a wrong call", () => {
  test.each(calls)("of %s with a wrong option is refused", (name, args, options) => {
    expect(() => run(name, args)).not.toThrow();
    for (const option of options) {
      for (const wrong of [null, Number.NaN, -1.5, "x", {}, Symbol("x"), 5n, new Date(0)]) {
        expect(() => run(name, [...args, { [option]: wrong }]), `${option}: ${String(wrong)}`).toThrowError(
          expect.objectContaining({ code: "invalid-option" }),
        );
      }
    }
    for (const wrong of [null, 0.95, "level", { levl: 0.9 }]) {
      expect(() => run(name, [...args, wrong])).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });

  test.each(ofNumbers)("of %s with what is no number is refused", (name, args) => {
    expect(() => run(name, args)).not.toThrow();
    args.forEach((_, place) => {
      for (const wrong of [null, undefined, Number.NaN, "0.5", {}, [1], true, new Date(0)]) {
        // An argument that is left out may have a default.
        if (wrong === undefined && place === args.length - 1 && place > 0) continue;
        const given = args.with(place, wrong as never);
        let thrown: unknown = null;
        try {
          run(name, given);
        } catch (error) {
          thrown = error;
        }
        expect(isCxError(thrown), `${name}(${given.map(String).join(", ")})`).toBe(true);
      }
    });
  });

  test("of bootstrap with rows that cannot be gone through is refused", () => {
    for (const wrong of [null, undefined, 3, {}]) {
      expect(() => stats.bootstrap(wrong as never, () => 1)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });
});
