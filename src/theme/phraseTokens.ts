import type { WordScanner } from "./createWordScanner.js";
import type { PhraseWord } from "./phraseNode.js";

/** What is wrong with a phrase, and where in it. */
export interface PhraseFault {
  readonly fault: string;
  /** In UTF-16 units from the beginning of the phrase. */
  readonly at: number;
}

/** A piece of a phrase: a bracket, an operator, or words. */
export type PhraseToken =
  | { readonly kind: "(" | ")" | "AND" | "OR" | "NOT"; readonly at: number }
  | { readonly kind: "NEAR"; readonly at: number; readonly distance: number }
  | { readonly kind: "words"; readonly at: number; readonly words: readonly PhraseWord[] };

/** Thrown inside the parser only. */
export class PhraseError extends Error {
  readonly fault: PhraseFault;
  constructor(fault: string, at: number) {
    super(fault);
    this.fault = { fault, at };
  }
}

const quotes = /["“”„«»]/u;
const space = /\s/u;
const mostWordsBetween = 100;

/** The words of a piece of text, which must be nothing but words. */
function wordsOf(text: string, at: number, match: "word" | "exact", scan: WordScanner): PhraseWord[] {
  const words: PhraseWord[] = [];
  const isOnePiece = scan(text, 0, ({ start, end }) => words.push({ text: text.slice(start, end), match }));
  if (!isOnePiece) throw new PhraseError("words without punctuation between them", at);
  if (words.length === 0) throw new PhraseError("a phrase to have words, not only punctuation", at);
  return words;
}

/** What stands between white space and brackets: an operator, words, or the beginning of a word with `*`. */
function readChunk(chunk: string, at: number, scan: WordScanner): PhraseToken {
  if (chunk === "AND" || chunk === "OR" || chunk === "NOT") return { kind: chunk, at };
  if (chunk === "NEAR" || chunk.startsWith("NEAR/")) {
    const distance = Number(chunk.slice(5));
    if (!/^NEAR\/\d{1,3}$/.test(chunk) || distance > mostWordsBetween) {
      throw new PhraseError("NEAR/ with the most words that may stand between, from 0 to 100, as in NEAR/3", at);
    }
    return { kind: "NEAR", at, distance };
  }
  const star = chunk.indexOf("*");
  if (star === -1) return { kind: "words", at, words: wordsOf(chunk, at, "word", scan) };
  if (star === 0 || star < chunk.length - 1) {
    throw new PhraseError("the beginning of a word before *, and nothing behind it", at + star);
  }
  const words = wordsOf(chunk.slice(0, star), at, "word", scan);
  return {
    kind: "words",
    at,
    words: words.map((word, i) => (i < words.length - 1 ? word : { ...word, match: "stem" })),
  };
}

/**
 * Takes a phrase to pieces; words that follow each other are one piece.
 *
 * @throws A PhraseError where something in it is not allowed.
 */
export function phraseTokens(phrase: string, scan: WordScanner): PhraseToken[] {
  const tokens: PhraseToken[] = [];
  const add = (token: PhraseToken): void => {
    const last = tokens.at(-1);
    if (token.kind === "words" && last?.kind === "words") {
      tokens[tokens.length - 1] = { ...last, words: [...last.words, ...token.words] };
    } else tokens.push(token);
  };
  let at = 0;
  while (at < phrase.length) {
    const character = phrase.charAt(at);
    if (space.test(character)) at++;
    else if (character === "(" || character === ")") {
      tokens.push({ kind: character, at });
      at++;
    } else if (quotes.test(character)) {
      let end = at + 1;
      while (end < phrase.length && !quotes.test(phrase.charAt(end))) end++;
      if (end === phrase.length) throw new PhraseError("a closing quote", at);
      add({ kind: "words", at, words: wordsOf(phrase.slice(at + 1, end), at, "exact", scan) });
      at = end + 1;
    } else {
      let end = at + 1;
      while (end < phrase.length && !/[\s()"“”„«»]/u.test(phrase.charAt(end))) end++;
      add(readChunk(phrase.slice(at, end), at, scan));
      at = end;
    }
  }
  return tokens;
}
