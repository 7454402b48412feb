import { averageMetric } from "../kpi/average.js";
import { measure } from "../metric/measure.js";
import { studentTCdf } from "../stats/studentTCdf.js";
import { Exposure } from "./exposure.js";
import { inWords } from "./frameGap.js";
import type { EffectOf } from "./gapEffects.js";
import type { JourneyDesign } from "./journeyDesign.js";
import type { GapCandidate } from "./pathGaps.js";
import type { Walk } from "./walkLog.js";

/** One answer about a touchpoint: whose it is, and how satisfied they were, in percent. */
export interface Answer {
  readonly customer: string | null;
  readonly satisfaction: number;
}

/** Respondents whose own mean is under the promise; an anonymous answer is a respondent of its own. */
function belowPromise(answers: readonly Answer[], promised: number): Exposure {
  const sums = new Map<string, { sum: number; n: number }>();
  const exposure = new Exposure();
  for (const { customer, satisfaction } of answers) {
    if (customer === null) {
      exposure.of++;
      if (satisfaction < promised) exposure.count++;
      continue;
    }
    const { sum, n } = sums.get(customer) ?? { sum: 0, n: 0 };
    sums.set(customer, { sum: sum + satisfaction, n: n + 1 });
  }
  for (const [customer, { sum, n }] of sums) exposure.add(customer, sum / n < promised);
  return exposure;
}

/** The one-sided p-value of a mean at such a distance from the promise. Where all answers are alike, there is no chance to speak of. */
function chanceOf(distance: number, standardError: number, n: number): number {
  if (standardError === 0) return distance < 0 ? 0 : 1;
  return studentTCdf(distance / standardError, n - 1);
}

/** Touchpoints whose customers are less satisfied than they were promised to be. */
export function experienceGaps(
  answers: readonly (readonly Answer[])[],
  design: JourneyDesign,
  walk: Walk | null,
  effectOf: EffectOf,
  options: { readonly level: number; readonly minimumN: number },
): GapCandidate[] {
  const { level, minimumN } = options;
  return design.places.flatMap(({ stage, touchpoint }, place): GapCandidate[] => {
    const promised = touchpoint.expected?.satisfaction;
    const here = answers[place] ?? [];
    if (promised === undefined || here.length < minimumN) return [];
    const { value, n, standardError, interval } = measure(
      here,
      averageMetric((answer) => answer.satisfaction, { level }),
    );
    if (value === null || standardError === null) return [];
    return [
      {
        pValue: chanceOf(value - promised, standardError, n),
        facts: () => {
          const exposure = belowPromise(here, promised);
          const visitors = walk?.visitors[place] ?? 0;
          const customers = exposure.customers(level, visitors > 0 ? visitors : exposure.of);
          const share = customers.share ?? 0;
          return {
            kind: "experience",
            stage: stage.id,
            touchpoint: touchpoint.id,
            customers,
            // Without a log, those who answered are all there are.
            reach: walk !== null && visitors > 0 ? (share * visitors) / walk.customers : share,
            baseHarm: (promised - value) / promised,
            // Without the answers that made the gap, or it would be an effect of itself.
            effect: effectOf(exposure.affected, exposure.others, touchpoint.id),
            evidence: {
              answers: n,
              promised,
              mean: value,
              low: interval?.low ?? null,
              high: interval?.high ?? null,
              customers: exposure.examples,
            },
            remedy: "redesign",
            explanation: `“${touchpoint.name}” promises a satisfaction of ${promised} % and reaches ${Math.round(value)} %; ${inWords(customers, "respondents")} are under the promise.`,
          };
        },
      },
    ];
  });
}
