import type { Likeness } from "./likeness.js";

/** How one persona fits a customer. */
export interface PersonaCandidate {
  /** The persona's id. */
  readonly persona: string;
  /** Whether its rule holds; null where it has none, or rules were not asked. */
  readonly rule: boolean | null;
  /** How like the customer is; null where likeness was not needed. */
  readonly likeness: Likeness | null;
}

/**
 * How a match came about.
 *
 * | outcome | what it means |
 * |---|---|
 * | `rule` | the rule of one persona alone holds |
 * | `likeness` | the customer is most like this persona, and like enough |
 * | `tie` | several personas fit equally well, and none is taken for the one |
 * | `none` | no rule holds, and the customer is not like enough to any persona |
 */
export type PersonaOutcome = "rule" | "likeness" | "tie" | "none";

/** The persona that a customer is of, and why. */
export interface PersonaMatch {
  /** The persona's id; null where there is none, or several fit equally well. */
  readonly persona: string | null;
  readonly outcome: PersonaOutcome;
  /** 0–1: 1 for a rule; for likeness how much nearer the persona is than the next one. Null without a persona. */
  readonly confidence: number | null;
  /** For a tie, the personas that fit equally well. */
  readonly tied: readonly string[];
  /** Every persona, in the order in which they were given. */
  readonly candidates: readonly PersonaCandidate[];
  /** Why, in plain words. */
  readonly reasons: readonly string[];
}
