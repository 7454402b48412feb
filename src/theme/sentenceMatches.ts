import type { CompiledNode, Phrase, PhraseRow } from "./compilePhrases.js";

/** A stretch of a text, from one of its words to another. */
export interface Stretch {
  /** Which word is the first, counted from 0. */
  readonly first: number;
  /** Which word is the last. */
  readonly last: number;
  /** Where the first word starts and the last one ends, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const byPlace = (a: Stretch, b: Stretch): number => a.first - b.first || a.last - b.last;

/** How many of an ascending list come before the first that fails; those that pass come first. */
function countWhile(list: readonly Stretch[], passes: (stretch: Stretch) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(list[middle] as Stretch)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Each stretch of one list together with the nearest of another on either side, where at most so many words are between. */
function nearPairs(left: readonly Stretch[], right: readonly Stretch[], most: number): Stretch[] {
  const byEnd = [...right].sort((a, b) => a.last - b.last);
  return left.flatMap((one) => {
    const before = byEnd[countWhile(byEnd, ({ last }) => last < one.first) - 1];
    const after = right[countWhile(right, ({ first }) => first <= one.last)];
    const beforeGap = before === undefined ? Number.POSITIVE_INFINITY : one.first - before.last - 1;
    const afterGap = after === undefined ? Number.POSITIVE_INFINITY : after.first - one.last - 1;
    if (Math.min(beforeGap, afterGap) > most) return [];
    return before !== undefined && beforeGap <= afterGap
      ? { first: before.first, last: one.last, start: before.start, end: one.end }
      : { first: one.first, last: after?.last ?? one.last, start: one.start, end: after?.end ?? one.end };
  });
}

/**
 * Each stretch of one list together with every other within reach, each pair once: which of them another NEAR needs is not known yet. A
 * word has no more of them than there are stretches within so many words, whatever the length of the text.
 */
function allPairs(left: readonly Stretch[], right: readonly Stretch[], most: number): Stretch[] {
  const byEnd = [...right].sort((a, b) => a.last - b.last);
  const pairs = left.flatMap((one) => [
    ...byEnd
      .slice(
        countWhile(byEnd, ({ last }) => last < one.first - 1 - most),
        countWhile(byEnd, ({ last }) => last < one.first),
      )
      .map((before) => ({ first: before.first, last: one.last, start: before.start, end: one.end })),
    ...right
      .slice(
        countWhile(right, ({ first }) => first <= one.last),
        countWhile(right, ({ first }) => first <= one.last + 1 + most),
      )
      .map((after) => ({ first: one.first, last: after.last, start: one.start, end: after.end })),
  ]);
  return pairs.sort(byPlace).filter((pair, i) => i === 0 || byPlace(pair, pairs[i - 1] as Stretch) !== 0);
}

/** Those that hold no other of the list, which is in the order of the text. */
function innermost(stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  let earliestEnd = Number.POSITIVE_INFINITY;
  for (let i = stretches.length - 1; i >= 0; i--) {
    const stretch = stretches[i] as Stretch;
    // At one start the shorter comes first, so that it is met last.
    if (stretch.last >= earliestEnd) continue;
    if (kept.at(-1)?.first === stretch.first) kept.pop();
    earliestEnd = stretch.last;
    kept.push(stretch);
  }
  return kept.reverse();
}

function hasNear(node: CompiledNode): boolean {
  switch (node.kind) {
    case "row":
      return false;
    case "near":
      return true;
    case "not":
      return hasNear(node.wanted);
    default:
      return node.parts.some(hasNear);
  }
}

/** Where a phrase holds in a sentence: its first part where the others only have to be there. In the order of the text, by where its rows are there. */
function stretchesOf(
  node: CompiledNode,
  rows: ReadonlyMap<PhraseRow, readonly Stretch[]>,
  isWithinNear = false,
): readonly Stretch[] {
  switch (node.kind) {
    case "row":
      return rows.get(node.row) ?? [];
    case "or":
      return node.parts.flatMap((part) => stretchesOf(part, rows, isWithinNear)).sort(byPlace);
    case "and": {
      const [first = [], ...others] = node.parts.map((part) => stretchesOf(part, rows, isWithinNear));
      return others.some((other) => other.length === 0) ? [] : first;
    }
    case "not":
      return stretchesOf(node.unwanted, rows).length > 0 ? [] : stretchesOf(node.wanted, rows, isWithinNear);
    case "near": {
      const left = stretchesOf(node.left, rows, true);
      const right = stretchesOf(node.right, rows, true);
      if (isWithinNear) return allPairs(left, right, node.distance);
      const pairs = nearPairs(left, right, node.distance).sort(byPlace);
      // Of the many ways that a NEAR in NEAR holds, the tightest.
      return hasNear(node.left) || hasNear(node.right) ? innermost(pairs) : pairs;
    }
  }
}

/**
 * The phrases with operators that hold in a sentence, and where.
 *
 * @param rows The rows that are in the sentence, each with its places in the order of the text.
 * @param visit Called for each place of each phrase.
 */
export function sentenceMatches(
  rows: ReadonlyMap<PhraseRow, readonly Stretch[]>,
  visit: (phrase: Phrase, stretch: Stretch) => void,
): void {
  const phrases = new Set<Phrase>();
  for (const row of rows.keys()) for (const phrase of row.inOperators) phrases.add(phrase);
  for (const phrase of phrases) for (const stretch of stretchesOf(phrase.node, rows)) visit(phrase, stretch);
}
