import { checkChoice } from "../error/checkOptions.js";

/** Which departure a test looks for: any, that the first is less than the second, or that it is greater. */
export type Alternative = "two-sided" | "less" | "greater";

/** Refuses a word that is no alternative. */
export function checkAlternative(alternative: string): void {
  checkChoice("alternative", alternative, ["two-sided", "less", "greater"]);
}

/** The p-value from the tails of a statistic: one of them, or twice the smaller. */
export function pValueOf(alternative: Alternative, tail: (tail: "lower" | "upper") => number): number {
  if (alternative === "two-sided") return Math.min(1, 2 * Math.min(tail("lower"), tail("upper")));
  return tail(alternative === "less" ? "lower" : "upper");
}
