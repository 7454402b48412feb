/** The hash of a text (FNV-1a, 32 bits), in base 36. */
function hash(text: string): string {
  let bits = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  return (bits >>> 0).toString(36);
}

/**
 * The beginning of all ids inside one map: the same in every run, safe in an attribute and in a link, and different for
 * two maps that differ in anything.
 *
 * @param journeyId The id of the journey.
 * @param drawing The map as it is drawn.
 * @returns Letters, digits and hyphens, starting with a letter.
 */
export function mapId(journeyId: string, drawing: string): string {
  const readable = journeyId.slice(0, 40).replace(/[^A-Za-z0-9]+/g, "-");
  return `journey-map-${readable}-${hash(journeyId + drawing)}`;
}
