import type { Interval } from "../../stats/interval.js";

/** A way to share conversions among the touches before them. */
export type AttributionModel = "markov" | "first" | "last" | "linear" | "time-decay" | "position";

/** What a model gives to one touchpoint or channel. */
export interface AttributionCredit {
  /** Conversions, or parts of them; over all touchpoints they add up to `attributed`. */
  readonly conversions: number;
  /** The same as a share of `attributed`, 0–1; null where there is none. */
  readonly share: number | null;
  /** The bootstrap interval of the share over customers; null unless `replicates` asked for it. */
  readonly interval: Interval | null;
}

/** One touchpoint or channel. */
export interface AttributedTouch {
  /** The touchpoint; null where channels are counted. */
  readonly touchpoint: string | null;
  /** The channel; null where touchpoints are counted. */
  readonly channel: string | null;
  /** How many events are in the paths. */
  readonly touches: number;
  /** How many paths it is in. */
  readonly paths: number;
  /** How many of these end in a conversion. */
  readonly convertedPaths: number;
  /**
   * By how much fewer paths would convert if every path were to end where it comes to this touchpoint, 0–1 of the conversion
   * probability of the Markov chain. Null unless `markov` was asked for and something converts.
   */
  readonly removalEffect: number | null;
  /** What each model that was asked for gives it. */
  readonly credit: { readonly [model in AttributionModel]?: AttributionCredit };
}

/** What to keep in mind of a result. */
export interface AttributionNote {
  readonly code: "not-causal" | "no-conversions" | "no-non-converters" | "unattributed" | "open" | "imprecise";
  /** The same in a sentence. */
  readonly text: string;
}

/** What {@link attribution} finds. */
export interface AttributionResult {
  readonly unit: "touchpoint" | "channel";
  readonly models: readonly AttributionModel[];
  /** How many conversions are in the log: `attributed` and `unattributed`. */
  readonly conversions: number;
  /** Conversions that some touch came before: what the models share out. */
  readonly attributed: number;
  /** Conversions without any touch before them, or none within the lookback. */
  readonly unattributed: number;
  /** Paths that do not end in a conversion. */
  readonly nonConverting: number;
  /** Paths that may still convert, as their last touch is within the lookback of the end of the log; they are in no figure. */
  readonly open: number;
  /** Touches left out because they are further before the conversion, or the path's last touch, than the lookback. */
  readonly outsideLookback: number;
  /** Touches left out because they have no channel; 0 where touchpoints are counted. */
  readonly withoutChannel: number;
  /** Events left out because they are at or after `now`. */
  readonly later: number;
  /** The probability that a path converts by the Markov chain, 0–1; null unless `markov` was asked for and there is a path. */
  readonly conversionProbability: number | null;
  /** The largest credit of the first model first; those alike by name. */
  readonly touchpoints: readonly AttributedTouch[];
  /** Goals that the log does not know: misspelt, or never met. */
  readonly unknown: readonly string[];
  readonly notes: readonly AttributionNote[];
}
