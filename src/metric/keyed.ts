import type { AccumulatorTable } from "./accumulatorTable.js";
import { checkMap } from "./checkAccumulator.js";
import { createTable } from "./createTable.js";
import { createDictionary } from "./dictionary.js";
import type { Metric } from "./metric.js";
import { createPairCodes, type PairCodes } from "./pairCodes.js";

/** A metric but for its result. */
type Folding<Row, Acc> = Omit<Metric<Row, Acc, unknown>, "extractOutput">;

/** Reads the key of a row, or the keys of one that belongs to several or none: themselves, or what stands for them. No key is an array. */
export type Splitter<Row, Key> = <Name>(nameOf: (key: Key) => Name) => (row: Row) => Name | readonly Name[];

/** How many rows get their codes before they are counted: so few that they are still at hand. */
const chunk = 1024;
/** For fewer rows a table is not worth making. */
const fewRows = 256;

/** The table of what keeps one accumulator per key: a code and a key are a pair, whose number is a code in the table within. */
function keyedTable<Row, Key, Acc>(
  split: Splitter<Row, Key>,
  metric: Folding<Row, Acc>,
  accumulatorOf: (code: number) => Map<Key, Acc>,
  outermost: boolean,
): AccumulatorTable<Row, Map<Key, Acc>> {
  const { codeOf, keys } = createDictionary<Key>();
  const read = split(codeOf);
  const pairs: PairCodes = outermost
    ? { read: () => {}, pairOf: (code) => [0, code], size: () => keys.length }
    : createPairCodes();
  const maps: Map<Key, Acc>[] = [];
  const mapOf = (code: number): Map<Key, Acc> => {
    maps[code] ??= accumulatorOf(code);
    return maps[code];
  };
  const within = createTable(metric, (code) => {
    const [first, second] = pairs.pairOf(code);
    return mapOf(first).get(keys[second] as Key) ?? metric.createAccumulator();
  });
  const codes: number[] = [];
  return {
    add: (outer, rows, start, count) => {
      let single = 0;
      for (; single < count; single++) {
        const code = read(rows[start + single] as Row);
        if (typeof code !== "number") break;
        codes[single] = code;
      }
      if (single === count) {
        pairs.read(outer, codes, count);
        within.add(codes, rows, start, count);
        return;
      }
      // A row stands as often as it has keys.
      const [outers, several, repeated]: [number[], number[], Row[]] = [[], [], []];
      for (let index = 0; index < count; index++) {
        const row = rows[start + index] as Row;
        const found = read(row);
        for (const code of typeof found === "number" ? [found] : found) {
          outers.push(outer[index] as number);
          several.push(code);
          repeated.push(row);
        }
      }
      pairs.read(outers, several, several.length);
      within.add(several, repeated, 0, several.length);
    },
    accumulators: (count) => {
      within.accumulators(pairs.size()).forEach((accumulator, code) => {
        const [first, second] = pairs.pairOf(code);
        mapOf(first).set(keys[second] as Key, accumulator);
      });
      return Array.from({ length: count }, (_, code) => mapOf(code));
    },
  };
}

/** Folds every row into the accumulator of each of its keys. */
export function keyed<Row, Key, Acc>(
  requirer: string,
  split: Splitter<Row, Key>,
  metric: Folding<Row, Acc>,
): Folding<Row, Map<Key, Acc>> {
  const read = split((key) => key);
  const add = (into: Map<Key, Acc>, key: Key, row: Row): void => {
    const before = into.get(key);
    const after = metric.addInput(before ?? metric.createAccumulator(), row);
    if (after !== before || before === undefined) into.set(key, after);
  };
  const addInput = (accumulators: Map<Key, Acc>, row: Row): Map<Key, Acc> => {
    const found = read(row);
    if (Array.isArray(found)) for (const key of found) add(accumulators, key, row);
    else add(accumulators, found as Key, row);
    return accumulators;
  };
  return {
    createAccumulator: () => new Map(),
    addInput,
    addInputs: (accumulators, rows) => {
      if (rows.length < fewRows) {
        for (let index = 0; index < rows.length; index++) addInput(accumulators, rows[index] as Row);
        return accumulators;
      }
      const table = keyedTable(split, metric, () => accumulators, true);
      const outer = new Int32Array(chunk);
      for (let start = 0; start < rows.length; start += chunk) {
        table.add(outer, rows, start, Math.min(chunk, rows.length - start));
      }
      return table.accumulators(1)[0] ?? accumulators;
    },
    mergeAccumulators: (all) => {
      const lists = new Map<Key, Acc[]>();
      for (const accumulators of all) {
        checkMap(requirer, accumulators);
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
    createTable: (accumulatorOf) => keyedTable(split, metric, accumulatorOf, false),
  };
}
