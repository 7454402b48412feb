import { createSentimentScorer, createTagger, english, sentimentAt } from "cxkit";
import { describe, expect, test } from "vitest";

const score = createSentimentScorer();

describe("a comment", () => {
  test("is unknown where nothing is recognised, and neutral where only facts are", () => {
    expect(["", "   ", "!!!", "xyzzy", "12345"].map((text) => score.brief(text))).toEqual(
      new Array(5).fill({ score: 0, label: "unknown" }),
    );
    expect(score.brief("The parcel is in the hall.")).toEqual({ score: 0, label: "neutral" });
    expect(score.brief("Good and bad.").label).toBe("neutral");
  });
  test("reads the same in brief and in full", () => {
    for (const text of ["Great!", "Not so good.", "xyzzy", "Love the app but the checkout keeps crashing."]) {
      const { score: value, label } = score(text);
      expect(score.brief(text)).toEqual({ score: value, label });
    }
  });
  test("has the score of its sum: s ÷ √(s² + 15)", () => {
    const { raw, score: value } = score("A good hotel.");
    expect(raw).toBeCloseTo(2.4, 12);
    expect(value).toBeCloseTo(2.4 / Math.sqrt(2.4 ** 2 + 15), 12);
  });
  test("is plain data", () => {
    const sentiment = score("Thanks, but I am furious: 45 minutes on hold 😡");
    expect(JSON.parse(JSON.stringify(sentiment))).toEqual(sentiment);
  });
  test("must be a string", () => {
    // @ts-expect-error a comment that is missing is the caller's to leave out
    expect(() => score(null)).toThrow("requires a string");
  });
});

describe("sentences and clauses", () => {
  const text = "I 💛 the façade. The lift,\nhowever, was broken! Mr. Smith helped us… thanks";
  test("have places that slice back to the text", () => {
    const { sentences } = score(text);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      "I 💛 the façade",
      "The lift,\nhowever, was broken",
      "Mr. Smith helped us… thanks",
    ]);
    expect(sentences.flatMap(({ clauses }) => clauses.map(({ start, end }) => text.slice(start, end)))).toEqual([
      "I 💛 the façade",
      "The lift",
      "however, was broken",
      "Mr. Smith helped us",
      "thanks",
    ]);
  });
  test("keep their places where folding changes the length of words", () => {
    const odd = "ǅungla İstanbul ﬁne. Great ﬂat!";
    const [, second] = score(odd).sentences;
    expect(odd.slice(second?.start, second?.end)).toBe("Great ﬂat");
    expect(second?.label).toBe("positive");
  });
  test("give a tag the sentiment of its clause", () => {
    const themes = [
      { id: "app", name: "App", phrases: ["app"] },
      { id: "price", name: "Price", phrases: ["price"] },
      { id: "support", name: "Support", phrases: ["support"] },
    ];
    const { tag } = createTagger({ id: "t", version: "1", themes });
    const comment = "The app is lovely, but support never answers. The price is 5 euros.";
    const sentiment = score(comment);
    expect(tag(comment).map(({ theme, start, end }) => [theme, sentimentAt(sentiment, start, end).label])).toEqual([
      ["app", "positive"],
      ["support", "negative"],
      ["price", "neutral"],
    ]);
    expect(sentimentAt(sentiment, 900, 910)).toEqual({ score: 0, label: "unknown" });
  });
});

describe("feelings", () => {
  const feelings = (text: string) => score(text).emotions.map(({ emotion, words }) => [emotion, ...words]);
  test("come with the words that show them", () => {
    expect(feelings("I am furious, this is so frustrating!")).toEqual([
      ["frustration", "frustrating"],
      ["anger", "furious"],
    ]);
    expect(feelings("Thank you so much, I am delighted.")).toEqual([
      ["joy", "delighted"],
      ["gratitude", "Thank you so much"],
    ]);
    expect(feelings("The bill is confusing and I need this today.")).toEqual([
      ["confusion", "confusing"],
      ["urgency", "I need this today"],
    ]);
    expect(feelings("What a disappointment.")).toEqual([["disappointment", "disappointment"]]);
  });
  test("are not there where they are denied, and none where there are only facts", () => {
    expect(feelings("I am not angry.")).toEqual([]);
    expect(feelings("We were not delighted.")).toEqual([]);
    expect(feelings("The parcel is in the hall.")).toEqual([]);
  });
  test("lie between 0 and 1 and grow with their words", () => {
    const [once] = score("I am angry.").emotions;
    const [twice] = score("I am angry, I am furious!!!").emotions;
    expect(once?.intensity).toBeGreaterThan(0);
    expect(twice?.intensity).toBeGreaterThan(once?.intensity ?? 1);
    expect(twice?.intensity).toBeLessThanOrEqual(1);
  });
});

describe("an explanation", () => {
  test("names what counted, for how much, and by which rules", () => {
    const text = "The app is good but NOT fast!!";
    const { contributions, raw } = score.explain(text);
    expect(contributions).toMatchObject([
      { text: "good", valence: 2.4, rules: ["contrast", "emphasis"] },
      { text: "fast", valence: 2.2, rules: ["negation", "contrast", "emphasis"] },
    ]);
    for (const { text: word, start, end } of contributions) expect(text.slice(start, end)).toBe(word);
    expect(contributions.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(raw, 12);
    expect(score(text).raw).toBeCloseTo(raw, 12);
  });
});

describe("your own words", () => {
  test("take precedence, alone or several together", () => {
    const own = createSentimentScorer({ lexicon: { sick: 3, "legroom for a giant": 2.5, Straße: -2 } });
    expect(own.brief("That beat is sick").label).toBe("positive");
    expect(own.brief("Legroom for a GIANT").label).toBe("positive");
    expect(own.brief("What a STRASSE").label).toBe("negative");
    expect(score.brief("That beat is sick").label).toBe("negative");
  });
  test("can be patterns and negators", () => {
    const own = createSentimentScorer({ idioms: { "lost|left my marbles": 2 }, negators: ["zilch"] });
    expect(own.brief("I lost my marbles").label).toBe("positive");
    expect(own.brief("zilch good").label).toBe("negative");
  });
  test("and names that are words do not count", () => {
    const own = createSentimentScorer({ ignore: ["Best Buy", "Delight"] });
    expect(own.brief("I went to Best Buy with Delight.").label).toBe("neutral");
    expect(own.brief("The best phone.").label).toBe("positive");
    const named = createSentimentScorer({ ignore: ["No Problem"], lexicon: { "no response": 1 } });
    expect(named.brief("I ate at No Problem.").label).toBe("neutral");
    expect(named.brief("There was no response.").label).toBe("positive");
    expect(score.brief("@great_airlines which gate is it?").label).toBe("neutral");
    expect(score.brief("See https://awful.example/terrible on it.").label).toBe("neutral");
  });
  test("with keys of any name", () => {
    const own = createSentimentScorer({ lexicon: { ["__proto__"]: 1, constructor: -2 } });
    expect(own.brief("a constructor").label).toBe("negative");
    expect(own.brief("toString valueOf the hasOwnProperty").label).toBe("neutral");
  });
});

describe("wrong options", () => {
  test.each([
    [{ lexicon: { good: 5 } }, "valences from -4 to 4"],
    [{ idioms: { "so it goes": Number.NaN } }, "valences from -4 to 4"],
    [{ languages: [] }, "1 to 8 languages"],
    [{ without: ["irony"] }, "must be one of"],
    [{ ignore: "Best Buy" }, "as lists"],
    [{ lexicon: "good" }, "as objects"],
    [{ language: "en" }, "an option of createSentimentScorer"],
    [{ idioms: { "{nonsense} good": 1 } }, "classes by their name"],
    [{ idioms: { "good/qqq": 1 } }, "endings by their name"],
    [{ languages: [{ ...english, idioms: "x: good" }] }, "a number first"],
  ])("%j is refused", (options, message) => {
    expect(() => createSentimentScorer(options as never)).toThrow(message);
  });
});
