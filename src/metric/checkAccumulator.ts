import { CxError } from "../error/cxError.js";

/** Refuses an accumulator of another shape than a fresh one, such as one that an older version has stored. */
export function checkAccumulator(kpi: string, fresh: object, accumulator: object): void {
  for (const name of Object.keys(fresh)) {
    if ((accumulator as Record<string, unknown> | null)?.[name] === undefined) {
      throw new CxError("invalid-value", `${kpi} requires an accumulator of this version, with ${name}`, accumulator);
    }
  }
}

/** Refuses what is no map where one accumulator is kept per key: JSON makes an empty object of a map. */
export function checkMap(requirer: string, accumulators: unknown): void {
  if (Object.prototype.toString.call(accumulators) !== "[object Map]") {
    throw new CxError(
      "invalid-value",
      `${requirer} requires a map as accumulator, which structuredClone keeps and JSON does not`,
      accumulators,
    );
  }
}
