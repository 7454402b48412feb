import { parsePhrase } from "./parsePhrase.js";
import type { PhraseNode, PhraseWord } from "./phraseNode.js";

/** Words that follow each other: plain ones together in quotes, beginnings apart. */
function wordsInWords(words: readonly PhraseWord[]): string {
  const pieces: string[] = [];
  let run: string[] = [];
  const close = (): void => {
    if (run.length > 0) pieces.push(`“${run.join(" ")}”`);
    run = [];
  };
  for (const { text, match } of words) {
    if (match !== "stem") run.push(text);
    else {
      close();
      pieces.push(`a word that begins with “${text}”`);
    }
  }
  close();
  return pieces.join(" followed by ");
}

function inWords(node: PhraseNode): string {
  const inner = (part: PhraseNode): string => (part.kind === "words" ? inWords(part) : `(${inWords(part)})`);
  switch (node.kind) {
    case "words":
      return wordsInWords(node.words);
    case "and":
      return `${node.parts.map(inner).join(" and ")} in one sentence`;
    case "or":
      return node.parts.map(inner).join(" or ");
    case "not":
      return `${inner(node.wanted)} in a sentence without ${inner(node.unwanted)}`;
    case "near": {
      const words = node.distance === 1 ? "1 word" : `${node.distance} words`;
      return `${inner(node.left)} and ${inner(node.right)} in one sentence with at most ${words} between`;
    }
  }
}

/**
 * A phrase of a taxonomy in plain words, for those who have to agree with it.
 *
 * @param phrase The phrase as it is written in a taxonomy; see `parsePhrase`.
 * @returns What it finds, in English.
 * @throws A CxError `invalid-definition` when it is no phrase.
 *
 * @example
 * ```ts
 * import { describePhrase } from "cxkit";
 *
 * describePhrase("late NEAR/3 deliver*");
 * // => "“late” and a word that begins with “deliver” in one sentence with at most 3 words between"
 * describePhrase("refund NOT (policy OR terms)"); // => "“refund” in a sentence without (“policy” or “terms”)"
 * ```
 */
export function describePhrase(phrase: string): string {
  return inWords(parsePhrase(phrase));
}
