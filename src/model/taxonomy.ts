/** A theme of a taxonomy: what comments can be about. */
export interface Theme {
  /** Stable over versions, so that reports can be compared. */
  readonly id: string;
  readonly name: string;
  /** The id of the theme that it is a part of. */
  readonly parent?: string;
  /** The words and phrases that give it away. */
  readonly phrases: readonly string[];
}

/** The themes of a product or a company, in a hierarchy, as data that a user edits and stores. */
export interface Taxonomy {
  readonly id: string;
  readonly version: string;
  /** A BCP 47 tag. */
  readonly language?: string;
  readonly themes: readonly Theme[];
}
