import { scaleUnit } from "./scaleUnit.js";
import { ruleBit } from "./sentimentRule.js";
import { type Unit, unitAt } from "./unit.js";
import { SIGN } from "./wordMark.js";

/** Exclamation marks, capitals among small letters, and letters repeated. */
export function applyEmphasis(
  text: string,
  units: readonly Unit[],
  from: number,
  to: number,
  isMixed: () => boolean,
): void {
  let exclaims = 0;
  for (let at = from; at < to; at++) exclaims += unitAt(units, at).exclaims;
  const loudness = 1 + 0.08 * Math.min(exclaims, 4);
  for (let at = from; at < to; at++) {
    const unit = unitAt(units, at);
    if (unit.value === 0 || (unit.marks & SIGN) !== 0) continue;
    const isLoud = unit.end - unit.start > 2 && isUpperCase(text, unit) && isMixed();
    const factor = loudness * (isLoud ? 1.3 : 1) * (unit.stretched ? 1.2 : 1);
    if (factor > 1) scaleUnit(unit, factor, ruleBit.emphasis);
  }
}

function isUpperCase(text: string, unit: Unit): boolean {
  const first = text.charCodeAt(unit.start + 1);
  if (first >= 0x61 && first <= 0x7a) return false;
  const word = text.slice(unit.start, unit.end);
  return word === word.toUpperCase() && word !== word.toLowerCase();
}
