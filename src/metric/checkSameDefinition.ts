import { CxError } from "../error/cxError.js";
import type { Definition } from "./estimate.js";

/** What a definition says, by name: first what every definition has, then its options. */
const partsOf = ({ kpi, family, unit, options }: Definition): ReadonlyMap<string, unknown> =>
  new Map(Object.entries({ kpi, family, unit, ...options }));

/** The name of what differs first between two definitions; undefined where they are one. */
export function firstDifference(a: Definition, b: Definition): string | undefined {
  const [inA, inB] = [partsOf(a), partsOf(b)];
  return [...inA.keys(), ...inB.keys()].find((name) => JSON.stringify(inA.get(name)) !== JSON.stringify(inB.get(name)));
}

/**
 * Throws `different-definitions` for two that are not one, and names what differs.
 *
 * @param requirement Such as "compare requires two results of one definition".
 */
export function checkSameDefinition(
  requirement: string,
  a: Definition,
  b: Definition,
  row: number | null = null,
): void {
  const name = firstDifference(a, b);
  if (name === undefined) return;
  const [wanted, received] = [partsOf(a).get(name), partsOf(b).get(name)];
  const what = wanted === undefined ? `no ${name}` : `the ${name} ${JSON.stringify(wanted)}`;
  const whose = name === "kpi" ? "" : ` of ${a.kpi}`;
  const shown = Object(received) === received ? JSON.stringify(received) : received;
  throw new CxError("different-definitions", `${requirement}: ${what}${whose}`, shown, row);
}
