import type { AttributionPaths } from "./attributionPaths.js";
import type { AttributionModel } from "./attributionResult.js";
import { absorbed, type MarkovChain, markovChain, type RemovalEffects } from "./markovChain.js";
import { type CreditOptions, pathCredit } from "./pathCredit.js";
import { removalEffects } from "./removalEffects.js";

/** What the models give to each touch. */
export interface CreditShares {
  /** Per model, what each touch has of all that is shared out, 0–1; null where nothing is. */
  readonly shares: readonly (Float64Array | null)[];
  /** Null unless the Markov model was asked for. */
  readonly effects: RemovalEffects | null;
}

/** What does not change when customers are drawn again. */
export interface CreditPlan {
  readonly of: (weights: Float64Array) => CreditShares;
}

/** Divides by the sum; null where that is 0. */
function shared(parts: Float64Array): Float64Array | null {
  const sum = parts.reduce((total, part) => total + part, 0);
  return sum > 0 ? parts.map((part) => part / sum) : null;
}

/** How often each edge of a chain is gone, when each path counts with a weight. */
function edgeCounts({ from, to, edges }: MarkovChain, pathWeights: Float64Array): Float64Array {
  const counts = new Float64Array(from.length);
  let path = 0;
  for (const edge of edges) {
    counts[edge] = (counts[edge] as number) + (pathWeights[path] as number);
    // A path's last edge is the one that does not lead to a state.
    if ((to[edge] as number) <= absorbed.converted) path++;
  }
  return counts;
}

/** Prepares the models for these paths, so that customers can be given other weights again and again. */
export function creditPlan(
  paths: AttributionPaths,
  touches: number,
  models: readonly AttributionModel[],
  { order, ...options }: CreditOptions & { readonly order: number },
): CreditPlan {
  const parts = models.map((model) => (model === "markov" ? null : pathCredit(paths, model, options)));
  const chain = models.includes("markov") ? markovChain(paths, touches, order) : null;
  return {
    of: (weights) => {
      const pathWeights = Float64Array.from(paths.customer, (customer) => weights[customer] as number);
      const effects =
        chain === null || paths.converted.length === 0
          ? null
          : removalEffects(chain, edgeCounts(chain, pathWeights), touches);
      const shares = parts.map((part) => {
        if (part === null) return effects === null ? null : shared(effects.through);
        const sums = new Float64Array(touches);
        paths.converted.forEach((yes, path) => {
          if (!yes) return;
          for (let index = paths.offsets[path] as number; index < (paths.offsets[path + 1] as number); index++) {
            const code = paths.touch[index] as number;
            sums[code] = (sums[code] as number) + (part[index] as number) * (pathWeights[path] as number);
          }
        });
        return shared(sums);
      });
      return { shares, effects };
    },
  };
}
