import { gatherUnits } from "./gatherUnits.js";
import { ruleBit } from "./sentimentRule.js";
import { type Unit, unitAt } from "./unit.js";
import { wordMark } from "./wordMark.js";

const { duration, wait, quick, short, still } = wordMark;

/** Nobody minds a wait of so many minutes. */
const SHORT_WAIT = 5;

/** Time spans: a complaint beside waiting, a compliment behind "only" or "within", else a fact. */
export function applyWaiting(units: readonly Unit[], from: number, to: number): void {
  const sentence = gatherUnits(units, from, to);
  if ((sentence.marks & duration) === 0) return;
  for (let at = from; at < to; at++) {
    const span = unitAt(units, at);
    if ((span.marks & duration) === 0) continue;
    const isQuick = (unitAt(units, at - 1).marks & quick) !== 0 && at > from;
    const isShort = (span.marks & short) !== 0 && span.first <= SHORT_WAIT;
    if (isQuick || isShort) {
      easeWaits(units, from, to, span.clause);
      if (isQuick) span.value = 1;
      span.rules |= ruleBit.waiting;
    } else if ((sentence.marks & (wait | still)) !== 0) {
      span.value = -1.2;
      span.rules |= ruleBit.waiting;
    }
  }
}

function easeWaits(units: readonly Unit[], from: number, to: number, clause: number): void {
  for (let at = from; at < to; at++) {
    const unit = unitAt(units, at);
    if (unit.clause !== clause || (unit.marks & wait) === 0 || unit.value >= 0) continue;
    unit.value = 0;
    unit.rules |= ruleBit.waiting;
  }
}
