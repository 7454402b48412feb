/**
 * Learning from made-up texts of three labels, against the least that must be done: reading the words, and as many rounds of
 * a plain gradient over them in arrays as the model took. Time should double with the examples; 10,000 should take seconds. Vitest
 * makes every use of an imported name a call, which slows the reader of words several times; the built library is not slowed.
 */
import { classify, createTextClassifier, fitTextClassifier } from "cxkit";
import { bench, describe } from "vitest";

const most = 10_000;
const labels = ["negative", "neutral", "positive"] as const;
const syllables = ["ba", "ko", "du", "le", "mi", "sho", "ta", "ren", "vu", "ga"];

let state = 1;
/** A number from 0 to 1, the same in every run. */
function next(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}
/** A word, the commoner the lower its number. */
function word(number: number): string {
  const syllable = syllables[number % syllables.length] ?? "";
  return number < syllables.length ? syllable : word(Math.floor(number / syllables.length)) + syllable;
}
const examples = Array.from({ length: most }, (_, i) => {
  const label = i % labels.length;
  // Every fourth word or so is one of the label's own.
  const words = Array.from({ length: 18 }, () =>
    next() < 0.25 ? `${word(Math.floor(60 * next()))}${"aeo"[label]}` : word(Math.floor(8_000 ** next())),
  );
  return { text: `${words.join(" ")}.`, label: labels[label] ?? "neutral" };
});

/** The words of texts as numbers. */
function readWords(texts: readonly { readonly text: string }[]): {
  readonly rows: Int32Array[];
  readonly size: number;
} {
  const numbers = new Map<string, number>();
  const rows = texts.map(({ text }) =>
    Int32Array.from(text.toLowerCase().match(/[a-z]+/g) ?? [], (own) => {
      const number = numbers.get(own) ?? numbers.size;
      numbers.set(own, number);
      return number;
    }),
  );
  return { rows, size: numbers.size };
}

/** Rounds of a gradient of multinomial logistic regression. */
function bareRounds(texts: readonly { readonly text: string }[], rounds: number): Float64Array {
  const { rows, size } = readWords(texts);
  const weights = new Float64Array(size * 3);
  const gradient = new Float64Array(size * 3);
  const scores = new Float64Array(3);
  for (let round = 0; round < rounds; round++) {
    gradient.fill(0);
    rows.forEach((places, i) => {
      scores.fill(0);
      for (const place of places)
        for (let k = 0; k < 3; k++) scores[k] = (scores[k] ?? 0) + (weights[3 * place + k] ?? 0);
      const sum = Math.exp(scores[0] ?? 0) + Math.exp(scores[1] ?? 0) + Math.exp(scores[2] ?? 0);
      for (let k = 0; k < 3; k++) {
        const miss = Math.exp(scores[k] ?? 0) / sum - (i % 3 === k ? 1 : 0);
        for (const place of places) gradient[3 * place + k] = (gradient[3 * place + k] ?? 0) + miss;
      }
    });
    for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) - 0.001 * (gradient[at] ?? 0);
  }
  return weights;
}

const once = { iterations: 2, warmupIterations: 1, time: 0, warmupTime: 0 };
for (const n of [most / 4, most / 2, most]) {
  const part = examples.slice(0, n);
  const model = fitTextClassifier(part);
  describe(`learning from ${n} texts, ${model.terms.length} terms, ${model.iterations} rounds`, () => {
    bench("reading the words alone", () => void readWords(part), once);
    bench("as many rounds of a bare gradient", () => void bareRounds(part, model.iterations), once);
    bench("cxkit", () => void fitTextClassifier(part), once);
  });
  if (n < most) continue;
  describe(`classifying ${n} texts`, () => {
    const ready = createTextClassifier(model);
    bench("reading the words alone", () => void readWords(part), once);
    bench("cxkit, a classifier that stays", () => part.forEach(({ text }) => void ready(text)), once);
    bench(
      "cxkit, classify, of one in a hundred",
      () => part.slice(0, n / 100).forEach(({ text }) => void classify(model, text)),
      once,
    );
  });
}
