import type { DriverCorrelations } from "./driverCorrelations.js";

/** What one driver contributes to the share of the outcome's variance that all of them explain. */
export interface DriverShare {
  readonly driver: string;
  /** Its part of R², 0–1; null where the driver, or the outcome, does not vary. */
  readonly value: number | null;
  /** `value` as a share of R², 0–1; null where there is no value, or nothing is explained. */
  readonly share: number | null;
  /** The direction of the driver's own correlation with the outcome; null where it has none. */
  readonly sign: -1 | 0 | 1 | null;
}

/** Values as shares of their sum; null where that is nothing but rounding. */
export function sharesOf(values: readonly number[]): (number | null)[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => (sum > 1e-18 ? value / sum : null));
}

/** The direction of a correlation; 0 where it is nothing but rounding. */
export const signOf = (correlation: number): -1 | 0 | 1 =>
  Math.abs(correlation) < 1e-12 ? 0 : correlation < 0 ? -1 : 1;

/** The values of the drivers that vary, as shares of all drivers. */
export function toDriverShares(
  { drivers, varying, matrix }: DriverCorrelations,
  values: readonly number[],
): DriverShare[] {
  const shares = sharesOf(values);
  return drivers.map((driver) => {
    const place = varying.indexOf(driver);
    const value = values[place];
    if (value === undefined) return { driver, value: null, share: null, sign: null };
    const sign = signOf(matrix[place * (varying.length + 1) + varying.length] ?? 0);
    return { driver, value, share: shares[place] ?? null, sign };
  });
}
