import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { createTermReader } from "./createTermReader.js";
import { fitLabelWeights } from "./fitLabelWeights.js";
import { readExamples, type TextExample } from "./readExamples.js";
import type { TextFeature, TextModel } from "./textModel.js";
import { countTerms, placedFeatures, readFeatures, type TextFeatures, textVector } from "./textVector.js";

/** Options of {@link fitTextClassifier}. */
export interface TextClassifierOptions {
  /** Whether pairs of neighbouring words are terms beside the words. @defaultValue true */
  readonly pairs?: boolean;
  /**
   * Whether the first four, five and six characters of longer words are terms too, written as `deli*`: forms of a word and words made of
   * it then count alike. It helps where examples are few or labels many, at twice the time. @defaultValue false
   */
  readonly beginnings?: boolean;
  /** The least number of examples that a term or a feature must occur in to count. @defaultValue 2 */
  readonly minimumCount?: number;
  /** The most terms that are kept, the commonest; they decide the size of the model. @defaultValue 50,000 */
  readonly maximumTerms?: number;
  /**
   * How strongly large weights are held back: the penalty is half of it times the sum of the squared weights, against the sum of
   * the losses of all examples (scikit-learn's 1 ÷ C). More for few or noisy examples. @defaultValue 0.2
   */
  readonly regularisation?: number;
  /**
   * "balanced" counts every example of a rare label more, so that all labels weigh alike: rare labels are found more often, and
   * probabilities are those of a world where labels are equally common. For models of one label a text. @defaultValue "equal"
   */
  readonly classWeights?: "equal" | "balanced";
  /** For several labels a text: the probability from which on a text has a label. @defaultValue 0.5 */
  readonly threshold?: number;
  /**
   * Figures of your own beside the words. `createTextFeatures` makes them of a sentiment scorer or a tagger, so that a model and
   * rules stand together. The same function is then needed wherever the model is used.
   */
  readonly features?: TextFeatures;
}

/** How many examples each key occurs in. */
function occurrences(keys: Iterable<Iterable<string>>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const some of keys) for (const key of some) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The keys that occur often enough, the commonest where they are too many, in ascending order. */
function commonest(counts: ReadonlyMap<string, number>, least: number, most: number): string[] {
  return Array.from(counts)
    .filter(([, count]) => count >= least)
    .sort(([a, countA], [b, countB]) => countB - countA || ascending(a, b))
    .slice(0, most)
    .map(([key]) => key)
    .sort(ascending);
}

function checkSettings(options: TextClassifierOptions): Required<Omit<TextClassifierOptions, "features">> {
  checkOptions("fitTextClassifier", options, [
    "pairs",
    "beginnings",
    "minimumCount",
    "maximumTerms",
    "regularisation",
    "classWeights",
    "threshold",
    "features",
  ]);
  const {
    pairs = true,
    beginnings = false,
    minimumCount = 2,
    maximumTerms = 50_000,
    regularisation = 0.2,
    classWeights = "equal",
    threshold = 0.5,
  } = options;
  checkChoice("classWeights", classWeights, ["equal", "balanced"]);
  const wrong = (what: string, value: unknown): CxError =>
    new CxError("invalid-option", `fitTextClassifier requires ${what}`, value);
  for (const [name, value] of Object.entries({ pairs, beginnings })) {
    if (typeof value !== "boolean") throw wrong(`${name} to be true or false`, value);
  }
  for (const [name, value] of Object.entries({ minimumCount, maximumTerms })) {
    if (!(Number.isInteger(value) && value >= 1)) throw wrong(`${name} to be a whole number from 1`, value);
  }
  if (!(regularisation > 0 && regularisation < Number.POSITIVE_INFINITY)) {
    throw wrong("regularisation to be a number over 0", regularisation);
  }
  if (!(threshold > 0 && threshold < 1)) throw wrong("threshold to be a probability between 0 and 1", threshold);
  return { pairs, beginnings, minimumCount, maximumTerms, regularisation, classWeights, threshold };
}

/**
 * Learns from texts that somebody has coded, so that other texts are coded alike: words and pairs of words, weighted by their
 * rarity (TF-IDF), in a multinomial logistic regression; or, where examples have lists of `labels`, one logistic regression a
 * label. The same examples give the same model, whatever their order but for rounding.
 *
 * Words are those of `createTagger`: case and accents make no difference, emoji are words.
 *
 * @param examples `{ text, label }` or `{ text, labels }`, and if you like a `weight`. An example without a text or a label (null,
 * undefined, "") is counted in `missing`; one with an empty list of labels says that none applies.
 * @param options What counts as a term, how weights are held back, figures of your own.
 * @returns A model as plain data, to store and to give to `classify`, `createTextClassifier`, `modelTagger` or `modelScorer`. Its size is
 * labels × terms. Time grows with examples × labels.
 * @throws A {@link CxError} `invalid-value` when a text or a label is no string (with the row), or when the examples have fewer
 * than two labels (one where they have lists); `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { classify, fitTextClassifier } from "cxkit";
 *
 * const model = fitTextClassifier([
 *   { text: "My parcel is late", label: "delivery" },
 *   { text: "The courier came late", label: "delivery" },
 *   { text: "I was charged twice", label: "billing" },
 *   { text: "Charged for nothing", label: "billing" },
 * ]);
 * model.terms; // => ["charged", "late"]
 * classify(model, "Late again!").label; // => "delivery"
 * classify(JSON.parse(JSON.stringify(model)), "charged a fee").probabilities; // => { billing: 0.8…, delivery: 0.1… }
 * ```
 *
 * @see Fan and others (2008), "LIBLINEAR", Journal of Machine Learning Research 9, 1871–1874, for the objective; it is that of
 * scikit-learn's LogisticRegression over its TfidfVectorizer.
 */
export function fitTextClassifier(examples: Iterable<TextExample>, options: TextClassifierOptions = {}): TextModel {
  const { pairs, beginnings, minimumCount, maximumTerms, regularisation, classWeights, threshold } =
    checkSettings(options);
  const { texts, labels, weights: counts, missing, kind } = readExamples(examples);
  const labelCounts = occurrences(labels);
  const names = [...labelCounts.keys()].sort(ascending);
  if (names.length < (kind === "multi-label" ? 1 : 2)) {
    throw new CxError("invalid-value", "fitTextClassifier requires examples of at least two labels", names.join());
  }
  const readTerms = createTermReader(pairs, beginnings);
  const counted = texts.map((text) => countTerms(text, readTerms));
  const termCounts = occurrences(counted.map((own) => own.keys()));
  const terms = commonest(termCounts, minimumCount, maximumTerms);
  const n = texts.length;
  const rarities = terms.map((term) => Math.log((1 + n) / (1 + (termCounts.get(term) ?? 0))) + 1);

  const found = texts.map((text) => readFeatures(text, options.features));
  const featureCounts = occurrences(found.map((some) => some.flatMap(([name, value]) => (value === 0 ? [] : [name]))));
  const features = commonest(featureCounts, minimumCount, Number.POSITIVE_INFINITY).map((name): TextFeature => {
    const values = found.flatMap((some) => some.filter((one) => one[0] === name).map(([, value]) => Math.abs(value)));
    return { name, largest: values.reduce((most, value) => Math.max(most, value), 0) };
  });

  const places = new Map(terms.map((term, place) => [term, place]));
  const placed = new Map(features.map((feature, i) => [feature.name, { feature, place: terms.length + i }]));
  const numbers = new Map(names.map((label, number) => [label, number]));
  const { weights, intercepts, iterations, converged } = fitLabelWeights(
    {
      vectors: counted.map((own, row) =>
        textVector(
          own,
          (term) => places.get(term) ?? -1,
          (place) => rarities[place] ?? 0,
          placedFeatures(found[row] ?? [], placed),
        ),
      ),
      labels: labels.map((own) => own.map((label) => numbers.get(label) ?? 0)),
      counts: Float64Array.from(labels, ([label = ""], row) => {
        const isBalanced = classWeights === "balanced" && kind === "single-label";
        return (counts[row] ?? 1) * (isBalanced ? n / (names.length * (labelCounts.get(label) ?? 1)) : 1);
      }),
      size: terms.length + features.length,
      labelCount: names.length,
      exclusive: kind !== "multi-label",
    },
    regularisation,
  );
  return {
    model: "text-classifier",
    kind: kind ?? "single-label",
    labels: names,
    counts: names.map((label) => labelCounts.get(label) ?? 0),
    n,
    missing,
    pairs,
    beginnings,
    terms,
    inverseDocumentFrequencies: rarities,
    features,
    weights,
    intercepts,
    threshold,
    iterations,
    converged,
  };
}
