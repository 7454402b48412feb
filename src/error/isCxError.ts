import type { CxError } from "./cxError.js";

/**
 * Whether an error is cxkit's own. Unlike `instanceof`, it also knows an error that was thrown by the other copy of the
 * library (CommonJS beside ESM).
 *
 * @param error Anything that was caught.
 * @returns true for a {@link CxError}.
 *
 * @example
 * ```ts
 * import { isCxError } from "cxkit";
 *
 * isCxError(new Error("disk full")); // => false
 * ```
 */
export function isCxError(error: unknown): error is CxError {
  return error instanceof Error && error.name === "CxError";
}
