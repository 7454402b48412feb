import { classWeights as weightsOf } from "../../stats/classWeights.js";
import { type LogisticColumns, type LogisticModel, logisticModel } from "../../stats/logisticModel.js";
import { nullDevianceOf } from "../../stats/nullDevianceOf.js";
import { shiftOfLogOdds } from "../../stats/shiftOfLogOdds.js";
import { waldEstimate } from "../../stats/waldEstimate.js";
import { churnCoefficients } from "./churnCoefficients.js";
import { type ChurnColumn, churnColumns } from "./churnColumns.js";
import { churnContributions, churnLogOdds, probabilityOf } from "./churnContributions.js";
import { churnPerformance } from "./churnPerformance.js";
import type { ChurnRiskModel } from "./churnRiskModel.js";
import type { ChurnRows } from "./churnRows.js";
import type { ChurnSettings } from "./churnSettings.js";
import { churnWarnings } from "./churnWarnings.js";

/** The ridge penalty where there is no maximum likelihood, and nobody said what to do. */
const fallback = 1;

/** Which of the rows are in the model, and how many are not for what reason. */
function rowsInModel(data: ChurnRows, among: Uint8Array, missing: ChurnSettings["missing"]) {
  const known = new Uint8Array(data.rows);
  const places: number[] = [];
  const counts = { rows: 0, invalid: 0, missingOutcome: 0, missingFeatures: 0 };
  for (let row = 0; row < data.rows; row++) {
    if (among[row] !== 1) continue;
    counts.rows++;
    if (data.isInvalid[row] === 1) counts.invalid++;
    else if (Number.isNaN(data.outcomes[row])) counts.missingOutcome++;
    else {
      known[row] = 1;
      if (missing === "impute" || isWhole(data, row)) places.push(row);
      else counts.missingFeatures++;
    }
  }
  return { known, places: Uint32Array.from(places), counts };
}

/** Whether a row has all features. */
export const isWhole = ({ columns }: ChurnRows, row: number): boolean =>
  columns.every(({ values }) => !Number.isNaN(values[row]));

/** The maximum likelihood or the ridge that was asked for; a light ridge where there is no maximum and nothing was asked for. */
function fitted(
  data: Omit<LogisticColumns, "penalty">,
  wanted: number | null,
): { model: LogisticModel; penalty: number } {
  const model = logisticModel({ ...data, penalty: wanted ?? 0 });
  const fits = model.reason !== "separation" && model.reason !== "not-converged";
  if (wanted !== null || fits) return { model, penalty: wanted ?? 0 };
  return {
    model: { ...logisticModel({ ...data, penalty: fallback }), separation: model.separation },
    penalty: fallback,
  };
}

/** How many customers the rows of a model are of; null where they do not tell. */
function customersOf({ customers }: ChurnRows, places: Uint32Array): number | null {
  const known = new Set<unknown>();
  for (const row of places) {
    const customer = customers[row] ?? null;
    if (customer === null) return null;
    known.add(customer);
  }
  return places.length === 0 ? null : known.size;
}

/**
 * Fits a model on some of the rows, and on nothing that others say.
 *
 * @param among 1 for the rows that may be in the model, if they have what it needs.
 */
export function churnFit(name: string, data: ChurnRows, among: Uint8Array, settings: ChurnSettings): ChurnRiskModel {
  const { missing, level, regularisation } = settings;
  const { known, places, counts } = rowsInModel(data, among, missing);
  const n = places.length;
  const outcomes = new Uint8Array(n);
  for (let place = 0; place < n; place++) outcomes[place] = data.outcomes[places[place] as number] as number;
  const churned = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const both = churned > 0 && churned < n;
  const weights =
    settings.classWeights === null || !both ? null : weightsOf(settings.classWeights, n - churned, churned);
  const { columns, features } = churnColumns(name, data, places, known, settings);
  const { model, penalty } = fitted(
    {
      columns: columns.map(({ figures }) => figures),
      outcomes,
      weights: weights && new Float64Array(n).map((_, place) => (outcomes[place] === 1 ? weights.one : weights.zero)),
      sandwich: weights !== null,
    },
    regularisation,
  );
  const coefficients = churnCoefficients(columns, model, level);
  const weighted =
    model.intercept.value === null
      ? null
      : coefficients.reduce((sum, { value, mean }) => sum + (value ?? 0) * (mean ?? 0), model.intercept.value);

  const about = { missing, coefficients, features };
  const contributions = churnContributions(about, data.columns);
  const logOdds = churnLogOdds(weighted, contributions, places);
  const interceptShift =
    weights === null || weighted === null ? 0 : (shiftOfLogOdds(logOdds, outcomes, null).value ?? 0);
  // How sure the shift is, the weighted model cannot tell.
  const shifted = { value: (model.intercept.value ?? 0) + interceptShift, standardError: null };
  const risks = logOdds.map((one) => probabilityOf(one + interceptShift));
  const deviance = model.logLikelihood === null ? null : -2 * model.logLikelihood;
  const estimated = model.rank - 1;
  const result = {
    model: "churn-logistic" as const,
    reason: model.reason,
    intercept: waldEstimate(interceptShift === 0 ? model.intercept : shifted, level),
    averageLogOdds: weighted === null ? null : weighted + interceptShift,
    ...about,
    ...counts,
    n,
    churned,
    churnRate: n === 0 ? null : churned / n,
    customers: customersOf(data, places),
    regularisation: penalty,
    classWeights: weights && { churned: weights.one, kept: weights.zero },
    interceptShift,
    separation: model.separation && {
      kind: model.separation.kind,
      terms: model.separation.columns.map((place) => (columns[place] as ChurnColumn).term),
    },
    eventsPerVariable: estimated > 0 ? Math.min(churned, n - churned) / estimated : null,
    converged: model.converged,
    iterations: model.iterations,
    deviance,
    nullDeviance: n === 0 ? null : nullDevianceOf((n - churned) * (weights?.zero ?? 1), churned * (weights?.one ?? 1)),
    aic: deviance === null || penalty > 0 || weights !== null ? null : deviance + 2 * model.rank,
    performance: weighted === null ? null : churnPerformance(risks, outcomes, { fitted: true, level }),
    level,
  };
  return { ...result, warnings: churnWarnings(result) };
}
