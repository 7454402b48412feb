import type { Definition, Estimate, Interval } from "../../metric/estimate.js";

/** What a gap is. */
export type GapKind =
  | "missing-touchpoint"
  | "unplanned-touchpoint"
  | "out-of-order"
  | "failed-touchpoint"
  | "drop-off"
  | "delay"
  | "rework"
  | "channel-break"
  | "experience"
  | "low-emotion"
  | "unmeasured"
  | "unowned"
  | "uncovered-stage"
  | "stale-evidence"
  | "untouched-persona";

/** What kind of work closes a gap. */
export type Remedy = "redesign" | "add" | "remove" | "automate" | "assign" | "measure";

/** The customers that a gap affects. */
export interface AffectedCustomers {
  /** How many are affected. */
  readonly count: number;
  /** Out of how many who could have been. */
  readonly of: number;
  /** `count / of`, 0–1; null where nobody could have been affected. */
  readonly share: number | null;
  /** The Wilson interval of the share. */
  readonly interval: Interval | null;
  /**
   * How many customers it affects in all, estimated: `count` where every customer was looked at; where only some answered,
   * the same share of all who come there. Null where nobody can tell.
   */
  readonly estimated: number | null;
}

/** What a KPI is among the affected customers, against the others. */
export interface GapEffect {
  /** The KPI and its options. */
  readonly definition: Definition;
  /** The KPI among the customers that the gap affects. */
  readonly affected: Estimate;
  /** The KPI among those it could have affected and did not. */
  readonly others: Estimate;
  /** `affected` minus `others`, in the KPI's unit; null where either has no value. */
  readonly difference: number | null;
  /** It counts each customer once, however many answers they gave. */
  readonly interval: Interval | null;
  /** Two-sided, for no difference at all, each customer counted once. */
  readonly pValue: number | null;
  /** The same, adjusted for the number of gaps that were found (Benjamini and Hochberg). */
  readonly adjustedPValue: number | null;
}

/** Where, or when, a gap affects surely more customers than elsewhere. */
export interface GapConcentration {
  /** The column of the log: one of its attributes, or `channel`; null where only the time tells. */
  readonly attribute: string | null;
  /** The value of that column; null where only the time tells. */
  readonly value: string | number | boolean | null;
  /** Further columns that have to have a value too, where only both together stand out, by name. */
  readonly also: readonly { readonly attribute: string; readonly value: string | number | boolean | null }[];
  /** When it begins, the ISO time of the first day; null where it is so all the time. */
  readonly from: string | null;
  /** When it has ended, the ISO time of the day after; null where it is so all the time. */
  readonly to: string | null;
  /** The customers there. */
  readonly inside: AffectedCustomers;
  /** The customers elsewhere, of whom the column is known. */
  readonly outside: AffectedCustomers;
  /** The share inside minus the share outside. */
  readonly difference: number;
  /** Newcombe's, of the difference. The place was picked because it stands out, so that the true difference is rather smaller. */
  readonly interval: Interval;
  /**
   * Fisher's exact test, one-sided, times the number of places and times that were looked at (Bonferroni); of the first column and the
   * time, where others narrow it.
   */
  readonly pValue: number;
  /** The same, adjusted for the whole search (Benjamini and Hochberg). */
  readonly adjustedPValue: number;
}

/** A place where the journey that happened differs from the one that was designed, or where nobody can tell. */
export interface Gap {
  /** The same in every run for the same kind of gap at the same place. */
  readonly id: string;
  readonly kind: GapKind;
  /** The id of the stage; null for an event that the design does not know, and where the whole journey is meant. */
  readonly stage: string | null;
  /** The id of the touchpoint, or the log's name of an unplanned one; null where the whole stage or journey is meant. */
  readonly touchpoint: string | null;
  readonly customers: AffectedCustomers;
  /**
   * Where and when it affects more customers than elsewhere, most telling first. A gap of its own that is only there has one, and its
   * customers are those there. Left out where nothing of the sort is known.
   */
  readonly where?: readonly GapConcentration[];
  /** What goes with it; null where there is no feedback to tell. An association, not a proof of cause. */
  readonly effect: GapEffect | null;
  /** How much it hurts a customer whom it affects, 0–1. */
  readonly harm: number;
  /** 0–1, the geometric mean of reach (affected customers out of all) and harm; see `journeyGaps`. */
  readonly severity: number;
  /** The figures that it rests on, by name; see `journeyGaps`. */
  readonly evidence: { readonly [figure: string]: string | number | null | readonly string[] };
  readonly remedy: Remedy;
  /** One sentence in plain words. */
  readonly explanation: string;
}
