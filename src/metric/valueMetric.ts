import { checkChoice, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import type { Metric } from "./metric.js";

/** What every KPI's accumulator counts beside its own figures. */
export interface Tally {
  missing: number;
  invalid: number;
}

/** What becomes of a value that is not allowed: an error, or one more in `invalid`. */
export type InvalidPolicy = "throw" | "exclude";

/** What makes one KPI over values different from another. */
export interface ValueFold<Acc extends Tally, Result> {
  /** What a value must be, as the beginning of an error: "nps requires an integer from 0 to 10". */
  readonly requirement: string;
  readonly invalid: InvalidPolicy | undefined;
  readonly createAccumulator: () => Acc;
  /** Adds a value, or says that it is not allowed by returning false. */
  readonly add: (accumulator: Acc, value: unknown) => boolean;
  /** Adds all of another accumulator, tally included. */
  readonly addAll: (into: Acc, other: Acc) => void;
  readonly extractOutput: (accumulator: Acc) => Result;
}

/** Adds counts to counts, by name: how accumulators that only count are merged. */
export function addCounts(into: object, counts: object): void {
  // Both are records of numbers, which an interface without an index signature does not say.
  const sums = into as Record<string, number>;
  for (const [name, count] of Object.entries(counts as Record<string, number>)) {
    if (count > 0) sums[name] = (sums[name] ?? 0) + count;
  }
}

/** The metric of a KPI that folds one value per row: the one place that meets missing and invalid values. */
export function valueMetric<Row, Acc extends Tally, Result>(
  read: (row: Row) => unknown,
  fold: ValueFold<Acc, Result>,
): Metric<Row, Acc, Result> {
  const { requirement, invalid = "throw", createAccumulator, add, addAll, extractOutput } = fold;
  checkReader("a metric", read);
  checkChoice("invalid", invalid, ["throw", "exclude"]);
  const addInput = (accumulator: Acc, row: Row): Acc => {
    const value = read(row);
    if (value === null || value === undefined || Number.isNaN(value)) accumulator.missing++;
    else if (!add(accumulator, value)) {
      if (invalid === "throw") throw new CxError("invalid-value", requirement, value);
      accumulator.invalid++;
    }
    return accumulator;
  };
  return {
    createAccumulator,
    addInput,
    addInputs: (accumulator, rows) => {
      // By index: for…of over any iterable costs several times as much. The rows are as many as their length says.
      for (let index = 0; index < rows.length; index++) addInput(accumulator, rows[index] as Row);
      return accumulator;
    },
    mergeAccumulators: (accumulators) => {
      const merged = createAccumulator();
      for (const accumulator of accumulators) addAll(merged, accumulator);
      return merged;
    },
    extractOutput,
  };
}
