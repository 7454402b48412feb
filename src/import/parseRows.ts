import { CxError } from "../error/cxError.js";
import { issuePath } from "./issuePath.js";
import type { StandardResult, StandardSchema } from "./standardSchema.js";

/** One thing that is wrong with a row. */
export interface RowIssue {
  /** Where, as one would write it: `stages[0].touchpoints[2].id`; empty where the row as a whole is meant. */
  readonly path: string;
  /** What is required there. */
  readonly message: string;
}

/** A row that did not pass, with all that is wrong with it. */
export interface RejectedRow {
  /** Which of the rows it was, counted from 0. */
  readonly index: number;
  /** The row as it came in. */
  readonly row: unknown;
  readonly issues: readonly RowIssue[];
}

/** Rows divided into those that passed and those that did not, each in the order in which they came. */
export interface ParsedRows<Output> {
  readonly accepted: readonly Output[];
  readonly rejected: readonly RejectedRow[];
}

/** What was thrown, as an issue with the row as a whole. */
function thrownIssue(error: unknown): RowIssue {
  return {
    path: "",
    message: `could not be validated: ${error instanceof Error ? error.message : "an error was thrown"}`,
  };
}

/**
 * Where a schema answered with a promise because one of its checks threw: what was thrown; else null. zod's Standard
 * Schema gives a promise both for an asynchronous check and for one that throws, and only its own `safeParse`, which
 * says "Encountered Promise" of the former, tells them apart.
 */
function thrownCheck(schema: object, row: unknown): RowIssue | null {
  if (!("safeParse" in schema) || typeof schema.safeParse !== "function") return null;
  try {
    schema.safeParse(row);
    return null;
  } catch (error) {
    return error instanceof Error && error.message.startsWith("Encountered Promise") ? null : thrownIssue(error);
  }
}

/** The output for a row, or what is wrong with it. */
function parseRow<Output>(schema: StandardSchema<Output>, row: unknown): { value: Output } | { issues: RowIssue[] } {
  let result: StandardResult<Output> | Promise<StandardResult<Output>>;
  try {
    result = schema["~standard"].validate(row);
    if (!("then" in result)) {
      if (result.issues === undefined) return { value: result.value };
      return { issues: result.issues.map(({ path, message }) => ({ path: issuePath(path ?? []), message })) };
    }
  } catch (error) {
    return { issues: [thrownIssue(error)] };
  }
  // Nobody waits for this promise; should it fail, it must not fail as an unhandled rejection.
  result.then(undefined, () => undefined);
  const thrown = thrownCheck(schema, row);
  if (thrown !== null) return { issues: [thrown] };
  throw new CxError("invalid-option", "parseRows requires a schema that validates synchronously", result);
}

/**
 * Holds rows from outside against a schema, one by one. A bad row never throws: it is rejected with its index, the row
 * itself and what is wrong with it. As many rows come out, accepted and rejected, as went in.
 *
 * @param schema A schema of `cxkit/schema`, or any other Standard Schema (zod, valibot, ArkType …) that is synchronous.
 * @param rows The rows. Nothing is coerced: from a CSV file, make numbers of numerals and leave empty cells out before.
 * @returns The rows that passed, as the schema gives them out, and those that did not.
 * @throws A {@link CxError} `invalid-option` when `schema` is no Standard Schema or validates asynchronously, or when
 * `rows` are no iterable of rows (a text is none: split it into rows first).
 *
 * @example
 * ```ts
 * import { parseRows } from "cxkit/import";
 * import { feedbackSchema } from "cxkit/schema";
 *
 * const { accepted, rejected } = parseRows(feedbackSchema, [
 *   { id: "f-1", at: "2026-03-29T08:30:00Z", kind: "nps", score: 9 },
 *   { id: "f-2", at: "2026-03-29T08:45:00Z", kind: "nps", score: 11 },
 * ]);
 * accepted.map((feedback) => feedback.id); // => ["f-1"]
 * rejected.map((reject) => reject.index); // => [1]
 * rejected[0]?.issues; // => [{ path: "score", message: "requires a whole number from 0 to 10 for nps" }]
 * ```
 */
export function parseRows<Output>(schema: StandardSchema<Output>, rows: Iterable<unknown>): ParsedRows<Output> {
  if (typeof schema?.["~standard"]?.validate !== "function") {
    throw new CxError("invalid-option", "parseRows requires a Standard Schema, such as one of cxkit/schema", schema);
  }
  if (typeof rows === "string" || typeof rows?.[Symbol.iterator] !== "function") {
    throw new CxError("invalid-option", "parseRows requires rows, as an array or another iterable", rows);
  }
  const accepted: Output[] = [];
  const rejected: RejectedRow[] = [];
  let index = 0;
  for (const row of rows) {
    const parsed = parseRow(schema, row);
    if ("issues" in parsed) rejected.push({ index, row, issues: parsed.issues });
    else accepted.push(parsed.value);
    index += 1;
  }
  return { accepted, rejected };
}
