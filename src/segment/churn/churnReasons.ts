import { millisecondsPerDay } from "../features/featureColumns.js";
import type { FeatureContributions } from "./churnContributions.js";
import type { ChurnCoefficient, ChurnFeature, ChurnRiskModel } from "./churnRiskModel.js";
import type { ChurnReason } from "./churnScore.js";

/** One list for all, where nobody asked for reasons. */
const noReasons: readonly ChurnReason[] = [];

/** A few digits, for reading. */
const short = (figure: number): string => String(Number(figure.toPrecision(3)));

/** Gives the words of a reason. */
type Wording = (reason: Omit<ChurnReason, "words">, state: string) => string;

/** Days since 1970 as a date. */
const dateOf = (days: number): string => new Date(days * millisecondsPerDay).toISOString().slice(0, 10);

/** What readers are told of a feature, whose mean is known once. */
function wordingOf({ feature, kind }: ChurnFeature, coefficients: readonly ChurnCoefficient[]): Wording {
  const figure = kind === "date" ? dateOf : short;
  const mean = coefficients.find((one) => one.feature === feature && one.part === "value")?.mean ?? null;
  const average = mean === null ? "" : ` (average ${figure(mean)})`;
  return ({ value, contribution, direction }, state) => {
    const given =
      state === "missing"
        ? `${feature} is not known`
        : typeof value === "number"
          ? `${feature} is ${kind === "category" ? value : figure(value)}${average}`
          : `${feature} is ${value}`;
    if (contribution === null) return `${given}, for which the model knows no risk`;
    if (state === "unknown") return `${given}, which the model has never met: taken for the average customer's`;
    if (direction === "none") return `${given}: the risk of the average customer`;
    return `${given}: ${direction} the odds of churning to ${short(Math.exp(contribution))} times the average customer's`;
  };
}

/** A function that gives the reasons of a row's risk, the strongest first. */
export function churnReasons(
  { coefficients, features }: ChurnRiskModel,
  contributions: readonly FeatureContributions[],
  most: number,
): (row: number) => readonly ChurnReason[] {
  // Contributions are in the order of the features.
  const wordings = features.map((feature) => wordingOf(feature, coefficients));
  const strengths = new Float64Array(contributions.length);
  const taken = Math.min(most, contributions.length);
  /** The strongest that is left, which is then left no more. */
  const takeStrongest = (): number => {
    let strongest = 0;
    for (let place = 1; place < strengths.length; place++) {
      if ((strengths[place] as number) > (strengths[strongest] as number)) strongest = place;
    }
    strengths[strongest] = -1;
    return strongest;
  };
  const reasonOf = (place: number, row: number): ChurnReason => {
    const { feature, contributionAt, givenAt, stateAt } = contributions[place] as FeatureContributions;
    const added = contributionAt(row);
    const contribution = Number.isNaN(added) ? null : added;
    const isRounding = Math.abs(added) < 1e-12;
    const direction = contribution === null ? null : isRounding ? "none" : added > 0 ? "raises" : "lowers";
    const reason = { feature, value: givenAt(row), contribution, direction } as const;
    const words = (wordings[place] as Wording)(reason, stateAt(row));
    return { feature, value: reason.value, contribution, direction, words };
  };
  return (row) => {
    if (taken === 0) return noReasons;
    for (let place = 0; place < contributions.length; place++) {
      const added = Math.abs((contributions[place] as FeatureContributions).contributionAt(row));
      // What cannot be told comes first: it is why there is no risk.
      strengths[place] = Number.isNaN(added) ? Number.POSITIVE_INFINITY : added;
    }
    const reasons: ChurnReason[] = [];
    while (reasons.length < taken) reasons.push(reasonOf(takeStrongest(), row));
    return reasons;
  };
}
