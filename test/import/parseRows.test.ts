import { parse as parseCsv } from "csv-parse/sync";
import { parseRows } from "cxkit/import";
import { caseSchema, customerSchema, feedbackSchema, journeySchema, personaSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import * as mini from "zod/mini";

const answer = { id: "f-1", at: "2026-03-29T08:30:00Z", kind: "nps", score: 9 };

/** A schema as another library would make it: validates with a function of our own. */
function ownSchema(validate: (value: unknown) => never) {
  return { "~standard": { version: 1, vendor: "test", validate } } as const;
}

describe("parseRows", () => {
  test("good rows are accepted and bad ones rejected, each in the order in which they came", () => {
    const rows = [answer, { ...answer, id: "f-2", score: 11 }, { ...answer, id: "f-3" }, { ...answer, at: "today" }];
    const { accepted, rejected } = parseRows(feedbackSchema, rows);
    expect(accepted).toEqual([rows[0], rows[2]]);
    expect(rejected).toEqual([
      {
        index: 1,
        row: rows[1],
        issues: [{ path: "score", message: "requires a whole number from 0 to 10 for nps" }],
      },
      {
        index: 3,
        row: rows[3],
        issues: [
          {
            path: "at",
            message: "requires an ISO 8601 date, or a time with its offset, such as 2026-03-29T08:30:00+02:00",
          },
        ],
      },
    ]);
  });

  test("no rows give no rows", () => {
    expect(parseRows(feedbackSchema, [])).toEqual({ accepted: [], rejected: [] });
  });

  test("all that is wrong with a row is listed, with readable paths", () => {
    const stages = [{ id: "order", name: "", touchpoints: [{ id: "pay", name: "Pay", emotion: 9 }] }];
    const [reject] = parseRows(journeySchema, [{ id: "buy", name: "Buying", state: "as-is", stages }]).rejected;
    expect(reject?.issues).toEqual([
      { path: "stages[0].name", message: "requires a text that is not blank" },
      { path: "stages[0].touchpoints[0].emotion", message: "requires a number from -2 to 2" },
    ]);
  });

  test("rows may come from any iterable", () => {
    function* read() {
      yield answer;
      yield null;
    }
    expect(parseRows(feedbackSchema, read()).accepted).toEqual([answer]);
    expect(parseRows(feedbackSchema, new Set([answer])).accepted).toEqual([answer]);
  });

  test("what is no record at all is a rejected row, not a crash", () => {
    for (const row of [null, undefined, "f-1,9", 3, [], [answer], Number.NaN, () => answer, Symbol("row"), 1n]) {
      const { accepted, rejected } = parseRows(feedbackSchema, [row]);
      expect(accepted).toEqual([]);
      expect(rejected.map(({ index, row: kept }) => [index, kept])).toEqual([[0, row]]);
    }
  });

  test("a CSV row with missing columns is rejected with the columns that it lacks", () => {
    const csv = "id,openedAt,channel\nk-1,2026-03-29,phone\nk-2\n,2026-03-29,chat\n";
    const rows: unknown[] = parseCsv(csv, { columns: true, relax_column_count: true });
    const { accepted, rejected } = parseRows(caseSchema, rows);
    expect(accepted.map(({ id }) => id)).toEqual(["k-1"]);
    expect(rejected.map(({ index, issues }) => [index, issues.map(({ path }) => path)])).toEqual([
      [1, ["openedAt"]],
      [2, ["id"]],
    ]);
  });

  test("an own key __proto__ is rejected where the record knows its keys, and kept among a user's own columns", () => {
    const rows = [
      JSON.parse('{"id":"c-1","__proto__":{"id":"c-2"}}'),
      JSON.parse('{"id":"c-1","attributes":{"__proto__":1}}'),
    ];
    const { accepted, rejected } = parseRows(customerSchema, rows);
    expect(rejected.map(({ index }) => index)).toEqual([0]);
    expect(JSON.stringify(accepted)).toBe('[{"id":"c-1","attributes":{"__proto__":1}}]');
  });

  test("a comment of a megabyte is a comment", () => {
    const comment = "very slow ".repeat(100_000);
    expect(parseRows(feedbackSchema, [{ ...answer, comment }]).accepted).toEqual([{ ...answer, comment }]);
  });

  test("a rule nested deeper than any stack is a rejected row", () => {
    const rule = JSON.parse(`${'{"not":'.repeat(200_000)}{}${"}".repeat(200_000)}`);
    const { accepted, rejected } = parseRows(personaSchema, [{ id: "p", name: "P", rule }]);
    expect(accepted).toEqual([]);
    expect(rejected.map(({ issues }) => issues.length)).toEqual([1]);
    expect(rejected[0]?.issues[0]?.message).toMatch(/^could not be validated: /);
  });

  test("a schema that throws for a row rejects that row, whichever library it is of", () => {
    const boom = (): never => {
      throw new RangeError("no such month");
    };
    const issues = [{ path: "", message: "could not be validated: no such month" }];
    for (const schema of [ownSchema(boom), z.string().refine(boom), mini.string().check(mini.refine(boom))]) {
      expect(parseRows(schema, ["a", "b"]).rejected).toEqual([
        { index: 0, row: "a", issues },
        { index: 1, row: "b", issues },
      ]);
    }
  });

  test("a schema that throws what is no error, or answers nonsense, rejects the row", () => {
    const thrower = ownSchema(() => {
      throw null;
    });
    expect(parseRows(thrower, [1]).rejected[0]?.issues).toEqual([
      { path: "", message: "could not be validated: an error was thrown" },
    ]);
    for (const nonsense of [undefined, null, 3, { issues: null }, { issues: [null] }, { issues: [{ path: [null] }] }]) {
      // The point of the test: a schema whose answer is not of the type that it promises.
      expect(
        parseRows(
          ownSchema(() => nonsense as never),
          [1],
        ).rejected,
      ).toHaveLength(1);
    }
  });

  test("a row that throws when it is read is a rejected row", () => {
    const row = {
      get id(): string {
        throw new Error("disposed");
      },
    };
    expect(parseRows(customerSchema, [row]).rejected[0]?.issues).toEqual([
      { path: "", message: "could not be validated: disposed" },
    ]);
  });

  test("a schema that changes what it reads gives out what it made of it", () => {
    const schema = z.object({ score: z.string().transform(Number) });
    expect(parseRows(schema, [{ score: "9" }]).accepted).toEqual([{ score: 9 }]);
  });

  test("a schema that validates asynchronously is refused", () => {
    const slow = async () => ({ value: 1 });
    const failing = async () => Promise.reject(new Error("offline"));
    const schemas = [
      // Typed as never by ownSchema, since the point is what comes at run time.
      ownSchema(slow as never),
      ownSchema(failing as never),
      z.string().refine(async () => true),
      mini.string().check(mini.refine(async () => true)),
    ];
    for (const schema of schemas) {
      expect(() => parseRows(schema, ["a"])).toThrow(
        expect.objectContaining({
          code: "invalid-option",
          message: expect.stringContaining("parseRows requires a schema that validates synchronously"),
        }),
      );
    }
  });

  test("what is no schema is refused before a row is read", () => {
    const rows = {
      [Symbol.iterator](): Iterator<unknown> {
        throw new Error("read");
      },
    };
    for (const schema of [null, undefined, {}, "feedback", { parse: () => 1 }, { "~standard": {} }]) {
      expect(() => parseRows(schema as never, rows)).toThrow(expect.objectContaining({ code: "invalid-option" }));
    }
  });

  test("what is no rows is refused; a CSV as one text is not yet rows", () => {
    for (const rows of [null, undefined, 3, {}, "id,score\nf-1,9"]) {
      expect(() => parseRows(feedbackSchema, rows as never)).toThrow(
        expect.objectContaining({
          code: "invalid-option",
          message: expect.stringContaining("parseRows requires rows, as an array or another iterable"),
        }),
      );
    }
  });
});
