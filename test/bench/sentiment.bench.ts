/**
 * Sentiment of made-up comments, against a bare scan of the same texts: a loop that folds, hashes and looks up the words and
 * adds up their valences, without a single rule. Time should double with the comments. Vitest makes every use of an imported
 * name a call, which slows the scorer several times; the built library is not slowed.
 */
import { createSentimentScorer } from "cxkit";
import { bench, describe } from "vitest";

const most = 20_000;
const parts = [
  "The room was clean and the staff were friendly",
  "I waited 45 minutes on hold and nobody could help me",
  "my order arrived on Tuesday with the usual courier",
  "the app keeps crashing since the last update",
  "would definitely recommend it to a friend",
  "not what I expected for the price",
  "can you tell me when the parcel will be here?",
  "great food but the service was very slow!",
];
const comments = Array.from(
  { length: most },
  (_, index) => `${parts[index % 8]}, ${parts[(index >> 3) % 8]}. ${parts[(index >> 6) % 8]}.`,
);

const slots = new Int32Array(1 << 14);
const valences = new Float64Array(1 << 14);
const hashOf = (word: string): number => {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
};
for (const word of parts
  .join(" ")
  .toLowerCase()
  .match(/[a-z]+/g) ?? []) {
  slots[hashOf(word) & 16_383] = hashOf(word);
  valences[hashOf(word) & 16_383] = 1;
}

/** No more than must be done to any comment. */
function bareScan(text: string): number {
  let hash = 0;
  let sum = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at) | 0x20;
    if (code >= 0x61 && code <= 0x7a) hash = Math.imul(hash ^ code, 0x01000193);
    else if (hash !== 0) {
      if (slots[hash & 16_383] === hash) sum += valences[hash & 16_383] ?? 0;
      hash = 0;
    }
  }
  return sum;
}

const score = createSentimentScorer();

for (const n of [most / 4, most / 2, most]) {
  const part = comments.slice(0, n);
  describe(`sentiment of ${n} comments`, () => {
    const few = { iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 };
    bench("a bare scan", () => part.forEach(bareScan), few);
    bench("cxkit, score and label", () => part.forEach(score.brief), few);
    bench("cxkit, with sentences, clauses and feelings", () => void part.map(score), few);
  });
}
