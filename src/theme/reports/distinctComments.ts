import { createTermReader } from "../createTermReader.js";
import { textVector } from "../textVector.js";
import type { WeightedTexts } from "./subTopics.js";

/** A comment, for itself and for others of the same words. */
export interface DistinctComment {
  readonly text: string;
  /** Its number among all rows. */
  readonly row: number;
  readonly sentiment: number | null;
  /** How many words it has. */
  readonly words: number;
  /** How many comments have these words in this order, itself included. */
  copies: number;
  /** How much each word weighs: 1, and hardly more for one that is repeated. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Gathers comments; those of the same words are one. */
export interface CommentGatherer {
  /** Says false where a comment has no word. */
  readonly add: (text: string, row: number, sentiment: number | null) => boolean;
  readonly comments: readonly DistinctComment[];
}

/** A gatherer of comments, of which the first of the same words is kept. */
export function distinctComments(): CommentGatherer {
  const readTerms = createTermReader(false);
  const byWords = new Map<string, DistinctComment>();
  const comments: DistinctComment[] = [];
  return {
    comments,
    add: (text, row, sentiment) => {
      const words: string[] = [];
      readTerms(text, (word) => words.push(word));
      if (words.length === 0) return false;
      const key = words.join(" ");
      const known = byWords.get(key);
      if (known !== undefined) {
        known.copies++;
        return true;
      }
      const counts = new Map<string, number>();
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      const weights = new Map(Array.from(counts, ([word, count]) => [word, 1 + Math.log(count)]));
      const comment = { text, row, sentiment, words: words.length, copies: 1, weights };
      byWords.set(key, comment);
      comments.push(comment);
      return true;
    },
  };
}

/** Comments as directions in the space of their words; a word that is in most of them counts for little. */
export function commentVectors(comments: readonly DistinctComment[]): WeightedTexts {
  const places = new Map<string, number>();
  const frequencies: number[] = [];
  for (const { weights } of comments) {
    for (const word of weights.keys()) {
      const place = places.get(word) ?? places.size;
      places.set(word, place);
      frequencies[place] = (frequencies[place] ?? 0) + 1;
    }
  }
  const rarities = frequencies.map((frequency) => Math.log((1 + comments.length) / frequency));
  const vectors = comments.map(({ weights }) =>
    textVector(
      weights,
      (word) => places.get(word) ?? -1,
      (place) => rarities[place] ?? 0,
      [],
    ),
  );
  return { vectors, weights: comments.map(({ copies }) => copies), size: places.size };
}
