/** A mean of answers that count −1, 0 or 1, its standard error, and how many answers it rests on. */
export interface TrinomialMean {
  readonly mean: number;
  readonly error: number;
  readonly n: number;
}

/**
 * The mean of answers that count −1, 0 or 1, with ¾ of a −1, 1½ zeros and ¾ of a 1 added: the centre of the adjusted-Wald interval
 * of an NPS, and its standard error.
 */
export function adjustedTrinomial({ mean, error, n }: TrinomialMean): {
  readonly mean: number;
  readonly error: number;
} {
  // The plain standard error of n answers says how many were not in the middle.
  const outer = error * error * n + mean * mean;
  const all = n + 3;
  const centre = (mean * n) / all;
  return { mean: centre, error: Math.sqrt(((outer * n + 1.5) / all - centre * centre) / all) };
}
