import type { Interval } from "../../stats/interval.js";
import { quantileOfSorted } from "../../stats/quantile.js";
import { seededRandom } from "../../stats/seededRandom.js";
import type { CreditPlan } from "./creditShares.js";

/** How customers are drawn. */
export interface ReplicateOptions {
  readonly replicates: number;
  readonly seed: number;
  readonly level: number;
}

/** Per model and touch, the middle of its shares when customers are drawn again and again; null where fewer than two draws tell one. */
export function shareIntervals(
  plan: CreditPlan,
  customers: number,
  models: number,
  touches: number,
  { replicates, seed, level }: ReplicateOptions,
): (Interval | null)[][] {
  const random = seededRandom(seed);
  const drawn = Array.from({ length: models }, () => Array.from({ length: touches }, (): number[] => []));
  for (let replicate = 0; replicate < replicates; replicate++) {
    const weights = new Float64Array(customers);
    for (let draw = 0; draw < customers; draw++) {
      const customer = Math.floor(random() * customers);
      weights[customer] = (weights[customer] as number) + 1;
    }
    plan.of(weights).shares.forEach((shares, model) => {
      shares?.forEach((share, touch) => {
        drawn[model]?.[touch]?.push(share);
      });
    });
  }
  return drawn.map((model) =>
    model.map((values) => {
      if (values.length < 2) return null;
      const sorted = Float64Array.from(values).sort();
      const at = (p: number): number => quantileOfSorted(sorted, p, 6);
      return { low: at((1 - level) / 2), high: at((1 + level) / 2), level };
    }),
  );
}
