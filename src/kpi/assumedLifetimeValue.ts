import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import type { Definition } from "../metric/estimate.js";

/** What {@link customerLifetimeValue} needs to know of customers that are all alike, per period of one and the same length. */
export interface LifetimeAssumptions {
  /** The contribution margin of a payment, in any money; not the revenue. */
  readonly margin: number;
  /** The share of customers that goes on from one period to the next, 0–1. */
  readonly retention: number;
  /** How much less money is worth a period later: 0.1 for 10 %. */
  readonly discount: number;
}

/** Options of {@link customerLifetimeValue} from assumptions. */
export interface AssumedLifetimeValueOptions {
  /** Whether the first payment, which no customer fails to make, is part of the value. @defaultValue "include" */
  readonly firstPayment?: "include" | "exclude";
  /** Whether a payment comes at the start or at the end of its period. @defaultValue "start" */
  readonly timing?: "start" | "end";
  /** The payments of how many periods count, from the first on: a truncated value. @defaultValue all */
  readonly horizon?: number;
}

/** A lifetime value from assumptions: no estimate, so it has no interval. */
export interface AssumedLifetimeValue {
  /** The present value of a customer's margins, in their money and not rounded. */
  readonly value: number;
  /** The formula, with m for margin, r for retention, d for discount and T for the horizon. */
  readonly formula: string;
  /** What was computed, and how. */
  readonly definition: Definition;
}

const formulas = {
  include: { start: "m(1 + d) / (1 + d − r)", end: "m / (1 + d − r)" },
  exclude: { start: "mr / (1 + d − r)", end: "mr / ((1 + d)(1 + d − r))" },
} as const;

/** The closed form of the sum of margins, each times the chance that the customer is still there, discounted. */
export function assumedLifetimeValue(
  { margin, retention, discount }: LifetimeAssumptions,
  options: AssumedLifetimeValueOptions,
): AssumedLifetimeValue {
  const name = "customerLifetimeValue";
  checkOptions(name, options, ["firstPayment", "timing", "horizon"]);
  const { firstPayment = "include", timing = "start", horizon } = options;
  checkChoice("firstPayment", firstPayment, ["include", "exclude"]);
  checkChoice("timing", timing, ["start", "end"]);
  const refuse = (requirement: string, received: unknown): CxError =>
    new CxError("invalid-option", `${name} requires ${requirement}`, received);
  if (!(Number.isFinite(margin) && Math.abs(margin) <= 1e120))
    throw refuse("margin to be a finite number, up to 1e120", margin);
  if (!(Number.isFinite(retention) && retention >= 0 && retention <= 1))
    throw refuse("retention to be a share from 0 to 1", retention);
  if (!(Number.isFinite(discount) && discount >= 0)) throw refuse("discount to be a number of at least 0", discount);
  if (horizon !== undefined && !(Number.isInteger(horizon) && horizon >= 1)) {
    throw refuse("horizon to be a whole number of periods, at least 1", horizon);
  }
  const excluded = firstPayment === "exclude" ? 1 : 0;
  const periods = (horizon ?? Number.POSITIVE_INFINITY) - excluded;
  // A payment is worth 1 − loss of the one before it. Written so, a loss near 0 keeps its digits.
  const loss = (discount + (1 - retention)) / (1 + discount);
  const payments = loss === 0 ? periods : -Math.expm1(periods * Math.log1p(-loss)) / loss;
  const first =
    margin * (excluded === 1 ? retention / (1 + discount) : 1) * (timing === "end" ? 1 / (1 + discount) : 1);
  const value = first === 0 || periods === 0 ? 0 : first * payments;
  if (!Number.isFinite(value))
    throw refuse("retention to be less than 1 + discount where there is no horizon", retention);
  const closed = formulas[firstPayment][timing];
  return {
    value,
    formula: horizon === undefined ? closed : `${closed} × (1 − (r / (1 + d))^${excluded === 1 ? "(T − 1)" : "T"})`,
    definition: {
      kpi: name,
      family: "mean",
      unit: "value",
      options: { variant: "assumptions", firstPayment, timing, ...(horizon !== undefined && { horizon }) },
    },
  };
}
