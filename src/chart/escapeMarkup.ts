/** Everything that XML 1.0 forbids in a document, lone surrogates among it, and the control characters it advises against. */
const FORBIDDEN = /[^\t\n\r\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Marks that turn the direction of all text after them, which would let one name garble what stands beside it. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/g;

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/**
 * Text as it may stand in HTML and in XML, between tags and inside a quoted attribute. A character that XML forbids
 * becomes U+FFFD, the replacement character, so that whoever reads the page sees that something was there. Marks that change
 * the direction of text are left out; letters know their own.
 *
 * @param text Any text.
 * @returns The text with markup characters written as entities.
 */
export function escapeMarkup(text: string): string {
  return text
    .replace(FORBIDDEN, "\uFFFD")
    .replace(DIRECTION, "")
    .replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character);
}
