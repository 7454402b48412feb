import { CxError } from "../error/cxError.js";
import { createWordScanner, type WordScanner } from "./createWordScanner.js";
import type { PhraseNode } from "./phraseNode.js";
import { PhraseError, type PhraseFault, type PhraseToken, phraseTokens } from "./phraseTokens.js";

/** Deeper brackets are no phrase that a person wrote. */
const deepest = 50;

/**
 * Reads a phrase, or says what is wrong with it and where.
 *
 * @param scan Splits it into words as it will split texts.
 */
export function readPhrase(phrase: string, scan: WordScanner): PhraseNode | PhraseFault {
  try {
    const tokens = phraseTokens(phrase, scan);
    if (tokens.length === 0) throw new PhraseError("a phrase to have words", 0);
    return parseTokens(tokens, phrase.length);
  } catch (error) {
    if (error instanceof PhraseError) return error.fault;
    throw error;
  }
}

function parseTokens(tokens: readonly PhraseToken[], end: number): PhraseNode {
  let place = 0;
  const here = (): number => tokens[place]?.at ?? end;
  const accept = (kind: PhraseToken["kind"]): PhraseToken | null => {
    const token = tokens[place];
    if (token?.kind !== kind) return null;
    place++;
    return token;
  };

  /** Parts with one operator between them, as one node; a single part stays what it is. */
  const junction = (kind: "and" | "or", parts: readonly PhraseNode[]): PhraseNode => {
    const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
    return flat.length === 1 ? (flat[0] as PhraseNode) : { kind, parts: flat };
  };

  function operand(depth: number): PhraseNode {
    const open = accept("(");
    if (open !== null) {
      if (depth === deepest) throw new PhraseError(`at most ${deepest} brackets inside each other`, open.at);
      const inner = alternatives(depth + 1);
      if (accept(")") === null) throw new PhraseError('a ")" for this bracket', open.at);
      return inner;
    }
    const words = accept("words");
    if (words?.kind !== "words") throw new PhraseError("words or a bracket", here());
    return { kind: "words", words: words.words };
  }

  function nearness(depth: number): PhraseNode {
    let left = operand(depth);
    for (;;) {
      const near = accept("NEAR");
      if (near?.kind !== "NEAR") return left;
      left = { kind: "near", left, right: operand(depth), distance: near.distance };
    }
  }

  function together(depth: number): PhraseNode {
    let node = nearness(depth);
    for (;;) {
      const and = accept("AND") !== null;
      if (accept("NOT") !== null) node = { kind: "not", wanted: node, unwanted: nearness(depth) };
      else if (and) node = junction("and", [node, nearness(depth)]);
      else return node;
    }
  }

  function alternatives(depth: number): PhraseNode {
    const parts = [together(depth)];
    while (accept("OR") !== null) parts.push(together(depth));
    return junction("or", parts);
  }

  const node = alternatives(0);
  if (place < tokens.length) throw new PhraseError("AND, OR, NOT or NEAR/n between words and brackets", here());
  return node;
}

/**
 * Reads a phrase of a taxonomy.
 *
 * ```text
 * phrase   = together { "OR" together }
 * together = nearness { "AND" nearness | [ "AND" ] "NOT" nearness }
 * nearness = operand { "NEAR/" number operand }
 * operand  = words | "(" phrase ")"
 * words    = one or more of: word, beginning of a word*, "words in quotes"
 * ```
 *
 * Operators are written in upper case and hold within one sentence; "terms and conditions" is three words. NEAR binds before AND and
 * NOT, these before OR.
 *
 * @param phrase The phrase as it is written in a taxonomy.
 * @returns What it says, as plain data.
 * @throws A {@link CxError} `invalid-definition` that says what is required and at which place of the phrase.
 *
 * @example
 * ```ts
 * import { parsePhrase } from "cxkit";
 *
 * parsePhrase("late NEAR/3 deliver*"); // => { kind: "near", distance: 3, … }
 * parsePhrase("late flight"); // => { kind: "words", words: [{ text: "late", match: "word" }, { text: "flight", match: "word" }] }
 * parsePhrase("refund NOT"); // throws invalid-definition
 * ```
 */
export function parsePhrase(phrase: string): PhraseNode {
  if (typeof phrase !== "string") throw new CxError("invalid-definition", "parsePhrase requires a text", phrase);
  const node = readPhrase(phrase, createWordScanner());
  if ("fault" in node) {
    throw new CxError("invalid-definition", `parsePhrase requires ${node.fault}, at character ${node.at}`, phrase);
  }
  return node;
}
