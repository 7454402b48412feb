import type { TextVector } from "../textVector.js";

/** Texts that are alike. */
export interface SubTopic {
  /** The numbers of its texts, the most like its middle first. */
  readonly members: readonly number[];
  /** How like its middle each is, in the same order: the cosine, 0–1. */
  readonly similarities: readonly number[];
}

/** Texts as directions in the space of their words. */
export interface WeightedTexts {
  /** Of length 1, none empty. */
  readonly vectors: readonly TextVector[];
  /** How much each counts, over 0. */
  readonly weights: readonly number[];
  /** How many places vectors have. */
  readonly size: number;
}

const mostRounds = 20;

/** The cosine of a vector of length 1 and a middle of length 1. */
function likeness({ places, values }: TextVector, middle: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < places.length; i++) sum += (values[i] as number) * (middle[places[i] as number] as number);
  return sum;
}

/** The direction of the weighted mean of some texts. */
function middleOf(texts: WeightedTexts, members: Iterable<number>): Float64Array {
  const middle = new Float64Array(texts.size);
  for (const member of members) {
    const { places, values } = texts.vectors[member] as TextVector;
    const weight = texts.weights[member] as number;
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as number;
      middle[place] = (middle[place] as number) + weight * (values[i] as number);
    }
  }
  const length = Math.sqrt(middle.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? middle : middle.map((value) => value / length);
}

/** Texts to begin with: the most central one, then such as are central too and unlike those before. */
function firstMiddles(texts: WeightedTexts, count: number): Float64Array[] {
  const { vectors } = texts;
  const centre = middleOf(texts, vectors.keys());
  const centrality = vectors.map((vector) => likeness(vector, centre));
  const nearest = new Float64Array(vectors.length);
  const middles: Float64Array[] = [];
  while (middles.length < count) {
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    centrality.forEach((central, i) => {
      const worth = central * (1 - (nearest[i] as number));
      if (worth > most) [best, most] = [i, worth];
    });
    const middle = middleOf(texts, [best]);
    middles.push(middle);
    vectors.forEach((vector, i) => {
      nearest[i] = Math.max(nearest[i] as number, likeness(vector, middle));
    });
  }
  return middles;
}

/**
 * Texts parted into as many sub-topics as asked for, at the most: k-means of directions, from beginnings that hang on the texts alone.
 * The time grows with texts × sub-topics.
 *
 * @see Dhillon and Modha (2001), "Concept decompositions for large sparse text data using clustering", Machine Learning 42, 143–175.
 */
export function subTopics(texts: WeightedTexts, count: number): SubTopic[] {
  const { vectors } = texts;
  if (vectors.length === 0) return [];
  let middles = firstMiddles(texts, Math.min(count, vectors.length));
  const owner = new Int32Array(vectors.length).fill(-1);
  const similarity = new Float64Array(vectors.length);
  for (let round = 0; round < mostRounds; round++) {
    let moved = 0;
    vectors.forEach((vector, i) => {
      let best = 0;
      let most = Number.NEGATIVE_INFINITY;
      middles.forEach((middle, k) => {
        const like = likeness(vector, middle);
        if (like > most) [best, most] = [k, like];
      });
      if (owner[i] !== best) moved++;
      owner[i] = best;
      similarity[i] = most;
    });
    if (moved === 0) break;
    const members = middles.map((): number[] => []);
    owner.forEach((k, i) => {
      members[k]?.push(i);
    });
    middles = middles.map((middle, k) => (members[k]?.length ? middleOf(texts, members[k] ?? []) : middle));
  }
  const topics = middles.map((): number[] => []);
  owner.forEach((k, i) => {
    topics[k]?.push(i);
  });
  return topics
    .filter((members) => members.length > 0)
    .map((members) => {
      const ordered = members.sort((a, b) => (similarity[b] as number) - (similarity[a] as number) || a - b);
      return { members: ordered, similarities: ordered.map((i) => similarity[i] as number) };
    });
}
