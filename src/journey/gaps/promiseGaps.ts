import { averageMetric } from "../../kpi/average.js";
import { measure } from "../../metric/measure.js";
import type { Touchpoint } from "../../model/touchpoint.js";
import { studentTCdf } from "../../stats/studentTCdf.js";
import type { JourneyDesign } from "../design/journeyDesign.js";
import { inWords } from "./explainGap.js";
import { affectedCustomers, examplesOf } from "./exposure.js";
import type { GapFacts } from "./frameGap.js";
import type { AffectedCustomers } from "./gap.js";
import type { EffectOf } from "./gapEffects.js";
import type { Walk } from "./walkLog.js";

/** What one customer said about a touchpoint, as a number. */
export interface Answer {
  readonly customer: string | null;
  readonly value: number;
}

/** A promise that answers are held against. */
export interface Pledge {
  readonly kind: "experience" | "low-emotion";
  /** What a touchpoint promises; undefined for none. */
  readonly of: (touchpoint: Touchpoint) => number | undefined;
  /** How far under the promise is still as good as kept. */
  readonly slack: number;
  /** How much the shortfall hurts, 0–1. */
  readonly harmOf: (promised: number, mean: number) => number;
  /** "promises a satisfaction of 75 out of 100 and reaches 50" */
  readonly inWords: (promised: number, mean: number) => string;
}

const emotionInWords = (emotion: number): string =>
  `${emotion > 0 ? "+" : emotion < 0 ? "−" : ""}${Math.abs(Math.round(emotion * 10) / 10)}`;

/** The satisfaction that a touchpoint promises, in percent of the maximum. */
export const satisfactionPledge: Pledge = {
  kind: "experience",
  of: ({ expected }) => expected?.satisfaction,
  slack: 0,
  harmOf: (promised, mean) => (promised - mean) / promised,
  inWords: (promised, mean) => `promises a satisfaction of ${promised} out of 100 and reaches ${Math.round(mean)}`,
};

/** The emotion that a touchpoint is designed to leave, −2 to 2. */
export const emotionPledge: Pledge = {
  kind: "low-emotion",
  of: ({ emotion }) => emotion,
  // Emotions are designed in whole steps: what rounds to the same step is the same. The best could not be reached otherwise.
  slack: 0.5,
  harmOf: (promised, mean) => (promised - mean) / 4,
  inWords: (promised, mean) =>
    `is designed to leave an emotion of ${emotionInWords(promised)} and leaves ${emotionInWords(mean)}`,
};

/** A promise that may have been kept but for chance: the p-value decides. */
export interface BrokenPromise extends Pick<GapFacts, "kind" | "stage" | "touchpoint"> {
  /** The respondents, and those of them who are below. */
  readonly customers: AffectedCustomers;
  /** Null where there are too few respondents to tell. */
  readonly pValue: number | null;
  readonly facts: () => GapFacts;
}

/** What the answers of a respondent come to; an anonymous answer is a respondent of its own. */
export function respondentsOf(answers: readonly Answer[]): Answer[] {
  const sums = new Map<string, { sum: number; n: number }>();
  const anonymous: Answer[] = [];
  for (const answer of answers) {
    if (answer.customer === null) anonymous.push(answer);
    else {
      const { sum, n } = sums.get(answer.customer) ?? { sum: 0, n: 0 };
      sums.set(answer.customer, { sum: sum + answer.value, n: n + 1 });
    }
  }
  return [...Array.from(sums, ([customer, { sum, n }]) => ({ customer, value: sum / n })), ...anonymous];
}

/** The one-sided p-value of a mean at such a distance from the promise. */
function chanceUnderPromise(distance: number, standardError: number, n: number): number {
  if (distance >= 0) return 1;
  // Where all are of one mind there is no spread to go by: the chance that all should fall on one side.
  return standardError === 0 ? 0.5 ** n : studentTCdf(distance / standardError, n - 1);
}

/** Touchpoints of which customers say less than was promised. */
export function promiseGaps(
  promise: Pledge,
  answers: readonly (readonly Answer[])[],
  design: JourneyDesign,
  walk: Walk | null,
  effectOf: EffectOf,
  options: { readonly level: number; readonly minimumN: number },
): BrokenPromise[] {
  const { level, minimumN } = options;
  return design.places.flatMap(({ stage, touchpoint }, place): BrokenPromise[] => {
    const promised = promise.of(touchpoint);
    if (promised === undefined) return [];
    // Several answers of one customer are alike, so respondents are what is counted.
    const respondents = respondentsOf(answers[place] ?? []);
    const { value, n, standardError, interval } = measure(
      respondents,
      averageMetric((one) => one.value, { level }),
    );
    const under = respondents.filter((one) => one.value < promised - promise.slack);
    const visitors = walk?.visitors[place] ?? 0;
    const affected = under.map(({ customer }) => customer ?? "");
    const customers = affectedCustomers({ affected, of: n }, level, Math.max(visitors, n));
    const facts = (): GapFacts => {
      const mean = value ?? promised;
      const known = (some: readonly Answer[]): string[] => some.flatMap(({ customer }) => customer ?? []);
      // Where no log tells, a touchpoint reaches half the customers.
      const come = walk !== null && visitors > 0 ? visitors / walk.customers : 0.5;
      const over = respondents.filter((one) => one.value >= promised - promise.slack);
      return {
        kind: promise.kind,
        stage: stage.id,
        touchpoint: touchpoint.id,
        customers,
        reach: (under.length / n) * come,
        baseHarm: promise.harmOf(promised, mean),
        // Without the answers that made the gap, or it would be an effect of itself.
        effect: effectOf(known(under), known(over), touchpoint.id),
        evidence: {
          respondents: n,
          promised,
          mean,
          low: interval?.low ?? null,
          high: interval?.high ?? null,
          examples: examplesOf({ affected: known(under) }),
        },
        remedy: "redesign",
        explanation: `“${touchpoint.name}” ${promise.inWords(promised, mean)}; ${inWords(customers, "respondents")} are below.`,
      };
    };
    const told = n >= minimumN && value !== null && standardError !== null;
    const pValue = told ? chanceUnderPromise(value - promised + promise.slack, standardError, n) : null;
    return [{ kind: promise.kind, stage: stage.id, touchpoint: touchpoint.id, customers, pValue, facts }];
  });
}
