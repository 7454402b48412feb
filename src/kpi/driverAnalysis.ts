import type { CxError } from "../error/cxError.js";
import { standardise } from "../stats/standardise.js";
import type { DriverAnalysisResult, DriverFigures, DriverNote } from "./driverAnalysisResult.js";
import { driverFigures } from "./driverFigures.js";
import { type DriverModel, driverModel } from "./driverModel.js";
import { readDriverRows } from "./driverRows.js";
import { type DriverAnalysisOptions, driverSettings, figureColumns } from "./driverSettings.js";

/**
 * Key-driver analysis: which figures of a row, such as satisfaction with each touchpoint, go with an outcome, such as the
 * answer to "how likely are you to recommend us", and how sure that ranking is.
 *
 * Importance is each driver's part of what all of them explain together (R² of a linear model), in two ways that stay
 * meaningful where drivers are correlated: Shapley values, by which drivers are ranked, and Johnson's relative weights. Rows
 * are drawn again with replacement for the intervals, and two drivers are called not separable where their intervals overlap:
 * which of them matters more is then not known. A share is never negative, so that of a driver without importance is above zero, and
 * its interval too: what counts is whether it can be told from others.
 *
 * Importance is association and not cause, and of straight lines only. A yes-or-no outcome is taken as 1 and 0 (linear
 * probability model). Do not compare values between analyses whose R² differs, but shares.
 *
 * @param rows The rows, one for each answer.
 * @param options How to read the outcome and the drivers, and how to go about it.
 * @returns R² and the drivers by rank. Without rows, with fewer than 10 for each driver, or without variance, figures of the
 * model are null and `reason` says why. A driver that does not vary is left out, and named in `notes`. What is returned depends
 * neither on the order of the rows nor on that of the drivers.
 * @throws A {@link CxError} `invalid-option` when an option is wrong or there is no driver, `invalid-value` when a figure is not
 * allowed (with the row).
 *
 * @example
 * ```ts
 * import { driverAnalysis } from "cxkit";
 *
 * // The score follows staff more than price, and food not at all.
 * const answers = Array.from({ length: 60 }, (_, i) => {
 *   const [staff, price, food] = [1 + (i % 5), 1 + ((i * 3) % 4), 1 + ((i * 5) % 7)];
 *   return { staff, price, food, score: Math.round(staff + price / 2 + (i % 3)) };
 * });
 * const result = driverAnalysis(answers, {
 *   outcome: (answer) => answer.score,
 *   outcomeKind: "nps",
 *   drivers: { staff: (answer) => answer.staff, price: (answer) => answer.price, food: (answer) => answer.food },
 * });
 * result.rSquared; // => 0.7546…
 * result.drivers.map(({ driver, shapley }) => [driver, shapley.share]);
 * // => [["staff", 0.9073…], ["price", 0.0900…], ["food", 0.0025…]]
 * result.drivers.map(({ notSeparableFrom }) => notSeparableFrom); // => [[], ["food"], ["price"]]
 * result.drivers[0]?.shapley.interval; // => { low: 0.766…, high: 0.966…, level: 0.95 }
 * ```
 *
 * @see Johnson (2000), Multivariate Behavioral Research 35, 1–19; Grömping (2006), Journal of Statistical Software 17 (1), for
 * Shapley values (LMG) and their percentile intervals.
 */
export function driverAnalysis<Row>(rows: Iterable<Row>, options: DriverAnalysisOptions<Row>): DriverAnalysisResult {
  const definition = driverSettings(options);
  const columns = figureColumns(options);
  const read = readDriverRows(rows, columns, definition.missing);
  const all = columns.map(({ name }, place) => {
    const { scores, ...figures } = standardise(read.columns[place] ?? [], read.counts);
    return { driver: name, ...figures, missing: read.missing[place] ?? 0, scores };
  });
  const drivers = all.slice(0, -1);
  const { driver: _, scores: target, ...outcome } = all[all.length - 1] as (typeof all)[number];
  const varying = drivers.flatMap(({ scores }) => (scores === null ? [] : [scores]));
  const model = driverModel(varying, target, read.counts, definition);
  const { n, reason, fit } = model;
  const figures = driverFigures(drivers, model);
  const left = fit === null ? 0 : n - fit.rank - 1;
  return {
    rSquared: fit?.rSquared ?? null,
    adjustedRSquared: fit && left > 0 ? 1 - ((1 - fit.rSquared) * (n - 1)) / left : null,
    reason,
    n,
    rows: read.rows,
    missing: read.rows - read.n,
    outcome,
    drivers: figures,
    notes: notesOn(figures, model, definition.outcomeKind),
    definition,
  };
}

function notesOn(
  figures: readonly DriverFigures[],
  { fit, isRepaired, intervals }: DriverModel,
  outcomeKind: string,
): DriverNote[] {
  const those = (applies: (figures: DriverFigures) => boolean): string[] =>
    figures.filter(applies).map(({ driver }) => driver);
  const inModel = ({ rank }: DriverFigures): boolean => rank !== null;
  const about: [code: DriverNote["code"], drivers: string[]][] = [
    ["constant", those(({ standardDeviation }) => standardDeviation === 0)],
    ["collinear", those((driver) => driver.collinear && driver.varianceInflation !== null)],
    ["determined", those((driver) => driver.collinear && driver.varianceInflation === null)],
  ];
  const general: [code: DriverNote["code"], applies: boolean][] = [
    ["linear-probability", outcomeKind === "yes-no"],
    ["no-shapley", figures.some((driver) => inModel(driver) && driver.shapley.value === null)],
    ["no-intervals", fit !== null && intervals !== null && figures.every(({ rankInterval }) => rankInterval === null)],
    ["repaired", isRepaired],
  ];
  return [
    ...about.filter(([, drivers]) => drivers.length > 0).map(([code, drivers]) => ({ code, drivers })),
    ...general.filter(([, applies]) => applies).map(([code]) => ({ code, drivers: [] })),
  ];
}
