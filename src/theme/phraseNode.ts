/** A word of a phrase, and how it is looked for. */
export interface PhraseWord {
  /** As it is written in the phrase, without `*` and quotes. */
  readonly text: string;
  /**
   * "word": as it is, or in another form where the taxonomy allows; "exact": in quotes, never in another form; "stem": behind it
   * stood `*`, any word that begins with it.
   */
  readonly match: "word" | "exact" | "stem";
}

/** Words that follow each other. */
export interface PhraseWords {
  readonly kind: "words";
  readonly words: readonly PhraseWord[];
}

/** All parts, or at least one of them, in one sentence. */
export interface PhraseJunction {
  readonly kind: "and" | "or";
  readonly parts: readonly PhraseNode[];
}

/** Something, in a sentence without something else. */
export interface PhraseExclusion {
  readonly kind: "not";
  readonly wanted: PhraseNode;
  readonly unwanted: PhraseNode;
}

/** Two things in one sentence, in either order, with at most so many words between them. */
export interface PhraseNearness {
  readonly kind: "near";
  readonly left: PhraseNode;
  readonly right: PhraseNode;
  readonly distance: number;
}

/** What a phrase of a taxonomy says, as plain data. */
export type PhraseNode = PhraseWords | PhraseJunction | PhraseExclusion | PhraseNearness;
