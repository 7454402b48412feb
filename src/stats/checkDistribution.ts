import { checkChoice } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";

/** The side of a distribution: `"lower"` for P(X ≤ x), `"upper"` for P(X > x). */
type Tail = "lower" | "upper";

/** Refuses a point that is no number, parameters that are not positive, and an unknown tail; says whether it is the upper. */
export function checkDistribution(
  name: string,
  x: number,
  positive: Readonly<Record<string, number>>,
  tail: Tail,
): boolean {
  if (Number.isNaN(x) || typeof x !== "number") throw new CxError("invalid-option", `${name} requires a number`, x);
  for (const [parameter, value] of Object.entries(positive)) {
    // The sum of two larger ones is no number.
    if (!(typeof value === "number" && value > 0 && value <= 1e307))
      throw new CxError("invalid-option", `${name} requires a positive, finite ${parameter}`, value);
  }
  checkChoice("tail", tail, ["lower", "upper"]);
  return tail === "upper";
}

/** {@link checkDistribution} for a quantile. */
export function checkQuantile(
  name: string,
  p: number,
  positive: Readonly<Record<string, number>>,
  tail: Tail,
): boolean {
  if (!(typeof p === "number" && p >= 0 && p <= 1))
    throw new CxError("invalid-option", `${name} requires a probability from 0 to 1`, p);
  return checkDistribution(name, p, positive, tail);
}

/** {@link checkQuantile} for a distribution without an upper end. */
export function checkOpenQuantile(
  name: string,
  p: number,
  positive: Readonly<Record<string, number>>,
  tail: Tail,
): boolean {
  const upper = checkQuantile(name, p, positive, tail);
  if (p === (upper ? 0 : 1)) {
    throw new CxError("invalid-option", `${name} requires a probability ${upper ? "above 0" : "below 1"}`, p);
  }
  return upper;
}
