import { logGamma } from "./logGamma.js";
import { normalCdf } from "./normalCdf.js";

/** The chances of a sum of squared rank distances that is at most, and at least, the one observed. */
interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/** The most pairs of which all orders are counted, and the most that the series is made for. */
const [mostCounted, mostPairs] = [12, 1290];

/** How many orders of n things have a sum of squared distances from their places of 0, 1, … up to `most`. */
function distanceCounts(n: number, most: number): Float64Array {
  const width = most + 1;
  // By the set of things that are placed so far.
  const counts = new Float64Array(2 ** n * width);
  counts[0] = 1;
  for (let taken = 0; taken < 2 ** n - 1; taken++) {
    let place = 0;
    for (let rest = taken; rest > 0; rest &= rest - 1) place++;
    const from = counts.subarray(taken * width, (taken + 1) * width);
    for (let thing = 0; thing < n; thing++) {
      if ((taken & (1 << thing)) !== 0) continue;
      const distance = (thing - place) ** 2;
      const into = (taken | (1 << thing)) * width + distance;
      for (let sum = 0; sum + distance < width; sum++) {
        counts[into + sum] = (counts[into + sum] as number) + (from[sum] as number);
      }
    }
  }
  return counts.subarray(-width);
}

/** By counting all orders. */
function countedTails(distance: number, largest: number, n: number): Tails {
  // As many orders are as far from the greatest sum as from 0.
  const nearer = Math.min(distance, largest - distance);
  const counts = distanceCounts(n, nearer);
  const orders = Math.round(Math.exp(logGamma(n + 1)));
  const within = counts.reduce((sum, count) => sum + count, 0);
  const [tail, rest] = [within / orders, (orders - within + (counts[nearer] as number)) / orders];
  return distance === nearer ? { lower: tail, upper: rest } : { lower: rest, upper: tail };
}

/** By Best and Roberts's Edgeworth series. No chance is taken for less than that of a single order. */
function seriesTails(distance: number, largest: number, n: number): Tails {
  const single = Math.exp(-logGamma(n + 1));
  const from = (least: number, tail: "lower" | "upper"): number => {
    const x = ((6 * (least - 1)) / n / (n * n - 1) - 1) * Math.sqrt(n - 1);
    const y = x * x;
    const outer = 0.0072 - 0.0831 / n + (y / n) * (0.0131 - 0.00046 * y);
    const inner = -0.0758 + (0.1033 + 0.3932 / n) / n - (y / n) * (0.0879 + 0.0151 / n - y * outer);
    const more = ((x / n) * (0.2274 + (0.2531 + 0.1745 / n) / n + y * inner)) / Math.exp(y / 2);
    return Math.max(single, Math.min(1, normalCdf(x, tail) + (tail === "upper" ? more : -more)));
  };
  return {
    // The next sum is 2 greater: sums of squares of whole distances that are 0 together are even.
    lower: distance === largest ? 1 : from(distance + 2, "lower"),
    upper: distance === 0 ? 1 : from(distance, "upper"),
  };
}

/**
 * How likely it is that the ranks of n untied pairs are so near to each other, or so far, by chance alone. Null for so many pairs that
 * Student's t is as good.
 *
 * @see Best and Roberts (1975), Algorithm AS 89, Applied Statistics 24, 377–379.
 */
export function spearmanTails(distance: number, n: number): Tails | null {
  if (n > mostPairs) return null;
  const largest = (n ** 3 - n) / 3;
  return (n <= mostCounted ? countedTails : seriesTails)(Math.round(distance), largest, n);
}
