import { hypergeometricTail } from "../../stats/hypergeometricTail.js";
import type { Sites } from "./exposure.js";
import type { SiteColumn, SiteColumns } from "./siteColumns.js";

/** The customers in a place, and how many of them are affected. */
export interface CellCounts {
  readonly affected: number;
  readonly of: number;
}

/** A column with the number of one of its values. */
export interface SiteValue {
  readonly column: SiteColumn;
  readonly code: number;
}

/** A value of a column, a stretch of periods, or both, at which more customers are affected than elsewhere. */
export interface Cell {
  /** Values that hold together; empty where only the time tells. */
  readonly values: readonly SiteValue[];
  /** The first and the last period; null where it is all the time. */
  readonly periods: readonly [number, number] | null;
  readonly inside: CellCounts;
  readonly outside: CellCounts;
  /** Fisher's, times the number of places that were looked at. */
  readonly pValue: number;
  readonly holds: (event: number) => boolean;
}

/** How customers spread over the values of one column and the periods. */
interface Spread {
  readonly column: SiteColumn | null;
  /** Per code of the column, the number of its row; −1 for values of too few customers. */
  readonly rowOf: Int32Array;
  readonly codes: readonly number[];
  /** Row by row, period by period. */
  readonly totals: Int32Array;
  readonly all: number;
}

/** Tests of one sort: how many there are, and which stands out most. */
interface Family {
  tests: number;
  likelihood: number;
  spread: Spread | null;
  row: number;
  periods: readonly [number, number] | null;
  inside: CellCounts;
  affected: number;
}

/** No stretch of periods is longer, nor longer than half of the log. */
const longestStretch = 26;

/** Of a column of more values × periods, the commonest values are looked at. */
const mostCells = 2_000_000;

const newFamily = (): Family => ({
  tests: 0,
  likelihood: 0,
  spread: null,
  row: 0,
  periods: null,
  inside: { affected: 0, of: 0 },
  affected: 0,
});

/** x ln x for whole numbers, worked out once. */
function entropyTable(): (upTo: number) => Float64Array {
  let table = new Float64Array(1);
  return (upTo) => {
    if (upTo >= table.length)
      table = Float64Array.from({ length: upTo + 1 }, (_, x) => (x === 0 ? 0 : x * Math.log(x)));
    return table;
  };
}

/**
 * Looks through every value of every column, every stretch of periods, and both together, for the place at which surely more
 * customers are affected than elsewhere.
 *
 * The likelihood ratio of Kulldorff's scan picks the place; its p-value is Fisher's exact one, one-sided, times the number of places
 * that could have been picked (Bonferroni, a third for each sort), which depends on whom it could affect and not on whom it does.
 * A scan takes time in proportion to the customers for each column, and to its values × periods × the longest stretch.
 *
 * @see Kulldorff (1997), A spatial scan statistic, Communications in Statistics 26, 1481–1496.
 */
export function siteScanner(where: SiteColumns, at: Float64Array, minimumN: number): (sites: Sites) => Cell | null {
  const periodCount = where.periods === null ? 1 : where.periodCount;
  const stretch = where.periods === null ? 0 : Math.min(longestStretch, Math.ceil(periodCount / 2));
  const entropies = entropyTable();
  const spreads = new WeakMap<readonly number[], readonly Spread[]>();
  const isWithin = (
    { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Sites,
    event: number,
  ): boolean => {
    const time = at[event] ?? 0;
    return time >= from && time <= to;
  };
  const periodOf = (event: number): number => where.periods?.[event] ?? 0;

  const spreadOf = (sites: Sites, column: SiteColumn | null): Spread => {
    const counts = new Int32Array(column?.values.length ?? 1);
    let all = 0;
    for (const event of sites.all) {
      const code = column === null ? 0 : (column.codes[event] ?? -1);
      if (code < 0 || !isWithin(sites, event)) continue;
      all++;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    const codes = Array.from(counts.keys())
      .filter((code) => (counts[code] ?? 0) >= minimumN)
      .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
      .slice(0, Math.max(1, Math.floor(mostCells / periodCount)));
    const rowOf = new Int32Array(counts.length).fill(-1);
    codes.forEach((code, row) => {
      rowOf[code] = row;
    });
    const spread = { column, rowOf, codes, all, totals: new Int32Array(codes.length * periodCount) };
    count(spread, sites, sites.all, spread.totals);
    return spread;
  };
  /** Counts events by row and period; gives how many have a value at all. */
  const count = ({ column, rowOf }: Spread, sites: Sites, events: readonly number[], into: Int32Array): number => {
    let known = 0;
    for (const event of events) {
      const code = column === null ? 0 : (column.codes[event] ?? -1);
      if (code < 0 || !isWithin(sites, event)) continue;
      known++;
      const row = rowOf[code] ?? -1;
      const cell = row * periodCount + periodOf(event);
      if (row >= 0) into[cell] = (into[cell] ?? 0) + 1;
    }
    return known;
  };

  return (sites) => {
    let mine = spreads.get(sites.all);
    if (mine === undefined) {
      mine = [null, ...where.columns].map((column) => spreadOf(sites, column));
      spreads.set(sites.all, mine);
    }
    const [byValue, byTime, byBoth] = [newFamily(), newFamily(), newFamily()];
    for (const spread of mine) {
      const { column, codes, totals, all } = spread;
      const hits = new Int32Array(totals.length);
      const affected = count(spread, sites, sites.affected, hits);
      const entropy = entropies(all);
      const term = (a: number, n: number): number => (entropy[a] ?? 0) + (entropy[n - a] ?? 0) - (entropy[n] ?? 0);
      const nothing = term(affected, all);
      const consider = (family: Family, row: number, a: number, n: number, first: number, last: number): void => {
        if (n < minimumN || all - n < minimumN) return;
        family.tests++;
        if (a * all <= affected * n) return;
        const likelihood = term(a, n) + term(affected - a, all - n) - nothing;
        if (likelihood <= family.likelihood) return;
        const periods = family === byValue ? null : ([first, last] as const);
        Object.assign(family, { likelihood, spread, row, periods, inside: { affected: a, of: n }, affected });
      };
      for (let row = 0; row < codes.length; row++) {
        const base = row * periodCount;
        let [a, n] = [0, 0];
        for (let period = 0; period < periodCount; period++) {
          a += hits[base + period] ?? 0;
          n += totals[base + period] ?? 0;
        }
        if (column !== null) consider(byValue, row, a, n, 0, 0);
        const family = column === null ? byTime : byBoth;
        for (let first = 0; first < periodCount && stretch > 0; first++) {
          if ((totals[base + first] ?? 0) === 0) continue;
          [a, n] = [0, 0];
          for (let last = first; last < Math.min(first + stretch, periodCount); last++) {
            a += hits[base + last] ?? 0;
            n += totals[base + last] ?? 0;
            // A stretch that ends in an empty period is the shorter one over again.
            if ((totals[base + last] ?? 0) > 0) consider(family, row, a, n, first, last);
          }
        }
      }
    }
    return cellOf([byValue, byTime, byBoth], (event) => (isWithin(sites, event) ? periodOf(event) : -1));
  };
}

/** The place that stands out most, for how many there are of its sort; the period of an event that does not count is −1. */
function cellOf(families: readonly Family[], periodOf: (event: number) => number): Cell | null {
  const tested = families.filter(({ tests }) => tests > 0);
  const standing = ({ likelihood, tests }: Family): number => likelihood - Math.log(tests);
  const best = tested.filter(({ spread }) => spread !== null).sort((a, b) => standing(b) - standing(a))[0];
  if (best === undefined || best.spread === null) return null;
  const { spread, row, periods, inside, affected, tests } = best;
  const { column, codes, all } = spread;
  const code = codes[row] ?? 0;
  const outside = { affected: affected - inside.affected, of: all - inside.of };
  const tail = hypergeometricTail({ first: inside.of, second: outside.of, yes: affected }, inside.affected, "upper");
  return {
    values: column === null ? [] : [{ column, code }],
    periods,
    inside,
    outside,
    pValue: Math.min(1, tail * tests * tested.length),
    holds: (event) => {
      if (column !== null && column.codes[event] !== code) return false;
      const [first, last] = periods ?? [0, Number.POSITIVE_INFINITY];
      return periodOf(event) >= first && periodOf(event) <= last;
    },
  };
}
