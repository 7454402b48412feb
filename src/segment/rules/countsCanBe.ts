import type { Demand } from "./demand.js";
import type { EventsNode } from "./ruleNode.js";

/** Whether some number of events could meet all demands on it; of events that `never` happen there are none. */
export function countsCanBe(demands: readonly Demand<EventsNode>[], never: boolean): boolean {
  const named = demands.map(({ leaf }) => leaf.condition.count.value);
  const counts = never ? [0] : [0, ...named, ...named.map((count) => count + 1), ...named.map((count) => count - 1)];
  return counts.some((count) => count >= 0 && demands.every(({ leaf, wanted }) => leaf.enough(count) === wanted));
}
