import { CxError } from "../error/cxError.js";
import { correlationMatrix } from "./correlationMatrix.js";
import { rowBlocks } from "./rowBlocks.js";
import { standardise } from "./standardise.js";

/** The correlations of the drivers that vary, in their order, and of the outcome, which is the last. */
export interface DriverCorrelations {
  readonly n: number;
  readonly drivers: readonly string[];
  /** The drivers that vary; none where the outcome does not. */
  readonly varying: readonly string[];
  readonly matrix: Float64Array;
}

/** Correlates columns, after refusing what is no column of finite numbers as long as the outcome. */
export function correlateDrivers(
  name: string,
  outcome: readonly number[],
  drivers: { readonly [driver: string]: readonly number[] },
): DriverCorrelations {
  const columns = Object.entries(Object(drivers) as { readonly [driver: string]: readonly number[] });
  if (columns.length === 0) {
    throw new CxError("invalid-option", `${name} requires at least one driver, a column by its name`, drivers);
  }
  for (const [driver, column] of [["outcome", outcome] as const, ...columns]) {
    if (!(Array.isArray(column) && column.length === outcome.length)) {
      const requirement = `${name} requires an array of as many numbers in ${driver} as in the outcome`;
      throw new CxError("invalid-option", requirement, column?.length);
    }
    for (const [row, figure] of column.entries()) {
      if (!Number.isFinite(figure)) {
        throw new CxError("invalid-value", `${name} requires finite numbers in ${driver}`, figure, row);
      }
    }
  }
  const n = outcome.length;
  const names = columns.map(([driver]) => driver);
  const target = standardise(outcome).scores;
  const scored = columns.flatMap(([driver, column]) => {
    const { scores } = standardise(column);
    return scores === null || target === null ? [] : [{ driver, scores }];
  });
  const varying = scored.map(({ driver }) => driver);
  if (target === null) return { n, drivers: names, varying, matrix: new Float64Array(0) };
  const blocks = rowBlocks([...scored.map(({ scores }) => scores), target]);
  const { matrix } = correlationMatrix(blocks, new Uint8Array(n).fill(1), scored.length + 1);
  return { n, drivers: names, varying, matrix };
}
