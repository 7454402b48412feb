/**
 * Themes of made-up comments, against one regular expression for each theme. The tagger's time should double with the
 * comments and hardly change with the phrases, while every theme costs the expressions another walk over the text.
 * Vitest makes every use of an imported name a call, which slows the tagger's scanner three to four times; the built
 * library is not slowed.
 */
import { createTagger } from "cxkit";
import { bench, describe } from "vitest";

const most = 20_000;

/** A word for a number, such as "bakodu": rarely used words have high numbers. */
function wordOf(number: number): string {
  const syllables = [
    "ba",
    "ko",
    "du",
    "le",
    "mi",
    "sho",
    "ta",
    "ren",
    "vu",
    "ga",
    "pol",
    "ni",
    "ster",
    "o",
    "fa",
    "wer",
  ];
  const syllable = syllables[number % syllables.length] ?? "";
  return number < syllables.length ? syllable : wordOf(Math.floor(number / syllables.length)) + syllable;
}

let state = 1;
/** A word, the commoner the lower its number, from a generator that gives the same in every run. */
function nextWord(): string {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return wordOf(Math.floor(20_000 ** (state / 2 ** 32)));
}

const comments = Array.from({ length: most }, () => `${Array.from({ length: 30 }, nextWord).join(" ")}.`);

function taxonomyOf(phraseCount: number) {
  const phrases = Array.from({ length: phraseCount }, (_, index) => {
    const word = wordOf(2_000 + ((index * 7919) % 18_000));
    return index % 2 === 0 ? word : `${word} ${wordOf(20 + (index % 1_000))}`;
  });
  const themes = Array.from({ length: phraseCount / 10 }, (_, index) => ({
    id: `theme ${index}`,
    name: `Theme ${index}`,
    phrases: phrases.slice(index * 10, index * 10 + 10),
  }));
  return { id: "bench", version: "1", themes };
}

for (const phraseCount of [500, 5_000]) {
  const taxonomy = taxonomyOf(phraseCount);
  const { tag } = createTagger(taxonomy);
  const patterns = taxonomy.themes.map(({ phrases }) => new RegExp(`\\b(?:${phrases.join("|")})\\b`, "gi"));

  for (const n of [most / 4, most / 2, most]) {
    const part = comments.slice(0, n);
    describe(`${phraseCount} phrases, ${n} comments`, () => {
      bench("cxkit", () => {
        for (const comment of part) tag(comment);
      });
      if (n === most / 4) {
        bench(
          "a regular expression for each theme",
          () => {
            for (const comment of part) for (const pattern of patterns) for (const _ of comment.matchAll(pattern));
          },
          { iterations: 3 },
        );
      }
    });
  }
}
