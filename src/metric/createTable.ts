import type { AccumulatorTable } from "./accumulatorTable.js";
import type { CountedValues } from "./countedValues.js";
import type { Metric } from "./metric.js";

/** What a table asks of a metric. */
type Folding<Row, Acc> = Omit<Metric<Row, Acc, unknown>, "extractOutput">;

/** The plainest table: it spares those that split rows a look-up by key, whatever the metric. */
function rowTable<Row, Acc>(
  metric: Folding<Row, Acc>,
  accumulatorOf: (code: number) => Acc,
): AccumulatorTable<Row, Acc> {
  const all: (Acc | undefined)[] = [];
  return {
    add: (codes, rows, start, count) => {
      for (let index = 0; index < count; index++) {
        const code = codes[index] as number;
        all[code] = metric.addInput(all[code] ?? accumulatorOf(code), rows[start + index] as Row);
      }
    },
    accumulators: (codes) => Array.from({ length: codes }, (_, code) => all[code] ?? accumulatorOf(code)),
  };
}

/** A row of counts for each accumulator. */
function countTable<Row, Acc>(
  metric: Folding<Row, Acc>,
  { read, low, high }: CountedValues<Row>,
  accumulatorOf: (code: number) => Acc,
): AccumulatorTable<Row, Acc> {
  const width = high + 1;
  const others = rowTable(metric, accumulatorOf);
  let counts = new Int32Array(16 * width);
  return {
    add: (codes, rows, start, count) => {
      let most = 0;
      for (let index = 0; index < count; index++) most = Math.max(most, codes[index] as number);
      if ((most + 1) * width > counts.length) {
        const before = counts;
        counts = new Int32Array(2 * (most + 1) * width);
        counts.set(before);
      }
      const cells = counts;
      for (let index = 0; index < count; index++) {
        const code = codes[index] as number;
        const value = read(rows[start + index] as Row);
        if (typeof value === "number" && value >= low && value <= high && Math.floor(value) === value) {
          (cells[code * width + value] as number)++;
        } else others.add([code], rows, start + index, 1);
      }
    },
    accumulators: (codes) => {
      const all = others.accumulators(codes);
      all.forEach((accumulator, code) => {
        // What an accumulator of counts is, which the type of any accumulator does not say.
        const sums = accumulator as Record<number, number>;
        for (let value = low; value <= high; value++) {
          const count = counts[code * width + value] ?? 0;
          if (count > 0) sums[value] = (sums[value] ?? 0) + count;
        }
      });
      return all;
    },
  };
}

/** The quickest table that a metric offers; it adds to the accumulators that it is given. */
export function createTable<Row, Acc>(
  metric: Folding<Row, Acc>,
  accumulatorOf: (code: number) => Acc,
): AccumulatorTable<Row, Acc> {
  if (metric.createTable) return metric.createTable(accumulatorOf);
  return metric.counts ? countTable(metric, metric.counts, accumulatorOf) : rowTable(metric, accumulatorOf);
}
