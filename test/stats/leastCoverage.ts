import type { Interval } from "cxkit";

/**
 * How often an interval of a share holds the true one, in the worst case: counted over all outcomes of samples of 1 to
 * `largest`, for true shares on a grid.
 */
export function leastCoverage(
  interval: (successes: number, n: number) => Interval,
  largest: number,
  smallest = 1,
): number {
  let least = 1;
  for (let n = smallest; n <= largest; n++) {
    const intervals = Array.from({ length: n + 1 }, (_, x) => interval(x, n));
    for (let share = 0.005; share < 1; share += 0.005) {
      let covered = 0;
      let chance = (1 - share) ** n;
      intervals.forEach(({ low, high }, x) => {
        if (low <= share && share <= high) covered += chance;
        chance *= ((n - x) / (x + 1)) * (share / (1 - share));
      });
      least = Math.min(least, covered);
    }
  }
  return least;
}
