/** The scale that a score was given on: both ends included, `low` under `high`. */
export interface Scale {
  /** The lowest answer. */
  readonly low: number;
  /** The highest answer. */
  readonly high: number;
  /**
   * Which end is the good one. CES 1.0 ("how much effort …") is the well-known scale where lower is better.
   * @defaultValue "higher-is-better"
   */
  readonly direction?: "higher-is-better" | "lower-is-better";
}
