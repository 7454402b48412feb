import { scaleUnit } from "./scaleUnit.js";
import { ruleBit } from "./sentimentRule.js";
import { type Unit, unitAt } from "./unit.js";
import { NEGATOR, SIGN, wordMark } from "./wordMark.js";

const { why, request, courtesy } = wordMark;

/** Questions and requests praise nobody: "is it any good?", "please send me a good one". */
export function applyAsking(units: readonly Unit[], from: number, to: number, marks: number, rules: number): void {
  let asks = 0;
  for (let at = from; at < to; at++) asks += unitAt(units, at).asks;
  const asksWhy = (marks & why) !== 0;
  if (asks > 0 && (rules & ruleBit.question) !== 0) {
    for (let at = from; at < to; at++) {
      const unit = unitAt(units, at);
      if ((unit.marks & SIGN) !== 0) continue;
      const isBare = (unit.marks & NEGATOR) !== 0;
      if (unit.value > 0) scaleUnit(unit, 0.1, ruleBit.question);
      else if (!asksWhy) scaleUnit(unit, isBare ? 0.4 : 0.7, ruleBit.question);
    }
  } else if ((marks & request) !== 0 && (rules & ruleBit.request) !== 0) {
    for (let at = from; at < to; at++) {
      const unit = unitAt(units, at);
      if ((unit.marks & (SIGN | courtesy)) !== 0) continue;
      scaleUnit(unit, unit.value > 0 ? 0.1 : 0.8, ruleBit.request);
    }
  }
}
