import { adjustPValues } from "../../stats/adjustPValues.js";
import { incompleteBeta } from "../../stats/incompleteBeta.js";
import { wilsonLimits } from "../../stats/wilson.js";
import type { OutcomeChance } from "./decisionResult.js";

/** Customers who came so far, and how many of them came to the outcome. */
export interface OutcomeCount {
  customers: number;
  outcomes: number;
}

/** When an outcome is nearly settled. */
export interface SettlingRule {
  /** The chance of the outcome, or of missing it, that has to be passed, 0.5–1. */
  readonly threshold: number;
  /** How many customers have to have come. */
  readonly minimumN: number;
  readonly level: number;
  readonly z: number;
}

/** The chance of at least so many of n where each has the chance `threshold`. */
const atLeast = (count: number, n: number, threshold: number): number =>
  count === 0 ? 1 : incompleteBeta(threshold, count, n - count + 1);

/** The chance for one place: the likelier side is tested against the threshold. */
export function outcomeChance(count: OutcomeCount, rule: SettlingRule): OutcomeChance {
  const p = pValueOf(count, rule);
  return judged(count, p, p, rule);
}

/** The chances for a list of places, which allow for all of them (Holm). */
export function outcomeChances(counts: readonly OutcomeCount[], rule: SettlingRule): OutcomeChance[] {
  const pValues = counts.map((count) => pValueOf(count, rule));
  const adjusted = adjustPValues(pValues, "holm");
  return counts.map((count, index) => judged(count, pValues[index] ?? null, adjusted[index] ?? null, rule));
}

function pValueOf({ customers, outcomes }: OutcomeCount, { minimumN, threshold }: SettlingRule): number | null {
  if (customers === 0 || customers < minimumN) return null;
  return atLeast(Math.max(outcomes, customers - outcomes), customers, threshold);
}

function judged(
  { customers, outcomes }: OutcomeCount,
  pValue: number | null,
  adjustedPValue: number | null,
  { level, z }: SettlingRule,
): OutcomeChance {
  const share = customers === 0 ? null : outcomes / customers;
  const certain = adjustedPValue !== null && adjustedPValue <= 1 - level;
  return {
    customers,
    outcomes,
    share,
    interval: share === null ? null : { ...wilsonLimits(share, customers, z), level },
    pValue,
    adjustedPValue,
    settled: certain ? (2 * outcomes > customers ? "reached" : "missed") : null,
  };
}
