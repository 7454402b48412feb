import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { eachRow } from "../error/eachRow.js";
import { isMissing } from "../error/isMissing.js";
import { criticalValue } from "../stats/criticalValue.js";
import { mcnemarTest } from "../stats/mcnemarTest.js";
import { addToMean, emptyRunningMean, meanOf, spreadOf } from "../stats/runningMean.js";
import { studentFromSummary } from "../stats/welchTest.js";
import { checkSameDefinition } from "./checkSameDefinition.js";
import type { Comparison } from "./compare.js";
import type { Definition, Estimate } from "./estimate.js";
import type { Metric } from "./metric.js";
import type { Suppressed } from "./suppressed.js";

/**
 * One of the two answers of a row: an accessor of a number or of true and false, or the row form of a KPI, such as
 * `npsMetric((row) => row.scoreBefore)`.
 */
export type PairedSide<Row> =
  | ((row: Row) => number | boolean | null | undefined)
  // A metric only ever meets the accumulators that it made itself.
  // biome-ignore lint/suspicious/noExplicitAny: any metric will do, whatever its accumulator
  | Metric<Row, any, Estimate | Suppressed<Estimate>>;

/** The two answers of a row. */
export interface Paired<Row> {
  readonly before: PairedSide<Row>;
  readonly after: PairedSide<Row>;
}

/** Options of {@link comparePaired}. */
export interface ComparePairedOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/** The change of the same customers; `difference` is after minus before. */
export interface PairedComparison extends Comparison {
  /** The KPI before, of those who answered both times. */
  readonly before: number | null;
  /** The KPI after, of those who answered both times. */
  readonly after: number | null;
  /** Rows with both answers. */
  readonly n: number;
  /** Rows without one of them, or without both. */
  readonly missing: number;
  /** Of the difference; null for fewer than two pairs. */
  readonly standardError: number | null;
}

/** A row's answer in the KPI's unit, and what the KPI is. */
interface Answer {
  readonly value: number | null;
  readonly definition: Definition;
}

const rate: Definition = { kpi: "rate", family: "proportion", unit: "share", options: {} };
const average: Definition = { kpi: "average", family: "mean", unit: "value", options: {} };

function readerOf<Row>(side: PairedSide<Row>, name: string): (row: Row) => Answer {
  if (typeof side === "function") {
    return (row) => {
      const value = side(row);
      if (isMissing(value)) return { value: null, definition: average };
      if (typeof value === "boolean") return { value: value ? 1 : 0, definition: rate };
      if (typeof value === "number" && Math.abs(value) <= 1e140) return { value, definition: average };
      throw new CxError("invalid-value", `comparePaired requires ${name} to be a finite number, true or false`, value);
    };
  }
  if (typeof side?.addInput !== "function") {
    throw new CxError("invalid-option", `comparePaired requires ${name}: a function of a row, or a metric`, side);
  }
  // Only where the KPI of many is the mean of the KPI of each is the mean change the change of the KPI.
  const { definition, n } = side.extractOutput(side.createAccumulator());
  const fits = ["proportion", "trinomial", "mean"].includes(definition?.family);
  const partial = definition?.options["weighted"] === true || definition?.options["variant"] === "without-neutral";
  if (!fits || n === null || partial) {
    throw new CxError(
      "invalid-option",
      `comparePaired requires ${name} to be a share of all answers, a net score or a mean, without weights and with minimumN: 0`,
      definition?.kpi,
    );
  }
  const measured = (row: Row): Answer => {
    const { value } = side.extractOutput(side.addInput(side.createAccumulator(), row));
    return { value, definition };
  };
  const { counts } = side;
  if (counts === undefined) return measured;
  // What is counted by whole numbers is worth the same whoever gives it: each is measured once.
  const answers: Answer[] = [];
  return (row) => {
    const score = counts.read(row);
    const within = typeof score === "number" && score >= counts.low && score <= counts.high && Number.isInteger(score);
    if (!within) return measured(row);
    answers[score] ??= measured(row);
    return answers[score];
  };
}

/**
 * The change of the same customers, asked twice: each is compared with herself, which tells far more than two separate samples
 * of the same size (and `compare`, which takes them for separate, would be wrong here).
 *
 * A net score or a mean goes by the paired t test of the changes; a share by McNemar's test of those who changed their mind, with
 * the adjusted-Wald interval of Bonett and Price.
 *
 * @param rows One row per customer, with both answers.
 * @param sides `before` and `after`: accessors of numbers (their mean is compared) or of true and false (their share), or row forms
 * of one KPI, such as `npsMetric((row) => row.before)` and `npsMetric((row) => row.after)`.
 * @param options The confidence level.
 * @returns After minus before with interval and p-value, in the KPI's unit. Rows that lack an answer are counted in `missing`.
 * The p-value of a mean is null where nobody's change differs from another's.
 * @throws A {@link CxError} `invalid-value` when an answer is not allowed (with the row); `different-definitions` when the two sides
 * are not of one definition; `invalid-option` when a side is none, or is weighted, a ratio or a median.
 *
 * @example
 * ```ts
 * import { comparePaired, npsMetric } from "cxkit";
 *
 * const customers = [
 *   { spring: 3, autumn: 8 }, { spring: 6, autumn: 9 }, { spring: 7, autumn: 7 },
 *   { spring: 9, autumn: 10 }, { spring: 8, autumn: 9 }, { spring: 5, autumn: null },
 * ];
 * comparePaired(customers, {
 *   before: npsMetric((row) => row.spring),
 *   after: npsMetric((row) => row.autumn),
 * }); // => { difference: 80, before: -20, after: 60, n: 5, missing: 1, pValue: 0.099…, … }
 * comparePaired(customers, { before: (row) => row.spring, after: (row) => row.autumn }).difference; // => 2
 * ```
 *
 * @see Student (1908), Biometrika 6, 1–25; McNemar (1947), Psychometrika 12, 153–157; Bonett and Price (2012), Journal of
 * Educational and Behavioral Statistics 37, 479–488.
 */
export function comparePaired<Row>(
  rows: Iterable<Row>,
  sides: Paired<Row>,
  options: ComparePairedOptions = {},
): PairedComparison {
  checkOptions("comparePaired", options, ["level"]);
  checkOptions("comparePaired", sides, ["before", "after"]);
  const { level = 0.95 } = options;
  criticalValue(level);
  const [readBefore, readAfter] = [readerOf(sides.before, "before"), readerOf(sides.after, "after")];
  const [befores, afters, changes] = [emptyRunningMean(), emptyRunningMean(), emptyRunningMean()];
  const changed = { up: 0, down: 0 };
  let definition: Definition | null = null;
  // What each side was seen to be last: mostly what it always is.
  const seen: Definition[] = [];
  let missing = 0;
  eachRow(rows, (row) => {
    const [before, after] = [readBefore(row), readAfter(row)];
    if (before.value === null || after.value === null) {
      missing++;
      return;
    }
    definition ??= before.definition;
    for (let side = 0; side < 2; side++) {
      const one = side === 0 ? before.definition : after.definition;
      if (one === seen[side]) continue;
      checkSameDefinition("comparePaired requires two answers of one kind", definition, one);
      seen[side] = one;
    }
    addToMean(befores, before.value, 1);
    addToMean(afters, after.value, 1);
    addToMean(changes, after.value - before.value, 1);
    if (after.value > before.value) changed.up++;
    else if (after.value < before.value) changed.down++;
  });
  const n = changes.weight;
  // Without a pair, only metrics know what they would have measured.
  const measured =
    definition ??
    (typeof sides.before === "function"
      ? average
      : sides.before.extractOutput(sides.before.createAccumulator()).definition);
  if (n === 0) {
    const nothing = { difference: null, interval: null, pValue: null, before: null, after: null, standardError: null };
    return { ...nothing, n, missing, definition: measured };
  }
  const difference = meanOf(changes);
  const standardError = n < 2 ? null : Math.sqrt(spreadOf(changes) / (n - 1) / n);
  const found = {
    difference,
    before: meanOf(befores),
    after: meanOf(afters),
    n,
    missing,
    standardError,
    definition: measured,
  };
  if (measured.family === "proportion") {
    const unit = measured.unit === "percent" ? 100 : 1;
    const test = mcnemarTest(
      [
        [0, changed.up],
        [changed.down, n - changed.up - changed.down],
      ],
      { level },
    );
    const { interval, pValue } = test;
    return { ...found, pValue, interval: interval && { low: unit * interval.low, high: unit * interval.high, level } };
  }
  const { interval, pValue } = studentFromSummary(difference, standardError, n - 1, level, "two-sided");
  // Two net scores are never further apart than the ends of their scale.
  const most = measured.family === "trinomial" ? 200 : Number.POSITIVE_INFINITY;
  const cut = interval && { ...interval, low: Math.max(-most, interval.low), high: Math.min(most, interval.high) };
  return { ...found, interval: cut, pValue };
}
