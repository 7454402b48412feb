import { checkOptions } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import { rowList } from "../features/featureColumns.js";
import { churnFit } from "./churnFit.js";
import type { ChurnRiskModel } from "./churnRiskModel.js";
import { readChurnRows } from "./churnRows.js";
import { type ChurnFeatures, type ChurnRiskOptions, churnOptions, churnSettings } from "./churnSettings.js";

/** Options of {@link fitChurnRisk} where rows tell who churned. */
export interface ChurnOutcomeRow {
  readonly churned?: boolean | number | null | undefined;
}

/**
 * Fits a model of who churns on your own history: a logistic regression on named features, with all that is needed to judge it. Score
 * customers with `scoreChurnRisk`, and judge the model with `evaluateChurnRisk`, on later rows than it learnt from.
 *
 * Features must be as they were *before* the outcome could be known: what is written when a customer leaves (a reason for leaving, a
 * closed account) tells the past, and separates perfectly. Numbers enter as they are; true and false are 1 and 0; strings are
 * categories, a coefficient for each level but the reference; Dates are days. Coefficients say what goes with churning, and not what
 * causes it.
 *
 * Probabilities are those of the rows: where these are not a fair sample of customers (half churned by choice), they are of a world
 * like the rows. With class weights the intercept is set so that they still add up to those who churned.
 *
 * @param rows One for each customer: what was known at one time, and whether they churned after it.
 * @param features What may tell who churns, by name.
 * @param options How to read the outcome, regularisation, class weights, reference levels, and what becomes of missing values.
 * @returns The model: coefficients with intervals and odds ratios, what was left out and why, separation, calibration,
 * discrimination and lift on its own rows, and warnings. Time is linear in rows. Where nothing can be fitted, `reason` says why.
 * @throws A {@link CxError} `invalid-value` when a value is not allowed (with the row) or a category has over 200 levels,
 * `invalid-option` when an option is wrong or a reference occurs in no row.
 *
 * @example
 * ```ts
 * import { fitChurnRisk } from "cxkit";
 *
 * // Customers leave the sooner the fewer months they have stayed, and more so on the free plan.
 * const rows = Array.from({ length: 200 }, (_, i) => {
 *   const [months, plan] = [1 + (i % 20), i % 3 === 0 ? "free" : "paid"];
 *   return { customer: `c${i}`, months, plan, churned: (i * 7) % 11 > months / 2 + (plan === "free" ? -1 : 3) };
 * });
 * const model = fitChurnRisk(rows, { months: (row) => row.months, plan: (row) => row.plan });
 * model; // => { n: 200, churned: 67, churnRate: 0.335, eventsPerVariable: 33.5, separation: null, … }
 * model.coefficients.map(({ term, value, oddsRatio }) => [term, value, oddsRatio.value]);
 * // => [["months", -0.2…, 0.7…], ["plan: paid", -2.13…, 0.11…]]
 * model.performance?.auc.value; // => 0.8…
 * ```
 *
 * @see Neslin and others (2006), Journal of Marketing Research 43, 204–211; Harrell (2015), "Regression Modeling Strategies", ch. 10;
 * events per variable: Peduzzi and others (1996), Journal of Clinical Epidemiology 49, 1373–1379.
 */
export function fitChurnRisk<Row extends ChurnOutcomeRow>(
  rows: Iterable<Row>,
  features: ChurnFeatures<Row>,
  options?: ChurnRiskOptions<Row>,
): ChurnRiskModel;
export function fitChurnRisk<Row>(
  rows: Iterable<Row>,
  features: ChurnFeatures<Row>,
  options: ChurnRiskOptions<Row> & Required<Pick<ChurnRiskOptions<Row>, "churned">>,
): ChurnRiskModel;
export function fitChurnRisk<Row>(
  rows: Iterable<Row>,
  features: ChurnFeatures<Row>,
  options: ChurnRiskOptions<Row> = {},
): ChurnRiskModel {
  checkOptions("fitChurnRisk", options, churnOptions);
  const settings = churnSettings("fitChurnRisk", features, options);
  const data = readChurnRows("fitChurnRisk", rowList(rows), features, options, settings);
  const model = churnFit("fitChurnRisk", data, new Uint8Array(data.rows).fill(1), settings);
  for (const { feature, reference } of model.features) {
    const wanted = Object.hasOwn(settings.references, feature) ? settings.references[feature] : reference;
    if (model.n > 0 && wanted !== reference) {
      const requirement = `fitChurnRisk requires a reference of ${feature} that a row in the model has`;
      throw new CxError("invalid-option", requirement, wanted);
    }
  }
  return model;
}
