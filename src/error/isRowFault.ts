import type { CxError } from "./cxError.js";
import { isCxError } from "./isCxError.js";

/** Whether an error says that a row's value is not allowed; whatever else an accessor throws is no fault of the row. */
export const isRowFault = (error: unknown): error is CxError =>
  isCxError(error) && ["invalid-value", "invalid-time"].includes(error.code);
