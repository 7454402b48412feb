/** A figure of the user's own that a {@link TextModel} takes into account, such as a sentiment. */
export interface TextFeature {
  readonly name: string;
  /** The largest absolute value among the examples, by which it is divided. */
  readonly largest: number;
}

/** What was learnt from texts with labels, as plain data that can be stored; see `fitTextClassifier`. */
export interface TextModel {
  readonly model: "text-classifier";
  /** Whether a text has exactly one label, or any number of them. */
  readonly kind: "single-label" | "multi-label";
  /** In ascending order. */
  readonly labels: readonly string[];
  /** How many examples had each label. */
  readonly counts: readonly number[];
  /** How many examples it was learnt from. */
  readonly n: number;
  /** Examples left out because they have no text or no label. */
  readonly missing: number;
  /** Whether pairs of neighbouring words are terms too. */
  readonly pairs: boolean;
  /** Whether beginnings of words are terms too. */
  readonly beginnings: boolean;
  /** The words, pairs and beginnings that count, as they fold, in ascending order. */
  readonly terms: readonly string[];
  /** For each term, ln((1 + n) ÷ (1 + examples with it)) + 1. */
  readonly inverseDocumentFrequencies: readonly number[];
  /** Figures beside the terms. */
  readonly features: readonly TextFeature[];
  /** For each label, the weight of each term and then of each feature. */
  readonly weights: readonly (readonly number[])[];
  /** For each label, its log-odds (or, with one label a text, its score) where a text tells nothing. */
  readonly intercepts: readonly number[];
  /** The probability from which on a text of a multi-label model has a label. */
  readonly threshold: number;
  readonly iterations: number;
  /** Whether the search for the weights came to its end. */
  readonly converged: boolean;
}
