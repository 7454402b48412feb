import { checkOptions, refuseOption } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { type ClassifyOptions, createTextClassifier } from "./createTextClassifier.js";
import type { BriefSentiment, SentimentLabel } from "./sentiment.js";
import type { TextModel } from "./textModel.js";

/** Options of {@link modelScorer}. */
export interface ModelScorerOptions extends ClassifyOptions {
  /**
   * What each label of the model is worth, −1 to 1: `{ "1 star": -1, "3 stars": 0, "5 stars": 1 }`.
   * @defaultValue −1, 0 and 1 for labels named "negative", "neutral" and "positive"
   */
  readonly values?: { readonly [label: string]: number };
}

/** How a text reads by a model that was learnt from coded texts. */
export interface ModelSentiment extends BriefSentiment {
  /** For each label of the model. */
  readonly probabilities: { readonly [label: string]: number };
  /** How many different words, pairs and features of the text the model knows. */
  readonly recognised: number;
}

/** A text model in the place of a sentiment scorer. */
export interface ModelScorer {
  /**
   * How a text reads.
   *
   * @throws A {@link CxError} `invalid-value` when `text` is not a string.
   */
  (text: string): ModelSentiment;
  /** Only the score and the label, as `createSentimentScorer` gives them. */
  readonly brief: (text: string) => BriefSentiment;
}

const usual: ReadonlyMap<string, number> = /* @__PURE__ */ (() =>
  new Map([
    ["negative", -1],
    ["neutral", 0],
    ["positive", 1],
  ]))();

/** What each label is worth, in the order of the model. */
function valuesOf(labels: readonly string[], given: ModelScorerOptions["values"]): number[] {
  for (const label of Object.keys(given ?? {})) {
    if (!labels.includes(label)) refuseOption(`modelScorer can value the labels ${labels.join(", ")}`, label);
  }
  return labels.map((label) => {
    const value: unknown = given === undefined ? usual.get(label) : Object.hasOwn(given, label) ? given[label] : null;
    if (typeof value === "number" && value >= -1 && value <= 1) return value;
    return refuseOption(`modelScorer requires a value from -1 to 1 for the label ${JSON.stringify(label)}`, value);
  });
}

/**
 * A text model in the place of `createSentimentScorer`: learnt from texts whose sentiment somebody has coded, it stands wherever a
 * scorer stands.
 *
 * **Score and label.** The score is what the labels are worth on average, by their probabilities; the label is the sign of what the
 * likeliest label is worth. So a text that is either good or bad, nobody knows which, has a score near 0 and yet a label. A text of
 * which the model knows nothing is `unknown`, with a score of 0: leave it out of averages.
 *
 * @param model A model of `fitTextClassifier`, of one label a text.
 * @param options What the labels are worth; the features that the model was learnt with.
 * @returns The scorer: a function of a text, with `brief`. Use one for many texts; it takes time linear in the text.
 * @throws A {@link CxError} `invalid-definition` when `model` is none, `invalid-option` when features are missing, a label has no value
 * from −1 to 1, or the model is of several labels a text.
 *
 * @example
 * ```ts
 * import { fitTextClassifier, modelScorer } from "cxkit";
 *
 * const score = modelScorer(
 *   fitTextClassifier([
 *     { text: "late again", label: "negative" },
 *     { text: "late and cold", label: "negative" },
 *     { text: "thank you", label: "positive" },
 *     { text: "thank the driver", label: "positive" },
 *   ]),
 * );
 * score.brief("So late!"); // => { score: -0.6…, label: "negative" }
 * score("Thank you"); // => { label: "positive", recognised: 1, … }
 * score.brief("Bonjour"); // => { score: 0, label: "unknown" }
 * ```
 */
export function modelScorer(model: TextModel, options: ModelScorerOptions = {}): ModelScorer {
  checkOptions("modelScorer", options, ["features", "values"]);
  const { values: given, ...settings } = options;
  const classifyText = createTextClassifier(model, settings);
  if (model.kind !== "single-label") refuseOption("modelScorer requires a model of one label a text", model.kind);
  const values = valuesOf(model.labels, given);
  const worth = new Map(model.labels.map((label, i) => [label, values[i] ?? 0]));

  function score(text: string): ModelSentiment {
    const { label: likeliest, probabilities, recognised } = classifyText(text);
    if (recognised === 0) return { score: 0, label: "unknown", probabilities, recognised };
    const mean = model.labels.reduce((sum, label, i) => sum + (probabilities[label] ?? 0) * (values[i] ?? 0), 0);
    const value = worth.get(likeliest) ?? 0;
    const label: SentimentLabel = value > 0 ? "positive" : value < 0 ? "negative" : "neutral";
    return { score: Math.max(-1, Math.min(1, mean)), label, probabilities, recognised };
  }

  function brief(text: string): BriefSentiment {
    const { score: value, label } = score(text);
    return { score: value, label };
  }

  return Object.assign(score, { brief });
}
