import type { Metric } from "./metric.js";

/** The part of a metric that keeps one accumulator per key, shared by all that split rows. */
export type KeyedFold<Row, Key, Acc> = Omit<Metric<Row, Map<Key, Acc>, never>, "extractOutput">;

/** Adds a row under each of its keys; what it adds to is handed through, so that no function is made per row. */
export type AddToKeys<Row, Key> = <Into>(row: Row, into: Into, add: (into: Into, key: Key, row: Row) => void) => void;

/** Folds every row into the accumulator of each of its keys. */
export function keyed<Row, Key, Acc>(
  addToKeys: AddToKeys<Row, Key>,
  metric: Pick<Metric<Row, Acc, unknown>, "createAccumulator" | "addInput" | "mergeAccumulators">,
): KeyedFold<Row, Key, Acc> {
  const add = (into: Map<Key, Acc>, key: Key, row: Row): void => {
    const before = into.get(key);
    const after = metric.addInput(before ?? metric.createAccumulator(), row);
    if (after !== before || before === undefined) into.set(key, after);
  };
  return {
    createAccumulator: () => new Map(),
    addInput: (accumulators, row) => {
      addToKeys(row, accumulators, add);
      return accumulators;
    },
    addInputs: (accumulators, rows) => {
      for (let index = 0; index < rows.length; index++) addToKeys(rows[index] as Row, accumulators, add);
      return accumulators;
    },
    mergeAccumulators: (all) => {
      const lists = new Map<Key, Acc[]>();
      for (const accumulators of all) {
        for (const [key, accumulator] of accumulators) {
          const list = lists.get(key);
          if (list === undefined) lists.set(key, [accumulator]);
          else list.push(accumulator);
        }
      }
      const merged = new Map<Key, Acc>();
      for (const [key, list] of lists) merged.set(key, metric.mergeAccumulators(list));
      return merged;
    },
  };
}
