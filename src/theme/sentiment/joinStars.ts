import { ratingValence } from "./ratingValence.js";
import { setSign, type Unit, unitAt } from "./unit.js";

const isFull = (character: string): boolean => character === "★" || character === "⭐";

/**
 * Makes one unit of stars that stand together: ★★☆☆☆ is two of five, and so is ★★, but a single one is only a star.
 *
 * @param count How many units there are.
 * @returns How many are left.
 */
export function joinStars(text: string, units: readonly Unit[], count: number): number {
  if (!/[★⭐☆]/u.test(text)) return count;
  let left = 0;
  for (let at = 0; at < count; ) {
    const [full, all] = starsFrom(text, units, at, count);
    const first = unitAt(units, at);
    const into = unitAt(units, left++);
    if (left - 1 !== at) Object.assign(into, first);
    if (all < 2) {
      at++;
      continue;
    }
    setSign(into, ratingValence(full, Math.max(all, 5)) ?? 0);
    into.end = unitAt(units, at + all - 1).end;
    at += all;
  }
  return left;
}

function starsFrom(text: string, units: readonly Unit[], from: number, count: number): [full: number, all: number] {
  let full = 0;
  let at = from;
  for (; at < count && (at === from || unitAt(units, at).parted === 0); at++) {
    const character = text.charAt(unitAt(units, at).start);
    if (isFull(character)) full++;
    else if (character !== "☆") break;
  }
  return [full, at - from];
}
