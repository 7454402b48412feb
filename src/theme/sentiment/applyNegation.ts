import { lightWord } from "./lightWord.js";
import { isValued, sideOf } from "./markClauses.js";
import { ruleBit } from "./sentimentRule.js";
import { COMMA, type Unit, unitAt } from "./unit.js";
import { NEGATOR, SIGN, wordMark } from "./wordMark.js";

/**
 * Negation: turns over what the negator reaches in its clause, by what the words are worth when negated. It goes on through a
 * list of the like ("not clean, friendly or cheap"). A negator that reaches nothing counts by itself.
 */
export function applyNegation(
  units: readonly Unit[],
  from: number,
  to: number,
  reach: { readonly forward: number; readonly backward: number },
): void {
  for (let at = from; at < to; at++) {
    const negator = unitAt(units, at);
    if ((negator.marks & NEGATOR) === 0) continue;
    const isDone = negate(units, at, 1, reach.forward, from, to) || negate(units, at, -1, reach.backward, from, to);
    if (isDone) negator.value = 0;
    else negator.value = negator.meaning.valence;
    negator.rules |= ruleBit.negation;
  }
}

function negate(units: readonly Unit[], at: number, step: 1 | -1, reach: number, from: number, to: number): boolean {
  const { clause } = unitAt(units, at);
  let passed = 0;
  let side = 0;
  let isPointedAt = false;
  for (let next = at + step; passed < reach && next >= from && next < to; next += step) {
    const unit = unitAt(units, next);
    if (unit.clause !== clause || (unit.marks & (NEGATOR | SIGN)) !== 0) break;
    if (!isValued(unit)) {
      if ((unit.marks & lightWord) === 0) passed++;
      isPointedAt ||= (unit.marks & wordMark.subject) !== 0;
      continue;
    }
    if (unit.rules & ruleBit.negation) break;
    const itsSide = sideOf(unit);
    if (side !== 0 && side !== itsSide) break;
    // "Did not fix the problem": the problem is there all the same.
    if (itsSide < 0 && isPointedAt) break;
    side = itsSide;
    unit.value = unit.meaning.negated;
    unit.rules |= ruleBit.negation;
    const behind = unitAt(units, next + 1);
    if (step === -1 || !(behind.parted === COMMA || (behind.marks & wordMark.link) !== 0)) break;
  }
  return side !== 0;
}
