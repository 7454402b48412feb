import { CxError } from "./cxError.js";

/** Refuses options that a function does not know: a misspelt one would silently change a number. */
export function checkOptions(name: string, options: object, known: readonly string[]): void {
  if (Object(options) !== options)
    throw new CxError("invalid-option", `${name} requires its options as an object`, options);
  for (const option of Object.keys(options)) checkChoice(`an option of ${name}`, option, known);
}

/** Refuses a value that is not one of a few words. */
export function checkChoice(what: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value))
    throw new CxError("invalid-option", `${what} must be one of ${choices.join(", ")}`, value);
}

/** Refuses what is no function where a row has to be read. */
export function checkReader(name: string, read: unknown): void {
  if (typeof read !== "function") {
    throw new CxError("invalid-option", `${name} requires a function of a row, such as (row) => row.score`, read);
  }
}
