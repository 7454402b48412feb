import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { createTermReader } from "./createTermReader.js";
import { logistic, softmax } from "./fitLabelWeights.js";
import type { TextModel } from "./textModel.js";
import {
  countTerms,
  placedFeatures,
  readFeatures,
  type TextFeatures,
  type TextVector,
  textVector,
} from "./textVector.js";

/** What a {@link TextModel} says of a text. */
export interface Classification {
  /** The likeliest label; among equals the first. */
  readonly label: string;
  /** For a model of several labels a text: those with a probability of at least the threshold, the likeliest first. Else the label alone. */
  readonly labels: readonly string[];
  /** For each label; they sum to 1 where a text has exactly one. */
  readonly probabilities: { readonly [label: string]: number };
  /** How many different words, pairs and features of the text the model knows; with 0 it only tells how common labels are. */
  readonly recognised: number;
}

/** Options of {@link createTextClassifier}, {@link classify} and whatever else applies a model. */
export interface ClassifyOptions {
  /** The function of the same name that the model was learnt with. */
  readonly features?: TextFeatures;
}

/** The place of a term in an ascending list, or -1. */
function placeIn(terms: readonly string[], term: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] as string) < term) low = middle + 1;
    else high = middle;
  }
  return terms[low] === term ? low : -1;
}

/** Whether all lists of a model are there, and as long as they have to be: a model without weights would answer from its intercepts. */
function isWhole(model: TextModel): boolean {
  const { labels, terms, features, weights, intercepts, inverseDocumentFrequencies } = model;
  const lists: readonly unknown[] = [labels, terms, features, weights, intercepts, inverseDocumentFrequencies];
  return (
    lists.every(Array.isArray) &&
    labels.length > 0 &&
    [weights, intercepts].every(({ length }) => length === labels.length) &&
    inverseDocumentFrequencies.length === terms.length &&
    weights.every((row) => Array.isArray(row) && row.length === terms.length + features.length) &&
    intercepts.every(Number.isFinite)
  );
}

/** Throws where something else stands in the place of a model, or the features that it needs are not given. */
function checkModel(name: string, model: TextModel, options: ClassifyOptions): void {
  checkOptions(name, options, ["features"]);
  if (model?.model !== "text-classifier") {
    throw new CxError("invalid-definition", `${name} requires a model of fitTextClassifier`, model);
  }
  if (!isWhole(model)) {
    const { labels, terms, features, weights } = model;
    const sizes = {
      labels: labels?.length,
      terms: terms?.length,
      features: features?.length,
      weights: weights?.length,
    };
    throw new CxError(
      "invalid-definition",
      `${name} requires a whole model: an intercept for each label, and a weight of it for each term and feature`,
      sizes,
    );
  }
  if (model.features.length > 0 && options.features === undefined) {
    throw new CxError("invalid-option", `${name} requires the features that the model was learnt with`, undefined);
  }
}

/** Turns texts into what a model's weights apply to. */
function modelVectors(model: TextModel, { features }: ClassifyOptions): (text: string) => TextVector {
  const { terms, inverseDocumentFrequencies } = model;
  const readTerms = createTermReader(model.pairs, model.beginnings);
  const placed = new Map(model.features.map((feature, i) => [feature.name, { feature, place: terms.length + i }]));
  return (text) =>
    textVector(
      countTerms(text, readTerms),
      (term) => placeIn(terms, term),
      (place) => inverseDocumentFrequencies[place] ?? 0,
      placedFeatures(readFeatures(text, features), placed),
    );
}

/** The sum of a label's weights over a text. */
function scoreOf({ places, values }: TextVector, weights: readonly number[]): number {
  return places.reduce((sum, place, i) => sum + (weights[place] ?? 0) * (values[i] ?? 0), 0);
}

/**
 * A text model ready to be applied to many texts.
 *
 * @param model A model of {@link fitTextClassifier}, also one that was stored as JSON.
 * @param options The features that the model was learnt with, if any.
 * @returns A function from a text to what the model says of it.
 * @throws A {@link CxError} `invalid-definition` when `model` is none or not whole, `invalid-option` when features are missing; the function throws
 * `invalid-value` for what is no string.
 *
 * @example
 * ```ts
 * import { createTextClassifier, fitTextClassifier } from "cxkit";
 *
 * const model = fitTextClassifier(
 *   [
 *     { text: "late and rude", labels: ["delay", "staff"] },
 *     { text: "late", labels: ["delay"] },
 *     { text: "rude", labels: ["staff"] },
 *     { text: "fine", labels: [] },
 *     { text: "fine", labels: [] },
 *   ],
 *   { regularisation: 0.01 },
 * );
 * const classifyText = createTextClassifier(model);
 * classifyText("so rude, and late").labels; // => ["delay", "staff"]
 * classifyText("fine").labels; // => []
 * ```
 */
export function createTextClassifier(
  model: TextModel,
  options: ClassifyOptions = {},
): (text: string) => Classification {
  checkModel("createTextClassifier", model, options);
  const vectorOf = modelVectors(model, options);
  return (text) => {
    if (typeof text !== "string") throw new CxError("invalid-value", "a text classifier requires a string", text);
    const vector = vectorOf(text);
    const chances = Float64Array.from(
      model.labels,
      (_, label) => (model.intercepts[label] ?? 0) + scoreOf(vector, model.weights[label] ?? []),
    );
    const exclusive = model.kind === "single-label";
    if (exclusive) softmax(chances);
    const shares = exclusive ? chances : chances.map(logistic);
    const ranked = Array.from(model.labels, (label, i) => ({ label, share: shares[i] ?? 0 })).sort(
      (a, b) => b.share - a.share,
    );
    const [first] = ranked;
    const chosen = exclusive ? ranked.slice(0, 1) : ranked.filter(({ share }) => share >= model.threshold);
    return {
      label: first?.label ?? "",
      labels: chosen.map(({ label }) => label),
      probabilities: Object.fromEntries(model.labels.map((label, i) => [label, shares[i] ?? 0])),
      recognised: vector.places.length,
    };
  };
}

/**
 * What a text model says of one text. For many texts, {@link createTextClassifier} is quicker.
 *
 * @param model A model of {@link fitTextClassifier}, also one that was stored as JSON.
 * @param text Any text; an empty one gets the commonest label.
 * @param options The features that the model was learnt with, if any.
 * @returns The likeliest label, and the probability of each.
 * @throws A {@link CxError} `invalid-definition` when `model` is none or not whole, `invalid-option` when features are missing, `invalid-value`
 * when `text` is no string.
 *
 * @example
 * ```ts
 * import { classify, fitTextClassifier } from "cxkit";
 *
 * const examples = ["love it", "love this", "hate it", "hate this"].map((text) => ({ text, label: text.slice(0, 4) }));
 * classify(fitTextClassifier(examples), "I love the new app"); // => { label: "love", recognised: 1, … }
 * ```
 */
export function classify(model: TextModel, text: string, options: ClassifyOptions = {}): Classification {
  return createTextClassifier(model, options)(text);
}
