import { CxError } from "../error/cxError.js";

/**
 * Cohen's h: the distance of two shares on the scale where all distances are equally hard to find. By the usual words small
 * from 0.2, medium from 0.5 and large from 0.8 either way.
 *
 * @param share1 The first share, 0–1.
 * @param share2 The second share, 0–1.
 * @returns First minus second, −π to π.
 * @throws A {@link CxError} `invalid-value` when a share is not within 0 to 1.
 *
 * @example
 * ```ts
 * import { cohensH } from "cxkit";
 *
 * cohensH(0.75, 0.5); // => 0.52359877559829…
 * ```
 *
 * @see Cohen (1988), "Statistical Power Analysis for the Behavioral Sciences", chapter 6.
 */
export function cohensH(share1: number, share2: number): number {
  for (const share of [share1, share2]) {
    if (!(typeof share === "number" && share >= 0 && share <= 1))
      throw new CxError("invalid-value", "cohensH requires shares from 0 to 1", share);
  }
  return 2 * Math.asin(Math.sqrt(share1)) - 2 * Math.asin(Math.sqrt(share2));
}
