import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { largestNumber } from "./sampleMoments.js";

/** How much rows of each outcome count. */
export interface OutcomeWeights {
  /** Of a row whose outcome is false or 0. */
  readonly zero: number;
  /** Of a row whose outcome is true or 1. */
  readonly one: number;
}

/** Refuses class weights that are none. */
export function checkClassWeights(name: string, wanted: "balanced" | OutcomeWeights): void {
  if (wanted === "balanced") return;
  checkOptions(`${name}: classWeights`, wanted, ["zero", "one"]);
  for (const weight of [wanted.zero, wanted.one]) {
    if (!(typeof weight === "number" && weight > 0 && weight <= largestNumber)) {
      throw new CxError("invalid-option", `${name} requires class weights over 0, or "balanced"`, weight);
    }
  }
}

/** What rows of each outcome count; `balanced` makes both outcomes count the same in all. Both must be there. */
export function classWeights(wanted: "balanced" | OutcomeWeights, zeros: number, ones: number): OutcomeWeights {
  if (wanted !== "balanced") return { zero: wanted.zero, one: wanted.one };
  const half = (zeros + ones) / 2;
  return { zero: half / zeros, one: half / ones };
}
