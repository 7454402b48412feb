import { type Unit, unitAt } from "./unit.js";

/** All marks and the sum of the values of the units from one place to another, or of one clause among them. */
export function gatherUnits(
  units: readonly Unit[],
  from: number,
  to: number,
  clause = -1,
): { marks: number; sum: number } {
  let marks = 0;
  let sum = 0;
  for (let at = from; at < to; at++) {
    const unit = unitAt(units, at);
    if (clause !== -1 && unit.clause !== clause) continue;
    marks |= unit.marks;
    sum += unit.value;
  }
  return { marks, sum };
}
