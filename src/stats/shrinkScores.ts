import { countsOf } from "./countPrior.js";
import { criticalValue } from "./criticalValue.js";
import { learnCounts, type PriorMethod } from "./priorMethod.js";
import type { NpsGroup, ShrinkResult } from "./shrunkenGroup.js";

/** `shrink` of Net Promoter Scores: the Dirichlet–multinomial model. */
export function shrinkScores<Key>(
  groups: readonly NpsGroup<Key>[],
  level: number,
  method: PriorMethod,
): ShrinkResult<Key> {
  const counts = countsOf(groups.map(({ promoters, passives, detractors }) => [promoters, passives, detractors]));
  const known = counts.map((each) => each ?? [0, 0, 0]);
  const z = criticalValue(level);
  const learnt = learnCounts[method](known);
  const concentration = learnt?.concentration ?? null;
  const [promoting = 0, , detracting = 0] = learnt?.shares ?? [];
  const mean = promoting - detracting;
  return {
    groups: known.map(([promoters = 0, passives = 0, detractors = 0], i) => {
      const n = promoters + passives + detractors;
      const raw = n === 0 ? null : (promoters - detractors) / n;
      const weight = concentration === null || n === 0 ? 0 : n / (n + concentration);
      const shrunken = raw === null ? mean : mean + weight * (raw - mean);
      const own = n === 0 ? 0 : (promoters + detractors) / n;
      const outer = weight * own + (1 - weight) * (promoting + detracting);
      const spread = Math.sqrt(Math.max(0, outer - shrunken ** 2) / (n + (concentration ?? 0) + 1));
      const interval =
        concentration === null || !(spread > 0)
          ? null
          : { low: 100 * Math.max(-1, shrunken - z * spread), high: 100 * Math.min(1, shrunken + z * spread), level };
      return {
        key: groups[i]?.key as Key,
        raw: raw === null ? null : 100 * raw,
        shrunken: learnt === null ? null : 100 * shrunken,
        weight,
        n,
        interval,
      };
    }),
    prior:
      learnt === null
        ? null
        : {
            mean: 100 * mean,
            standardDeviation:
              concentration === null ? 0 : 100 * Math.sqrt((promoting + detracting - mean ** 2) / (concentration + 1)),
            concentration,
          },
    missing: counts.filter((each) => each === null).length,
  };
}
