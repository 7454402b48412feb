/** The share of customers that `paretoShare` looks at. */
const topShare = 0.2;

/** How unevenly money is spread over customers. */
export interface Concentration {
  /** Gini's coefficient: 0 where all have the same, close to 1 where one has all. Null where there is nothing to share. */
  readonly gini: number | null;
  /** What the top fifth of customers hold, 0–1; null where there is nothing to share. */
  readonly paretoShare: number | null;
}

/**
 * How unevenly values are spread.
 *
 * @param values Of at least 0, from the greatest to the least.
 *
 * Gini (1912) for a whole population; the top fifth by linear interpolation of the Lorenz curve, where a fifth is no whole number.
 */
export function concentration(values: readonly number[]): Concentration {
  const n = values.length;
  const total = values.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return { gini: null, paretoShare: null };
  let [ranked, top] = [0, 0];
  values.forEach((value, index) => {
    const share = value / total;
    // From the least up, the value has rank n − index.
    ranked += (n - 2 * index - 1) * share;
    top += share * Math.min(1, Math.max(0, topShare * n - index));
  });
  return { gini: Math.max(0, ranked / n), paretoShare: Math.min(1, top) };
}
