import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import type { EstimateOptions } from "../metric/estimateOptions.js";
import { criticalValue } from "../stats/criticalValue.js";
import type { TimeInput } from "../time/parseTime.js";
import type { BusinessHours } from "./businessHours.js";
import { businessClock } from "./businessSeconds.js";

/** Where {@link durationMetric} finds the two ends of a length of time in a row. */
export interface DurationReaders<Row> {
  /** When it began; a row without a beginning is counted in `missing`. */
  readonly from: (row: Row) => TimeInput | null | undefined;
  /** When it ended; null, undefined and NaN stand for what is still open. */
  readonly to: (row: Row) => TimeInput | null | undefined;
}

/** A length of time by its two ends. */
export interface DurationSpan {
  /** When it began. */
  readonly from: TimeInput | null | undefined;
  /** When it ended; absent or null while it is open. */
  readonly to?: TimeInput | null | undefined;
}

/** Options of {@link duration}. */
export interface DurationOptions<Row = DurationSpan | number | null | undefined>
  extends Omit<EstimateOptions<Row>, "weight"> {
  /** What takes the time, such as "first answer"; kept in the definition, so that `compare` mixes no two. @defaultValue "duration" */
  readonly name?: string;
  /** How long it may take, in seconds; that long is still within it. @defaultValue none: `withinTarget` is null */
  readonly targetSeconds?: number;
  /** Percentiles to tell beside the median and the 90th, each between 0 and 100. @defaultValue none */
  readonly percentiles?: readonly number[];
  /**
   * The moment that things are seen from: what had not ended by then was open. Give it where groups or periods are measured, which
   * would each have their own. @defaultValue the latest time in the rows
   */
  readonly now?: TimeInput;
  /** The IANA zone of times without an offset. @defaultValue none: such times are refused */
  readonly timeZone?: string;
  /**
   * Counts only business hours between the two ends of a row, or several schedules in the order in which they held, each but the first
   * with `since`. Lengths that are given in seconds stay as they are. @defaultValue none: every hour counts
   */
  readonly businessHours?: BusinessHours | readonly BusinessHours[];
}

/** Sums of many longer ones would overflow. */
export const longestLength = 1e140;

const plainLength = (from: number, to: number): number => to - from;

/** The options with their defaults, after refusing wrong ones. */
export function durationSettings(options: DurationOptions<never>): {
  readonly name: string;
  readonly level: number;
  readonly targetSeconds: number | undefined;
  readonly percentiles: readonly number[];
  /** The milliseconds from one instant to another that count. */
  readonly lengthOf: (from: number, to: number) => number;
  /** What of the business hours decides the value, for the definition. */
  readonly hours: { readonly businessHours?: string };
} {
  checkOptions("duration", options, [
    "level",
    "invalid",
    "dismissed",
    "minimumN",
    "name",
    "targetSeconds",
    "percentiles",
    "now",
    "timeZone",
    "businessHours",
  ]);
  const { name = "duration", level = 0.95, targetSeconds, percentiles = [], businessHours } = options;
  criticalValue(level);
  if (!(Array.isArray(percentiles) && percentiles.every((one) => one >= 1 && one < 100))) {
    throw new CxError(
      "invalid-option",
      "duration requires percentiles from 1 to 100, such as [75, 95] (not shares)",
      percentiles,
    );
  }
  if (targetSeconds !== undefined && !(targetSeconds >= 0 && targetSeconds <= longestLength)) {
    throw new CxError("invalid-option", "duration requires targetSeconds to be a number of at least 0", targetSeconds);
  }
  const lengthOf = businessHours === undefined ? plainLength : businessClock(name, businessHours);
  const hours = businessHours === undefined ? {} : { businessHours: JSON.stringify(businessHours) };
  return { name, level, targetSeconds, percentiles, lengthOf, hours };
}
