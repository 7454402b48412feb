/** Widths in thousandths of the font size: those of Helvetica, Arial and Liberation Sans, which share them. */
const CHARACTERS: readonly (readonly [width: number, characters: string])[] = [
  [191, "'"],
  [222, "ijl"],
  [260, "|"],
  [278, " !,./:;I[\\]ft·"],
  [333, "()-`r{}"],
  [355, '"'],
  [389, "*"],
  [469, "^"],
  [500, "Jckvsxyz"],
  [556, "#$0123456789?L_abdeghnopqu–"],
  [584, "+<=>~−"],
  [611, "FTZ"],
  [667, "&ABEKPSVXY"],
  [722, "CDHNRUw"],
  [778, "GOQ"],
  [833, "Mm"],
  [889, "%"],
  [944, "W"],
  [1000, "…—"],
  [1015, "@"],
];

const WIDTHS: ReadonlyMap<string, number> = /* @__PURE__ */ (() =>
  new Map(CHARACTERS.flatMap(([width, characters]) => [...characters].map((character) => [character, width]))))();

const INVISIBLE = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]$/u;
const FULL_WIDTH =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]$/u;
const PICTURE = /^\p{Extended_Pictographic}$/u;
/** Drawn as the replacement character. */
const UNPRINTABLE = /^[\p{Control}\p{Surrogate}\uFFFD]$/u;
const CAPITAL = /^\p{Lu}$/u;

function characterWidth(character: string): number {
  const known = WIDTHS.get(character);
  if (known !== undefined) return known;
  if (INVISIBLE.test(character)) return 0;
  if (FULL_WIDTH.test(character)) return 1000;
  if (PICTURE.test(character)) return 1370;
  if (UNPRINTABLE.test(character)) return 1100;
  // An accented letter is as wide as the letter under the accent.
  const [base = ""] = character.normalize("NFD");
  return WIDTHS.get(base) ?? (CAPITAL.test(character) ? 740 : 610);
}

/** How text is set. */
export interface TextStyle {
  /** The size of the font, in pixels. */
  readonly size: number;
  readonly bold?: boolean;
}

/**
 * About how wide a text is in the sans-serif font of the maps, without a browser to ask: exact for Latin letters where
 * the font is Helvetica, Arial or Liberation Sans, and a little too wide rather than too narrow for the rest.
 *
 * @param text One line of text.
 * @param style How it is set.
 * @returns The width in pixels.
 */
export function textWidth(text: string, { size, bold = false }: TextStyle): number {
  let thousandths = 0;
  // Most bold letters are wider by 55 thousandths, some by nothing; a table of their own is not worth its bytes.
  for (const character of text) thousandths += characterWidth(character) + (bold ? 50 : 0);
  return (thousandths * size) / 1000;
}
