import { checkChoice } from "../error/checkOptions.js";

/** Refuses options that are given and are neither true nor false. */
export function checkFlags(name: string, flags: { readonly [option: string]: unknown }): void {
  for (const [option, value] of Object.entries(flags)) {
    if (value !== undefined) checkChoice(`${option} of ${name}`, value, [true, false]);
  }
}
