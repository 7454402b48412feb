import { CxError } from "../error/cxError.js";

function checkCompounding(requirer: string, churn: number, periodsPerYear: number): void {
  if (!(Number.isFinite(churn) && churn >= 0 && churn <= 1))
    throw new CxError("invalid-option", `${requirer} requires churn from 0 to 1`, churn);
  if (!(Number.isFinite(periodsPerYear) && periodsPerYear > 0)) {
    throw new CxError("invalid-option", `${requirer} requires a positive number of periods per year`, periodsPerYear);
  }
}

/** What is lost over so many periods, exact for tiny shares too. */
const compounded = (churn: number, periods: number): number =>
  churn === 0 ? 0 : -Math.expm1(periods * Math.log1p(-churn));

/**
 * The churn of a year of which every period has the same churn: 5 % a month is 46 % a year, not 60 %, because who has left cannot
 * leave again.
 *
 * It holds where every period loses the same share. Customers mostly leave less the longer they stay; then the year's churn is
 * smaller, and has to be measured over the year.
 *
 * @param churnPerPeriod The share lost in a period, 0–1.
 * @param periodsPerYear How many periods a year has: 12 for months, 52 for weeks.
 * @returns The share lost in a year, 0–1.
 * @throws A {@link CxError} `invalid-option` when the churn is not within 0 to 1, or the number of periods is not positive.
 *
 * @example
 * ```ts
 * import { annualiseChurn } from "cxkit";
 *
 * annualiseChurn(0.05); // => 0.4596399…
 * ```
 *
 * @see 1 − (1 − m)¹² by compounding; where it does not hold: Fader and Hardie (2010), Marketing Science 29, 85–93.
 */
export function annualiseChurn(churnPerPeriod: number, periodsPerYear = 12): number {
  checkCompounding("annualiseChurn", churnPerPeriod, periodsPerYear);
  return compounded(churnPerPeriod, periodsPerYear);
}

/**
 * The churn of one period of a year that loses a given share evenly: the inverse of {@link annualiseChurn}.
 *
 * @param annualChurn The share lost in a year, 0–1.
 * @param periodsPerYear How many periods a year has: 12 for months, 52 for weeks.
 * @returns The share lost in each period, 0–1.
 * @throws A {@link CxError} `invalid-option` when the churn is not within 0 to 1, or the number of periods is not positive.
 *
 * @example
 * ```ts
 * import { churnPerPeriod } from "cxkit";
 *
 * churnPerPeriod(0.4); // => 0.041675…
 * ```
 *
 * @see 1 − (1 − a)^(1/12) by compounding; where it does not hold: Fader and Hardie (2010), Marketing Science 29, 85–93.
 */
export function churnPerPeriod(annualChurn: number, periodsPerYear = 12): number {
  checkCompounding("churnPerPeriod", annualChurn, periodsPerYear);
  return compounded(annualChurn, 1 / periodsPerYear);
}
