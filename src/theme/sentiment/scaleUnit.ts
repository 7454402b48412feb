import type { Unit } from "./unit.js";

/** Multiplies the value of a unit, and notes the rule that did. */
export function scaleUnit(unit: Unit, factor: number, rule: number): void {
  if (unit.value === 0) return;
  unit.value *= factor;
  unit.rules |= rule;
}
