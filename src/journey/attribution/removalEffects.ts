import { denseConversion } from "./denseConversion.js";
import type { MarkovChain, RemovalEffects } from "./markovChain.js";
import { sparseConversion } from "./sparseConversion.js";

/** Up to so many states the equations are solved at once; beyond, their zeros are worth leaving out. */
const dense = 300;

/**
 * How likely the chain converts, and how much of it goes through each touch: what is lost when all paths end there.
 *
 * @param counts Per edge, how often it is gone.
 */
export function removalEffects(chain: MarkovChain, counts: Float64Array, touches: number): RemovalEffects {
  const solve = chain.lastTouch.length <= dense ? denseConversion : sparseConversion;
  return solve(chain, counts, touches);
}
