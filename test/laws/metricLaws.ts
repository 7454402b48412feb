import { type Metric, measure, measureAsync } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addRows } from "../../src/metric/addRows.js";
import { createTable } from "../../src/metric/createTable.js";

/** How close two results must be: `exact` for counts; sums may differ in the last digits, relative to the size of the values. */
export type Closeness = "exact" | { readonly relative: number; readonly size: number };

function expectSame(actual: unknown, wanted: unknown, closeness: Closeness): void {
  if (closeness === "exact") {
    expect(actual).toEqual(wanted);
    return;
  }
  if (typeof wanted === "number" && typeof actual === "number") {
    const allowed = closeness.relative * Math.max(closeness.size, Math.abs(wanted));
    expect(Math.abs(actual - wanted), `${actual} against ${wanted}`).toBeLessThanOrEqual(allowed);
  } else if (typeof wanted === "object" && wanted !== null) {
    expect(Object.keys(actual ?? {})).toEqual(Object.keys(wanted));
    for (const [key, value] of Object.entries(wanted)) {
      expectSame((actual as Record<string, unknown>)[key], value, closeness);
    }
  } else expect(actual).toEqual(wanted);
}

/** How a metric is held to the laws. */
export interface LawOptions {
  readonly closeness?: Closeness;
  /** Whether the accumulator must survive JSON too, as that of a leaf KPI. */
  readonly json?: boolean;
  /** Receives each law by name. @defaultValue vitest's `test` */
  readonly define?: (law: string, hold: () => void | Promise<void>) => void;
}

/** Cuts rows into parts at random places. */
const split = <Row>(rows: readonly Row[], cuts: readonly number[]): Row[][] => {
  const places = [0, ...cuts.map((cut) => cut % (rows.length + 1)).sort((a, b) => a - b), rows.length];
  return places.slice(1).map((end, index) => rows.slice(places[index], end));
};

const accumulate = <Row, Acc>(metric: Metric<Row, Acc, unknown>, rows: readonly Row[]): Acc =>
  rows.reduce((accumulator, row) => metric.addInput(accumulator, row), metric.createAccumulator());

/**
 * Holds a metric to the laws of `Metric` on random rows: identity, split anywhere, any order of merging, stream equals batch,
 * accumulators survive `structuredClone` (and JSON, for a leaf KPI), merging changes no input, the bulk path equals the row path.
 */
export function metricLaws<Row, Acc, Result>(
  metric: Metric<Row, Acc, Result>,
  rows: fc.Arbitrary<Row[]>,
  { closeness = "exact", json = false, define = test }: LawOptions = {},
): void {
  const cuts = fc.array(fc.nat(), { maxLength: 5 });

  define("nothing merged is an empty accumulator, and an empty part adds nothing", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const empty = metric.extractOutput(metric.createAccumulator());
        expect(metric.extractOutput(metric.mergeAccumulators([]))).toEqual(empty);
        const whole = metric.extractOutput(accumulate(metric, all));
        const padded = [metric.createAccumulator(), accumulate(metric, all), metric.createAccumulator()];
        expectSame(metric.extractOutput(metric.mergeAccumulators(padded)), whole, closeness);
      }),
    );
  });

  define("rows split anywhere and merged in any order and grouping give the result of all rows at once", () => {
    fc.assert(
      fc.property(rows, cuts, fc.nat(), (all, places, turn) => {
        const whole = metric.extractOutput(accumulate(metric, all));
        const parts = split(all, places).map((part) => accumulate(metric, part));
        expectSame(metric.extractOutput(metric.mergeAccumulators(parts)), whole, closeness);
        const at = turn % parts.length;
        const turned = [...parts.slice(at), ...parts.slice(0, at)].reverse();
        const nested = turned.reduce((left, right) => metric.mergeAccumulators([left, right]));
        expectSame(metric.extractOutput(nested), whole, closeness);
      }),
    );
  });

  define("merging changes no input and shares nothing with it", () => {
    fc.assert(
      fc.property(rows, cuts, (all, places) => {
        const parts = split(all, places).map((part) => accumulate(metric, part));
        const before = structuredClone(parts);
        let merged = metric.mergeAccumulators(parts);
        expect(parts).toEqual(before);
        for (const row of all) merged = metric.addInput(merged, row);
        expect(parts).toEqual(before);
      }),
    );
  });

  define("taking the result leaves the accumulator as it was", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const accumulator = accumulate(metric, all);
        const before = structuredClone(accumulator);
        const result = metric.extractOutput(accumulator);
        expect(accumulator).toEqual(before);
        expect(metric.extractOutput(accumulator)).toEqual(result);
      }),
    );
  });

  define(`an accumulator survives structuredClone${json ? " and JSON" : ""}, and the result survives JSON`, () => {
    fc.assert(
      fc.property(rows, rows, (all, more) => {
        const accumulator = accumulate(metric, all);
        const copy = json ? JSON.parse(JSON.stringify(accumulator)) : structuredClone(accumulator);
        const result = metric.extractOutput(accumulator);
        expect(metric.extractOutput(structuredClone(accumulator))).toEqual(result);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        // The copy goes on like the original.
        const after = (start: Acc): Result =>
          metric.extractOutput(more.reduce((acc, row) => metric.addInput(acc, row), start));
        expect(after(copy)).toEqual(after(accumulator));
      }),
    );
  });

  define("a table of many accumulators gives each what its rows one by one give", () => {
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: 1, max: 40 }), (before, all, most) => {
        const codes = all.map((_, index) => (index * 7) % most);
        // Of some codes there is something already.
        const start = (code: number): Acc => accumulate(metric, code % 3 === 0 ? before : []);
        const table = createTable(metric, start);
        // A part of what is given, in two goes; one more code than any row has.
        table.add(codes, [...before, ...all], before.length, all.length);
        table.add(codes, all, 0, all.length);
        const accumulators = table.accumulators(most + 1);
        expect(accumulators.length).toBe(most + 1);
        accumulators.forEach((accumulator, code) => {
          const own = all.filter((_, index) => codes[index] === code);
          const rowByRow = [...own, ...own].reduce((acc, row) => metric.addInput(acc, row), start(code));
          expect(metric.extractOutput(accumulator)).toEqual(metric.extractOutput(rowByRow));
          // It is as good as one that was made in the usual way.
          const after = (acc: Acc): Result =>
            metric.extractOutput(own.reduce((sum, row) => metric.addInput(sum, row), acc));
          expect(after(accumulator)).toEqual(after(rowByRow));
        });
      }),
    );
  });

  define("the bulk path, any iterable and a stream give what the row path gives", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const byRow = metric.extractOutput(accumulate(metric, all));
        expect(metric.extractOutput(addRows(metric, metric.createAccumulator(), all))).toEqual(byRow);
        expect(measure(all, metric)).toEqual(byRow);
        expect(measure(new Set(all.map((row) => ({ row }))), lifted(metric))).toEqual(byRow);
        async function* stream() {
          yield* all;
        }
        expect(await measureAsync(stream(), metric)).toEqual(byRow);
      }),
    );
  });
}

/** The same metric over wrapped rows, which a set keeps apart even where they are alike. */
function lifted<Row, Acc, Result>(metric: Metric<Row, Acc, Result>): Metric<{ row: Row }, Acc, Result> {
  const { addInputs: _bulk, counts: _counts, createTable: _table, ...rest } = metric;
  return { ...rest, addInput: (accumulator, { row }) => metric.addInput(accumulator, row) };
}
