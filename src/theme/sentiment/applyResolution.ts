import { scaleUnit } from "./scaleUnit.js";
import { ruleBit } from "./sentimentRule.js";
import { type Unit, unitAt } from "./unit.js";
import { wordMark } from "./wordMark.js";

/** The rules that say that something is not, or not yet, solved. */
const TAKEN_BACK = ruleBit.negation | ruleBit.hypothetical;

/** "The problem was fixed": what was solved is hardly held against anybody. */
export function applyResolution(units: readonly Unit[], from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const solution = unitAt(units, at);
    if ((solution.marks & wordMark.resolved) === 0 || solution.value < 0 || (solution.rules & TAKEN_BACK) !== 0)
      continue;
    for (let problem = from; problem < to; problem++) {
      const unit = unitAt(units, problem);
      if (unit.value >= 0 || unit.value < -2.6 || (problem > at && unit.clause !== solution.clause)) continue;
      scaleUnit(unit, 0.1, ruleBit.resolution);
    }
  }
}
