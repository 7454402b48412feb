import { CxError } from "../error/cxError.js";
import { checkNumbers } from "./sampleMoments.js";

/** Refuses two lists that are no pairs of finite numbers. */
export function checkPairs(name: string, x: ArrayLike<number>, y: ArrayLike<number>): void {
  checkSameLength(name, x, y);
  checkNumbers(name, x);
  checkNumbers(name, y);
}

/** Refuses two lists of different lengths, which cannot be pairs. */
export function checkSameLength(name: string, x: ArrayLike<unknown>, y: ArrayLike<unknown>): void {
  if (x.length !== y.length) {
    throw new CxError("invalid-option", `${name} requires as many second values as first, ${x.length}`, y.length);
  }
}
