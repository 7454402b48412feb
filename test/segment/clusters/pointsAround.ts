import { seededRandom } from "cxkit";

/** Points around corners, spread evenly over a square (or cube) of side 2 from each corner on; the same for the same seed. */
export function pointsAround(corners: readonly (readonly number[])[], each: number, seed = 3): number[][] {
  const random = seededRandom(seed);
  return corners.flatMap((corner) => Array.from({ length: each }, () => corner.map((value) => value + 2 * random())));
}

/** Three clusters that nobody could miss. */
export const triangle: readonly number[][] = pointsAround(
  [
    [0, 0],
    [5, 9],
    [10, 0],
  ],
  30,
);
