import type { WordScanner } from "./createWordScanner.js";
import type { PhraseNode } from "./phraseNode.js";

/** A phrase with its words as they fold; a beginning ends in `*`. */
export type PhraseShape =
  | { readonly kind: "row"; readonly words: readonly string[] }
  | { readonly kind: "and" | "or"; readonly parts: readonly PhraseShape[] }
  | { readonly kind: "not"; readonly wanted: PhraseShape; readonly unwanted: PhraseShape }
  | { readonly kind: "near"; readonly left: PhraseShape; readonly right: PhraseShape; readonly distance: number };

/** The shape of a phrase, by which phrases are compared. */
export function phraseShape(node: PhraseNode, scan: WordScanner): PhraseShape {
  const shape = (inner: PhraseNode): PhraseShape => phraseShape(inner, scan);
  switch (node.kind) {
    case "words":
      return {
        kind: "row",
        words: node.words.map(({ text, match }) => {
          let folded = "";
          scan(text, Number.POSITIVE_INFINITY, ({ codes, length }) => {
            folded = String.fromCodePoint(...codes.slice(0, length));
          });
          return match === "stem" ? `${folded}*` : folded;
        }),
      };
    case "not":
      return { kind: "not", wanted: shape(node.wanted), unwanted: shape(node.unwanted) };
    case "near":
      return { kind: "near", left: shape(node.left), right: shape(node.right), distance: node.distance };
    default:
      return { kind: node.kind, parts: node.parts.map(shape) };
  }
}

/** The same text for shapes that find the same, as far as the order of equal parts hides it. */
export function shapeKey(shape: PhraseShape): string {
  const keys = (parts: readonly PhraseShape[]): string => parts.map(shapeKey).sort().join(" ");
  switch (shape.kind) {
    case "row":
      return `"${shape.words.join(" ")}"`;
    case "not":
      return `(not ${shapeKey(shape.wanted)} ${shapeKey(shape.unwanted)})`;
    case "near":
      return `(near ${shape.distance} ${keys([shape.left, shape.right])})`;
    // The tag of AND stands at its first part, so the order of its parts is no accident.
    case "and":
      return `(and ${shape.parts.map(shapeKey).join(" ")})`;
    case "or":
      return `(or ${keys(shape.parts)})`;
  }
}

/** Whether whatever a word of one phrase finds, that of another finds too. */
function covers(general: string, word: string): boolean {
  return general.endsWith("*") ? word.startsWith(general.slice(0, -1)) : general === word;
}

/** Whether wherever a shape is found, another is found as well. Only what can be told from the words is told. */
export function shows(shape: PhraseShape, other: PhraseShape): boolean {
  if (other.kind === "or") return other.parts.some((part) => shows(shape, part));
  if (other.kind === "and") return other.parts.every((part) => shows(shape, part));
  switch (shape.kind) {
    case "row": {
      if (other.kind !== "row") return false;
      const { words } = shape;
      return words.some(
        (_, at) =>
          at + other.words.length <= words.length && other.words.every((word, i) => covers(word, words[at + i] ?? "")),
      );
    }
    case "and":
      return shape.parts.some((part) => shows(part, other));
    case "or":
      return shape.parts.every((part) => shows(part, other));
    case "not":
      return shows(shape.wanted, other);
    case "near":
      return shows(shape.left, other) || shows(shape.right, other);
  }
}

/** Whether a shape can never be found, because it must be without what it must have. */
export function isNever(shape: PhraseShape): boolean {
  switch (shape.kind) {
    case "row":
      return false;
    case "not":
      return isNever(shape.wanted) || shows(shape.wanted, shape.unwanted);
    case "near":
      return isNever(shape.left) || isNever(shape.right);
    case "and":
      return shape.parts.some(isNever);
    case "or":
      return shape.parts.every(isNever);
  }
}
