import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { betaQuantile } from "./betaQuantile.js";
import { countsOf } from "./countPrior.js";
import { learnCounts, type PriorMethod } from "./priorMethod.js";
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
  method: PriorMethod,
): ShrinkResult<Key> {
  const counts = countsOf(
    groups.map(({ successes, n }, row) => {
      if (isMissing(successes) || isMissing(n)) return [null];
      if (successes > n) throw new CxError("invalid-value", `shrink requires successes from 0 to ${n}`, successes, row);
      return [successes, n - successes];
    }),
  );
  const known = counts.map((each) => each ?? [0, 0]);
  const learnt = given ? null : learnCounts[method](known);
  const concentration = given ? concentrationOf(given) : (learnt?.concentration ?? null);
  const mean = given?.mean ?? learnt?.shares[0] ?? null;
  return {
    groups: known.map(([successes = 0, failures = 0], i) => {
      const n = successes + failures;
      const raw = n === 0 ? null : successes / n;
      const weight = concentration === null || n === 0 ? 0 : n / (n + concentration);
      const shrunken = mean === null ? null : raw === null ? mean : mean + weight * (raw - mean);
      const yes = successes + (concentration ?? 0) * (mean ?? 0);
      const no = failures + (concentration ?? 0) * (1 - (mean ?? 0));
      const sound = concentration !== null && yes > 0 && no > 0;
      const end = (tail: "lower" | "upper"): number => betaQuantile((1 - level) / 2, yes, no, tail);
      return {
        key: groups[i]?.key as Key,
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
    missing: counts.filter((each) => each === null).length,
  };
}
