import { CxError } from "../error/cxError.js";

/** Refuses options that are given and are neither true nor false. */
export function checkFlags(name: string, flags: { readonly [option: string]: unknown }): void {
  for (const [option, value] of Object.entries(flags)) {
    if (value === undefined || typeof value === "boolean") continue;
    throw new CxError("invalid-option", `${name} requires ${option} to be true or false`, value);
  }
}
