import { checkOptions } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { PurposeRule } from "../../model/contactPolicy.js";

/** What holds for a purpose. */
export interface ReadyPurpose {
  /** Whether the customer has to have agreed. */
  readonly optIn: boolean;
  /** Whether its contacts are limited and counted. */
  readonly capped: boolean;
  /** Whether its contacts wait for the end of quiet hours. */
  readonly waits: boolean;
}

/** What holds for a purpose that no rule speaks of. */
export const usualPurpose: ReadyPurpose = { optIn: true, capped: true, waits: true };

/** Reads a policy's rules for purposes: none twice, and none that would set a refusal aside. */
export function readPurposes(rules: readonly PurposeRule[] = []): ReadonlyMap<string, ReadyPurpose> {
  if (!Array.isArray(rules)) throw new CxError("invalid-option", "choose requires purposes as a list of rules", rules);
  const found = new Map<string, ReadyPurpose>();
  for (const rule of rules as readonly PurposeRule[]) {
    checkOptions("a purpose of choose", rule, ["purpose", "consent", "capped", "quietHours"]);
    const { purpose, consent = "opt-in", capped = true, quietHours = true } = rule;
    const refuse = (required: string, received: unknown): CxError =>
      new CxError("invalid-option", `choose requires ${required}`, received);
    if (typeof purpose !== "string" || purpose === "" || found.has(purpose)) {
      throw refuse("one rule for each purpose", purpose);
    }
    if (consent !== "opt-in" && consent !== "opt-out") throw refuse("consent to be opt-in or opt-out", consent);
    for (const flag of [capped, quietHours]) {
      if (typeof flag !== "boolean") throw refuse("capped and quietHours to be true or false", flag);
    }
    found.set(purpose, { optIn: consent === "opt-in", capped, waits: quietHours });
  }
  return found;
}
