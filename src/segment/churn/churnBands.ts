import { CxError } from "../../error/cxError.js";
import type { ChurnBand } from "./churnScore.js";

/** Half and twice the odds of the churn rate: unlike shares of it, they stay under 1 whatever the rate. */
function usualBands(churnRate: number | null): ChurnBand[] {
  const rate = churnRate ?? 0.5;
  const at = (times: number): number => (times * rate) / (1 - rate + times * rate);
  return [
    { band: "low", from: 0 },
    { band: "medium", from: at(0.5) },
    { band: "high", from: at(2) },
  ];
}

/** Bands of risk, and the one that a risk is in. */
export function churnBands(
  churnRate: number | null,
  wanted?: { readonly [band: string]: number },
): { readonly bands: readonly ChurnBand[]; readonly bandOf: (risk: number) => string } {
  const bands =
    wanted === undefined
      ? usualBands(churnRate)
      : Object.entries(Object(wanted) as typeof wanted).map(([band, from]) => ({ band, from }));
  bands.sort((a, b) => a.from - b.from);
  const lowest = bands[0];
  const isTold = bands.every(({ from }, place) => from >= 0 && from < 1 && from !== bands[place + 1]?.from);
  if (lowest?.from !== 0 || (wanted !== undefined && !isTold)) {
    const requirement = "scoreChurnRisk requires bands as the lowest risk of each, from 0 to below 1, one of them 0";
    throw new CxError("invalid-option", requirement, JSON.stringify(wanted));
  }
  return {
    bands,
    bandOf: (risk) => {
      let found = lowest;
      for (const band of bands) if (risk >= band.from) found = band;
      return found.band;
    },
  };
}
