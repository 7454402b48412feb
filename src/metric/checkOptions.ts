import { CxError } from "../error/cxError.js";

/** Refuses options that a function does not know: a misspelt one would silently change a number. */
export function checkOptions(name: string, options: object, known: readonly string[]): void {
  for (const option of Object.keys(options)) checkChoice(`an option of ${name}`, option, known);
}

/** Refuses a value that is not one of a few words. */
export function checkChoice(what: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value))
    throw new CxError("invalid-option", `${what} must be one of ${choices.join(", ")}`, value);
}
