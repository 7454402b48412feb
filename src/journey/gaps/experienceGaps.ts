import { averageMetric } from "../../kpi/average.js";
import { measure } from "../../metric/measure.js";
import { studentTCdf } from "../../stats/studentTCdf.js";
import type { JourneyDesign } from "../design/journeyDesign.js";
import { affectedCustomers, examplesOf } from "./exposure.js";
import { inWords } from "./frameGap.js";
import type { EffectOf } from "./gapEffects.js";
import type { GapCandidate } from "./pathGaps.js";
import type { Walk } from "./walkLog.js";

/** One answer about a touchpoint: whose it is, and how satisfied they were, in percent. */
export interface Answer {
  readonly customer: string | null;
  readonly satisfaction: number;
}

/** What the answers of a respondent come to; an anonymous answer is a respondent of its own. */
function respondentsOf(answers: readonly Answer[]): Answer[] {
  const sums = new Map<string, { sum: number; n: number }>();
  const anonymous: Answer[] = [];
  for (const answer of answers) {
    if (answer.customer === null) anonymous.push(answer);
    else {
      const { sum, n } = sums.get(answer.customer) ?? { sum: 0, n: 0 };
      sums.set(answer.customer, { sum: sum + answer.satisfaction, n: n + 1 });
    }
  }
  return [...Array.from(sums, ([customer, { sum, n }]) => ({ customer, satisfaction: sum / n })), ...anonymous];
}

/** The one-sided p-value of a mean at such a distance from the promise. */
function chanceUnderPromise(distance: number, standardError: number, n: number): number {
  if (distance >= 0) return 1;
  // Where all are of one mind there is no spread to go by: the chance that all should fall on one side.
  return standardError === 0 ? 0.5 ** n : studentTCdf(distance / standardError, n - 1);
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
    // Several answers of one customer are alike, so respondents are what is counted.
    const respondents = respondentsOf(answers[place] ?? []);
    if (promised === undefined || respondents.length < minimumN) return [];
    const mean = measure(
      respondents,
      averageMetric((one) => one.satisfaction, { level }),
    );
    const { value, n, standardError, interval } = mean;
    if (value === null || standardError === null) return [];
    const facts: GapCandidate["facts"] = () => {
      const under = respondents.filter(({ satisfaction }) => satisfaction < promised);
      const known = (some: readonly Answer[]): string[] => some.flatMap(({ customer }) => customer ?? []);
      const visitors = walk?.visitors[place] ?? 0;
      const count = { affected: under.map(({ customer }) => customer ?? ""), of: n };
      const customers = affectedCustomers(count, level, Math.max(visitors, n));
      // Where no log tells, a touchpoint reaches half the customers.
      const come = walk !== null && visitors > 0 ? visitors / walk.customers : 0.5;
      const over = respondents.filter(({ satisfaction }) => satisfaction >= promised);
      return {
        kind: "experience",
        stage: stage.id,
        touchpoint: touchpoint.id,
        customers,
        reach: (under.length / n) * come,
        baseHarm: (promised - value) / promised,
        // Without the answers that made the gap, or it would be an effect of itself.
        effect: effectOf(known(under), known(over), touchpoint.id),
        evidence: {
          respondents: n,
          promised,
          mean: value,
          low: interval?.low ?? null,
          high: interval?.high ?? null,
          examples: examplesOf({ affected: known(under) }),
        },
        remedy: "redesign",
        explanation: `“${touchpoint.name}” promises a satisfaction of ${promised} out of 100 and reaches ${Math.round(value)}; ${inWords(customers, "respondents")} are below.`,
      };
    };
    return [{ pValue: chanceUnderPromise(value - promised, standardError, n), facts }];
  });
}
