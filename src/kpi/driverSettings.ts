import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { criticalValue } from "../stats/criticalValue.js";
import type { DriverAnalysisResult } from "./driverAnalysisResult.js";
import type { FigureColumn, FigureReader } from "./driverRows.js";

/** How `driverAnalysis` reads rows, and its options. */
export interface DriverAnalysisOptions<Row> {
  /** The figure to explain; null, undefined and NaN stand for none. */
  readonly outcome: FigureReader<Row>;
  /** The figures that may explain it, by their names; null, undefined and NaN stand for none. */
  readonly drivers: { readonly [driver: string]: FigureReader<Row> };
  /**
   * What the outcome is: any number; true, false, 1 or 0; or an answer from 0 to 10 to "how likely are you to recommend us",
   * which says more than whether it makes a promoter. @defaultValue "numeric"
   */
  readonly outcomeKind?: "numeric" | "yes-no" | "nps";
  /**
   * What becomes of a row that lacks a figure: it is left out, or each correlation takes the rows that hold both of its figures
   * (more rows, but each correlation may describe other people). @defaultValue "listwise"
   */
  readonly missing?: "listwise" | "pairwise";
  /** How many rows there must be for each driver that varies, at least 1. @defaultValue 10 */
  readonly rowsPerDriver?: number;
  /** The confidence level, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /**
   * How often rows are drawn again for the intervals; 0 for no intervals. An interval is null where fewer than two draws are
   * expected beyond its ends: at a level of 0.95, it takes 40. @defaultValue 1000
   */
  readonly replicates?: number;
  /** Where the draws start, a whole number: the same gives the same intervals. @defaultValue 1 */
  readonly seed?: number;
}

const known = ["outcome", "drivers", "outcomeKind", "missing", "rowsPerDriver", "level", "replicates", "seed"];

// Squares of larger figures would overflow.
const isFigure = (figure: unknown): boolean =>
  typeof figure === "boolean" || (typeof figure === "number" && Math.abs(figure) <= 1e140);
const isYesOrNo = (figure: unknown): boolean => typeof figure === "boolean" || figure === 0 || figure === 1;
const isRecommendation = (figure: unknown): boolean =>
  typeof figure === "number" && Number.isInteger(figure) && figure >= 0 && figure <= 10;

const outcomeKinds = {
  numeric: { allowed: "a finite number or a boolean", isAllowed: isFigure },
  "yes-no": { allowed: "true, false, 1 or 0", isAllowed: isYesOrNo },
  nps: { allowed: "an integer from 0 to 10", isAllowed: isRecommendation },
};

/** The options that decide the result, with their defaults. Throws `invalid-option` for wrong ones. */
export function driverSettings<Row>(options: DriverAnalysisOptions<Row>): DriverAnalysisResult["definition"] {
  checkOptions("driverAnalysis", options, known);
  const { outcomeKind = "numeric", missing = "listwise", rowsPerDriver = 10, level = 0.95, seed = 1 } = options;
  const { drivers, replicates = 1000 } = options;
  checkChoice("outcomeKind", outcomeKind, Object.keys(outcomeKinds));
  checkChoice("missing", missing, ["listwise", "pairwise"]);
  criticalValue(level);
  for (const [isRight, requirement, received] of [
    [Object.keys(Object(drivers)).length > 0, "at least one driver, a function of a row by its name", drivers],
    [rowsPerDriver >= 1 && Number.isFinite(rowsPerDriver), "rowsPerDriver to be at least 1", rowsPerDriver],
    [Number.isSafeInteger(replicates) && replicates >= 0, "a whole number of replicates", replicates],
    [Number.isSafeInteger(seed), "a whole number as its seed", seed],
  ]) {
    if (!isRight) throw new CxError("invalid-option", `driverAnalysis requires ${requirement}`, received);
  }
  return { kpi: "driverAnalysis", outcomeKind, missing, rowsPerDriver, level, replicates, seed };
}

/** The columns to read: the drivers in an order of their own, so that theirs does not matter, and last the outcome. */
export function figureColumns<Row>({
  drivers,
  outcome,
  outcomeKind = "numeric",
}: DriverAnalysisOptions<Row>): FigureColumn<Row>[] {
  return [
    ...Object.entries(drivers)
      .map(([name, read]) => ({ name, read, ...outcomeKinds.numeric }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    { name: "outcome", read: outcome, ...outcomeKinds[outcomeKind] },
  ];
}
