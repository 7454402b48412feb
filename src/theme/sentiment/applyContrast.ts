import { ruleBit } from "./sentimentRule.js";
import { type Unit, unitAt } from "./unit.js";
import { wordMark } from "./wordMark.js";

const { contrast, concession } = wordMark;

/** What stands behind "but" weighs more than what stands before it; what stands behind "although" weighs less. */
export function applyContrast(units: readonly Unit[], from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const { marks, clause } = unitAt(units, at);
    if ((marks & (contrast | concession)) === 0) continue;
    const isFirst = at === from || unitAt(units, at - 1).clause !== clause;
    for (let other = from; other < to; other++) {
      const unit = unitAt(units, other);
      const factor =
        (marks & contrast) !== 0
          ? unit.clause < clause
            ? BEFORE_TURN
            : unit.clause === clause
              ? AFTER_TURN
              : 1
          : unit.clause === clause && (isFirst || other > at)
            ? CONCEDED
            : 1;
      if (factor === 1 || unit.value === 0) continue;
      unit.weight *= factor;
      unit.rules |= ruleBit.contrast;
    }
  }
}

const BEFORE_TURN = 0.5;
const AFTER_TURN = 1.2;
const CONCEDED = 0.5;
