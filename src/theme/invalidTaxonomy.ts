import { CxError } from "../error/cxError.js";

/** The error for a taxonomy that cannot be compiled: what `createTagger` requires, and what it received instead. */
export function invalidTaxonomy(requirement: string, received: unknown): CxError {
  return new CxError("invalid-definition", `createTagger requires ${requirement}`, received);
}
