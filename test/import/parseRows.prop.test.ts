import { parseRows } from "cxkit/import";
import * as schemas from "cxkit/schema";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { feedback, journey } from "../schema/arbitraries.js";

const everySchema: [string, z.ZodType][] = Object.entries(schemas);
const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

describe("parseRows", () => {
  test.each(everySchema)("as many rows come out as went in, whatever they are: %s", (_name, schema) => {
    fc.assert(
      fc.property(fc.array(anything), (rows) => {
        const { accepted, rejected } = parseRows(schema, rows);
        expect(accepted.length + rejected.length).toBe(rows.length);
        for (const { index, row, issues } of rejected) {
          expect(row).toBe(rows[index]);
          expect(issues.length).toBeGreaterThan(0);
        }
        const indexes = rejected.map(({ index }) => index);
        expect(indexes).toEqual([...new Set(indexes)].sort((a, b) => a - b));
      }),
    );
  });

  test("rejected rows keep their places among accepted ones, and accepted ones their order", () => {
    const row = fc.oneof(
      feedback.map((record) => ({ record, good: true })),
      anything.map((record) => ({ record: { record }, good: false })),
    );
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { accepted, rejected } = parseRows(
          schemas.feedbackSchema,
          rows.map(({ record }) => record),
        );
        expect(accepted).toStrictEqual(rows.filter(({ good }) => good).map(({ record }) => record));
        expect(rejected.map(({ index }) => index)).toEqual(rows.flatMap(({ good }, index) => (good ? [] : [index])));
      }),
    );
  });

  test("what was accepted is accepted again, also when it was stored as JSON in between", () => {
    fc.assert(
      fc.property(fc.array(journey), (rows) => {
        const once = parseRows(schemas.journeySchema, rows);
        expect(once).toStrictEqual({ accepted: rows, rejected: [] });
        expect(parseRows(schemas.journeySchema, JSON.parse(JSON.stringify(once.accepted)))).toStrictEqual(once);
      }),
    );
  });
});
