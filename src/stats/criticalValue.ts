import { refuseOption } from "../error/checkOptions.js";
import { normalUpperQuantile } from "./normalQuantile.js";

/** The normal quantile that leaves (1 − level) / 2 on each side. Throws `invalid-option` for a level that is none. */
export function criticalValue(level: number): number {
  if (!(typeof level === "number" && level > 0 && level < 1)) {
    refuseOption("level requires a number between 0 and 1", level);
  }
  return normalUpperQuantile((1 - level) / 2);
}
