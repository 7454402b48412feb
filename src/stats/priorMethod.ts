import { type CountPrior, countPrior } from "./countPrior.js";
import { likelyCountPrior } from "./likelyCountPrior.js";

/** How a prior is learnt from groups. */
export type PriorMethod = "moments" | "maximum-likelihood";

/** The prior of groups of counts, by how it is learnt. */
export const learnCounts: {
  readonly [method in PriorMethod]: (groups: readonly (readonly number[])[]) => CountPrior | null;
} = { moments: countPrior, "maximum-likelihood": likelyCountPrior };
