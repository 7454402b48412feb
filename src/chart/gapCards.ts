import type { Block } from "./block.js";
import { gapCard } from "./gapCard.js";
import type { MapContents, MapGap } from "./mapContents.js";

/** With more gaps than this, every card is kept shorter. */
const MANY = 12;

/**
 * The cards of some of the gaps of a map.
 *
 * @param gaps The gaps, by rank.
 * @param contents What else is on the map: where there are many gaps, each says less.
 * @param width The width of a card.
 * @returns The cards.
 */
export function gapCards(gaps: readonly MapGap[], contents: MapContents, width: number): Block[] {
  return gaps.map((gap) => gapCard(gap, width, contents.gaps.length > MANY ? 2 : 3));
}
