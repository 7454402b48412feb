import { createSentimentScorer, english, german, sentimentAt } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createVocabulary } from "../../src/theme/createVocabulary.js";
import { createWordScanner } from "../../src/theme/createWordScanner.js";
import { createAsciiWords } from "../../src/theme/sentiment/createAsciiWords.js";
import { casesByRule, idiomReadings } from "./sentiment/englishSentences.js";

const score = createSentimentScorer();
const both = createSentimentScorer({ languages: [english, german] });

const sentences = [
  ...idiomReadings,
  ...Object.values(casesByRule).flatMap(({ needs, leaves }) => [...needs, ...leaves]),
].map(([text]) => text);
const pieces = [
  ...[
    "not",
    "but",
    "and",
    "good",
    "bad",
    "never",
    "very",
    "too",
    "the",
    "I",
    "waiting",
    "45 minutes",
    "again",
    "great",
  ],
  ...["thanks", "if", "used to be", "fixed", "problem", "nicht", "schön", "the app", "soooo", "LOVE", "don’t", "5/10"],
  ...[
    ", ",
    ". ",
    "! ",
    "? ",
    "... ",
    "\n",
    " - ",
    ":-)",
    "👩🏽‍💻",
    "😡",
    "★★☆",
    '"',
    "(",
    ")",
    "\ud800",
    "\udc00",
    "e\u0301",
    "@x ",
  ],
];
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join(" ")),
  fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join("")),
);

test("any text at all has a score from −1 to 1, parts that lie in order within it, and feelings from 0 to 1", () => {
  fc.assert(
    fc.property(text, (given) => {
      const result = both(given);
      expect(result.score).toBeGreaterThanOrEqual(-1);
      expect(result.score).toBeLessThanOrEqual(1);
      expect(["positive", "neutral", "negative", "unknown"]).toContain(result.label);
      if (result.label === "unknown") expect(result.score).toBe(0);
      let end = 0;
      for (const clause of result.sentences.flatMap((sentence) => sentence.clauses)) {
        expect(clause.start).toBeGreaterThanOrEqual(end);
        expect(clause.end).toBeGreaterThan(clause.start);
        end = clause.end;
      }
      expect(end).toBeLessThanOrEqual(given.length);
      for (const { intensity } of result.emotions) {
        expect(intensity).toBeGreaterThan(0);
        expect(intensity).toBeLessThanOrEqual(1);
      }
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }),
    { numRuns: 500 },
  );
});

test("reading is the same every time, whatever was read before", () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const first = score(one);
      score(other);
      expect(score(one)).toEqual(first);
      expect(score.brief(one)).toEqual({ score: first.score, label: first.label });
    }),
  );
});

test("what counted adds up to the sum, and the sum of the sentences is that of the comment", () => {
  fc.assert(
    fc.property(text, (given) => {
      const { raw, sentences: found } = both(given);
      const explained = both.explain(given);
      expect(explained.raw).toBeCloseTo(raw, 9);
      expect(explained.contributions.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(raw, 9);
      expect(found.reduce((sum, sentence) => sum + sentence.raw, 0)).toBeCloseTo(raw, 9);
      expect(sentimentAt(both(given), 0, given.length).label === "unknown").toBe(both.brief(given).label === "unknown");
    }),
  );
});

test("case makes no difference to a label but by emphasis", () => {
  const calm = createSentimentScorer({ without: ["emphasis"] });
  for (const sentence of sentences) {
    // Capitals can begin a sentence behind a full stop without a space.
    if (/[.:]\S/.test(sentence)) continue;
    expect(`${sentence} ${calm.brief(sentence.toUpperCase()).score}`).toBe(
      `${sentence} ${calm.brief(sentence.toLowerCase()).score}`,
    );
  }
});

test("two comments without thanks, questions or sarcasm add up when they are joined", () => {
  const plain = createSentimentScorer({ without: ["courtesy", "sarcasm", "emphasis"] });
  const whole = sentences.filter((sentence) => /[.!?]$/.test(sentence));
  fc.assert(
    fc.property(fc.constantFrom(...whole), fc.constantFrom(...whole), (one, other) => {
      expect(plain(`${one} ${other}`).raw).toBeCloseTo(plain(one).raw + plain(other).raw, 9);
    }),
  );
});

test("one more sentence of plain fact never turns a comment over", () => {
  const facts = ["The parcel is in the hall.", "I bought it in May.", "We were there on Monday."];
  fc.assert(
    fc.property(fc.constantFrom(...sentences), fc.constantFrom(...facts), (sentence, fact) => {
      const before = score.brief(sentence).score;
      expect(before * score.brief(`${sentence}\n${fact}`).score).toBeGreaterThanOrEqual(0);
      expect(before * score.brief(`${fact} ${sentence}`).score).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});

test("ASCII texts have the same words by the quick scanner as by the other", () => {
  const scan = createWordScanner();
  const vocabulary = createVocabulary();
  const spellings: string[] = [];
  scan("good can't don't 4.5 24/7 & % a o'clock 1,000", Number.POSITIVE_INFINITY, (word) => {
    spellings[vocabulary.learn(word)] = String.fromCodePoint(...word.codes.slice(0, word.length));
  });
  const ascii = createAsciiWords(spellings);
  const character = fc.oneof(
    fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)),
    fc.constantFrom("n", "'", "t", "`", "4", ".", "/", ",", "good", "Can't", "DON'T", "24/7"),
  );
  fc.assert(
    fc.property(
      fc.array(character, { maxLength: 30 }).map((parts) => parts.join("")),
      (given) => {
        const slow: number[][] = [];
        scan(given, Number.POSITIVE_INFINITY, (word) => slow.push([word.start, word.end, vocabulary.find(word)]));
        const quick: number[][] = [];
        ascii.read(given, (start, end, word) => quick.push([start, end, word]));
        expect(quick).toEqual(slow);
      },
    ),
    { numRuns: 2_000 },
  );
});

test("hostile texts are read as well: long words, endless marks, nothing but turns", () => {
  const texts = [
    "a".repeat(100_000),
    "!".repeat(1_000_000),
    "not ".repeat(100_000),
    "but ".repeat(100_000),
    "if good ".repeat(50_000),
    "fixed problem ".repeat(50_000),
    "great, ".repeat(50_000),
    "(".repeat(100_000),
    '"“'.repeat(100_000),
    ":".repeat(200_000),
    "★".repeat(100_000),
    "thanks for ".repeat(50_000),
    "so".repeat(1) + "o".repeat(200_000),
    "\ud83d".repeat(100_000),
    "45 minutes on hold ".repeat(30_000),
  ];
  for (const given of texts) expect(Math.abs(both(given).score)).toBeLessThanOrEqual(1);
});
