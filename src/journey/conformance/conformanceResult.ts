import type { Interval } from "../../stats/interval.js";
import type { ConformanceCut } from "./conformanceCut.js";
import type { CustomerShare, Deviation, DeviationPlace } from "./deviation.js";
import type { ConformanceOutcome } from "./outcomeEffects.js";

/** How one customer's path fits the design. */
export interface CustomerConformance {
  readonly customer: string;
  /** How many events the path has. */
  readonly events: number;
  /** Events that do not fit and required steps that are missing, in the cheapest alignment. */
  readonly cost: number;
  /** 1 − cost ÷ (events + events of the shortest path that the design allows), 0–1. */
  readonly fitness: number;
  /** How many missing steps are in the cost and in no deviation, because they may still come or came before the log begins. */
  readonly open: number;
  /** Whether the customer may still be under way. */
  readonly underWay: boolean;
  /** What differs, each kind at each place once. */
  readonly deviations: readonly DeviationPlace[];
}

/** How the paths of a log fit a design. */
export interface ConformanceResult {
  /** The mean of the customers' fitness, 0–1; null where the log has nobody. */
  readonly fitness: number | null;
  /** Of the mean, by Student's t; null for fewer than two customers, and where all have the same fitness. */
  readonly fitnessInterval: Interval | null;
  /** 1 − all costs ÷ all that they could be: long paths count for more. */
  readonly pooledFitness: number | null;
  /** Customers without any deviation (so far, where they may still be under way), out of all. */
  readonly conforming: CustomerShare;
  /** How many customers may still be under way. */
  readonly underWay: number;
  /**
   * In the order of the log's customers. One without an event before `now` has not begun: no events, no deviation, all `open`; nothing else
   * in the result counts them.
   */
  readonly customers: readonly CustomerConformance[];
  /** Those of most customers first. */
  readonly deviations: readonly Deviation[];
  /** The ids of required touchpoints that the log has no event of at all: they count as missing, and it may be the log that lacks them. */
  readonly unseen: readonly string[];
  /** How many distinct paths were compared, by the touchpoints that they come to. */
  readonly paths: number;
  /** Events at `now` or later, which are left out. */
  readonly later: number;
  /** By segment, where `by` was asked for; else null. */
  readonly segments: ConformanceCut | null;
  /**
   * By channel, where `byChannel` was asked for; else null. A customer is of the channel of their first event with one; a deviation
   * at a touchpoint, but for `missing`, of the channel of the customer's first visit there.
   */
  readonly channels: ConformanceCut | null;
  /** What goes with deviating, where an `outcome` was given; else null. */
  readonly outcome: ConformanceOutcome | null;
}
