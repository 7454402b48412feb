/** An emoticon in a text. */
export interface Emoticon {
  /** Where it ends, exclusive. */
  readonly end: number;
  readonly valence: number;
}

const mouths: ReadonlyMap<string, number> = new Map([
  [")", 2],
  ["]", 2],
  ["D", 2.5],
  ["P", 1.5],
  ["p", 1],
  ["*", 2],
  ["3", 2],
  ["(", -2],
  ["[", -2],
  ["/", -1.2],
  ["\\", -1.2],
  ["|", -1],
  ["o", 0],
  ["O", 0],
]);

const isWordCharacter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/**
 * The emoticon that starts at a place of a text: :-) ;) =D :'( <3 (: and the like.
 *
 * @param text Any text.
 * @param start Where its first character would be.
 * @returns null where none starts. One that ends in a letter or digit must stand apart from words: ":D", not "ad:Detail".
 */
export function emoticonAt(text: string, start: number): Emoticon | null {
  const first = text.charAt(start);
  if (first === "<") {
    const broken = text.charAt(start + 1) === "/" ? 1 : 0;
    const isHeart = text.charAt(start + 1 + broken) === "3" && !isWordCharacter(text.charAt(start + 2 + broken));
    return isHeart ? { end: start + 2 + broken, valence: broken === 1 ? -2.5 : 2.5 } : null;
  }
  if (first === "(") return /^\(-?[:;=]$/.test(text.slice(start, start + 2)) ? { end: start + 2, valence: 2 } : null;
  if (first !== ":" && first !== ";" && first !== "=") return null;
  let at = start + 1;
  const isTear = text.charAt(at) === "'";
  if (isTear || text.charAt(at) === "-" || text.charAt(at) === "^") at++;
  const mouth = text.charAt(at);
  const valence = mouths.get(mouth);
  if (valence === undefined) return null;
  const mustStandApart = isWordCharacter(mouth) || mouth === "/" || mouth === "\\" || mouth === "|" || mouth === "*";
  if (mustStandApart && (isWordCharacter(text.charAt(start - 1)) || /[\p{L}\p{N}/]/u.test(text.charAt(at + 1)))) {
    return null;
  }
  // ":(((" is one face.
  let end = at + 1;
  while (text.charAt(end) === mouth) end++;
  return { end, valence: isTear ? -Math.abs(valence) : valence };
}
