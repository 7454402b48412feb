import { characterKind, LETTER } from "./characterKind.js";
import { foldCharacter } from "./foldCharacter.js";

/**
 * What a text scanner needs to know of every character, worked out when the character is first met.
 *
 * An entry is one number: `entry & 15` is the kind, a constant of characterKind; `entry >> 4` is the code point that
 * the character folds to or, from {@link EXPANSION} on, the place of what it folds to in `expansions`.
 */
export interface CharacterTable {
  /** The entry of a code point. */
  readonly look: (code: number) => number;
  /** The entries of the code points below 256 that were met, 0 for others: the quickest way where most of a text is Latin. */
  readonly latin: Int32Array;
  /** Characters fold to several code points, or to none, at `(entry >> 4) - EXPANSION`. */
  readonly expansions: readonly (readonly number[])[];
}

/** The first number that is no code point. */
export const EXPANSION = 0x110000;

/** A new table, which knows no character yet. It grows to 6 MB at most, when it has seen all that Unicode has. */
export function createCharacterTable(): CharacterTable {
  const latin = new Int32Array(256);
  const pages: (Int32Array | undefined)[] = [latin, ...new Array(EXPANSION / 256 - 1).fill(undefined)];
  const expansions: number[][] = [];

  function learn(code: number): number {
    const character = String.fromCodePoint(code);
    const kind = characterKind(character);
    const folded = kind < LETTER ? [code] : Array.from(foldCharacter(character), (part) => part.codePointAt(0) ?? 0);
    const only = folded.length === 1 ? folded[0] : undefined;
    const entry = ((only ?? EXPANSION + expansions.length) << 4) | kind;
    if (only === undefined) expansions.push(folded);
    const page = pages[code >> 8] ?? new Int32Array(256);
    page[code & 255] = entry;
    pages[code >> 8] = page;
    return entry;
  }

  // A kind is never 0, so neither is an entry.
  const look = (code: number): number => (code < 256 ? latin[code] : pages[code >> 8]?.[code & 255]) || learn(code);
  return { look, latin, expansions };
}
