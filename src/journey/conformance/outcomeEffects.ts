import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import { averageMetric } from "../../kpi/average.js";
import { countShare } from "../../kpi/countShare.js";
import { type Comparison, compare } from "../../metric/compare.js";
import type { Definition, Estimate } from "../../metric/estimate.js";
import { benjaminiHochberg } from "../../stats/benjaminiHochberg.js";
import { emptyRunningMean } from "../../stats/runningMean.js";
import type { DeviationPlace } from "./deviation.js";
import type { DeviationTally } from "./deviationTally.js";

/** What became of a customer: a number, or whether something happened; null or undefined where nobody knows. */
export type OutcomeReader = (customer: string) => number | boolean | null | undefined;

/** The outcome of some customers beside that of others: a share (0–1) where it is true or false, a mean where it is a number. */
export interface OutcomeContrast extends Comparison {
  /** Among the customers who deviate. */
  readonly affected: Estimate;
  /** Among those who could have and do not. */
  readonly others: Estimate;
}

/** What goes with one kind of deviation at one place. */
export interface DeviationEffect extends DeviationPlace, OutcomeContrast {
  /** Adjusted for how many deviations were looked at (Benjamini and Hochberg); null where there is no p-value. */
  readonly adjustedPValue: number | null;
}

/** What goes with deviating. An association, not a proof of cause. */
export interface ConformanceOutcome extends OutcomeContrast {
  /** One for each deviation, in their order. */
  readonly deviations: readonly DeviationEffect[];
}

/** The outcomes of customers by index; NaN where there is none. */
interface Outcomes {
  readonly values: Float64Array;
  readonly isShare: boolean;
}

function readOutcomes(customers: readonly string[], read: OutcomeReader): Outcomes {
  let kind = "";
  const values = Float64Array.from(customers, (customer) => {
    const value = read(customer);
    if (isMissing(value)) return Number.NaN;
    kind ||= typeof value;
    const fits = typeof value === "boolean" || (typeof value === "number" && Math.abs(value) <= 1e140);
    if (!fits || typeof value !== kind) {
      const requirement =
        "conformance requires an outcome to be a number up to 1e140, or for all customers true or false";
      throw new CxError("invalid-value", requirement, value);
    }
    return Number(value);
  });
  return { values, isShare: kind === "boolean" };
}

/** Sums around a middle, which can be taken from each other. */
interface Sums {
  readonly n: number;
  readonly missing: number;
  readonly sum: number;
  readonly squares: number;
}

const minus = (a: Sums, b: Sums): Sums => ({
  n: a.n - b.n,
  missing: a.missing - b.missing,
  sum: a.sum - b.sum,
  squares: a.squares - b.squares,
});

/** Holds deviating against the outcome, for each deviation and for any. */
export function outcomeEffects(
  customers: readonly string[],
  tallies: readonly DeviationTally[],
  deviationsOf: readonly (readonly number[])[],
  read: OutcomeReader,
  level: number,
): ConformanceOutcome {
  const { values, isShare } = readOutcomes(customers, read);
  const known = values.filter((value) => !Number.isNaN(value));
  const middle = isShare || known.length === 0 ? 0 : known.reduce((sum, value) => sum + value / known.length, 0);
  const size = known.reduce((sum, value) => sum + Math.abs(value), 0);
  const sumsOf = (some: Iterable<number>): Sums => {
    let [n, missing, sum, squares] = [0, 0, 0, 0];
    for (const customer of some) {
      const value = (values[customer] ?? Number.NaN) - middle;
      if (Number.isNaN(value)) missing++;
      else {
        n++;
        sum += value;
        squares += value * value;
      }
    }
    return { n, missing, sum, squares };
  };
  const everyone = sumsOf(customers.keys());
  const definition: Definition = { kpi: "outcome", family: "proportion", unit: "share", options: {} };
  const shareOf = countShare("conformance", { level });
  const mean = averageMetric<number>((value) => value, { name: "outcome", level });
  const estimate = ({ n, missing, sum, squares }: Sums): Estimate => {
    if (isShare) return shareOf(Math.round(sum), n, { missing, invalid: 0 }, definition);
    const spread = n === 0 ? 0 : Math.max(0, squares - (sum * sum) / n);
    // Less than rounding leaves of the sums of all is no spread.
    const around = spread > 1e-13 * everyone.squares ? spread : 0;
    const total = sum + n * middle;
    return mean.extractOutput({
      n,
      missing,
      invalid: 0,
      dismissed: 0,
      values: { weight: n, sum: Math.abs(total) > 1e-13 * size ? total : 0, lost: 0, squares: around },
      squared: emptyRunningMean(),
    });
  };
  const contrast = (affected: Sums, others: Sums): OutcomeContrast => {
    const [first, second] = [estimate(affected), estimate(others)];
    return { affected: first, others: second, ...compare(first, second, { level }) };
  };

  const effects = tallies.map((tally) => {
    const affected = sumsOf(tally.affected);
    const could = tally.among === null ? everyone : sumsOf(tally.among);
    return contrast(affected, minus(minus(could, sumsOf(tally.untold)), affected));
  });
  const adjusted = benjaminiHochberg(effects.map(({ pValue }) => pValue));
  const deviating = sumsOf(deviationsOf.flatMap((mine, customer) => (mine.length > 0 ? [customer] : [])));
  return {
    ...contrast(deviating, minus(everyone, deviating)),
    deviations: tallies.map(({ kind, stage, touchpoint }, index) => ({
      kind,
      stage,
      touchpoint,
      ...(effects[index] as OutcomeContrast),
      adjustedPValue: adjusted[index] ?? null,
    })),
  };
}
