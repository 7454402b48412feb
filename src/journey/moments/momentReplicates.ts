import type { Interval } from "../../stats/interval.js";
import { quantileOfSorted } from "../../stats/quantile.js";
import { seededRandom } from "../../stats/seededRandom.js";
import type { MomentAnswers } from "./momentAnswers.js";
import { momentFigures } from "./momentFigures.js";

/** What samples of customers tell of a touchpoint. */
export interface MomentSamples {
  readonly effectInterval: Interval | null;
  readonly interval: Interval | null;
  readonly rankInterval: { readonly low: number; readonly high: number; readonly level: number } | null;
}

/** Draws customers with all their answers, and gives the middle of what the samples say; null for touchpoints that are not ranked. */
export function momentReplicates(
  { touchpoints, respondents }: MomentAnswers,
  ranked: readonly boolean[],
  everyone: number,
  { replicates, seed, level }: { readonly replicates: number; readonly seed: number; readonly level: number },
): (MomentSamples | null)[] {
  const random = seededRandom(seed);
  const drawn = touchpoints.map(() => ({
    effects: [] as number[],
    importances: [] as number[],
    ranks: [] as number[],
  }));
  const times = new Int32Array(respondents);
  const weights = touchpoints.map(({ customers }) => new Int32Array(customers.length));
  for (let replicate = 0; replicate < replicates; replicate++) {
    times.fill(0);
    for (let draw = 0; draw < respondents; draw++) {
      const customer = Math.floor(random() * respondents);
      times[customer] = (times[customer] ?? 0) + 1;
    }
    const importances: { readonly index: number; readonly importance: number }[] = [];
    touchpoints.forEach(({ customers, satisfaction, outcomes, visitors }, index) => {
      const mine = weights[index];
      if (ranked[index] !== true || mine === undefined) return;
      customers.forEach((customer, place) => {
        mine[place] = times[customer] ?? 0;
      });
      const figures = momentFigures(satisfaction, outcomes, mine);
      if (figures === null) return;
      drawn[index]?.effects.push(figures.effect);
      const importance = (visitors / everyone) * Math.abs(figures.effect) * (1 - figures.mean / 100);
      importances.push({ index, importance });
    });
    importances.sort((a, b) => b.importance - a.importance);
    importances.forEach(({ index, importance }, place) => {
      drawn[index]?.importances.push(importance);
      drawn[index]?.ranks.push(place + 1);
    });
  }
  return drawn.map(({ effects, importances, ranks }, index) => {
    if (ranked[index] !== true) return null;
    return {
      effectInterval: middle(effects, level),
      interval: middle(importances, level),
      rankInterval: middle(ranks, level, Math.round),
    };
  });
}

function middle(values: number[], level: number, round = (value: number): number => value): Interval | null {
  if (values.length < 2) return null;
  const sorted = values.sort((a, b) => a - b);
  const [low, high] = [(1 - level) / 2, (1 + level) / 2].map((p) => round(quantileOfSorted(sorted, p)));
  return { low: low ?? 0, high: high ?? 0, level };
}
