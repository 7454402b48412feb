import { aucOf } from "../../stats/auc.js";
import { brierScoreOf } from "../../stats/brierScore.js";
import { calibrationOf } from "../../stats/calibration.js";
import { liftOf } from "../../stats/lift.js";
import { scoreTable } from "../../stats/scoreTable.js";
import type { ChurnPerformance } from "./churnRiskModel.js";

/** How many parts customers go into, by risk. */
const tenths = 10;

/** How well risks tell who churned. */
export function churnPerformance(
  risks: Float64Array,
  outcomes: Float64Array | Uint8Array,
  { fitted, level }: { readonly fitted: boolean; readonly level: number },
): ChurnPerformance {
  const table = scoreTable("churnRisk", risks, outcomes, "probability");
  return {
    auc: aucOf(table, level),
    calibration: calibrationOf(table, { bins: tenths, fitted, level }),
    brier: brierScoreOf(table, level),
    lift: liftOf(table, { bins: tenths, level }),
  };
}
