import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { criticalValue } from "./criticalValue.js";
import { shrinkMeans } from "./shrinkMeans.js";
import { shrinkProportions } from "./shrinkProportions.js";
import { shrinkScores } from "./shrinkScores.js";
import type { GivenPrior, MeanGroup, NpsGroup, ProportionGroup, ShrinkResult } from "./shrunkenGroup.js";

/** Options of {@link shrink}. */
export interface ShrinkOptions {
  readonly kind: "proportion" | "nps" | "mean";
  /** The level of the intervals, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** What is known of such groups from elsewhere, for shares and means. By default learnt from the groups themselves. */
  readonly prior?: GivenPrior;
  /**
   * How the prior is learnt: by the moments of the groups, or by maximum likelihood, which makes more of groups of very different
   * sizes. @defaultValue "moments"
   */
  readonly method?: "moments" | "maximum-likelihood";
}

/**
 * Pulls the figures of small groups towards those of all groups, as far as chance alone makes small groups differ (empirical
 * Bayes). Rank groups by what comes out, and show the raw figure beside.
 *
 * Shares by the beta-binomial model, NPS by the Dirichlet–multinomial, both with a concentration M that is learnt from the groups:
 * one of n answers keeps n/(n + M) of its own. Means by the normal model: from moments with Morris's correction, which for equally
 * large groups is that of James and Stein, and leaves fewer than four means as they are; by maximum likelihood without, as if what
 * was learnt were known. Where the groups do not differ by more than chance, all are at the mean, but for means from moments, which
 * keep a little of their own.
 *
 * @param groups One object for each group: `{ key, successes, n }`, `{ key, promoters, passives, detractors }` or
 * `{ key, mean, standardError, n }`; further fields are ignored, so that `{ key, ...result }` will do for the result of `nps`,
 * suppressed or not: groups of which a figure is null, undefined or NaN are taken for empty, and counted.
 * @param options Which of the three, the level, and what is known from elsewhere.
 * @returns The groups in their order, and what they are pulled towards.
 * @throws A {@link CxError} `invalid-value` when the figures of a group make no sense (with its index), `invalid-option` when
 * an option is wrong.
 *
 * @example
 * ```ts
 * import { shrink } from "cxkit";
 *
 * const shops = [
 *   { key: "north", successes: 4, n: 5 },
 *   { key: "south", successes: 120, n: 300 },
 *   { key: "east", successes: 210, n: 300 },
 *   { key: "new", successes: 0, n: 0 },
 * ];
 * const { groups, prior } = shrink(shops, { kind: "proportion" });
 * groups[0]; // => { key: "north", raw: 0.8, shrunken: 0.673…, weight: 0.4…, n: 5, … }
 * groups[3]; // => { key: "new", raw: null, weight: 0, … }
 * prior; // => { mean: 0.552…, … }
 * ```
 *
 * @see Gelman and others (2013), "Bayesian Data Analysis", 5.1; Morris (1983), JASA 78, 47–55; Efron and Morris (1977),
 * Scientific American 236, 119–127; Minka (2000), "Estimating a Dirichlet distribution".
 */
export function shrink<Key>(
  groups: readonly ProportionGroup<Key>[],
  options: ShrinkOptions & { readonly kind: "proportion" },
): ShrinkResult<Key>;
export function shrink<Key>(
  groups: readonly NpsGroup<Key>[],
  options: ShrinkOptions & { readonly kind: "nps" },
): ShrinkResult<Key>;
export function shrink<Key>(
  groups: readonly MeanGroup<Key>[],
  options: ShrinkOptions & { readonly kind: "mean" },
): ShrinkResult<Key>;
export function shrink<Key>(groups: readonly { readonly key: Key }[], options: ShrinkOptions): ShrinkResult<Key> {
  checkOptions("shrink", options, ["kind", "level", "prior", "method"]);
  const { kind, level = 0.95, prior, method = "moments" } = options;
  checkChoice("kind of shrink", kind, ["proportion", "nps", "mean"]);
  checkChoice("method of shrink", method, ["moments", "maximum-likelihood"]);
  criticalValue(level);
  if (!Array.isArray(groups)) throw new CxError("invalid-option", "shrink requires an array of groups", groups);
  if (prior !== undefined) {
    checkOptions("the prior of shrink", prior, ["mean", "standardDeviation"]);
    if (kind === "nps")
      throw new CxError("invalid-option", "shrink learns the prior of NPS from the groups", "a prior");
  }
  if (kind === "proportion") return shrinkProportions(groups as readonly ProportionGroup<Key>[], level, prior, method);
  if (kind === "nps") return shrinkScores(groups as readonly NpsGroup<Key>[], level, method);
  return shrinkMeans(groups as readonly MeanGroup<Key>[], level, prior, method);
}
