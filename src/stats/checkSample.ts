import { CxError } from "../error/cxError.js";

/** Refuses what is no sample of yes and no: an n that is no number of at least 0, or successes that are not within 0 to n. */
export function checkSample(name: string, successes: number, n: number): void {
  if (!(typeof n === "number" && n >= 0 && Number.isFinite(n))) {
    throw new CxError("invalid-option", `${name} requires an n of at least 0`, n);
  }
  if (!(typeof successes === "number" && successes >= 0 && successes <= n)) {
    throw new CxError("invalid-option", `${name} requires successes from 0 to ${n}`, successes);
  }
}
