import { countsDays, isTimeOperator } from "../../model/valueRequirement.js";
import { lastInstant } from "../../time/zone.js";
import { daysCanBe } from "./daysCanBe.js";
import { type FieldDemand, opOf, valuesOf } from "./demand.js";
import { elementsCanBe } from "./elementsCanBe.js";
import { stretches } from "./stretches.js";
import { textsCanBe } from "./textsCanBe.js";

const textOperators = ["contains", "containsAny", "containsAll", "startsWith", "endsWith"];
const isOfText = (demand: FieldDemand): boolean => textOperators.includes(opOf(demand));
const isOfDays = (demand: FieldDemand): boolean => countsDays(opOf(demand));
const isOfTime = (demand: FieldDemand): boolean => isTimeOperator(opOf(demand));
const isOfFixedTime = (demand: FieldDemand): boolean => isOfTime(demand) && !isOfDays(demand);

const isMet = (value: unknown, { leaf, wanted }: FieldDemand): boolean => leaf.holds(value, 0) === wanted;
const meets = (value: unknown, demands: readonly FieldDemand[]): boolean =>
  demands.every((demand) => isMet(value, demand));

/**
 * Whether some value of a field could meet all demands on it. No is certain. Yes may be wrong: demands of different kinds (order, parts
 * of a text, fixed times, days from now) are looked at one kind after the other, where no value is named.
 *
 * Values are taken by type, and of each type one for every stretch on which no comparison turns.
 */
export function fieldCanBe(demands: readonly FieldDemand[]): boolean {
  // One object stands for all: none is like another type in any comparison.
  if ([undefined, true, false, {}].some((value) => meets(value, demands))) return true;
  const days = demands.filter(isOfDays);
  const nowless = demands.filter((demand) => !isOfDays(demand));
  const timeless = demands.filter((demand) => !isOfTime(demand));
  const partless = demands.filter((demand) => !isOfText(demand));
  if (meets([], partless) && elementsCanBe(demands.filter(isOfText))) return true;
  if (!daysCanBe(days)) return false;
  return (
    numbersFor(nowless).some((value) => meets(value, nowless)) ||
    (meets(new Date(0), timeless) && timesCanBe(demands)) ||
    textCanBe(nowless)
  );
}

function numbersFor(demands: readonly FieldDemand[]): number[] {
  const named = demands.flatMap((demand) => [...(demand.leaf.turns ?? []), ...valuesOf(demand)]);
  // Beyond the last instant a number is no time.
  return stretches([...named.filter((value) => typeof value === "number"), -lastInstant, lastInstant]);
}

/** Fixed times alone, and those of each zone, in which a date alone is another time. */
function timesCanBe(demands: readonly FieldDemand[]): boolean {
  const fixed = demands.filter(isOfFixedTime);
  return Array.from(new Set(fixed.map(({ leaf }) => leaf.condition.timeZone))).every((zone) => {
    const ofZone = fixed.filter(({ leaf }) => leaf.condition.timeZone === zone);
    return numbersFor(ofZone).some((value) => meets(value, ofZone));
  });
}

function textCanBe(demands: readonly FieldDemand[]): boolean {
  const named = demands.flatMap(valuesOf).filter((value) => typeof value === "string");
  const isOneOfNamed = demands.some((demand) => demand.wanted && (opOf(demand) === "eq" || opOf(demand) === "in"));
  if (isOneOfNamed) return named.some((text) => meets(text, demands));
  const order = demands.filter((demand) => !isOfTime(demand) && !isOfText(demand));
  // The next text after another is the same with a zero behind it.
  const texts = ["", ...named].flatMap((text) => [text, `${text}\u0000`]);
  return texts.some((text) => meets(text, order)) && textsCanBe(demands.filter(isOfText)) && timesCanBe(demands);
}
