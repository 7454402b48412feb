import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import type { TextModel } from "./textModel.js";

/** A word, pair or feature and what it does to a label's score. */
export interface TermWeight {
  readonly term: string;
  /** Over 0 it speaks for the label, under 0 against it. */
  readonly weight: number;
}

/** Options of {@link topTerms}. */
export interface TopTermsOptions {
  /** How many on either side. @defaultValue 10 */
  readonly count?: number;
}

/**
 * The words, pairs and features that speak most for a label, and those that speak most against it: what a model goes by, for a
 * person to agree with or not.
 *
 * @param model A model of `fitTextClassifier`.
 * @param label One of its labels.
 * @param options How many.
 * @returns Both lists, the strongest first; among equals by term.
 * @throws A {@link CxError} `invalid-option` when the model has no such label, or `count` is no whole number from 1.
 *
 * @example
 * ```ts
 * import { fitTextClassifier, topTerms } from "cxkit";
 *
 * const examples = ["love it", "love this", "hate it", "hate this"].map((text) => ({ text, label: text.slice(0, 4) }));
 * const { supporting, opposing } = topTerms(fitTextClassifier(examples), "hate", { count: 1 });
 * supporting.map(({ term }) => term); // => ["hate"]
 * opposing.map(({ term }) => term); // => ["love"]
 * ```
 */
export function topTerms(
  model: TextModel,
  label: string,
  options: TopTermsOptions = {},
): { supporting: TermWeight[]; opposing: TermWeight[] } {
  checkOptions("topTerms", options, ["count"]);
  const { count = 10 } = options;
  if (!(Number.isInteger(count) && count >= 1)) {
    throw new CxError("invalid-option", "topTerms requires count to be a whole number from 1", count);
  }
  const weights = model.weights[model.labels.indexOf(label)];
  if (weights === undefined) {
    throw new CxError("invalid-option", `topTerms requires a label of the model: ${model.labels.join(", ")}`, label);
  }
  const names = [...model.terms, ...model.features.map(({ name }) => name)];
  const ranked = names
    .map((term, place) => ({ term, weight: weights[place] ?? 0 }))
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  return {
    supporting: ranked.slice(0, count).filter(({ weight }) => weight > 0),
    opposing: ranked
      .slice(-count)
      .filter(({ weight }) => weight < 0)
      .reverse(),
  };
}
