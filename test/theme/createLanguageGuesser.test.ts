import { createLanguageGuesser, createSentimentScorer, english, german } from "cxkit";
import { describe, expect, test } from "vitest";

const languageOf = createLanguageGuesser([english, german]);
const others = [
  "Le service est terrible et la livraison horrible.",
  "La comida fue excelente pero el servicio no me gusta.",
  "O atendimento foi péssimo e não recomendo.",
  "Il servizio è stato perfetto, ma il prezzo è alto.",
  "De bezorging was super, maar het eten was koud.",
  "Maten var god, men det er ikke bra service.",
  "Maten var god, men det är inte bra service.",
  "Jedzenie było super, ale obsługa jest fatalna.",
  "Ruoka oli hyvää mutta palvelu ei ole hyvä.",
  "Сервис ужасный, никому не советую.",
  "サービスは最高でした。",
  "الخدمة ممتازة",
];

describe("the language of a comment", () => {
  test.each(others)("is unknown for %s", (text) => {
    expect(languageOf(text)).toBe("unknown");
  });
  test("is told for short comments too", () => {
    expect(["Great service", "Sehr gut", "My bag is lost", "Paket nicht da"].map(languageOf)).toEqual([
      "en",
      "de",
      "en",
      "de",
    ]);
  });
  test("is unknown where there are no words, or none that is known", () => {
    expect(["", "12345", "qwrtz xyzzy", "👍"].map(languageOf)).toEqual(["unknown", "unknown", "unknown", "unknown"]);
  });
  test("is one of 1 to 8", () => {
    expect(() => createLanguageGuesser([])).toThrow("1 to 8 languages");
    expect(() => createLanguageGuesser(new Array(9).fill(english))).toThrow("1 to 8 languages");
  });
});

test("comments in other languages are not scored as if they were English", () => {
  const score = createSentimentScorer();
  expect([...others, "Das Essen war schlecht und der Kellner nicht nett."].map((text) => score.brief(text))).toEqual(
    [...others, ""].map(() => ({ score: 0, label: "unknown" })),
  );
});
