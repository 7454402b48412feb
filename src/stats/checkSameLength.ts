import { CxError } from "../error/cxError.js";
import { checkList } from "./checkList.js";

/** Refuses two lists of different lengths, which cannot be pairs. */
export function checkSameLength(name: string, x: ArrayLike<unknown>, y: ArrayLike<unknown>): void {
  checkList(name, x);
  checkList(name, y);
  if (x.length !== y.length) {
    throw new CxError("invalid-option", `${name} requires as many second values as first, ${x.length}`, y.length);
  }
}
