import type { FieldDemand } from "./demand.js";
import { stretches } from "./stretches.js";

/** Whether a time so many days ago (less than none: ahead) is what an operator asks for. */
function isAt(op: string, days: number, ago: number): boolean {
  switch (op) {
    case "withinLastDays":
      return ago >= 0 && ago <= days;
    case "moreThanDaysAgo":
      return ago > days;
    case "withinNextDays":
      return ago <= 0 && ago >= -days;
    default:
      return ago < -days;
  }
}

/** Whether a time could meet all demands on days from now, whenever now is; those of each calendar are looked at alone. */
export function daysCanBe(demands: readonly FieldDemand[]): boolean {
  const zones = new Set(demands.map(({ leaf }) => leaf.condition.timeZone));
  return [...zones].every((zone) => {
    const ofZone = demands.filter(({ leaf }) => leaf.condition.timeZone === zone);
    const days = ofZone.map(({ leaf }) => leaf.condition.value as number);
    // What is no time is neither ago nor ahead.
    const ages = [Number.NaN, ...stretches([0, ...days, ...days.map((count) => -count)])];
    return ages.some((ago) =>
      ofZone.every(({ leaf, wanted }) => isAt(leaf.condition.op, leaf.condition.value as number, ago) === wanted),
    );
  });
}
