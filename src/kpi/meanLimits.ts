import { criticalValue } from "../stats/criticalValue.js";
import { studentTQuantile } from "../stats/studentTQuantile.js";
import type { LimitsOfMean } from "./scoreEstimate.js";

/** Student's t limits of a mean; null for fewer than two values, and where all are the same. Throws for a wrong level at once. */
export function meanLimits(level: number): LimitsOfMean {
  // Refuses a wrong level; the t quantile itself has to wait for n.
  criticalValue(level);
  return ({ n, mean, error, effectiveN }) => {
    if (n < 2 || !(error > 0)) return null;
    // Very unequal weights may leave less than two observations' worth.
    const half = studentTQuantile((1 - level) / 2, Math.max(1, effectiveN - 1), "upper") * error;
    return { low: mean - half, high: mean + half };
  };
}
