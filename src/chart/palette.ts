/**
 * The colours of the maps. Text has a contrast of at least 4.5 : 1 on every ground that it is set on; blue, orange and
 * purple-red stay apart for colour-blind readers, and nothing is told by colour alone.
 */
export const palette: {
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly faint: string;
  readonly paper: string;
  readonly band: string;
  readonly head: string;
  readonly headTint: string;
  readonly designed: string;
  readonly felt: string;
  readonly feltBand: string;
  readonly gap: string;
  readonly gapTint: string;
  readonly pain: string;
  readonly opportunity: string;
  readonly truth: string;
  readonly backstage: string;
} = {
  /** Text. */
  ink: "#1b2530",
  /** Second-rank text. */
  muted: "#55616e",
  /** Borders and axes. */
  rule: "#b9c3cd",
  /** Lines that only guide the eye. */
  faint: "#e2e7ec",
  paper: "#ffffff",
  /** Every other lane. */
  band: "#f5f7f9",
  /** Stage headers, with white text. */
  head: "#17324d",
  /** Phases. */
  headTint: "#dfe8f1",
  /** The emotion designed for, and estimates. */
  designed: "#0b5fae",
  /** The emotion felt. */
  felt: "#b4450c",
  feltBand: "#f6d9c6",
  gap: "#8f1a4a",
  gapTint: "#ecd3dd",
  pain: "#8f1a4a",
  opportunity: "#00665a",
  /** The star of a moment of truth, outlined in ink. */
  truth: "#f4b63f",
  /** Cards that the customer does not see. */
  backstage: "#e9edf1",
};
