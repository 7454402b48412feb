/**
 * The product-limit (Kaplan–Meier) curve as columns, one entry for each distinct time at which something ended or was last seen
 * going on.
 */
export interface ProductLimit {
  readonly times: Float64Array;
  /** How many were still going on just before the time; what was last seen at that very time is among them. */
  readonly atRisk: Float64Array;
  /** How many ended at the time. */
  readonly events: Float64Array;
  /** How many were last seen going on at the time. */
  readonly censored: Float64Array;
  /** The share that goes on beyond the time. */
  readonly survival: Float64Array;
  /** Greenwood's sum of d ÷ (n (n − d)) up to the time: the variance of the logarithm of `survival`; infinite where that is 0. */
  readonly greenwood: Float64Array;
}

/**
 * The curve of lengths of which some had not ended when they were last seen.
 *
 * @param ended The lengths that ended, sorted.
 * @param open The lengths so far of those that had not ended, sorted.
 */
export function productLimit(ended: ArrayLike<number>, open: ArrayLike<number>): ProductLimit {
  const n = ended.length + open.length;
  const column = (): Float64Array => new Float64Array(n);
  const [times, atRisk, events, censored] = [column(), column(), column(), column()];
  const [survival, greenwood] = [column(), column()];
  let [steps, seenEnded, seenOpen, share, sum] = [0, 0, 0, 1, 0];
  const at = (lengths: ArrayLike<number>, index: number): number => lengths[index] ?? Number.POSITIVE_INFINITY;
  while (seenEnded + seenOpen < n) {
    const time = Math.min(at(ended, seenEnded), at(open, seenOpen));
    const risk = n - seenEnded - seenOpen;
    const [endedBefore, openBefore] = [seenEnded, seenOpen];
    while (at(ended, seenEnded) === time) seenEnded++;
    while (at(open, seenOpen) === time) seenOpen++;
    const deaths = seenEnded - endedBefore;
    share *= (risk - deaths) / risk;
    if (deaths > 0) sum += deaths / risk / (risk - deaths);
    times[steps] = time;
    atRisk[steps] = risk;
    events[steps] = deaths;
    censored[steps] = seenOpen - openBefore;
    survival[steps] = share;
    greenwood[steps] = sum;
    steps++;
  }
  const cut = (values: Float64Array): Float64Array => values.subarray(0, steps);
  return {
    times: cut(times),
    atRisk: cut(atRisk),
    events: cut(events),
    censored: cut(censored),
    survival: cut(survival),
    greenwood: cut(greenwood),
  };
}

/** The log–log limits of the curve at each of its times; NaN where the curve is 1 or 0 and they cannot be told. */
export function logLogLimits(
  { survival, greenwood }: ProductLimit,
  z: number,
): { low: Float64Array; high: Float64Array } {
  const limit = (sign: 1 | -1): Float64Array =>
    survival.map((share, index) => {
      const variance = greenwood[index] as number;
      if (!(share > 0 && share < 1)) return Number.NaN;
      return share ** Math.exp((sign * z * Math.sqrt(variance)) / -Math.log(share));
    });
  return { low: limit(1), high: limit(-1) };
}

// What rounding in a product of shares may hide: a curve this near to a height is at it, as in R.
const tolerance = Math.sqrt(Number.EPSILON);

/**
 * The time by which a share has ended: where a curve comes down to 1 − share; the middle, where it runs level at just that height.
 * Null where it never comes down so far.
 *
 * @param times The times of the curve.
 * @param heights The curve, or one of its limits, at each time.
 * @param share 0.5 for the median.
 */
export function productLimitQuantile(times: Float64Array, heights: Float64Array, share: number): number | null {
  const height = 1 - share;
  const first = heights.findIndex((one) => one < height + tolerance);
  if (first < 0) return null;
  const reached = times[first] as number;
  if ((heights[first] as number) <= height - tolerance) return reached;
  const next = heights.findIndex((one) => one <= height - tolerance);
  // A curve that stays level to its end does so until the last time at which anything was seen.
  return (reached + (times[next < 0 ? times.length - 1 : next] as number)) / 2;
}
