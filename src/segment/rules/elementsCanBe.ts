import { type FieldDemand, opOf, valuesOf } from "./demand.js";

/** Whether a list could meet all demands on what it contains. */
export function elementsCanBe(demands: readonly FieldDemand[]): boolean {
  const of = (op: string, wanted: boolean): FieldDemand[] =>
    demands.filter((demand) => demand.wanted === wanted && opOf(demand) === op);
  // A list is no text.
  if (of("startsWith", true).length + of("endsWith", true).length > 0) return false;
  const required = new Set([...of("contains", true), ...of("containsAll", true)].flatMap(valuesOf));
  const banned = new Set([...of("contains", false), ...of("containsAny", false)].flatMap(valuesOf));
  return (
    [...required].every((value) => !banned.has(value)) &&
    of("containsAny", true).every((demand) => valuesOf(demand).some((value) => !banned.has(value))) &&
    of("containsAll", false).every((demand) => valuesOf(demand).some((value) => !required.has(value)))
  );
}
