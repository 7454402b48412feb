import { refuseOption } from "../error/checkOptions.js";
import type { Estimate } from "./estimate.js";

/** The least observations that a result may rest on: the option that makes small ones {@link Suppressed}. */
export interface MinimumN {
  /** A result of fewer observations tells nothing: it is `suppressed`, and every figure in it is null. */
  readonly minimumN?: number | undefined;
}

/** Says that no `minimumN` is given, so that the result is always there. */
export interface NoMinimumN {
  /** Not given. */
  readonly minimumN?: undefined;
}

/** A result that rests on too few observations to be shown: it says what was measured, and every figure is null. */
export type Suppressed<Result> = {
  readonly [Field in Exclude<keyof Result, "suppressed">]: Field extends "definition" ? Result[Field] : null;
} & {
  /** Always true. */
  readonly suppressed: true;
};

/** Throws `invalid-option` for a least number that is none. */
export function checkMinimumN(requirer: string, minimumN: number): void {
  if (!(minimumN >= 0 && Number.isFinite(minimumN))) {
    refuseOption(`${requirer} requires minimumN to be a number of at least 0`, minimumN);
  }
}

/** The same result without a figure. */
export function suppress<Result extends Pick<Estimate, "definition">>(result: Result): Suppressed<Result> {
  const empty = Object.fromEntries(Object.keys(result).map((field) => [field, null]));
  // Every field of the result is there, which `fromEntries` cannot say.
  return { ...empty, definition: result.definition, suppressed: true } as Suppressed<Result>;
}
