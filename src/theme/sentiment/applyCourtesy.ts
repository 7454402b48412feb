import { scaleUnit } from "./scaleUnit.js";
import { ruleBit } from "./sentimentRule.js";
import { type Unit, unitAt } from "./unit.js";
import { wordMark } from "./wordMark.js";

const { request, courtesy } = wordMark;

/** Thanks are politeness where something is asked for or complained about. */
export function applyCourtesy(units: readonly Unit[], count: number): void {
  let asks = false;
  let complaint = 0;
  let thanks = 0;
  for (let at = 0; at < count; at++) {
    const unit = unitAt(units, at);
    asks ||= unit.asks > 0 || (unit.marks & request) !== 0;
    if ((unit.marks & courtesy) !== 0) thanks++;
    else complaint += Math.min(0, unit.value);
  }
  if (thanks === 0 || (!asks && complaint > -0.8)) return;
  for (let at = 0; at < count; at++) {
    const unit = unitAt(units, at);
    if ((unit.marks & courtesy) !== 0 && unit.value > 0) scaleUnit(unit, asks ? 0.15 : 0.4, ruleBit.courtesy);
  }
}
