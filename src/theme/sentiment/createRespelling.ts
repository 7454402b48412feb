import type { SentimentLanguage } from "../sentimentLanguage.js";

/**
 * Writes words without the letters that some languages can also write otherwise: "schön" as "schoen".
 *
 * @param languages With their `spellings`.
 * @returns A function of a text, which gives null where nothing is to be changed.
 */
export function createRespelling(languages: readonly SentimentLanguage[]): (text: string) => string | null {
  const spellings = new Map(languages.flatMap(({ spellings = {} }) => Object.entries(spellings)));
  if (spellings.size === 0) return () => null;
  return (text) => {
    const plain = text.normalize("NFC").toLowerCase();
    const respelt = Array.from(plain, (letter) => spellings.get(letter) ?? letter).join("");
    return respelt === plain ? null : respelt;
  };
}
