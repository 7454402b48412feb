import type { Initiative } from "./initiative.js";
import type { Journey } from "./journey.js";
import type { Persona } from "./persona.js";
import type { Stakeholder } from "./stakeholder.js";

/** A company's journeys and all that they refer to, so that no reference points nowhere. */
export interface Programme {
  readonly journeys: readonly Journey[];
  readonly personas?: readonly Persona[];
  readonly stakeholders?: readonly Stakeholder[];
  readonly initiatives?: readonly Initiative[];
}
