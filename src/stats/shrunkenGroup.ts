import type { Interval } from "./interval.js";

/** A group of whom some are counted. */
export interface ProportionGroup<Key> {
  readonly key: Key;
  /** Null where it is not known, as in a suppressed result; so are the other figures. */
  readonly successes: number | null;
  readonly n: number | null;
}

/** A group's answers to the recommendation question, as the result of `nps` holds them. */
export interface NpsGroup<Key> {
  readonly key: Key;
  /** Null where it is not known, as in a suppressed result; so are the other figures. */
  readonly promoters: number | null;
  readonly passives: number | null;
  readonly detractors: number | null;
}

/** A group's mean. */
export interface MeanGroup<Key> {
  readonly key: Key;
  /** Null for an empty group, and where it is not known, as in a suppressed result. */
  readonly mean: number | null;
  /** Null or 0 where the values are too few to vary; then the variation within the other groups stands in. */
  readonly standardError: number | null;
  readonly n: number | null;
}

/** One group, pulled towards the others. */
export interface ShrunkenGroup<Key> {
  readonly key: Key;
  /** What the group itself says: a share from 0 to 1, an NPS in points, or a mean; null for an empty group. */
  readonly raw: number | null;
  /** The better guess, in the same unit; null where no group says anything. */
  readonly shrunken: number | null;
  /** How much of it is the group's own, 0–1; the rest is that of all groups. 0 for an empty group. */
  readonly weight: number;
  /** 0 where the figures of the group are missing. */
  readonly n: number;
  /** Where the truth is, given the prior; null where the groups do not differ by more than chance, so that it has no width. */
  readonly interval: Interval | null;
}

/** The result of `shrink`. */
export interface ShrinkResult<Key> {
  /** In the order of the input. */
  readonly groups: readonly ShrunkenGroup<Key>[];
  /** What the groups are pulled towards; null where no group says anything. */
  readonly prior: {
    /** In the unit of the groups. */
    readonly mean: number;
    /** How much the groups truly differ, in their unit. */
    readonly standardDeviation: number;
    /** What the prior is worth in answers; null for means, and where the groups do not differ by more than chance. */
    readonly concentration: number | null;
  } | null;
  /** How many groups lack a figure; they are taken for empty ones. */
  readonly missing: number;
}

/** What is known of such groups from elsewhere. */
export interface GivenPrior {
  /** In the unit of the groups. */
  readonly mean: number;
  /** How much such groups truly differ. */
  readonly standardDeviation: number;
}
