/** A number with its limits. */
interface Limited {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The limits of the ratio of two independent numbers from the limits of each; of limits that are symmetric they are Fieller's. Null where
 * the lower limit of the second is not above 0, so that the ratio has no upper one.
 *
 * @see Donner and Zou (2012), Statistical Methods in Medical Research 21, 347–359; Fieller (1954), Journal of the Royal Statistical
 * Society B 16, 175–185.
 */
export function ratioLimits(first: Limited, second: Limited): { low: number; high: number } | null {
  if (!(second.low > 0)) return null;
  const product = first.value * second.value;
  const limit = (of: number, by: number): number => {
    const [above, below] = [of * (2 * first.value - of), by * (2 * second.value - by)];
    const root = Math.sqrt(Math.max(0, product * product - above * below)) * (of < first.value ? -1 : 1);
    // Of the two forms of the same root, the one in which nothing cancels.
    if (product * root > 0) return (product + root) / below;
    return above === 0 ? 0 : above / (product - root);
  };
  return { low: limit(first.low, second.high), high: limit(first.high, second.low) };
}
