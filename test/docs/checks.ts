import { type CxErrorCode, isCxError } from "cxkit/error";
import { type ClaimedDigits, claimedDigits, mismatch, more } from "./mismatch.js";

/** What the module made of a block calls, as `__doc`. */
export interface Checks {
  /** Holds a value to what is claimed of it. */
  readonly claim: (line: number, actual: unknown, claimed: unknown) => void;
  /** Holds a statement to throwing a `CxError` of a code. */
  readonly throws: (line: number, code: CxErrorCode, run: () => void) => void;
  /** The same for a statement that awaits. */
  readonly rejects: (line: number, code: CxErrorCode, run: () => Promise<void>) => Promise<void>;
  /** Holds an entry point to exporting the names that are imported from it as values. */
  readonly imports: (line: number, entry: string, exported: object, names: readonly string[]) => void;
  /** A number that is claimed with `…` behind its digits. */
  readonly digits: (text: string) => ClaimedDigits;
  /** What `…` stands for at the end of an array or an object. */
  readonly more: Iterable<unknown>;
}

/** Checks for one block, with what they find: each false claim as "README.md:12: …", and the lines whose claim was reached. */
export function createChecks(file: string): { checks: Checks; faults: string[]; reached: Set<number> } {
  const faults: string[] = [];
  const reached = new Set<number>();
  const report = (line: number, fault: string | null): void => {
    reached.add(line);
    if (fault !== null) faults.push(`${file}:${line}: ${fault}`);
  };
  const thrownFault = (error: unknown, code: string): string | null => {
    if (!isCxError(error)) return `${String(error)} is thrown, and no CxError`;
    return error.code === code ? null : `${error.code} is thrown, and not ${code}: ${error.message}`;
  };

  const checks: Checks = {
    claim: (line, actual, claimed) => report(line, mismatch(actual, claimed)),
    throws: (line, code, run) => {
      try {
        run();
      } catch (error) {
        return report(line, thrownFault(error, code));
      }
      return report(line, `nothing is thrown, and not ${code}`);
    },
    rejects: async (line, code, run) => {
      try {
        await run();
      } catch (error) {
        return report(line, thrownFault(error, code));
      }
      return report(line, `nothing is thrown, and not ${code}`);
    },
    imports: (line, entry, exported, names) => {
      for (const name of names) {
        if (!(name in exported)) faults.push(`${file}:${line}: ${entry} exports no value ${name}`);
      }
    },
    digits: claimedDigits,
    more,
  };
  return { checks, faults, reached };
}
