import { CxError } from "./cxError.js";

/** Throws `invalid-option`: what is required, and what was received instead. */
export function refuseOption(requirement: string, received: unknown): never {
  throw new CxError("invalid-option", requirement, received);
}

/** Refuses options that a function does not know: a misspelt one would silently change a number. */
export function checkOptions(name: string, options: object, known: readonly string[]): void {
  if (Object(options) !== options) refuseOption(`${name} requires its options as an object`, options);
  for (const option of Object.keys(options)) checkChoice(`an option of ${name}`, option, known);
}

/** Refuses a value that is not one of a few, such as words. */
export function checkChoice(what: string, value: unknown, choices: readonly unknown[]): void {
  if (!choices.includes(value)) refuseOption(`${what} must be one of ${choices.join(", ")}`, value);
}

/** Refuses what is no function where a row has to be read. */
export function checkReader(name: string, read: unknown): void {
  if (typeof read !== "function") {
    refuseOption(`${name} requires a function of a row, such as (row) => row.score`, read);
  }
}
