import type { Definition, Interval } from "../metric/estimate.js";

/** What a number counts in; see {@link Definition}. */
export type Unit = Definition["unit"];

/** A number with its decimals, a true minus sign and commas between thousands, the same on every machine. */
function formatNumber(value: number, decimals: number, plus = false): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const digits = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",") + (fraction === undefined ? "" : `.${fraction}`);
  if (!/[1-9]/.test(digits)) return digits;
  return `${value < 0 ? "−" : plus ? "+" : ""}${digits}`;
}

/** How many decimals are worth showing: as many for all numbers of a range as for the largest. */
function decimalsOf(printed: readonly number[], unit: Unit): number {
  const size = Math.max(...printed.map(Math.abs));
  if (unit === "points") return 0;
  if (unit === "value" || unit === "seconds") return size < 10 ? 2 : size < 100 ? 1 : 0;
  return size < 10 && !printed.every(Number.isInteger) ? 1 : 0;
}

/** Shares are shown in percent. */
const inPrint = (value: number, unit: Unit): number => (unit === "share" ? value * 100 : value);

const suffixes = { points: "", percent: " %", share: " %", seconds: " s", value: "" } as const;

const suffixOf = (unit: Unit): string => suffixes[unit];

/**
 * A whole number as it is printed: 1204 is "1,204".
 *
 * @param count Any count.
 * @returns The number in words for people.
 */
export function formatCount(count: number): string {
  return formatNumber(count, Number.isInteger(count) ? 0 : 1);
}

/**
 * The value of an estimate as it is printed: "+32" points, "84 %", "5.62".
 *
 * @param value The value in its unit.
 * @param unit Its unit; a share (0–1) is printed in percent.
 * @returns The value rounded for reading.
 */
export function formatEstimate(value: number, unit: Unit): string {
  const printed = inPrint(value, unit);
  return formatNumber(printed, decimalsOf([printed], unit), unit === "points") + suffixOf(unit);
}

/**
 * A range as it is printed: "+21 to +43", "80 to 88 %".
 *
 * @param interval The range.
 * @param unit The unit of both ends.
 * @returns Both ends with the same number of decimals.
 */
export function formatInterval({ low, high }: Interval, unit: Unit): string {
  const ends = [inPrint(low, unit), inPrint(high, unit)];
  const decimals = decimalsOf(ends, unit);
  return ends.map((end) => formatNumber(end, decimals, unit === "points")).join(" to ") + suffixOf(unit);
}

/**
 * A difference between two estimates as it is printed, always with its sign: "−18", "+3.1 percentage points".
 *
 * @param difference The difference in the unit of the two.
 * @param interval Its interval, or null.
 * @param unit The unit.
 * @returns The difference, and its interval in brackets where there is one.
 */
export function formatDifference(difference: number, interval: Interval | null, unit: Unit): string {
  const ends = [difference, ...(interval === null ? [] : [interval.low, interval.high])].map((end) =>
    inPrint(end, unit),
  );
  const decimals = decimalsOf(ends, unit);
  const [value, low, high] = ends.map((end) => formatNumber(end, decimals, true));
  const range = low === undefined ? "" : ` (${low} to ${high})`;
  return `${value}${suffixOf(unit).replace("%", "pp")}${range}`;
}

/**
 * An emotion as it is printed: "+0.8", "−1.2", "0.0".
 *
 * @param emotion From −2 to 2.
 * @returns The emotion with one decimal.
 */
export function formatEmotion(emotion: number): string {
  return formatNumber(emotion, 1, true);
}
