import { CxError } from "../error/cxError.js";
import type { Interval } from "../stats/interval.js";
import { seededRandom } from "../stats/seededRandom.js";
import { wilson } from "../stats/wilson.js";
import { createTermReader } from "./createTermReader.js";
import { createTextClassifier } from "./createTextClassifier.js";
import { fitTextClassifier, type TextClassifierOptions } from "./fitTextClassifier.js";
import { type LabelScores, labelScores } from "./labelScores.js";
import { readExamples, type TextExample } from "./readExamples.js";

/** Options of {@link crossValidate}: those of `fitTextClassifier`, and how the examples are parted. */
export interface CrossValidateOptions extends TextClassifierOptions {
  /** In how many parts; each is predicted by a model of all the others. @defaultValue 5 */
  readonly folds?: number;
  /** @defaultValue 1 */
  readonly seed?: number;
}

/** How well a text classifier does on texts that it has not seen. */
export interface CrossValidation extends LabelScores {
  /** The Wilson interval of the accuracy, at 95 %; null where there are no examples. */
  readonly accuracyInterval: Interval | null;
  /** The accuracy of always saying the commonest label (or set of labels): what the words add is what is above it. */
  readonly baseline: number | null;
  /** For each fold, its scores: how much they vary. */
  readonly folds: readonly LabelScores[];
  /** For each example, in their order, what a model said that had not seen it; null for an example without text or label. */
  readonly predictions: readonly (readonly string[] | null)[];
  /** Examples without text or label. */
  readonly missing: number;
}

/** The fold of each example. Texts of the same words share one: seen in training, they would only be remembered. */
function deal(
  texts: readonly string[],
  labels: readonly (readonly string[])[],
  folds: number,
  seed: number,
): Int32Array {
  const readTerms = createTermReader(false);
  const alike = new Map<string, number[]>();
  for (const [row, text] of texts.entries()) {
    const words: string[] = [];
    readTerms(text, (word) => words.push(word));
    const key = words.join(" ");
    const rows = alike.get(key) ?? [];
    rows.push(row);
    alike.set(key, rows);
  }
  const random = seededRandom(seed);
  const groups = Array.from(alike.values(), (rows) => ({
    rows,
    label: labels[rows[0] ?? 0]?.join("\n") ?? "",
    place: random(),
  }));
  // Label by label, so that every fold has its share of each.
  groups.sort((a, b) => (a.label === b.label ? a.place - b.place : a.label < b.label ? -1 : 1));
  const foldOf = new Int32Array(texts.length);
  for (const [place, { rows }] of groups.entries()) for (const row of rows) foldOf[row] = place % folds;
  return foldOf;
}

/** The share of the commonest set of labels. */
function baselineOf(labels: readonly (readonly string[])[]): number | null {
  const counts = new Map<string, number>();
  for (const own of labels) {
    const key = JSON.stringify([...own].sort());
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return labels.length === 0 ? null : Math.max(...counts.values()) / labels.length;
}

/**
 * How well {@link fitTextClassifier} does on texts that it has not seen: the examples are parted, with every label's share in each
 * part, and each part is predicted by a model of the others. Texts of the same words are never on both sides.
 *
 * @param examples As for `fitTextClassifier`.
 * @param options Those of `fitTextClassifier`, `folds` and `seed`.
 * @returns Precision, recall and F1 by label and over all, the accuracy with its interval and beside what guessing gets, and every
 * prediction.
 * @throws A {@link CxError} as `fitTextClassifier` does; `invalid-option` when there are fewer examples than folds.
 *
 * @example
 * ```ts
 * import { crossValidate } from "cxkit";
 *
 * const examples = Array.from({ length: 40 }, (_, i) =>
 *   i % 4 === 0 ? { text: `refund ${i} please`, label: "money" } : { text: `parcel ${i} is late`, label: "delivery" },
 * );
 * const result = crossValidate(examples);
 * result; // => { n: 40, missing: 0, accuracy: 1, baseline: 0.75, … }
 * result.accuracyInterval; // => { low: 0.91…, high: 1, level: 0.95 }
 * ```
 *
 * @see Kohavi (1995), "A study of cross-validation and bootstrap for accuracy estimation and model selection".
 */
export function crossValidate(examples: Iterable<TextExample>, options: CrossValidateOptions = {}): CrossValidation {
  const { folds = 5, seed = 1, ...settings } = options;
  if (!(Number.isInteger(folds) && folds >= 2)) {
    throw new CxError("invalid-option", "crossValidate requires folds to be a whole number from 2", folds);
  }
  const all = Array.from(examples);
  const { texts, labels, rows, missing } = readExamples(all);
  if (texts.length < folds) {
    throw new CxError("invalid-option", "crossValidate requires at least as many examples as folds", texts.length);
  }
  const foldOf = deal(texts, labels, folds, seed);
  const predictions: (readonly string[] | null)[] = all.map(() => null);
  const scores = Array.from({ length: folds }, (_, fold) => {
    const kept = rows.flatMap((row, i) => (foldOf[i] === fold ? [] : [all[row] as TextExample]));
    const predict = createTextClassifier(
      fitTextClassifier(kept, settings),
      settings.features === undefined ? {} : { features: settings.features },
    );
    const held = texts.flatMap((text, i) => (foldOf[i] === fold ? [{ i, given: predict(text).labels }] : []));
    for (const { i, given } of held) predictions[rows[i] ?? 0] = given;
    return labelScores(
      held.map(({ i }) => labels[i] ?? []),
      held.map(({ given }) => given),
    );
  });
  const total = labelScores(
    labels,
    rows.map((row) => predictions[row] ?? []),
  );
  const right = Math.round((total.accuracy ?? 0) * total.n);
  return {
    ...total,
    accuracyInterval: total.n === 0 ? null : wilson(right, total.n),
    baseline: baselineOf(labels),
    folds: scores,
    predictions,
    missing,
  };
}
