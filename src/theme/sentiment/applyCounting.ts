import { gatherUnits } from "./gatherUnits.js";
import { ruleBit } from "./sentimentRule.js";
import { type Unit, unitAt } from "./unit.js";
import { NEGATOR, wordMark } from "./wordMark.js";

const { wait, count, contact, still, again } = wordMark;

/** What happens again: "the third time I called", "still not working", "late again". */
export function applyCounting(units: readonly Unit[], from: number, to: number): void {
  const sentence = gatherUnits(units, from, to);
  if ((sentence.marks & (count | still | again)) === 0) return;
  for (let at = from; at < to; at++) {
    const unit = unitAt(units, at);
    if ((unit.marks & (count | still | again)) === 0) continue;
    const { marks, sum } = gatherUnits(units, from, to, unit.clause);
    let worse = 0;
    if ((unit.marks & count) !== 0) {
      worse = (sentence.marks & contact) !== 0 && sentence.sum <= 0 ? -1 : sentence.sum < 0 ? -0.5 : 0;
    } else if ((unit.marks & still) !== 0) {
      worse = sum < 0 || ((marks & (wait | NEGATOR)) !== 0 && sum <= 0) ? -0.6 : 0;
    } else if (sum < 0) worse = -0.4;
    if (worse === 0) continue;
    unit.value += worse;
    unit.rules |= ruleBit.counting;
  }
}
