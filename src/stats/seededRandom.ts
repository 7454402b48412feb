import { CxError } from "../error/cxError.js";
import { mixWord } from "./mixWord.js";

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** Four words of state out of one number: splitmix's counter with MurmurHash3's finaliser, so that near seeds share nothing. */
function spread(seed: number): [number, number, number, number] {
  let counter = (seed | 0) ^ Math.imul(Math.floor(seed / 2 ** 32), 0x85ebca6b);
  const next = (): number => {
    counter = (counter + 0x9e3779b9) | 0;
    return mixWord(counter);
  };
  return [next(), next(), next(), next()];
}

/**
 * A generator of random numbers that gives the same numbers for the same seed on every machine (xoshiro128**, a period of
 * 2^128 − 1). Not for secrets.
 *
 * @param seed Any whole number that a double holds exactly.
 * @returns A function that gives the next number, evenly spread from 0 to below 1 in steps of 2^−32.
 * @throws A {@link CxError} `invalid-option` when the seed is no whole number.
 *
 * @example
 * ```ts
 * import { seededRandom } from "cxkit";
 *
 * const random = seededRandom(1);
 * random() === seededRandom(1)(); // => true
 * ```
 *
 * @see Blackman and Vigna (2021), "Scrambled linear pseudorandom number generators", ACM Transactions on Mathematical
 * Software 47, 36.
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isSafeInteger(seed)) {
    throw new CxError("invalid-option", "seededRandom requires a whole number as its seed", seed);
  }
  let [s0, s1, s2, s3] = spread(seed);
  return () => {
    const word = Math.imul(rotate(Math.imul(s1, 5), 7), 9);
    const carried = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= carried;
    s3 = rotate(s3, 11);
    return (word >>> 0) / 2 ** 32;
  };
}
