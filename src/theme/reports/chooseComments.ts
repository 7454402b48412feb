import type { TextVector } from "../textVector.js";
import { commentVectors, type DistinctComment } from "./distinctComments.js";
import { subTopics } from "./subTopics.js";

/** Which comments may be shown. */
export interface ChoiceRules {
  readonly minimumWords: number;
  readonly maximumWords: number;
  /** The cosine from which on two comments are near-duplicates. */
  readonly duplicatesFrom: number;
}

/** A comment that is to be shown, and what it stands for. */
export interface ChosenComment {
  readonly comment: DistinctComment;
  readonly represents: number;
  readonly duplicates: number;
  readonly similarity: number;
}

/** The cosine of two vectors of length 1. */
function cosine(a: TextVector, b: TextVector): number {
  const values = new Map(b.places.map((place, i) => [place, b.values[i] ?? 0]));
  return a.places.reduce((sum, place, i) => sum + (a.values[i] ?? 0) * (values.get(place) ?? 0), 0);
}

/** For each sub-topic the comment nearest to its middle, which is of a fair length where there is such, and like none that is shown already. */
export function chooseComments(
  comments: readonly DistinctComment[],
  limit: number,
  { minimumWords, maximumWords, duplicatesFrom }: ChoiceRules,
): ChosenComment[] {
  if (limit === 0) return [];
  const texts = commentVectors(comments);
  const copiesOf = (members: readonly number[]): number =>
    members.reduce((sum, member) => sum + (comments[member]?.copies ?? 0), 0);
  const isLike = (a: number, b: number): boolean =>
    cosine(texts.vectors[a] as TextVector, texts.vectors[b] as TextVector) >= duplicatesFrom;

  const shown: { readonly member: number; readonly similarity: number; readonly members: number[] }[] = [];
  const topics = subTopics(texts, limit).sort((a, b) => copiesOf(b.members) - copiesOf(a.members));
  for (const { members, similarities } of topics) {
    const rivals = members.filter((member) => !shown.some((other) => isLike(other.member, member)));
    const words = (one: number): number => comments[one]?.words ?? 0;
    const isLong = (one: number): boolean => words(one) >= minimumWords;
    const member = rivals.find((one) => isLong(one) && words(one) <= maximumWords) ?? rivals.find(isLong) ?? rivals[0];
    if (member === undefined) {
      // All of it is told already: it stands with the first that says the same.
      shown.find((other) => isLike(other.member, members[0] ?? 0))?.members.push(...members);
      continue;
    }
    shown.push({ member, similarity: similarities[members.indexOf(member)] ?? 0, members: [...members] });
  }
  return shown.map(({ member, similarity, members }) => ({
    comment: comments[member] as DistinctComment,
    represents: copiesOf(members),
    duplicates: copiesOf(members.filter((other) => isLike(member, other))) - 1,
    similarity: Math.min(1, similarity),
  }));
}
