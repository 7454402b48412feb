import { compare } from "../../metric/compare.js";
import type { Estimate } from "../../metric/estimate.js";
import { minimumDetectableDifference } from "../../stats/minimumDetectableDifference.js";
import { powerOfDifference } from "../../stats/powerOfDifference.js";
import { ratioLimits } from "../../stats/ratioLimits.js";
import type { ExperimentComparison } from "./experimentResult.js";

type Lift = Pick<ExperimentComparison, "lift" | "liftInterval">;
type Sensitivity = Pick<ExperimentComparison, "minimumDetectable" | "power">;

/** How much more or less than the control, as a share of it. */
function liftOf(result: Estimate, control: Estimate, level: number): Lift {
  if (result.value === null || control.value === null || !(control.value > 0))
    return { lift: null, liftInterval: null };
  const limits =
    result.interval &&
    control.interval &&
    ratioLimits({ ...result.interval, value: result.value }, { ...control.interval, value: control.value });
  return {
    lift: (result.value - control.value) / control.value,
    liftInterval: limits && { low: limits.low - 1, high: limits.high - 1, level },
  };
}

const nothing: Sensitivity = { minimumDetectable: { increase: null, decrease: null }, power: null };

function sensitivityOfShares(baseline: number, n: number, level: number, relevant: number | undefined): Sensitivity {
  if (!(n >= 1)) return nothing;
  const design = { kind: "proportion", baseline, n, level } as const;
  const { increase, decrease } = minimumDetectableDifference(design);
  const other = baseline + (relevant ?? Number.NaN);
  // No share rises above 1 or falls below 0.
  const possible = relevant !== undefined && other >= 0 && other <= 1;
  return {
    minimumDetectable: { increase, decrease },
    power: possible ? powerOfDifference({ ...design, difference: relevant }).power : null,
  };
}

function sensitivityOfMeans(error: number, n: number, level: number, relevant: number | undefined): Sensitivity {
  if (!(n >= 2 && error > 0)) return nothing;
  const design = { kind: "mean", standardDeviation: error * Math.sqrt(n / 2), n } as const;
  // The fall is as the rise, so half of the work will do.
  const oneSide = { ...design, alternative: "greater", level: (1 + level) / 2 } as const;
  const { increase } = minimumDetectableDifference(oneSide);
  return {
    minimumDetectable: { increase, decrease: increase === null ? null : -increase },
    power: relevant === undefined ? null : powerOfDifference({ ...design, level, difference: relevant }).power,
  };
}

/** What the arms were large enough to show. */
function sensitivityOf(result: Estimate, control: Estimate, level: number, relevant: number | undefined): Sensitivity {
  // Groups of different sizes tell as much as two of their harmonic mean.
  const n = 2 / (1 / result.n + 1 / control.n);
  if (control.definition.family === "proportion") return sensitivityOfShares(control.value ?? 0, n, level, relevant);
  const error = Math.hypot(result.standardError ?? 0, control.standardError ?? 0);
  return sensitivityOfMeans(error, n, level, relevant);
}

/** A variant against the control, before p-values are adjusted. */
export function compareWithControl(
  variant: string,
  result: Estimate,
  control: Estimate,
  level: number,
  relevant: number | undefined,
): Omit<ExperimentComparison, "adjustedPValue" | "significant"> {
  const { difference, interval, pValue } = compare(result, control, { level });
  return {
    variant,
    difference,
    interval,
    pValue,
    ...liftOf(result, control, level),
    ...sensitivityOf(result, control, level, relevant),
  };
}
