import { checkChoice, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { isRowFault } from "../error/isRowFault.js";
import { checkAccumulator } from "./checkAccumulator.js";
import type { Estimate } from "./estimate.js";
import type { EstimateOptions } from "./estimateOptions.js";
import type { Metric } from "./metric.js";
import { checkMinimumN, type MinimumN, type Suppressed, suppress } from "./suppressed.js";

/** What every KPI's accumulator counts beside its own figures. */
export interface Tally {
  missing: number;
  invalid: number;
  dismissed: number;
}

/** What becomes of a value that is not allowed: an error, or one more in `invalid`. */
export type InvalidPolicy = "throw" | "exclude";

/** What makes one KPI over values different from another. */
export interface ValueFold<Row, Acc extends Tally, Result> {
  /** What is measured, as the beginning of errors. */
  readonly kpi: string;
  /** What a value must be: "an integer from 0 to 10". */
  readonly allowed: string;
  readonly options: EstimateOptions<Row> & MinimumN;
  readonly createAccumulator: () => Acc;
  /** Adds a value that counts with a weight (1 where there are none), or says that it is not allowed by returning false. */
  readonly add: (accumulator: Acc, value: unknown, weight: number) => boolean;
  /** Adds all of another accumulator, tally included. */
  readonly addAll: (into: Acc, other: Acc) => void;
  readonly extractOutput: (accumulator: Acc) => Result;
}

/** An accessor may find a value not allowed itself, as one that takes the number out of a label: no value is like it. */
const unlessUnreadable =
  <Row>(read: (row: Row) => unknown) =>
  (row: Row): unknown => {
    try {
      return read(row);
    } catch (error) {
      if (isRowFault(error)) return error;
      throw error;
    }
  };

/** The accessor as a policy on invalid values has it. */
export const readerOf = <Row>(
  read: (row: Row) => unknown,
  invalid: InvalidPolicy = "throw",
): ((row: Row) => unknown) => (invalid === "throw" ? read : unlessUnreadable(read));

/** The metric of a KPI that folds one value per row: the one place that meets missing, dismissed and invalid values. */
export function valueMetric<Row, Acc extends Tally, Result extends Pick<Estimate, "n" | "definition">>(
  read: (row: Row) => unknown,
  fold: ValueFold<Row, Acc, Result>,
): Metric<Row, Acc, Result | Suppressed<Result>> {
  const { kpi, allowed, options, createAccumulator, add, addAll, extractOutput } = fold;
  const { invalid = "throw", dismissed, weight, minimumN = 0 } = options;
  checkReader("a metric", read);
  if (dismissed !== undefined) checkReader(`${kpi}: dismissed`, dismissed);
  if (weight !== undefined) checkReader(`${kpi}: weight`, weight);
  checkChoice("invalid", invalid, ["throw", "exclude"]);
  checkMinimumN(kpi, minimumN);
  const readValue = readerOf(read, invalid);
  const fresh = createAccumulator();
  const addInput = (accumulator: Acc, row: Row): Acc => {
    if (dismissed?.(row)) {
      accumulator.dismissed++;
      return accumulator;
    }
    const value = readValue(row);
    const counts: unknown = weight === undefined ? 1 : weight(row);
    if (isMissing(value) || isMissing(counts)) accumulator.missing++;
    else {
      // Squares of others would leave the range of numbers.
      const weighs = counts === 0 || (typeof counts === "number" && counts >= 1e-100 && counts <= 1e100);
      if (!(weighs && add(accumulator, value, counts as number))) {
        if (invalid === "throw") {
          const requirement = weighs ? allowed : "a weight of 0 or from 1e-100 to 1e100";
          throw new CxError("invalid-value", `${kpi} requires ${requirement}`, weighs ? value : counts);
        }
        accumulator.invalid++;
      }
    }
    return accumulator;
  };
  return {
    createAccumulator,
    addInput,
    mergeAccumulators: (accumulators) => {
      const merged = createAccumulator();
      for (const accumulator of accumulators) {
        checkAccumulator(kpi, fresh, accumulator);
        addAll(merged, accumulator);
      }
      return merged;
    },
    extractOutput: (accumulator) => {
      checkAccumulator(kpi, fresh, accumulator);
      const result = extractOutput(accumulator);
      return result.n < minimumN ? suppress(result) : result;
    },
  };
}
