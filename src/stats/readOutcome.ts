import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";

/** A yes or no, which may come as a number, or none. */
export type BinaryOutcome = boolean | number | null | undefined;

/** An outcome as 1 or 0; null for none. Throws `invalid-value` for what is neither. */
export function readOutcome(name: string, value: unknown, row: number | null = null): 1 | 0 | null {
  if (isMissing(value)) return null;
  if (value === true || value === 1) return 1;
  if (value === false || value === 0) return 0;
  throw new CxError("invalid-value", `${name} requires true or false (or 1 or 0) as the outcome`, value, row);
}
