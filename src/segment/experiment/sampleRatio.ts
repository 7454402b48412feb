import { chiSquareGoodnessOfFit } from "../../stats/chiSquareGoodnessOfFit.js";
import type { ExperimentArm, ExperimentResult, ExperimentWarning } from "./experimentResult.js";

/** Chance alone is called upon less often than this: experiments are many, and a mismatch makes all of one's figures void. */
const doubtful = 0.001;

/** Whether the arms are as large as was planned, and what to say if not. */
export function sampleRatio(arms: readonly ExperimentArm[]): {
  readonly sampleRatio: ExperimentResult["sampleRatio"];
  readonly warnings: readonly ExperimentWarning[];
} {
  const counts = arms.map(({ customers }) => customers);
  const { statistic, degreesOfFreedom, pValue } = chiSquareGoodnessOfFit(counts, {
    expected: arms.map(({ share }) => share),
  });
  const mismatch = pValue !== null && pValue < doubtful;
  const found = { statistic, degreesOfFreedom, pValue, mismatch };
  if (!mismatch) return { sampleRatio: found, warnings: [] };
  const sizes = arms.map(({ variant, customers, expected }) => `${variant} ${customers} for ${Math.round(expected)}`);
  const words = `customers are not spread as was planned (${sizes.join(", ")}; p = ${pValue.toPrecision(2)}): find out why before you believe any difference`;
  return { sampleRatio: found, warnings: [{ code: "sample-ratio", words }] };
}
