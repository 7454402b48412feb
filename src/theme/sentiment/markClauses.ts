import { CLAUSE, COMMA, type Unit, unitAt } from "./unit.js";
import { INTENSIFIER, NEGATOR, wordMark } from "./wordMark.js";

const { contrast, concession, link, subject } = wordMark;
const TURNS = contrast | concession;

/** Whether a unit says something good or bad, at least when negated. */
export const isValued = (unit: Unit): boolean =>
  (unit.marks & NEGATOR) === 0 && (unit.meaning.valence !== 0 || unit.meaning.negated !== 0);

/** Which side a valued unit is on, as long as nothing negates it. */
export const sideOf = (unit: Unit): number => Math.sign(unit.meaning.valence || -unit.meaning.negated);

/**
 * Says of every unit of a sentence which clause it is in. A clause begins behind a semicolon, a colon, a dash or a bracket;
 * with "but" and "although"; behind a comma that does not stand in a list; and, where something has been said by then, with
 * "and" before a new subject or with the subject or the praise that follows a concession ("despite the noise we enjoyed it",
 * "despite the noise great fun").
 *
 * @param from The first unit of the sentence.
 * @param to The one behind its last.
 * @param clause The number of its first clause.
 * @returns The number of the next clause.
 */
export function markClauses(units: readonly Unit[], from: number, to: number, clause: number): number {
  let current = clause;
  let saysSomething = false;
  let concedes = false;
  let denies = false;
  // The side of the last word that is good or bad, which a list does not change.
  let side = 0;

  function begins(at: number): boolean {
    const { marks, parted } = unitAt(units, at);
    // "And but" is one turn.
    if ((marks & TURNS) !== 0) return parted !== 0 || (unitAt(units, at - 1).marks & TURNS) === 0;
    if (parted >= CLAUSE) return true;
    // "However, …" is one clause.
    if (parted === COMMA && (unitAt(units, at - 1).marks & TURNS) !== 0) return false;
    if (parted === COMMA) return side === 0 || !isListed(units, at, to, side);
    if (!saysSomething) return false;
    if ((marks & link) !== 0) return (unitAt(units, at + 1).marks & subject) !== 0 && at + 1 < to;
    const turnsGood = side < 0 && !denies && isValued(unitAt(units, at)) && sideOf(unitAt(units, at)) > 0;
    return concedes && ((marks & subject) !== 0 || turnsGood);
  }

  for (let at = from; at < to; at++) {
    const unit = unitAt(units, at);
    if (at > from && begins(at)) {
      current++;
      saysSomething = false;
      concedes = false;
      denies = false;
      side = 0;
    }
    unit.clause = current;
    if ((unit.marks & concession) !== 0) concedes = true;
    if (isValued(unit)) side = sideOf(unit);
    denies ||= (unit.marks & NEGATOR) !== 0;
    saysSomething ||= side !== 0 || denies;
  }
  return current + 1;
}

/** Whether what follows a comma goes on with a list, as "clean" does in "friendly, clean and cheap". */
function isListed(units: readonly Unit[], comma: number, to: number, side: number): boolean {
  let at = comma;
  while (at < to && (unitAt(units, at).marks & (link | INTENSIFIER)) !== 0) at++;
  const item = unitAt(units, at);
  if (at >= to || !isValued(item) || sideOf(item) !== side) return false;
  const after = unitAt(units, at + 1);
  return at + 1 >= to || after.parted !== 0 || (after.marks & link) !== 0;
}
