import { checkOptions, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { eachRow } from "../error/eachRow.js";
import { isMissing } from "../error/isMissing.js";

/** A stratum: what the rows of a part of the population have in common. */
export type Stratum = string | number | boolean;

/** Options of {@link postStratify}. */
export interface PostStratifyOptions<Row> {
  /** The stratum of a row; null, undefined and NaN stand for not known. */
  readonly stratum: (row: Row) => Stratum | null | undefined;
  /** How many of the population are in each stratum, as counts or shares: only their proportions matter. */
  readonly population: { readonly [stratum: string]: number };
  /**
   * The largest weight that a row may have, over 1: what is cut off goes to the other strata in proportion, so that the weights still
   * add up to the rows. Less variance for some bias. @defaultValue no limit
   */
  readonly trim?: number;
}

/** One stratum of a sample. */
export interface StratumWeight {
  readonly stratum: string;
  /** Its rows. */
  readonly n: number;
  /** Its share of the sample, 0–1. */
  readonly share: number;
  /** Its share of the population, 0–1. */
  readonly populationShare: number;
  /** The weight of each of its rows; 1 where the two shares agree. */
  readonly weight: number;
  /** Whether its weight was cut. */
  readonly trimmed: boolean;
}

/** Weights that make a sample like its population. */
export interface PostStratification {
  /** The weight of a row by its stratum, for `weight: (row) => weights[row.region]`. */
  readonly weights: { readonly [stratum: string]: number };
  /** The strata that rows are in, in the order of the population. */
  readonly strata: readonly StratumWeight[];
  /** Rows with a stratum. */
  readonly n: number;
  /** Rows without. */
  readonly missing: number;
  /** How many observations of equal weight would tell as much (Kish). */
  readonly effectiveN: number | null;
  /** n ÷ effectiveN: how much larger the variance is for the weights. */
  readonly designEffect: number | null;
}

/** Cuts weights at a limit, over and over, since what is cut off raises the others. */
function cut(weights: Map<string, number>, counts: ReadonlyMap<string, number>, n: number, limit: number): Set<string> {
  const trimmed = new Set<string>();
  for (;;) {
    const over = [...weights].filter(([stratum, weight]) => !trimmed.has(stratum) && weight > limit);
    if (over.length === 0) return trimmed;
    for (const [stratum] of over) {
      weights.set(stratum, limit);
      trimmed.add(stratum);
    }
    const rows = (some: Iterable<string>): number => [...some].reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
    const free = [...weights.keys()].filter((stratum) => !trimmed.has(stratum));
    const before = free.reduce((sum, one) => sum + (weights.get(one) ?? 0) * (counts.get(one) ?? 0), 0);
    if (before === 0) {
      throw new CxError("invalid-option", "postStratify requires a trim that leaves a stratum under it", limit);
    }
    const left = n - limit * rows(trimmed);
    for (const one of free) weights.set(one, ((weights.get(one) ?? 0) * left) / before);
  }
}

/**
 * Post-stratification weights: where customers of one kind answered more readily than others, each stratum counts as much as it
 * does among all customers. The weight of a row is its stratum's share of the population divided by its share of the sample.
 *
 * It mends what the strata explain and nothing else: people who answer differ from those who do not in other ways too.
 *
 * @param rows The sample; only rows that count should be in it (leave out those without an answer first, or the weights are those of
 * the asked, not of those who answered).
 * @param options The stratum of a row, and the population.
 * @returns The weights by stratum with what they cost in effective observations. Their mean over the rows is 1.
 * @throws A {@link CxError} `invalid-value` when a row's stratum is not in the population (with the row); `invalid-option` when a stratum
 * of the population has no rows (merge it with another: no weight can make up for nobody), or an option is wrong.
 *
 * @example
 * ```ts
 * import { measure, npsMetric, postStratify } from "cxkit";
 *
 * const answers = [
 *   { plan: "free", score: 6 }, { plan: "free", score: 9 }, { plan: "free", score: 3 }, { plan: "paid", score: 10 },
 * ];
 * const { weights } = postStratify(answers, { stratum: (row) => row.plan, population: { free: 5_000, paid: 5_000 } });
 * weights; // => { free: 0.666…, paid: 2 }
 * measure(answers, npsMetric((row) => row.score)).value; // => 0
 * measure(answers, npsMetric((row) => row.score, { weight: (row) => weights[row.plan] })); // => { value: 33.33…, effectiveN: 3, … }
 * ```
 *
 * @see Holt and Smith (1979), Journal of the Royal Statistical Society A 142, 33–46; Kish (1965), "Survey Sampling".
 */
export function postStratify<Row>(rows: Iterable<Row>, options: PostStratifyOptions<Row>): PostStratification {
  checkOptions("postStratify", options, ["stratum", "population", "trim"]);
  const { stratum, population, trim = Number.POSITIVE_INFINITY } = options;
  checkReader("postStratify: stratum", stratum);
  if (Object(population) !== population) {
    throw new CxError("invalid-option", "postStratify requires the population as an object of counts", population);
  }
  if (!(trim > 1)) throw new CxError("invalid-option", "postStratify requires trim to be over 1", trim);
  const known = new Map(Object.entries(population));
  for (const size of known.values()) {
    if (!(size >= 0 && Number.isFinite(size))) {
      throw new CxError("invalid-option", "postStratify requires counts of at least 0 as the population", size);
    }
  }
  const all = Array.from(known.values()).reduce((sum, size) => sum + size, 0);
  if (!(all > 0 && Number.isFinite(all))) {
    throw new CxError("invalid-option", "postStratify requires a population of somebody", all);
  }
  const counts = new Map<string, number>();
  let missing = 0;
  eachRow(rows, (row) => {
    const value = stratum(row);
    if (isMissing(value)) {
      missing++;
      return;
    }
    const name = String(value);
    if (!known.has(name)) {
      throw new CxError(
        "invalid-value",
        `postStratify requires a stratum of the population: ${[...known.keys()].join(", ")}`,
        value,
      );
    }
    counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  const n = Array.from(counts.values()).reduce((sum, count) => sum + count, 0);
  const weights = new Map<string, number>();
  for (const [name, size] of n === 0 ? [] : known) {
    const count = counts.get(name) ?? 0;
    if (count > 0) weights.set(name, (size / all) * (n / count));
    else if (size > 0) {
      throw new CxError("invalid-option", "postStratify requires rows of every stratum (merge it with another)", name);
    }
  }
  const trimmed = cut(weights, counts, n, trim);
  const squares = Array.from(weights).reduce((sum, [name, weight]) => sum + weight ** 2 * (counts.get(name) ?? 0), 0);
  const effectiveN = n === 0 ? null : n ** 2 / squares;
  return {
    weights: Object.fromEntries(weights),
    strata: Array.from(weights, ([name, weight]) => ({
      stratum: name,
      n: counts.get(name) ?? 0,
      share: (counts.get(name) ?? 0) / n,
      populationShare: (known.get(name) ?? 0) / all,
      weight,
      trimmed: trimmed.has(name),
    })),
    n,
    missing,
    effectiveN,
    designEffect: effectiveN === null ? null : n / effectiveN,
  };
}
