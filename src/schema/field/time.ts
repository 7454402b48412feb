import * as z from "zod";
import { parseTime } from "../../time/parseTime.js";

/** Whether a value is a text that stands for one instant: with its offset, or in a zone that there is. */
export function isTime(value: unknown, timeZone?: string): boolean {
  if (typeof value !== "string") return false;
  try {
    parseTime(value, timeZone);
    return true;
  } catch {
    return false;
  }
}

/** A time in a stored record: a date alone, or a time that says its offset. */
export const time: z.ZodType<string> = /* @__PURE__ */ (() => {
  const requirement = "requires an ISO 8601 date, or a time with its offset, such as 2026-03-29T08:30:00+02:00";
  const offsetMissing = "requires the time's offset: add Z where it is UTC, or else such as +02:00";
  return (
    z
      .string({ error: requirement })
      // Abort, so that no rule goes on to compare times that cannot be read.
      .refine((value) => isTime(value), {
        abort: true,
        error: (issue) => (isTime(issue.input, "UTC") ? offsetMissing : requirement),
      })
      .describe("An ISO 8601 date, or a time with its offset (or Z).")
  );
})();
