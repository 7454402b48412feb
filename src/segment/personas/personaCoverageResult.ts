import type { CustomerId } from "../../kpi/customerMetric.js";
import type { RuleSegmentation } from "../rules/ruleSegmentation.js";

/** What stands behind one persona. */
export interface PersonaUse {
  /** The persona's id. */
  readonly persona: string;
  /** Whether it has a rule. */
  readonly hasRule: boolean;
  /** The customers who are of it. */
  readonly customers: number;
  /** Of all customers, 0–1; null where there are none. */
  readonly share: number | null;
  /** The ids of its journeys; null where no journeys were given. */
  readonly journeys: readonly string[] | null;
  /** The answers of its customers; null where no feedback was given. */
  readonly feedback: number | null;
}

/** Where answers go. The parts add up to the rows. */
export interface FeedbackCoverage {
  readonly rows: number;
  /** Answers of customers who are of a persona, or of several. */
  readonly attributed: number;
  /** Answers of customers who are of none. */
  readonly unmatched: number;
  /** Answers of customers who are not among those given. */
  readonly unknown: number;
  /** Answers without a customer. */
  readonly anonymous: number;
}

/** How far personas cover customers, journeys and feedback; it is also a segmentation, by the ids of the personas. */
export interface PersonaCoverageResult extends Omit<RuleSegmentation<readonly string[]>, "segments" | "unassigned"> {
  /** How many customers are of one persona alone; with `several` and `none` all customers. */
  readonly one: number;
  /** How many are of none. */
  readonly none: number;
  /** The ids of those who are of none. */
  readonly unmatched: readonly CustomerId[];
  /** The ids of those who are of more than one. */
  readonly ambiguous: readonly CustomerId[];
  /** Every persona, in the order in which they were given. */
  readonly personas: readonly PersonaUse[];
  /** Personas that nobody is of. */
  readonly withoutCustomers: readonly string[];
  /** Personas that no journey is drawn for; null where no journeys were given. */
  readonly withoutJourney: readonly string[] | null;
  /** Personas whose customers gave no feedback; null where no feedback was given. */
  readonly withoutFeedback: readonly string[] | null;
  /** Journeys that name no persona; null where no journeys were given. */
  readonly journeysWithoutPersona: readonly string[] | null;
  /** Personas that journeys name and that are not among those given; null where no journeys were given. */
  readonly unknownPersonas: readonly { readonly journey: string; readonly persona: string }[] | null;
  /** Where answers go; null where no feedback was given. */
  readonly feedback: FeedbackCoverage | null;
}
