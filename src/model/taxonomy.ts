/** A theme of a taxonomy: what comments can be about. */
export interface Theme {
  /** Stable over versions, so that reports can be compared. */
  readonly id: string;
  readonly name: string;
  /** The id of the theme that it is a part of. */
  readonly parent?: string;
  /**
   * The words and phrases that give it away: "late", "late flight", "deliver*", "late NEAR/3 delivery", "refund NOT policy". Their
   * grammar is that of `parsePhrase`.
   */
  readonly phrases: readonly string[];
}

/** The themes of a product or a company, in a hierarchy, as data that a user edits and stores. */
export interface Taxonomy {
  readonly id: string;
  readonly version: string;
  /** A BCP 47 tag. */
  readonly language?: string;
  /**
   * Whether words count in their inflected forms too, for phrases written in the base form: "delay" finds "delays", "delayed" and
   * "delaying". For English and German; words in quotes stand as they are. @defaultValue false
   */
  readonly inflection?: boolean;
  /** Whether British and American spellings count alike: "cancelled" finds "canceled". For English. @defaultValue false */
  readonly regionalSpelling?: boolean;
  readonly themes: readonly Theme[];
}
