import { type ParsedRows, parseRows } from "cxkit/import";
import type { Feedback } from "cxkit/model";
import { feedbackSchema } from "cxkit/schema";
import { describe, expectTypeOf, test } from "vitest";
import * as z from "zod";
import * as mini from "zod/mini";

describe("parseRows", () => {
  test("gives the records that the schema gives out", () => {
    expectTypeOf(parseRows(feedbackSchema, [])).toEqualTypeOf<ParsedRows<Feedback>>();
    const numbers = z.object({ score: z.string().transform(Number) });
    expectTypeOf(parseRows(numbers, [])).toEqualTypeOf<ParsedRows<{ score: number }>>();
    expectTypeOf(parseRows(mini.string(), [])).toEqualTypeOf<ParsedRows<string>>();
  });
});
