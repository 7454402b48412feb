import * as z from "zod";
import type { QuietHours } from "../model/quietHours.js";
import { closedObject } from "./closedObject.js";
import { text } from "./field/text.js";
import type { FieldsOf } from "./fieldsOf.js";

/**
 * The schema of {@link QuietHours}.
 *
 * @example
 * ```ts
 * import { quietHoursSchema } from "cxkit/schema";
 *
 * quietHoursSchema.parse({ from: "21:00", to: "08:00" }); // => { from: "21:00", to: "08:00" }
 * quietHoursSchema.safeParse({ from: "9 pm", to: "08:00" }).error?.issues[0]?.message; // => "requires a time of day from 00:00 to 23:59"
 * ```
 */
export const quietHoursSchema: z.ZodType<QuietHours> = /* @__PURE__ */ (() => {
  const begins = { error: "requires a time of day from 00:00 to 23:59" };
  const ends = { error: "requires a time of day from 00:00 to 24:00" };
  const weekday = { error: "requires a day of the week from 0 (Sunday) to 6" };
  return closedObject({
    from: z.string(begins).regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, begins),
    to: z.string(ends).regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, ends),
    days: z.exactOptional(z.array(z.int(weekday).min(0, weekday).max(6, weekday))),
    channels: z.exactOptional(z.array(text)),
  } satisfies FieldsOf<QuietHours>).refine(({ from, to }) => from !== to, {
    path: ["to"],
    message: "requires an end that is not the beginning; all day is from 00:00 to 24:00",
  });
})();
