/** From this share of the points on, a rating is praise. */
const PRAISE_FROM = 0.65;

/**
 * What a rating in a text says: 3.2 for full marks, −3.5 for none, about 0 a little over the middle, since customers who
 * give half the points are not content.
 *
 * @param given The points given.
 * @param most The most that can be given.
 * @returns null where the two are no rating: more than the most, or a most that nobody rates by.
 */
export function ratingValence(given: number, most: number): number | null {
  if (!(given >= 0 && given <= most && (most === 100 || (most >= 3 && most <= 10)))) return null;
  const share = given / most - PRAISE_FROM;
  return share < 0 ? (3.5 * share) / PRAISE_FROM : (3.2 * share) / (1 - PRAISE_FROM);
}
