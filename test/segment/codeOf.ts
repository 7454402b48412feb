import { isCxError } from "cxkit";

/** The code of the error that something throws; null where it throws none. */
export function codeOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!isCxError(error)) throw error;
    return error.code;
  }
}
