import * as z from "zod";

/** A number with a lowest and perhaps a highest value, both allowed. */
export function numberFrom(low: number, high?: number): z.ZodType<number> {
  if (high === undefined) {
    const params = { error: `requires a number, ${low} or more` };
    return z.number(params).min(low, params);
  }
  const params = { error: `requires a number from ${low} to ${high}` };
  return z.number(params).min(low, params).max(high, params);
}
