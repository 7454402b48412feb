import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { checkList } from "./checkList.js";
import { correlationMatrix } from "./correlationMatrix.js";
import type { Sample } from "./knownNumbers.js";
import { rowBlocks } from "./rowBlocks.js";
import { standardise } from "./standardise.js";

/** The correlations of the drivers that vary, in their order, and of the outcome, which is the last. */
export interface DriverCorrelations {
  /** How many rows hold every figure. */
  readonly n: number;
  /** How many rows lack one; they are left out. */
  readonly missing: number;
  readonly drivers: readonly string[];
  /** The drivers that vary; none where the outcome does not. */
  readonly varying: readonly string[];
  readonly matrix: Float64Array;
}

/** Columns of figures by their names. */
export interface DriverColumns {
  readonly [driver: string]: Sample;
}

/** A column as long as the outcome, NaN where a figure is missing. Refuses anything else but finite numbers. */
function figuresOf(name: string, driver: string, column: Sample, rows: number): Float64Array {
  checkList(`${name}: ${driver}`, column);
  if (column.length !== rows) {
    const requirement = `${name} requires as many numbers in ${driver} as in the outcome, ${rows}`;
    throw new CxError("invalid-option", requirement, column.length);
  }
  const figures = new Float64Array(rows).fill(Number.NaN);
  for (let row = 0; row < rows; row++) {
    const figure = column[row];
    if (isMissing(figure)) continue;
    if (!Number.isFinite(figure)) {
      throw new CxError("invalid-value", `${name} requires finite numbers in ${driver}`, figure, row);
    }
    figures[row] = figure;
  }
  return figures;
}

/** Correlates columns over the rows that hold every figure. */
export function correlateDrivers(name: string, outcome: Sample, drivers: DriverColumns): DriverCorrelations {
  const names = Object.keys(Object(drivers));
  if (names.length === 0) {
    throw new CxError("invalid-option", `${name} requires at least one driver, a column by its name`, drivers);
  }
  const rows = outcome?.length ?? 0;
  const figures = [
    figuresOf(name, "outcome", outcome, rows),
    ...names.map((driver) => figuresOf(name, driver, drivers[driver] as Sample, rows)),
  ];
  const isComplete = (_: number, row: number): boolean => figures.every((column) => !Number.isNaN(column[row]));
  const complete = figures.map((column) => column.filter(isComplete));
  const n = complete[0]?.length ?? 0;
  const [target = null, ...scores] = complete.map((column) => standardise(column).scores);
  const scored = names.flatMap((driver, i) => {
    const own = scores[i] ?? null;
    return own === null || target === null ? [] : [{ driver, scores: own }];
  });
  const about = { n, missing: rows - n, drivers: names, varying: scored.map(({ driver }) => driver) };
  if (target === null) return { ...about, matrix: new Float64Array(0) };
  const blocks = rowBlocks([...scored.map((each) => each.scores), target]);
  const { matrix } = correlationMatrix(blocks, new Uint8Array(n).fill(1), scored.length + 1);
  return { ...about, matrix };
}
