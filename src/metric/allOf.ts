import { CxError } from "../error/cxError.js";
import { addRows } from "./addRows.js";
import { checkMetric } from "./checkMetric.js";
import { createTable } from "./createTable.js";
import type { Metric } from "./metric.js";

/** Any metric over a kind of row, whatever its accumulator. */
export interface MetricOver<Row> {
  /** As in `Metric`; so are the others. */
  readonly createAccumulator: () => unknown;
  /** Adds a row. */
  readonly addInput: (accumulator: never, row: Row) => unknown;
  /** Merges accumulators. */
  readonly mergeAccumulators: (accumulators: Iterable<never>) => unknown;
  /** The result. */
  readonly extractOutput: (accumulator: never) => unknown;
}

/** What {@link allOf} takes: metrics over one kind of row, by name. */
export interface NamedMetrics<Row> {
  readonly [name: string]: MetricOver<Row>;
}

/** What {@link allOf} gives: the result of each metric under its name. */
export type NamedResults<Metrics extends NamedMetrics<never>> = {
  readonly [Name in keyof Metrics]: ReturnType<Metrics[Name]["extractOutput"]>;
};

/**
 * Several metrics in one pass over the rows.
 *
 * @param metrics The metrics, by the names that their results shall have.
 * @returns A metric whose result is an object with the result of each.
 * @throws A {@link CxError} `invalid-option` when there is none, or one is no metric.
 *
 * @example
 * ```ts
 * import { allOf, csatMetric, measure, npsMetric } from "cxkit";
 *
 * const answers = [
 *   { recommend: 10, satisfied: 5 },
 *   { recommend: 4, satisfied: 4 },
 * ];
 * const both = measure(
 *   answers,
 *   allOf({ nps: npsMetric((row) => row.recommend), csat: csatMetric((row) => row.satisfied) }),
 * );
 * both.nps.value; // => 0
 * both.csat.value; // => 100
 * ```
 */
export function allOf<Row, Metrics extends NamedMetrics<Row>>(
  metrics: Metrics & NamedMetrics<Row>,
): Metric<Row, unknown[], NamedResults<Metrics>> {
  if (Object(metrics) !== metrics) throw new CxError("invalid-option", "allOf requires metrics by name", metrics);
  const names = Object.keys(metrics);
  // Each metric only ever meets the accumulators that it made itself, which the type of the record cannot say.
  const parts = Object.values(metrics) as unknown as readonly Metric<Row, unknown, unknown>[];
  if (parts.length === 0) throw new CxError("invalid-option", "allOf requires at least one metric", metrics);
  parts.forEach((metric, index) => {
    checkMetric(`allOf: ${names[index]}`, metric);
  });
  return {
    createAccumulator: () => parts.map((metric) => metric.createAccumulator()),
    addInput: (accumulators, row) => {
      parts.forEach((metric, index) => {
        accumulators[index] = metric.addInput(accumulators[index], row);
      });
      return accumulators;
    },
    addInputs: (accumulators, rows) => parts.map((metric, index) => addRows(metric, accumulators[index], rows)),
    mergeAccumulators: (merged) => {
      const all = [...merged];
      return parts.map((metric, index) => metric.mergeAccumulators(all.map((accumulators) => accumulators[index])));
    },
    extractOutput: (accumulators) =>
      Object.fromEntries(
        parts.map((metric, index) => [names[index], metric.extractOutput(accumulators[index])]),
      ) as NamedResults<Metrics>,
    createTable: (accumulatorOf) => {
      const all: unknown[][] = [];
      const of = (code: number): unknown[] => {
        all[code] ??= accumulatorOf(code);
        return all[code];
      };
      const tables = parts.map((metric, index) => createTable(metric, (code) => of(code)[index]));
      return {
        add: (codes, rows, start, count) => {
          for (const table of tables) table.add(codes, rows, start, count);
        },
        accumulators: (count) => {
          const columns = tables.map((table) => table.accumulators(count));
          return Array.from({ length: count }, (_, code) => columns.map((column) => column[code]));
        },
      };
    },
  };
}
