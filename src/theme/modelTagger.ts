import { CxError } from "../error/cxError.js";
import type { Tag, Tagger } from "./createTagger.js";
import { createTermReader } from "./createTermReader.js";
import { type ClassifyOptions, createTextClassifier } from "./createTextClassifier.js";
import type { TextModel } from "./textModel.js";

/** Options of {@link modelTagger}. */
export interface ModelTaggerOptions extends ClassifyOptions {
  /** Labels that are no theme, such as "other". @defaultValue none */
  readonly ignore?: readonly string[];
}

/**
 * A text model in the place of a tagger: its labels are the themes. So whatever takes a tagger takes what was learnt from your own
 * coding.
 *
 * @param model A model of `fitTextClassifier`.
 * @param options The features that the model was learnt with; labels that are no theme.
 * @returns A tagger with one tag for each label that the text has by the model. The tag's place is that of the word or pair that
 * speaks most for the label; where no known word of the text does, there is no tag.
 * @throws A {@link CxError} `invalid-definition` when `model` is none, `invalid-option` when features are missing or a label to ignore is
 * none of the model's.
 *
 * @example
 * ```ts
 * import { fitTextClassifier, modelTagger } from "cxkit";
 *
 * const examples = ["late parcel", "parcel late", "rude staff", "staff rude"].map((text, i) => ({
 *   text,
 *   label: i < 2 ? "delivery" : "staff",
 * }));
 * const { tag } = modelTagger(fitTextClassifier(examples));
 * tag("Very rude!"); // => [{ theme: "staff", path: ["staff"], phrase: "rude", start: 5, end: 9 }]
 * tag("Bonjour"); // => []
 * ```
 */
export function modelTagger(model: TextModel, options: ModelTaggerOptions = {}): Tagger {
  const { ignore = [], ...settings } = options;
  const classifyText = createTextClassifier(model, settings);
  const readTerms = createTermReader(model.pairs, model.beginnings);
  const places = new Map(model.terms.map((term, place) => [term, place]));
  for (const label of ignore) {
    if (!model.labels.includes(label)) {
      throw new CxError("invalid-option", `modelTagger can ignore the labels ${model.labels.join(", ")}`, label);
    }
  }
  const rows = new Map(model.labels.map((label, row) => [label, row]));

  /** The term of a text that speaks most for a label. */
  function strongest(text: string, label: string): Tag | null {
    const weights = model.weights[rows.get(label) ?? -1] ?? [];
    let best: Tag | null = null;
    let most = 0;
    readTerms(text, (term, start, end) => {
      const place = places.get(term) ?? -1;
      const weight = (weights[place] ?? 0) * (model.inverseDocumentFrequencies[place] ?? 0);
      if (weight <= most) return;
      most = weight;
      best = { theme: label, path: [label], phrase: term, start, end };
    });
    return best;
  }

  return {
    tag: (text) =>
      classifyText(text)
        .labels.filter((label) => !ignore.includes(label))
        .flatMap((label) => strongest(text, label) ?? [])
        .sort((a, b) => a.start - b.start || b.end - a.end || (a.theme < b.theme ? -1 : 1)),
  };
}
