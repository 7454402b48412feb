/** Guesses stay within these, so that neither they nor their inverses overflow. */
const [nearest, farthest] = [1e-300, 1e300];

/** What {@link solveTail} is to solve. */
interface TailProblem {
  /** The probability of the tail, at most about a half. */
  readonly p: number;
  readonly upper: boolean;
  /** A first guess of the quantile. */
  readonly start: number;
  /** Somewhere in the middle of the distribution. */
  readonly centre: number;
  /** The tail at v. */
  readonly tail: (v: number) => number;
  /** The slope of the lower tail over ln v. */
  readonly kernel: (v: number) => number;
}

/**
 * The quantile of a distribution of positive numbers, by Newton's method on the logarithm of a tail over ln v, where gamma and
 * beta distributions (by their odds) are concave. A guess so far out that its tail is 0 is led back to the centre.
 */
export function solveTail({ p, upper, start, centre, tail, kernel }: TailProblem): number {
  let v = start;
  let low = 0;
  let high = Infinity;
  for (let round = 0; round < 90 && v > 0 && v < Infinity; round++) {
    const value = tail(v);
    const error = Math.log(Math.min(value / p, Number.MAX_VALUE));
    const step = (upper ? error : -error) * (value / kernel(v));
    // An upper tail falls like exp(−v), so far out a straight step is the better one.
    const aim = upper && v > 1 && step > 0 ? v + v * step : v * Math.exp(step);
    const next = Math.min(Math.max(aim, nearest), farthest);
    // The error of the next guess is about the square of this one's; beyond the limits the tail is a power.
    if (Math.abs(error) < 1e-8 || Math.abs(step) < 1e-15 || next === v) return aim;
    if (error > 0 === upper) low = v;
    else high = v;
    const opposite = low === v ? high : low;
    const inside = next > low && next < high;
    v = inside ? next : Math.sqrt(v) * Math.sqrt(opposite > 0 && opposite < Infinity ? opposite : centre);
  }
  return v;
}
