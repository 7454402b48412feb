import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { criticalValue } from "./criticalValue.js";
import { likelyMeanVariance } from "./likelyMeanVariance.js";
import type { PriorMethod } from "./priorMethod.js";
import type { GivenPrior, MeanGroup, ShrinkResult } from "./shrunkenGroup.js";

/** A mean and the variance of this mean. */
interface KnownMean {
  readonly mean: number;
  readonly variance: number;
}

/** One mean pulled towards the others. */
interface ShrunkenMean {
  readonly shrunken: number;
  /** How much of it is its own, 0–1. */
  readonly weight: number;
  /** The variance of what is left to know. */
  readonly variance: number;
}

/** The prior of all means: what they are spread around, and how much they truly differ. */
interface MeanPrior {
  readonly mean: number;
  readonly variance: number;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** The mean of means for a given true variance. */
function centreOf(means: readonly KnownMean[], between: number): { centre: number; weights: number[] } {
  // Means without any error outweigh all others.
  const exact = means.some(({ variance }) => variance + between === 0);
  // Over the least variance, since one over a tiny one is no number.
  const least = means.reduce((a, { variance }) => Math.min(a, variance + between), Number.POSITIVE_INFINITY);
  const raw = means.map(({ variance }) => (exact ? Number(variance + between === 0) : least / (variance + between)));
  const all = total(raw);
  const weights = raw.map((weight) => weight / all);
  return { centre: total(means.map(({ mean }, i) => mean * (weights[i] ?? 0))), weights };
}

/** Morris's estimate of the prior: the true variance is what the means vary by more than their errors explain. */
function meanPrior(means: readonly KnownMean[]): MeanPrior {
  const k = means.length;
  const estimate = (between: number): number => {
    const { centre, weights } = centreOf(means, between);
    return total(
      means.map(({ mean, variance }, i) => (weights[i] ?? 0) * ((k / (k - 1)) * (mean - centre) ** 2 - variance)),
    );
  };
  let between = k < 2 ? 0 : Math.max(0, estimate(0));
  for (let round = 0; round < 1000 && between > 0; round++) {
    const next = Math.max(0, estimate(between));
    const change = Math.abs(next - between);
    between = next;
    if (change <= 1e-14 * next) break;
  }
  return { mean: centreOf(means, between).centre, variance: between };
}

/** The prior by maximum likelihood. */
function likelyPrior(means: readonly KnownMean[]): MeanPrior {
  const variance = likelyMeanVariance(means);
  return { mean: centreOf(means, variance).centre, variance };
}

/** Pulls means towards a prior as if it were known. */
function shrinkToPrior({ mean, variance }: KnownMean, prior: MeanPrior): ShrunkenMean {
  const all = variance + prior.variance;
  const weight = all === 0 ? 1 : prior.variance / all;
  return { shrunken: prior.mean + weight * (mean - prior.mean), weight, variance: weight * variance };
}

/**
 * Pulls means towards each other, a little less than the estimated prior would, for it is only estimated (Morris). Fewer than
 * four means stay as they are: so few say nothing of a prior.
 */
function shrinkToEachOther(means: readonly KnownMean[], prior: MeanPrior): ShrunkenMean[] {
  const k = means.length;
  if (k < 4) return means.map(({ mean, variance }) => ({ shrunken: mean, weight: 1, variance }));
  const { weights } = centreOf(means, prior.variance);
  const average = total(means.map(({ variance }, i) => variance * (weights[i] ?? 0)));
  return means.map(({ mean, variance }, i) => {
    const all = variance + prior.variance;
    const pull = all === 0 ? 0 : ((k - 3) / (k - 1)) * (variance / all);
    const doubt = all === 0 ? 0 : (2 / (k - 3)) * pull ** 2 * ((average + prior.variance) / all);
    const distance = mean - prior.mean;
    return {
      shrunken: prior.mean + (1 - pull) * distance,
      weight: 1 - pull,
      variance: variance * (1 - (1 - (weights[i] ?? 0)) * pull) + doubt * distance ** 2,
    };
  });
}

/** Whether a group that is not empty lacks its mean, or its size. */
const isUnknown = <Key>({ mean, n }: MeanGroup<Key>): boolean => isMissing(n) || (n !== 0 && isMissing(mean));

/** The groups that say something: without an error of their own, by the variation within all groups. */
function knownMeans<Key>(groups: readonly MeanGroup<Key>[]): (KnownMean | null)[] {
  const refuse = (required: string, received: unknown, row: number): never => {
    throw new CxError("invalid-value", `shrink requires ${required}`, received, row);
  };
  let [within, degreesOfFreedom] = [0, 0];
  groups.forEach(({ mean, standardError, n }, row) => {
    if (isMissing(n)) return;
    if (!(n >= 0 && n <= 1e15)) refuse("an n from 0 to 1e15", n, row);
    if (n > 0 && !(isMissing(mean) || (typeof mean === "number" && Math.abs(mean) <= 1e140))) {
      refuse("means of at most 1e140", mean, row);
    }
    if (isMissing(standardError)) return;
    if (!(standardError >= 0 && standardError <= 1e140)) refuse("a standard error from 0 to 1e140", standardError, row);
    if (n <= 1 || isMissing(mean)) return;
    degreesOfFreedom += n - 1;
    // As a mean of variances, so that nothing overflows.
    within += ((n - 1) / degreesOfFreedom) * (n * standardError ** 2 - within);
  });
  return groups.map(({ mean, standardError, n }) => {
    if (isMissing(n) || n === 0 || isMissing(mean)) return null;
    if (!isMissing(standardError) && standardError > 0) return { mean, variance: standardError ** 2 };
    return degreesOfFreedom > 0 ? { mean, variance: within / n } : null;
  });
}

/** `shrink` of means: the normal model. */
export function shrinkMeans<Key>(
  groups: readonly MeanGroup<Key>[],
  level: number,
  given: GivenPrior | undefined,
  method: PriorMethod,
): ShrinkResult<Key> {
  if (
    given !== undefined &&
    !(Number.isFinite(given.mean) && given.standardDeviation >= 0 && given.standardDeviation <= 1e140)
  ) {
    throw new CxError("invalid-option", "shrink requires a prior mean and a deviation of at least 0", given.mean);
  }
  const z = criticalValue(level);
  const every = knownMeans(groups);
  const known = every.filter((each) => each !== null);
  const likely = method === "maximum-likelihood" && known.length > 1;
  const learnt = known.length === 0 ? null : likely ? likelyPrior(known) : meanPrior(known);
  const prior = given ? { mean: given.mean, variance: given.standardDeviation ** 2 } : learnt;
  const pulled =
    (given || likely) && prior
      ? known.map((each) => shrinkToPrior(each, prior))
      : prior
        ? shrinkToEachOther(known, prior)
        : [];
  const results = new Map(known.map((each, i) => [each, pulled[i]]));
  return {
    groups: groups.map((group, i) => {
      const n = isUnknown(group) ? 0 : (group.n ?? 0);
      const own = every[i];
      const result = own ? results.get(own) : undefined;
      const half = result ? z * Math.sqrt(result.variance) : 0;
      return {
        key: group.key,
        raw: n === 0 ? null : (group.mean ?? null),
        shrunken: result?.shrunken ?? prior?.mean ?? null,
        weight: result?.weight ?? 0,
        n,
        interval: result && half > 0 ? { low: result.shrunken - half, high: result.shrunken + half, level } : null,
      };
    }),
    prior: prior && { mean: prior.mean, standardDeviation: Math.sqrt(prior.variance), concentration: null },
    missing: groups.filter(isUnknown).length,
  };
}
