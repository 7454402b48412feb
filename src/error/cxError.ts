import { isCxError } from "./isCxError.js";

/**
 * What went wrong, as a word that code can branch on. Codes are part of the public contract: they are never renamed
 * in a minor release.
 *
 * | code | raised when |
 * |---|---|
 * | `invalid-option` | an option, or the way a function is called, makes no sense (a level of 95, an unknown time zone) |
 * | `invalid-value` | a value in the data is not one that the scale or the field allows (an NPS score of 11) |
 * | `invalid-time` | a time cannot be read, or says too little (no offset and no time zone) |
 * | `invalid-definition` | a stored definition (a journey, a taxonomy) contradicts itself |
 * | `different-definitions` | two results were to be compared that are not of one definition |
 * | `too-many-periods` | a time series would have more than 100,000 periods |
 */
export type CxErrorCode =
  | "invalid-option"
  | "invalid-value"
  | "invalid-time"
  | "invalid-definition"
  | "different-definitions"
  | "too-many-periods";

/** How a received value reads in a message: short, quoted where it is a string, and safe whatever it is. */
function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 60));
  if (typeof value === "function") return `function ${value.name}`;
  return value === Object(value) ? Object.prototype.toString.call(value) : String(value);
}

/**
 * The one error that cxkit throws. Its message always reads "what is required, received what (in row n)".
 *
 * Data that is merely missing is never an error; see the guide on bad input.
 *
 * @example
 * ```ts
 * import { isCxError, nps } from "cxkit";
 *
 * try {
 *   nps([10, 9, 11]);
 * } catch (error) {
 *   if (!isCxError(error)) throw error;
 *   error.code; // => "invalid-value"
 *   error.row; // => 2
 *   error.message; // => "nps requires an integer from 0 to 10, received 11 (row 2)"
 * }
 * ```
 */
export class CxError extends Error {
  /** What went wrong, for code to branch on. */
  declare readonly code: CxErrorCode;
  /** The value that was received. */
  declare readonly received: unknown;
  /** The index of the row, counted from 0, or null where it is not known or there is none. */
  declare row: number | null;

  /**
   * @param code What went wrong.
   * @param requirement What is required, starting with the function's name: "nps requires an integer from 0 to 10".
   * @param received The value that was received instead.
   * @param row The index of the row that held it.
   */
  constructor(code: CxErrorCode, requirement: string, received: unknown, row: number | null = null) {
    super(`${requirement}, received ${shown(received)}`);
    Object.assign(this, { name: "CxError", code, received, row: null });
    if (row !== null) atRow(this, row);
  }
}

/**
 * Tells an error of cxkit the index of the row that caused it, where it does not know one yet; any other error stays as it
 * is. For whoever walks over rows and knows where it is.
 *
 * @param error What was caught.
 * @param row The index of the row, counted from 0.
 * @returns The same error, to throw on.
 *
 * @example
 * ```ts
 * import { atRow, CxError } from "cxkit/error";
 *
 * const error = new CxError("invalid-value", "nps requires an integer from 0 to 10", 11);
 * (atRow(error, 7) as CxError).message; // => "nps requires an integer from 0 to 10, received 11 (row 7)"
 * ```
 */
export function atRow(error: unknown, row: number): unknown {
  if (isCxError(error) && error.row === null) {
    error.row = row;
    error.message += ` (row ${row})`;
  }
  return error;
}
