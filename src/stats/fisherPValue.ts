import {
  hypergeometricProbability,
  hypergeometricTail,
  type Margins,
  modeOf,
  supportOf,
} from "./hypergeometricTail.js";
import { oppositeEnd } from "./oppositeEnd.js";

/** The two-sided p-value of Fisher's exact test: the probability of a table no more likely than the one observed. */
export function fisherPValue(margins: Margins, observed: number): number {
  const mode = modeOf(margins);
  const probability = (count: number): number => hypergeometricProbability(margins, count);
  const end = oppositeEnd(probability, observed, mode, supportOf(margins));
  if (Math.abs(end - observed) === 1) return 1;
  const [own, other] = observed >= mode ? (["upper", "lower"] as const) : (["lower", "upper"] as const);
  return Math.min(1, hypergeometricTail(margins, observed, own) + hypergeometricTail(margins, end, other));
}
