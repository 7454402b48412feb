import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import type { agreementTable } from "./agreementTable.js";
import { type CountTable, checkTable, marginsOf } from "./checkTable.js";
import { criticalValue } from "./criticalValue.js";
import type { fleissKappa } from "./fleissKappa.js";
import type { Interval } from "./interval.js";
import { normalCdf } from "./normalCdf.js";

/** Options of {@link cohensKappa}. */
export interface CohensKappaOptions {
  /**
   * How bad it is to disagree: all alike (`none`), by the distance of the two labels (`linear`), by its square, or as a
   * square of numbers of at least zero, 0 on the diagonal.
   * @defaultValue "none"
   */
  readonly weights?: "none" | "linear" | "quadratic" | readonly (readonly number[])[];
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/** The result of {@link cohensKappa}. */
export interface CohensKappaResult {
  /** 1 for full agreement, 0 for what chance gives, below 0 for less; null where chance alone gives full agreement. */
  readonly value: number | null;
  /** Of the value, whatever the true one is. */
  readonly standardError: number | null;
  /** Normal; null where the standard error is 0, as it is at full agreement and where a rater never varies. */
  readonly interval: Interval | null;
  /** z for no agreement beyond chance; null where a rater never varies. */
  readonly statistic: number | null;
  /** Two-sided, for no agreement beyond chance. */
  readonly pValue: number | null;
  /** The share of things on which they agree, with weights the average agreement; 0–1. Null without any. */
  readonly observedAgreement: number | null;
  /** The same if each had labelled by chance, as often as they did. */
  readonly expectedAgreement: number | null;
  /** The greatest value that these margins allow; null with weights. */
  readonly maximum: number | null;
  /** How many things were rated. */
  readonly n: number;
}

const nothing = { value: null, standardError: null, interval: null, statistic: null, pValue: null, maximum: null };

/** How bad each disagreement is, 1 the worst. */
function disagreements(size: number, weights: NonNullable<CohensKappaOptions["weights"]>): number[][] {
  const labels = Array.from({ length: size }, (_, index) => index);
  const known = {
    none: (i: number, j: number) => (i === j ? 0 : 1),
    linear: (i: number, j: number) => Math.abs(i - j),
    quadratic: (i: number, j: number) => (i - j) ** 2,
  };
  if (typeof weights === "string") checkChoice("weights of cohensKappa", weights, Object.keys(known));
  else checkWeights(size, weights);
  const cost = typeof weights === "string" ? known[weights] : (i: number, j: number) => weights[i]?.[j] ?? 0;
  const raw = labels.map((i) => labels.map((j) => cost(i, j)));
  const worst = raw.flat().reduce((most, each) => Math.max(most, each), 0);
  return raw.map((costs) => costs.map((each) => (worst === 0 ? 0 : each / worst)));
}

function checkWeights(size: number, weights: readonly (readonly number[])[]): void {
  const right =
    Array.isArray(weights) &&
    weights.length === size &&
    weights.every(
      (costs, i) =>
        Array.isArray(costs) &&
        costs.length === size &&
        costs.every((cost, j) => cost >= 0 && Number.isFinite(cost) && (i !== j || cost === 0)),
    );
  if (right) return;
  throw new CxError(
    "invalid-option",
    `cohensKappa requires weights of ${size} by ${size} numbers of at least zero, 0 on the diagonal`,
    String(weights),
  );
}

/**
 * Cohen's kappa: how far two raters agree beyond what chance gives. For coding comments by hand, and for holding a tagger
 * against a person. More than two raters: {@link fleissKappa}, or `krippendorffAlpha` where ratings are missing.
 *
 * @param table A square of counts, the first rater's labels in rows and the second's, in the same order, in columns; see
 * {@link agreementTable}.
 * @param options How bad each disagreement is, and the level.
 * @returns Kappa with its standard error and interval; null where neither rater ever differs from one and the same label.
 * @throws A {@link CxError} `invalid-value` when the table is not square or a count is no number of at least zero;
 * `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { agreementTable, cohensKappa } from "cxkit";
 *
 * const { value, interval } = cohensKappa([[20, 5], [10, 15]]);
 * value; // => 0.4
 * interval; // => { low: 0.15109229…, high: 0.64890770…, level: 0.95 }
 * cohensKappa(agreementTable([1, 2, 3, 3], [1, 2, 2, 3]).table, { weights: "quadratic" }).value; // => 0.8
 * ```
 *
 * @see Cohen (1960), Educational and Psychological Measurement 20, 37–46; Cohen (1968), Psychological Bulletin 70, 213–220;
 * the standard errors: Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323–327.
 */
export function cohensKappa(table: CountTable, options: CohensKappaOptions = {}): CohensKappaResult {
  checkOptions("cohensKappa", options, ["weights", "level"]);
  const { weights = "none", level = 0.95 } = options;
  const z = criticalValue(level);
  const given = checkTable("cohensKappa", table);
  const size = given[0]?.length ?? 0;
  if (table.length !== size) throw new CxError("invalid-value", `cohensKappa requires ${size} rows`, given.length);
  const cost = disagreements(size, weights);
  const { rows, columns, n } = marginsOf(given);
  if (n === 0) return { ...nothing, observedAgreement: null, expectedAgreement: null, n };

  const cells = given.flatMap((counts, i) =>
    counts.map((count, j) => {
      const [row, column] = [rows[i] ?? 0, columns[j] ?? 0];
      return { i, j, count, chance: row * column, cost: cost[i]?.[j] ?? 0, row: row / n, column: column / n };
    }),
  );
  const observed = cells.reduce((sum, cell) => sum + cell.count * cell.cost, 0) / n;
  const expected = cells.reduce((sum, cell) => sum + cell.chance * cell.cost, 0) / (n * n);
  const agreements = { observedAgreement: 1 - observed, expectedAgreement: 1 - expected };
  if (expected === 0) return { ...nothing, ...agreements, n };
  const beyondChance = observed / expected;
  const value = 1 - beyondChance;

  // What a label costs on average, where the other rater labels by chance.
  const [ofRow, ofColumn] = [new Array<number>(size).fill(0), new Array<number>(size).fill(0)];
  for (const { i, j, row, column, cost: each } of cells) {
    ofRow[i] = (ofRow[i] ?? 0) + column * each;
    ofColumn[j] = (ofColumn[j] ?? 0) + row * each;
  }
  const errorOf = (probabilityOf: (cell: (typeof cells)[number]) => number, factor: number): number => {
    const terms = cells.map((cell) => ({
      probability: probabilityOf(cell),
      term: cell.cost - factor * ((ofRow[cell.i] ?? 0) + (ofColumn[cell.j] ?? 0)),
    }));
    const mean = terms.reduce((sum, each) => sum + each.probability * each.term, 0);
    const variance = terms.reduce((sum, each) => sum + each.probability * (each.term - mean) ** 2, 0);
    // Rounding alone leaves about 1e-32 where there is no variance.
    return variance < 1e-28 ? 0 : Math.sqrt(variance / n) / expected;
  };
  const standardError = errorOf(({ count }) => count / n, beyondChance);
  const errorByChance = errorOf(({ row, column }) => row * column, 1);
  const statistic = errorByChance === 0 ? null : value / errorByChance;
  const half = z * standardError;
  const common = rows.reduce((sum, row, i) => sum + Math.min(row, columns[i] ?? 0), 0) / n;
  return {
    value,
    standardError,
    interval:
      standardError === 0
        ? null
        : { low: Math.max(Math.min(-1, value), value - half), high: Math.min(1, value + half), level },
    statistic,
    pValue: statistic === null ? null : 2 * normalCdf(Math.abs(statistic), "upper"),
    ...agreements,
    maximum: weights === "none" ? 1 - (1 - common) / expected : null,
    n,
  };
}
