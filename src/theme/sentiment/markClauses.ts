import { CLAUSE, COMMA, type Unit, unitAt } from "./unit.js";
import { INTENSIFIER, NEGATOR, wordMark } from "./wordMark.js";

const { contrast, concession, link, subject } = wordMark;
const TURNS = contrast | concession;

/**
 * Says of every unit of a sentence which clause it is in. A clause begins behind a semicolon, a colon, a dash or a bracket;
 * with "but" and "although"; behind a comma that does not stand in a list; and with "and" before a new subject, where
 * something has been said by then.
 *
 * @param from The first unit of the sentence.
 * @param to The one behind its last.
 * @param clause The number of its first clause.
 * @returns The number of the next clause.
 */
export function markClauses(units: readonly Unit[], from: number, to: number, clause: number): number {
  let current = clause;
  let saysSomething = false;
  for (let at = from; at < to; at++) {
    const unit = unitAt(units, at);
    if (at > from && beginsClause(units, at, to, saysSomething)) {
      current++;
      saysSomething = false;
    }
    unit.clause = current;
    saysSomething ||= isValued(unit) || (unit.marks & NEGATOR) !== 0;
  }
  return current + 1;
}

function beginsClause(units: readonly Unit[], at: number, to: number, saysSomething: boolean): boolean {
  const unit = unitAt(units, at);
  // "and but" is one turn.
  const before = unitAt(units, at - 1);
  if ((unit.marks & TURNS) !== 0) return (before.marks & (TURNS | link)) === 0 || before.parted === 0;
  if (unit.parted >= CLAUSE) return true;
  if (unit.parted === COMMA) return !(saysSomething && isListed(units, at, to));
  return saysSomething && (unit.marks & link) !== 0 && (unitAt(units, at + 1).marks & subject) !== 0;
}

/** Whether what follows a comma goes on with a list, as "clean" does in "friendly, clean and cheap". */
function isListed(units: readonly Unit[], comma: number, to: number): boolean {
  let at = comma;
  while (at < to && (unitAt(units, at).marks & (link | INTENSIFIER)) !== 0) at++;
  if (at >= to || !isValued(unitAt(units, at))) return false;
  const after = unitAt(units, at + 1);
  return at + 1 >= to || after.parted !== 0 || (after.marks & link) !== 0;
}

/** Whether a unit says something good or bad, at least when negated. */
export const isValued = (unit: Unit): boolean =>
  (unit.marks & NEGATOR) === 0 && (unit.valence !== 0 || unit.negated !== 0);
