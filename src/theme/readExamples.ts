import { CxError } from "../error/cxError.js";
import { eachRow } from "../error/eachRow.js";
import { isMissing } from "../error/isMissing.js";
import type { TextModel } from "./textModel.js";

/** A text as somebody coded it: with one label, or with a list of any number of them. */
export type TextExample = {
  readonly text: string | null | undefined;
  /** How much it counts, over 0: how sure whoever coded it was, or how many comments it stands for. @defaultValue 1 */
  readonly weight?: number;
} & ({ readonly label: string | null | undefined } | { readonly labels: readonly string[] | null | undefined });

/** Examples that have both a text and a label. */
interface ReadExamples {
  readonly texts: string[];
  readonly labels: (readonly string[])[];
  readonly weights: number[];
  /** Which of the given examples each was. */
  readonly rows: number[];
  missing: number;
  kind: TextModel["kind"] | null;
}

/** The labels of an example, or null where nobody coded it. */
function labelsOf(example: TextExample, read: ReadExamples): readonly string[] | null {
  const kind = "labels" in example ? "multi-label" : "single-label";
  read.kind ??= kind;
  if (read.kind !== kind) {
    throw new CxError("invalid-value", "fitTextClassifier requires label in all examples, or labels in all", kind);
  }
  const given: unknown = "labels" in example ? example.labels : example.label;
  if (isMissing(given) || given === "") return null;
  const list: readonly unknown[] = kind === "multi-label" && Array.isArray(given) ? given : [given];
  for (const label of list) {
    if (typeof label !== "string" || label === "") {
      throw new CxError("invalid-value", "fitTextClassifier requires labels that are texts, and not empty", label);
    }
  }
  return [...new Set(list as readonly string[])];
}

/** Takes examples apart, and checks them. */
export function readExamples(examples: Iterable<TextExample>): ReadExamples {
  const read: ReadExamples = { texts: [], labels: [], weights: [], rows: [], missing: 0, kind: null };
  eachRow(examples, (example) => {
    if (Object(example) !== example) {
      throw new CxError("invalid-value", "fitTextClassifier requires examples with a text and labels", example);
    }
    const labels = labelsOf(example, read);
    const { text, weight = 1 } = example;
    if (labels === null || isMissing(text) || text === "") {
      read.missing++;
      return;
    }
    if (typeof text !== "string")
      throw new CxError("invalid-value", "fitTextClassifier requires text as a string", text);
    if (typeof weight !== "number" || !(weight > 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new CxError("invalid-value", "fitTextClassifier requires weight to be a number over 0", weight);
    }
    read.rows.push(read.texts.length + read.missing);
    read.texts.push(text);
    read.labels.push(labels);
    read.weights.push(weight);
  });
  return read;
}
