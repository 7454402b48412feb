import type { LengthQuantile } from "../../kpi/lengthQuantiles.js";
import type { Interval } from "../../stats/interval.js";

/** How customers come to a stage, how long they stay, and where they go. */
export interface StageStay {
  /** The id of the stage. */
  readonly stage: string;
  /** How many customers were ever in it. */
  readonly customers: number;
  /** They as a share of the customers who met any stage, 0–1; null where nobody did. */
  readonly share: number | null;
  /** Wilson's interval of the share. */
  readonly interval: Interval | null;
  /** When the first of them entered, ISO in UTC; null where nobody did. */
  readonly firstEnteredAt: string | null;
  /** When the last of them entered for the first time. */
  readonly lastEnteredAt: string | null;
  /** The median time from a customer's first event in any stage to the first one in this. */
  readonly medianSecondsToEnter: number | null;
  readonly p90SecondsToEnter: number | null;
  /** How many stays there are: a customer who comes back stays again. */
  readonly stays: number;
  /** How many of these had not ended when the log did: the customers who are still there. */
  readonly still: number;
  /** The median length of a stay, from its first event to the first in another stage; stays that go on count for as long as they were
   * seen (Kaplan–Meier). Null where fewer than half have ended by any time. */
  readonly medianStay: LengthQuantile;
  /** The time within which nine of ten stays end. */
  readonly p90Stay: LengthQuantile;
  /** How many customers came to a later stage without having been here. */
  readonly skipped: number;
  /** How many times customers went from here back to an earlier stage. */
  readonly backMoves: number;
  /** How many customers did. */
  readonly backCustomers: number;
}

/** From one stage to another. */
export interface StageMove {
  readonly from: string;
  readonly to: string;
  /** `skip`: forward past at least one stage. */
  readonly direction: "forward" | "skip" | "back";
  readonly count: number;
  readonly customers: number;
  /** The median length of the stays that ended so. */
  readonly medianSeconds: number;
}

/** What {@link stageTimeline} finds. */
export interface StageTimelineResult {
  /** In the order of the journey. */
  readonly stages: readonly StageStay[];
  /** What occurs, the most frequent first. */
  readonly moves: readonly StageMove[];
  /** How many customers met any stage. */
  readonly customers: number;
  /** How many did not: their events are in no stage. */
  readonly outside: number;
  /** Events at touchpoints that the journey does not know; they neither begin nor end a stay. */
  readonly unplannedEvents: number;
  /** Events left out because they are at or after `now`. */
  readonly later: number;
}
