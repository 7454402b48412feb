import { checkOptions, refuseOption } from "../../error/checkOptions.js";
import { adjustPValues, type PValueAdjustment } from "../../stats/adjustPValues.js";
import { criticalValue } from "../../stats/criticalValue.js";

/** Options of the comparison of two logs. */
export interface JourneyDifferenceOptions {
  /**
   * How many customers a touchpoint, step or path must have to be tested, at least 1. What is rarer cannot be told apart anyway, and every
   * test makes the others stricter. @defaultValue 10
   */
  readonly minimumCustomers?: number;
  /** How p-values are adjusted for all tests made. @defaultValue "benjamini-hochberg" */
  readonly adjust?: PValueAdjustment;
  /** The confidence level of each interval, 0–1. @defaultValue 0.95 */
  readonly level?: number;
}

/** The options with their defaults; wrong ones are refused, even where nothing will be tested. */
export function differenceSettings(
  requirer: string,
  options: JourneyDifferenceOptions,
): Required<JourneyDifferenceOptions> {
  checkOptions(requirer, options, ["minimumCustomers", "adjust", "level"]);
  const { minimumCustomers = 10, adjust = "benjamini-hochberg", level = 0.95 } = options;
  if (!(Number.isSafeInteger(minimumCustomers) && minimumCustomers >= 1)) {
    refuseOption(`${requirer} requires minimumCustomers to be a whole number of at least 1`, minimumCustomers);
  }
  adjustPValues([], adjust);
  criticalValue(level);
  return { minimumCustomers, adjust, level };
}
