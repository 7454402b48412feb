import { checkChoice, checkOptions, checkReader } from "../../error/checkOptions.js";
import { atRow, CxError } from "../../error/cxError.js";
import { isCxError } from "../../error/isCxError.js";
import { type CustomerId, readCustomer } from "../../kpi/customerMetric.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { featureColumns, rowList } from "../features/featureColumns.js";
import { churnBands } from "./churnBands.js";
import { churnContributions, churnLogOdds, probabilityOf } from "./churnContributions.js";
import { churnReasons } from "./churnReasons.js";
import type { ChurnRiskModel } from "./churnRiskModel.js";
import { fieldOf } from "./churnRows.js";
import type { ChurnScore, ChurnScores } from "./churnScore.js";
import type { ChurnFeatures } from "./churnSettings.js";

/** Options of {@link scoreChurnRisk}. */
export interface ScoreChurnRiskOptions<Row> {
  /** Who it is. @defaultValue the row's `customer` */
  readonly customer?: (row: Row) => CustomerId | null | undefined;
  /**
   * The lowest risk of each band, 0–1, by name: `{ low: 0, high: 0.4 }`. @defaultValue `low`, `medium` from half the odds of the model's
   * churn rate, and `high` from twice these odds
   */
  readonly bands?: { readonly [band: string]: number };
  /** How many reasons to give, the strongest. For a million customers ask for few: each costs memory. @defaultValue all */
  readonly reasons?: number;
  /** What becomes of a row with a value that is not allowed. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

const isMany = (rows: unknown): rows is Iterable<unknown> =>
  typeof rows === "object" && rows !== null && Symbol.iterator in rows;

/** What a row lacks is mostly nothing: one list for all of them. */
const nothing: readonly string[] = [];

/** Reads rows as a model knows them, and gives a function that scores them by index. */
function scorer<Row>(
  model: ChurnRiskModel,
  rows: readonly Row[],
  features: ChurnFeatures<Row> | undefined,
  options: ScoreChurnRiskOptions<Row>,
) {
  const { invalid = "throw", reasons = Number.POSITIVE_INFINITY } = options;
  const customer: (row: Row) => unknown = options.customer ?? fieldOf("customer");
  const unread = model.features.map(({ feature, kind }) => ({
    name: feature,
    read: features === undefined ? fieldOf(feature) : (features[feature] as (row: Row) => unknown),
    kind,
  }));
  const { columns, isInvalid } = featureColumns("scoreChurnRisk", rows, unread, { invalid });
  const contributions = churnContributions(model, columns);
  const reasonsOf = churnReasons(model, contributions, model.reason === null ? reasons : 0);
  const { bands, bandOf } = churnBands(model.churnRate, options.bands);
  const customerAt = (index: number): CustomerId | null => {
    try {
      return readCustomer("scoreChurnRisk", customer(rows[index] as Row));
    } catch (error) {
      if (invalid === "throw" || !isCxError(error)) throw atRow(error, index);
      isInvalid[index] = 1;
      return null;
    }
  };
  const logOdds = churnLogOdds(
    model.averageLogOdds,
    contributions,
    new Uint32Array(rows.length).map((_, row) => row),
  );
  const hasGaps = new Uint8Array(rows.length);
  for (const { stateAt } of contributions) {
    for (let row = 0; row < hasGaps.length; row++) if (stateAt(row) !== "known") hasGaps[row] = 1;
  }
  const those = (index: number, state: "missing" | "unknown"): readonly string[] => {
    if (hasGaps[index] === 0) return nothing;
    return contributions.filter(({ stateAt }) => stateAt(index) === state).map(({ feature }) => feature);
  };
  const scoreAt = <Id extends CustomerId | null>(index: number, customer: Id): ChurnScore & { customer: Id } => {
    const own = logOdds[index] as number;
    const risk = Number.isNaN(own) ? null : probabilityOf(own);
    const band = risk === null ? null : bandOf(risk);
    const [missing, unknown] = [those(index, "missing"), those(index, "unknown")];
    return { customer, segment: band, risk, band, reasons: reasonsOf(index), missing, unknown };
  };
  return { customerAt, scoreAt, isInvalid, bands };
}

/**
 * Scores customers by a model of `fitChurnRisk`: their risk of churning, the band it is in, and what makes it higher or lower than the
 * average customer's, in log-odds and in words.
 *
 * A value that is missing is met as in the model: with `missing: "exclude"` there is no risk, with `impute` the coefficient for not being
 * known counts. A level that the model has never met counts as the average customer's where missing values are imputed, and leaves no risk
 * otherwise. Both are named for each customer, and neither is an error.
 *
 * @param model The model, maybe read back from JSON.
 * @param rows Customers, as the model's rows were; or a single one (rows that are arrays themselves only in a list).
 * @param features The features, as they were given to `fitChurnRisk`. By default fields of the row with the features' names.
 * @param options Who the customer is, the bands, how many reasons to give, and what becomes of invalid values.
 * @returns For many rows a segmentation by band, for `segmentOf`; for a single row its score alone.
 * @throws A {@link CxError} `invalid-value` when a value is of another kind than in the model (with the row), `invalid-option` when an
 * option is wrong or a feature of the model is not given.
 *
 * @example
 * ```ts
 * import { fitChurnRisk, scoreChurnRisk, segmentOf } from "cxkit";
 *
 * const history = Array.from({ length: 200 }, (_, i) => {
 *   const [months, plan] = [1 + (i % 20), i % 3 === 0 ? "free" : "paid"];
 *   return { months, plan, churned: (i * 7) % 11 > months / 2 + (plan === "free" ? -1 : 3) };
 * });
 * const model = fitChurnRisk(history, { months: (row) => row.months, plan: (row) => row.plan });
 * const scores = scoreChurnRisk(model, [
 *   { customer: "ann", months: 2, plan: "free" },
 *   { customer: "bob", months: 18, plan: "paid" },
 * ]);
 * scores.customers.map(({ customer, risk, band }) => [customer, risk, band]); // => [["ann", 0.9…, "high"], ["bob", 0.0…, "low"]]
 * scores.customers[0]?.reasons[0]?.words; // => "months is 2 (average 10.5): raises the odds of churning to 10.3 times the average customer's"
 * segmentOf(scores)("bob"); // => "low"
 * ```
 */
export function scoreChurnRisk<Row>(
  model: ChurnRiskModel,
  rows: Iterable<Row>,
  features?: ChurnFeatures<Row>,
  options?: ScoreChurnRiskOptions<Row>,
): ChurnScores;
export function scoreChurnRisk<Row extends object>(
  model: ChurnRiskModel,
  row: Row,
  features?: ChurnFeatures<Row>,
  options?: ScoreChurnRiskOptions<Row>,
): ChurnScore;
export function scoreChurnRisk<Row extends object>(
  model: ChurnRiskModel,
  rows: Iterable<Row> | Row,
  features?: ChurnFeatures<Row>,
  options: ScoreChurnRiskOptions<Row> = {},
): ChurnScores | ChurnScore {
  checkScoring(model, features, options);
  if (!isMany(rows)) {
    const { customerAt, scoreAt } = scorer(model, [rows], features, options);
    return scoreAt(0, customerAt(0));
  }
  const all = rowList(rows as Iterable<Row>);
  const { customerAt, scoreAt, isInvalid, bands } = scorer(model, all, features, options);
  const customers: ChurnScores["customers"][number][] = [];
  let [missing, invalid, unscored] = [0, 0, 0];
  for (let index = 0; index < all.length; index++) {
    const customer = customerAt(index);
    if (isInvalid[index] === 1) invalid++;
    else if (customer === null) missing++;
    else {
      const score = scoreAt(index, customer);
      if (score.risk === null) unscored++;
      customers.push(score);
    }
  }
  const n = customers.length - unscored;
  return { customers, bands, rows: all.length, n, unscored, missing, invalid, reason: model.reason };
}

/** Refuses what is no model, and options that are none. */
function checkScoring<Row>(
  model: ChurnRiskModel,
  features: ChurnFeatures<Row> | undefined,
  options: ScoreChurnRiskOptions<Row>,
): void {
  if (model?.model !== "churn-logistic") {
    throw new CxError("invalid-option", "scoreChurnRisk requires a model of fitChurnRisk", model);
  }
  checkOptions("scoreChurnRisk", options, ["customer", "bands", "reasons", "invalid"]);
  const { customer, reasons = 0, invalid = "throw" } = options;
  if (customer !== undefined) checkReader("scoreChurnRisk: customer", customer);
  if (!(typeof reasons === "number" && reasons >= 0)) {
    throw new CxError("invalid-option", "scoreChurnRisk requires a number of reasons of at least 0", reasons);
  }
  checkChoice("invalid", invalid, ["throw", "exclude"]);
  for (const { feature } of features === undefined ? [] : model.features) {
    if (!Object.hasOwn(features ?? {}, feature)) {
      throw new CxError("invalid-option", `scoreChurnRisk requires the feature ${feature} of the model`, undefined);
    }
    checkReader(`scoreChurnRisk: ${feature}`, features?.[feature]);
  }
}
