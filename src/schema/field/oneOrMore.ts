import * as z from "zod";

/** One thing, or a list of such; `what` names it in the message: "a cap such as { contacts, per }". */
export const oneOrMore = <Thing>(schema: z.ZodType<Thing>, what: string): z.ZodType<Thing | Thing[]> =>
  z.union([schema, z.array(schema)], { error: `requires ${what}, or a list of such` });
