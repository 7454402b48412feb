import { lightWord } from "./lightWord.js";
import { ruleBit } from "./sentimentRule.js";
import { type Unit, unitAt } from "./unit.js";
import { INTENSIFIER, NEGATOR, SIGN, wordMark } from "./wordMark.js";

/** Words that strengthen or weaken the next word, or the one before: "very slow", "slow at all". */
export function applyIntensity(units: readonly Unit[], from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const intensifier = unitAt(units, at);
    if ((intensifier.marks & INTENSIFIER) === 0) continue;
    const target = intensified(units, at, from, to);
    // "Not very good" is no worse than "not good".
    if (target === null || (target.value > 0 !== target.meaning.valence > 0 && intensifier.meaning.factor > 1))
      continue;
    // "Terribly slow" is slow, not terrible.
    intensifier.value = 0;
    target.value *= intensifier.meaning.factor;
    target.rules |= ruleBit.intensity;
  }
}

function intensified(units: readonly Unit[], at: number, from: number, to: number): Unit | null {
  const { clause, marks } = unitAt(units, at);
  for (let next = at + 1; next < to && next <= at + 3; next++) {
    const unit = unitAt(units, next);
    if (unit.clause !== clause || unit.parted !== 0) break;
    if (unit.value !== 0 && (unit.marks & (SIGN | NEGATOR)) === 0) return unit;
    if ((unit.marks & lightWord) === 0) break;
  }
  if ((marks & wordMark.after) === 0) return null;
  const before = unitAt(units, at - 1);
  return at > from && before.clause === clause && before.value !== 0 && (before.marks & SIGN) === 0 ? before : null;
}
