import { refuseOption } from "../error/checkOptions.js";

/** Refuses what is no sample of yes and no: an n that is no number of at least 0, or successes that are not within 0 to n. */
export function checkSample(name: string, successes: number, n: number): void {
  if (!(n >= 0 && Number.isFinite(n))) refuseOption(`${name} requires an n of at least 0`, n);
  if (!(successes <= n && successes >= 0 && Number.isFinite(successes))) {
    refuseOption(`${name} requires successes from 0 to ${n}`, successes);
  }
}
