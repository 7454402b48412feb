/** A share with its standard error, and how many observations it rests on. */
export interface KnownShare {
  readonly mean: number;
  readonly error: number;
  readonly n: number;
  /** Kish's; as many as `n` where there are no weights. */
  readonly effectiveN: number;
}

/**
 * How many observations without weights would know a share as well: from its standard error where weights make that another than
 * Kish's number says, as in strata whose shares differ (Korn and Graubard 1998, Survey Methodology 24, 193–201).
 */
export function shareObservations({ mean, error, n, effectiveN }: KnownShare): number {
  if (effectiveN === n || !(error > 0)) return effectiveN;
  const worth = (mean / error) * ((1 - mean) / error);
  // Weights of very unequal size round a share to 0 or 1, of which no standard error can be.
  return worth > 0 && worth < Number.POSITIVE_INFINITY ? worth : effectiveN;
}
