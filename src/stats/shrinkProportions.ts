import { CxError } from "../error/cxError.js";
import { betaQuantile } from "./betaQuantile.js";
import { checkCount, countPrior } from "./countPrior.js";
import type { GivenPrior, ProportionGroup, ShrinkResult } from "./shrunkenGroup.js";

/** The concentration of a beta distribution that has these moments. */
function concentrationOf({ mean, standardDeviation }: GivenPrior): number {
  const concentration = (mean * (1 - mean)) / standardDeviation ** 2 - 1;
  if (!(mean > 0 && mean < 1 && concentration > 0 && Number.isFinite(concentration))) {
    throw new CxError(
      "invalid-option",
      "shrink requires a prior mean between 0 and 1 with a deviation over 0 and smaller than yes or no has",
      `${mean}, ${standardDeviation}`,
    );
  }
  return concentration;
}

/** `shrink` of shares: the beta-binomial model. */
export function shrinkProportions<Key>(
  groups: readonly ProportionGroup<Key>[],
  level: number,
  given: GivenPrior | undefined,
): ShrinkResult<Key> {
  groups.forEach(({ successes, n }, row) => {
    checkCount(n, Number.MAX_VALUE, row);
    checkCount(successes, n, row);
  });
  const learnt = given ? null : countPrior(groups.map(({ successes, n }) => [successes, n - successes]));
  const concentration = given ? concentrationOf(given) : (learnt?.concentration ?? null);
  const mean = given?.mean ?? learnt?.shares[0] ?? null;
  return {
    groups: groups.map(({ key, successes, n }) => {
      const raw = n === 0 ? null : successes / n;
      const weight = concentration === null || n === 0 ? 0 : n / (n + concentration);
      const shrunken = mean === null ? null : raw === null ? mean : mean + weight * (raw - mean);
      const yes = successes + (concentration ?? 0) * (mean ?? 0);
      const no = n - successes + (concentration ?? 0) * (1 - (mean ?? 0));
      const sound = concentration !== null && yes > 0 && no > 0;
      const end = (tail: "lower" | "upper"): number => betaQuantile((1 - level) / 2, yes, no, tail);
      return {
        key,
        raw,
        shrunken,
        weight,
        n,
        interval: sound ? { low: end("lower"), high: end("upper"), level } : null,
      };
    }),
    prior:
      mean === null
        ? null
        : {
            mean,
            standardDeviation: concentration === null ? 0 : Math.sqrt((mean * (1 - mean)) / (concentration + 1)),
            concentration,
          },
  };
}
