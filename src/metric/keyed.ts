import type { Metric } from "./metric.js";

/** The part of a metric that keeps one accumulator per key, shared by all that split rows. */
export type KeyedFold<Row, Key, Acc> = Omit<Metric<Row, Map<Key, Acc>, never>, "extractOutput">;

/** Folds every row into the accumulator of each of its keys. */
export function keyed<Row, Key, Acc>(
  addToKeys: (row: Row, add: (key: Key) => void) => void,
  metric: Pick<Metric<Row, Acc, unknown>, "createAccumulator" | "addInput" | "mergeAccumulators">,
): KeyedFold<Row, Key, Acc> {
  return {
    createAccumulator: () => new Map(),
    addInput: (accumulators, row) => {
      addToKeys(row, (key) => {
        const before = accumulators.get(key);
        const after = metric.addInput(before ?? metric.createAccumulator(), row);
        if (after !== before || before === undefined) accumulators.set(key, after);
      });
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
