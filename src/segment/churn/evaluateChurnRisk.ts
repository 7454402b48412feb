import { checkOptions, checkReader } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import { rowList } from "../features/featureColumns.js";
import type { ChurnEvaluation, ChurnFold } from "./churnEvaluation.js";
import { churnBaseline, churnFold, type ScoredTest } from "./churnFold.js";
import { churnPerformance } from "./churnPerformance.js";
import { readChurnRows } from "./churnRows.js";
import { type ChurnFeatures, type ChurnRiskOptions, churnOptions, churnSettings } from "./churnSettings.js";
import { type ChurnSplitOptions, churnSplits } from "./churnSplits.js";
import { type ChurnTimeReaders, churnTimes } from "./churnTimes.js";

/** Options of {@link evaluateChurnRisk}: those of the model, the times of a row, and either `splitAt` or `folds`. */
export interface EvaluateChurnRiskOptions<Row>
  extends ChurnRiskOptions<Row>,
    ChurnTimeReaders<Row>,
    ChurnSplitOptions {}

const joined = (parts: readonly Float64Array[]): Float64Array => Float64Array.from(parts.flatMap((part) => [...part]));

/** Refuses a moment, chosen by the caller, at which there was nothing to learn or after which there is nothing to test. */
function refuseOneOutcome({ reason, splitAt, train, test }: ChurnFold): void {
  if (reason !== "train-lacks-an-outcome" && reason !== "test-lacks-an-outcome") return;
  const [side, sample] =
    reason === "train-lacks-an-outcome" ? ["known before", train] : ["from then on, before the next split,", test];
  throw new CxError(
    "invalid-option",
    `evaluateChurnRisk requires customers who churned and customers who stayed ${side} splitAt ${splitAt}`,
    `${sample.churned} of ${sample.n} who churned`,
  );
}

/**
 * Judges a model of churning as it would have been used: fitted on what was known at one moment, tested on customers from then on.
 * Nothing of the future gets in: rows whose outcome was not known yet are not learnt from (they are in neither sample), and means,
 * standard deviations, levels and what stands in for missing values come from the training rows alone.
 *
 * What a test says of a model that is fitted on all rows is a guess: it learnt from more, and from later ones. A customer may be in both
 * samples at different times, as in use; `customersInBoth` counts these. Intervals take rows for independent.
 *
 * @param rows One for each customer and time: what was known at that time, and whether they churned after it.
 * @param features What may tell who churns, by name.
 * @param options Those of `fitChurnRisk`; when a row's features were as they are (`at`) and when its outcome was known
 * (`outcomeKnownAt`); and where to split.
 * @returns For each split the model, its discrimination (AUC), calibration and lift on the test rows, and what giving everybody the
 * churn rate would have done. With `folds`, one that lacks an outcome says so in `reason`.
 * @throws A {@link CxError} `invalid-value` when a value is not allowed, or an outcome was known before the features (with the row);
 * `invalid-option` when an option is wrong, or a `splitAt` has not both outcomes on both of its sides; `invalid-time` for a time that is
 * none.
 *
 * @example
 * ```ts
 * import { evaluateChurnRisk } from "cxkit";
 *
 * // A row a customer and month; whether they left is known 30 days later.
 * const day = 86_400_000;
 * const rows = Array.from({ length: 600 }, (_, i) => {
 *   const [at, months] = [Date.UTC(2026, i % 6, 1), 1 + ((i * 13) % 24)];
 *   return { customer: i, at, months, left: (i * 7) % 11 > 1 + months / 3 };
 * });
 * const { folds, performance, baseline } = evaluateChurnRisk(rows, { months: (row) => row.months }, {
 *   churned: (row) => row.left,
 *   at: (row) => row.at,
 *   outcomeKnownAt: (row) => row.at + 30 * day,
 *   splitAt: "2026-04-15",
 * });
 * folds[0]; // => { train: { n: 300, to: "2026-03-01T00:00:00Z", … }, notYetKnown: 100, test: { n: 200, … }, … }
 * performance?.auc; // => { value: 0.75…, … }
 * performance?.calibration.slope.value; // => 1.0…
 * baseline.skill; // => 0.22…
 * ```
 *
 * @see Bergmeir and Benítez (2012), Information Sciences 191, 192–213, for the rolling origin; Kaufman and others (2012), ACM Transactions
 * on Knowledge Discovery from Data 6 (4), for leakage.
 */
export function evaluateChurnRisk<Row>(
  rows: Iterable<Row>,
  features: ChurnFeatures<Row>,
  options: EvaluateChurnRiskOptions<Row>,
): ChurnEvaluation {
  const name = "evaluateChurnRisk";
  checkOptions(name, options, [...churnOptions, "at", "outcomeKnownAt", "timeZone", "splitAt", "folds"]);
  const settings = churnSettings(name, features, options);
  for (const reader of ["at", "outcomeKnownAt"] as const) checkReader(`${name}: ${reader}`, options[reader]);
  const { timeZone, folds: count } = options;
  churnSplits(name, options, timeZone, new Float64Array(0));
  const all = rowList(rows);
  const data = readChurnRows(name, all, features, options, settings);
  const times = churnTimes(name, all, options, data.isInvalid, settings.invalid);
  const where = (holds: (row: number) => boolean): number => all.reduce((sum, _, row) => sum + Number(holds(row)), 0);
  const isValid = (row: number): boolean => data.isInvalid[row] === 0;
  const isOpen = (row: number): boolean => Number.isNaN(data.outcomes[row]);
  const isTimed = (row: number): boolean => !Number.isNaN(times.at[row]);

  const usable = times.at.filter((_, row) => isValid(row) && !isOpen(row) && isTimed(row));
  const splits = usable.length === 0 ? [] : churnSplits(name, options, timeZone, usable);
  const found = splits.map((split, place) =>
    churnFold(name, { data, times, settings, timeZone }, split, splits[place + 1] ?? Number.POSITIVE_INFINITY),
  );
  if (count === undefined) for (const { fold } of found) refuseOneOutcome(fold);
  const tests = found.flatMap(({ fold, scored }) => (fold.performance === null ? [] : [scored]));
  const together: ScoredTest = {
    risks: joined(tests.map(({ risks }) => risks)),
    outcomes: joined(tests.map(({ outcomes }) => outcomes)),
    rates: joined(tests.map(({ rates }) => rates)),
  };
  const performance =
    tests.length === 0
      ? null
      : churnPerformance(together.risks, together.outcomes, { fitted: false, level: settings.level });
  return {
    folds: found.map(({ fold }) => fold),
    performance,
    baseline: churnBaseline(together, performance),
    rows: data.rows,
    missingOutcome: where((row) => isValid(row) && isOpen(row)),
    missingTime: where((row) => isValid(row) && !isOpen(row) && !isTimed(row)),
    invalid: where((row) => !isValid(row)),
  };
}
