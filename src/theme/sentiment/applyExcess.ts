import { isValued } from "./markClauses.js";
import { ruleBit } from "./sentimentRule.js";
import { type Unit, unitAt } from "./unit.js";
import { NEGATOR, SIGN, wordMark } from "./wordMark.js";

const { excess, subject, wait } = wordMark;

/** Before these "too" is no complaint, or one that is counted already. */
const PASSED_OVER = wordMark.function | wordMark.link | subject | wordMark.after | SIGN | NEGATOR | wait;

/** "Too" before a word that by itself is no complaint: too small, too salty. */
export function applyExcess(units: readonly Unit[], from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const unit = unitAt(units, at);
    if ((unit.marks & excess) === 0) continue;
    const next = unitAt(units, at + 1);
    if (at + 1 >= to || next.parted !== 0 || (next.marks & PASSED_OVER) !== 0) continue;
    if (isValued(next)) continue;
    if (at > from && (unitAt(units, at - 1).marks & subject) !== 0) continue;
    unit.meaning = { ...unit.meaning, valence: EXCESS, negated: -EXCESS / 4 };
    unit.value = EXCESS;
    unit.rules |= ruleBit.excess;
  }
}

/** What "too" is worth before an adjective that is neither good nor bad. */
const EXCESS = -1.2;
