import { createTagger, type Taxonomy, type Theme } from "cxkit";
import { describe, expect, test } from "vitest";

function taxonomyOf(...themes: readonly (Partial<Theme> & { readonly id: string })[]): Taxonomy {
  return { id: "test", version: "1", themes: themes.map((theme) => ({ name: theme.id, phrases: [], ...theme })) };
}

/** What one theme with these phrases finds in a text, in its own spelling. */
function found(phrases: readonly string[], text: string): string[] {
  const { tag } = createTagger(taxonomyOf({ id: "theme", phrases }));
  return tag(text).map(({ start, end }) => text.slice(start, end));
}

describe("a tag", () => {
  test("says which theme was found, where it hangs, by which phrase, and where in the text", () => {
    const { tag } = createTagger(
      taxonomyOf(
        { id: "late", parent: "flight", phrases: ["Late  Flight"] },
        { id: "service" },
        { id: "flight", parent: "service" },
      ),
    );
    expect(tag("My late flight")).toEqual([
      { theme: "late", path: ["service", "flight", "late"], phrase: "Late  Flight", start: 3, end: 14 },
    ]);
  });

  test("is given for every place, in the order of the text", () => {
    expect(found(["bag", "crew"], "bag, crew, bag")).toEqual(["bag", "crew", "bag"]);
  });

  test("is not given for an empty text, for punctuation alone or for other words", () => {
    expect(["", " ", "?!", "no such thing"].flatMap((text) => found(["late"], text))).toEqual([]);
  });
});

describe("only whole words match", () => {
  test("rate is found neither in grateful nor in rates", () => {
    expect(found(["rate"], "grateful for the rates, pirate")).toEqual([]);
    expect(found(["rate"], "(rate) “rate” rate.")).toEqual(["rate", "rate", "rate"]);
  });

  test("an apostrophe parts words, so that French and possessives are found; all apostrophes are alike", () => {
    expect(found(["attente", "bag"], "l’attente, l'attente, the bag's zip")).toEqual(["attente", "attente", "bag"]);
    expect(found(["don't", "o'clock"], "don’t DON'T don`t, 5 o´clock, dont")).toEqual([
      "don’t",
      "DON'T",
      "don`t",
      "o´clock",
    ]);
  });

  test("can is not found in can't", () => {
    expect(found(["can", "is"], "I can't, CAN’T, it isn't")).toEqual([]);
    expect(found(["can"], "can'tankerous")).toEqual(["can"]);
  });

  test("5 stars is not found in 4.5 stars, and 24/7 is one word", () => {
    expect(found(["5 stars"], "4.5 stars, 4,5 stars, 1/5 stars")).toEqual([]);
    expect(found(["5 stars", "24/7"], "5 stars for 24/7, not 24-7")).toEqual(["5 stars", "24/7"]);
    expect(found(["4"], "I rate it 4. And you?")).toEqual(["4"]);
  });
});

describe("between the words of a phrase", () => {
  test("may stand white space with at most one end of line", () => {
    const text = "late flight late\t \u00a0flight late\nflight late\r\nflight";
    expect(found(["late flight"], text)).toHaveLength(4);
    expect(found(["late flight"], "late\n\nflight late \r\n \r\n flight late\u2029flight")).toEqual([]);
  });

  test("may stand one hyphen, slash, full stop or apostrophe", () => {
    expect(found(["check in"], "check-in check/in check.in check’in check–in")).toHaveLength(5);
    expect(found(["check in"], "check - in, check -in, check--in, check—in")).toEqual([]);
  });

  test("may not stand the end of a sentence, a comma, a quote or a bracket", () => {
    expect(
      found(["late flight"], "It was late. Flight crew: late, flight late! flight late “flight” late (flight)"),
    ).toEqual([]);
  });

  test("e-mail is e mail, but not email; 2-day is 2 day, but not 2day", () => {
    expect(found(["e-mail"], "e-mail E mail email")).toEqual(["e-mail", "E mail"]);
    expect(found(["2-day"], "2-day 2 day 2day")).toEqual(["2-day", "2 day"]);
  });

  test("#, @ and _ count as white space, so that hashtags are found", () => {
    expect(found(["late flight", "@acme"], "my late #flight, _late_ flight with acme")).toEqual([
      "late #flight",
      "late_ flight",
      "acme",
    ]);
  });
});

describe("what makes no difference between words", () => {
  test("case and accents, composed or not", () => {
    expect(found(["café"], "CAFE Cafe\u0301 ca\u0302fé")).toEqual(["CAFE", "Cafe\u0301", "ca\u0302fé"]);
    expect(found(["zurich", "lodz", "tromso", "đa nang"], "ZÜRICH, Łódź, Tromsø, Đà Nẵng")).toHaveLength(4);
  });

  test("letters whose other case is longer: spans stay exact", () => {
    expect(found(["strasse", "ofen"], "STRAẞE,Straße,straße;OFEN")).toEqual(["STRAẞE", "Straße", "straße", "OFEN"]);
    expect(found(["İstanbul", "kırık"], "İSTANBUL istanbul ISTANBUL; KIRIK kirik")).toHaveLength(5);
    expect(found(["late"], "İİİ ßßß ﬃ late!")).toEqual(["late"]);
    expect(found(["office"], "oﬃce")).toEqual(["oﬃce"]);
  });

  test("the final sigma", () => {
    expect(found(["οδός"], "ΟΔΟΣ οδος οδοσ")).toEqual(["ΟΔΟΣ", "οδος", "οδοσ"]);
  });

  test("full-width and styled letters", () => {
    expect(found(["late 24"], "ＬＡＴＥ　２４ 𝐥𝐚𝐭𝐞 24")).toEqual(["ＬＡＴＥ　２４", "𝐥𝐚𝐭𝐞 24"]);
  });

  test("soft hyphens and other invisible characters, which stay out of the span at its ends", () => {
    expect(found(["late flight"], "\ufefflate\u200f fl\u00adight\u200e")).toEqual(["late\u200f fl\u00adight"]);
    expect(found(["acme app"], "Acme® app")).toEqual(["Acme® app"]);
  });

  test("vowel points of Hebrew and Arabic; but not those marks that make another letter", () => {
    expect(found(["שלום", "مرحبا"], "שָׁלוֹם مَرْحَبًا")).toEqual(["שָׁלוֹם", "مَرْحَبًا"]);
    expect(found(["हिन्दी"], "हिन्दी हन्द")).toEqual(["हिन्दी"]);
    expect(found(["한국"], `한국 ${"한국".normalize("NFD")} 하국`)).toHaveLength(2);
  });
});

describe("emoji and symbols are words", () => {
  test("with or without space around them, in any skin tone and presentation", () => {
    expect(found(["😡", "👍", "❤"], "so😡😡 👍🏽 ❤️")).toEqual(["😡", "😡", "👍🏽", "❤️"]);
    expect(found(["late 😡"], "late😡 late 😡 late.😡")).toEqual(["late😡", "late 😡", "late.😡"]);
  });

  test("each as a whole: no man in a family, no flag across two flags", () => {
    expect(found(["👨", "🇳🇴"], "👨‍👩‍👧 🇸🇳🇴🇲")).toEqual([]);
    expect(found(["👨‍👩‍👧", "🇳🇴"], "👨‍👩‍👧🇳🇴")).toEqual(["👨‍👩‍👧", "🇳🇴"]);
  });

  test("signs that are read aloud: AT&T, 50% off, $5", () => {
    expect(found(["AT&T", "50% off", "$5"], "at&t at & t: 50 % off, $5")).toEqual(["at&t", "at & t", "50 % off", "$5"]);
  });
});

describe("scripts without spaces are split by the segmenter", () => {
  test("in phrases as in texts: Japanese, Chinese and Thai", () => {
    expect(found(["配送", "遅い"], "配送が遅いです")).toEqual(["配送", "遅い"]);
    expect(found(["快递"], "快递太慢了")).toEqual(["快递"]);
    expect(found(["ล่าช้า", "จัดส่ง"], "จัดส่งล่าช้า")).toEqual(["จัดส่ง", "ล่าช้า"]);
    expect(found(["iphone充電"], "iPhone充電が")).toEqual(["iPhone充電"]);
  });

  test("in a long text as well, where it is given a piece at a time", () => {
    expect(found(["配送"], "配送が遅いです".repeat(1000))).toHaveLength(1000);
  });
});

describe("where matches overlap", () => {
  test("the one of most words counts for a theme, and among equals the first", () => {
    expect(found(["late", "late flight"], "late flight, late")).toEqual(["late flight", "late"]);
    expect(found(["late flight", "flight was cancelled"], "late flight was cancelled")).toEqual([
      "flight was cancelled",
    ]);
    expect(found(["very very"], "very very very very very")).toEqual(["very very", "very very"]);
    expect(found(["a b", "b c"], "a b c")).toEqual(["a b"]);
  });

  test("a match stays that shares words only with one that goes", () => {
    expect(found(["a b", "b c d", "d e f g"], "a b c d e f g")).toEqual(["a b", "d e f g"]);
  });

  test("every theme has its own tag; longer ones come first, then themes by their ids", () => {
    const { tag } = createTagger(
      taxonomyOf(
        { id: "b", phrases: ["late"] },
        { id: "a", phrases: ["Late"] },
        { id: "B", phrases: ["late flight"] },
        { id: "c", phrases: ["flight"] },
      ),
    );
    expect(tag("late flight").map(({ theme, phrase }) => [theme, phrase])).toEqual([
      ["B", "late flight"],
      ["a", "Late"],
      ["b", "late"],
      ["c", "flight"],
    ]);
  });

  test("of phrases that are the same but for what makes no difference, the first is named", () => {
    const { tag } = createTagger(taxonomyOf({ id: "a", phrases: ["Café", "cafe", "CAFÉ"] }));
    expect(tag("cafe").map(({ phrase }) => phrase)).toEqual(["Café"]);
  });
});

describe("a taxonomy is refused", () => {
  const refusal = (taxonomy: unknown): string => {
    try {
      createTagger(taxonomy as Taxonomy);
    } catch (error) {
      return `${(error as { code: string }).code}: ${(error as Error).message}`;
    }
    return "accepted";
  };

  test.each([
    ["late, flight", "punctuation"],
    ["late!", "punctuation"],
    ["", "have words"],
    [" \n", "have words"],
    ["-", "have words"],
    ["late (flight)", "AND, OR, NOT or NEAR/n between words and brackets, at character 5"],
    ["OR", "words or a bracket, at character 0"],
    ["NOT policy", "words or a bracket, at character 0"],
    ["refund NOT", "words or a bracket, at character 10"],
    [
      "late NEAR flight",
      "NEAR/ with the most words that may stand between, from 0 to 100, as in NEAR/3, at character 5",
    ],
    ["late NEAR/101 flight", "from 0 to 100"],
    ["(late OR slow", 'a ")" for this bracket, at character 0'],
    ["late) flight", "between words and brackets, at character 4"],
    ['"late flight', "a closing quote, at character 0"],
    ["de*liver", "the beginning of a word before *, and nothing behind it, at character 2"],
    ["late *", "the beginning of a word before *, and nothing behind it, at character 5"],
    ["(".repeat(51), "at most 50 brackets inside each other, at character 50"],
    [null, "to be texts"],
  ])("for the phrase %j, naming it and the theme", (phrase, why) => {
    const message = refusal({ themes: [{ id: "delay", name: "Delay", phrases: ["fine", phrase] }] });
    expect(message).toMatch(/^invalid-definition: createTagger requires the phrases of theme "delay" to /);
    expect(message).toContain(why);
    expect(message).toContain(`received ${JSON.stringify(phrase)}`.slice(0, 60));
  });

  test("but not for operators in lower case", () => {
    expect(refusal(taxonomyOf({ id: "a", phrases: ["terms and conditions", "near me"] }))).toBe("accepted");
  });

  test("for an id that is missing or used twice", () => {
    expect(refusal(taxonomyOf({ id: "twin" }, { id: "twin" }))).toMatch(/^invalid-definition: .*of its own.*"twin"/);
    expect(refusal(taxonomyOf({ id: "" }))).toMatch(/^invalid-definition/);
  });

  test("for a parent that is unknown or a part of its own theme", () => {
    expect(refusal(taxonomyOf({ id: "a", parent: "b" }))).toMatch(/^invalid-definition: .*parent of theme "a".*"b"/);
    expect(refusal(taxonomyOf({ id: "a", parent: "a" }))).toMatch(/^invalid-definition: .*theme "a" not to be a part/);
    const circle = taxonomyOf({ id: "x", parent: "a" }, { id: "a", parent: "b" }, { id: "b", parent: "a" });
    expect(refusal(circle)).toMatch(/^invalid-definition: .*theme "[ab]" not to be a part/);
  });

  test("when it is none, or lacks its lists", () => {
    for (const taxonomy of [null, {}, { themes: [null] }, { themes: [{ id: "a", name: "A" }] }]) {
      expect(refusal(taxonomy)).toMatch(/^invalid-definition/);
    }
  });
});

describe("operators", () => {
  test("a star stands for any end of a word, and for none", () => {
    expect(found(["deliver*"], "Deliver, delivery; DELIVERED. undelivered, deli-ver")).toEqual([
      "Deliver",
      "delivery",
      "DELIVERED",
    ]);
    expect(found(["late deliver*"], "late delivery, late, delivered, late deliver")).toEqual([
      "late delivery",
      "late deliver",
    ]);
    expect(found(["café*"], "cafeteria")).toEqual(["cafeteria"]);
  });
  test("of two beginnings that fit a word, both count", () => {
    const { tag } = createTagger(
      taxonomyOf(
        { id: "a", phrases: ["del*"] },
        { id: "b", phrases: ["deliver*"] },
        { id: "c", phrases: ["delivery"] },
      ),
    );
    const themes = (text: string): string[] => tag(text).map(({ theme }) => theme);
    expect(themes("delivery")).toEqual(["a", "b", "c"]);
    expect(themes("delivers")).toEqual(["a", "b"]);
    expect(themes("delay")).toEqual(["a"]);
    expect(themes("de")).toEqual([]);
  });
  test("NEAR counts the words between, in either order, and its tag covers both sides", () => {
    expect(found(["late NEAR/2 delivery"], "late is the delivery")).toEqual(["late is the delivery"]);
    expect(found(["late NEAR/2 delivery"], "delivery was very late")).toEqual(["delivery was very late"]);
    expect(found(["late NEAR/1 delivery"], "late is the delivery")).toEqual([]);
    expect(found(["late NEAR/0 delivery"], "late, delivery")).toEqual(["late, delivery"]);
    expect(found(["late NEAR/9 late"], "late")).toEqual([]);
  });
  test("NEAR joins with the nearest of several, also where one that began earlier ends nearer", () => {
    expect(found(["x NEAR/1 (a b c d OR b)"], "a b c d x")).toEqual(["a b c d x"]);
    expect(found(["a NEAR/5 b"], "b z z a z b")).toEqual(["a z b"]);
  });
  test("AND finds its first part where the others are in the sentence, NOT where they are not", () => {
    expect(found(["late AND refund"], "Late again, I want a refund. Late.")).toEqual(["Late"]);
    expect(found(["refund NOT policy"], "A refund! The refund policy. refund")).toEqual(["refund", "refund"]);
    expect(found(["refund AND NOT (policy OR terms)"], "refund terms; refund. Refund")).toEqual(["Refund"]);
    expect(found(["late AND late flight"], "a late flight")).toEqual(["late"]);
  });
  test("brackets group, and OR binds least", () => {
    expect(found(["a OR b AND c"], "a. b. b c")).toEqual(["a", "b"]);
    expect(found(["(a OR b) AND c"], "a. b. b c")).toEqual(["b"]);
    expect(found(["a AND (b NEAR/1 c)"], "a b z c. a b z z c")).toEqual(["a"]);
  });
  test("hold within one sentence, which full stops with space, ! and ? and empty lines end", () => {
    for (const end of [". ", "! ", "?", ".\n", "\n\n", "。", '." ']) {
      expect([end, found(["late AND refund"], `late${end}refund`)]).toEqual([end, []]);
    }
    for (const inside of [", ", "... ", "\n", " - ", ": ", "; ", " 4.5 ", ".x "]) {
      expect([inside, found(["late AND refund"], `late${inside}refund`)]).toEqual([inside, ["late"]]);
    }
  });
  test("in quotes are words; quotes keep other forms out", () => {
    expect(found(['"terms AND conditions"'], "Terms and Conditions")).toEqual(["Terms and Conditions"]);
    const taxonomy = { ...taxonomyOf({ id: "a", phrases: ['"delay"'] }), language: "en", inflection: true };
    expect(
      createTagger(taxonomy)
        .tag("delays, delay")
        .map(({ start }) => start),
    ).toEqual([8]);
  });
});

describe("other forms of words", () => {
  const english = (phrase: string, text: string, settings: Partial<Taxonomy>): string[] => {
    const { tag } = createTagger({ ...taxonomyOf({ id: "a", phrases: [phrase] }), language: "en-GB", ...settings });
    return tag(text).map(({ start, end }) => text.slice(start, end));
  };
  test("count with inflection: plurals, past forms, irregular ones; without it they do not", () => {
    const text = "delay delays delayed delaying delayer";
    expect(english("delay", text, { inflection: true })).toHaveLength(5);
    expect(english("delay", text, {})).toEqual(["delay"]);
    expect(english("lose parcel", "they lost parcels and losing parcel", { inflection: true })).toEqual([
      "lost parcels",
      "losing parcel",
    ]);
    expect(english("reply", "replies, replied, replying", { inflection: true })).toHaveLength(3);
    expect(english("ship", "ships, shipped, shipping", { inflection: true })).toHaveLength(3);
    expect(english("transfer", "transfers, transferred, transferring", { inflection: true })).toHaveLength(3);
    expect(english("offer", "offers, offered, offering", { inflection: true })).toHaveLength(3);
    expect(english("charge", "charges charged charging", { inflection: true })).toHaveLength(3);
  });
  test("count in German too", () => {
    const taxonomy = { ...taxonomyOf({ id: "a", phrases: ["liefern", "Paket"] }), language: "de", inflection: true };
    expect(createTagger(taxonomy).tag("Pakete, liefert, geliefert, lieferte, Paketen")).toHaveLength(5);
  });
  test("count with regional spelling, in both directions", () => {
    for (const [one, other] of [
      ["cancelled", "canceled"],
      ["travelling", "traveling"],
      ["colour", "color"],
      ["favourite", "favorite"],
      ["apologise", "apologize"],
      ["organisation", "organization"],
      ["centre", "center"],
      ["fulfil", "fulfill"],
    ] as const) {
      expect(english(one, other, { regionalSpelling: true })).toEqual([other]);
      expect(english(other, one, { regionalSpelling: true })).toEqual([one]);
      expect(english(one, other, {})).toEqual([]);
    }
    expect(english("rise", "rize", { regionalSpelling: true })).toEqual([]);
    expect(english("cancel", "canceled, cancelled", { inflection: true, regionalSpelling: true })).toHaveLength(2);
  });
  test("are refused for a language that has no rules", () => {
    const taxonomy = taxonomyOf({ id: "a", phrases: ["a"] });
    expect(() => createTagger({ ...taxonomy, inflection: true })).toThrow("inflection to be en or de");
    expect(() => createTagger({ ...taxonomy, language: "de", regionalSpelling: true })).toThrow(
      "regionalSpelling to be en",
    );
  });
});

test("a theme may have no phrases, and a taxonomy no themes", () => {
  expect(createTagger(taxonomyOf({ id: "parent" })).tag("parent")).toEqual([]);
  expect(createTagger(taxonomyOf()).tag("anything")).toEqual([]);
});

test("__proto__ is a theme and a word like any other", () => {
  const { tag } = createTagger(
    taxonomyOf(
      { id: "__proto__", phrases: ["__proto__", "constructor"] },
      { id: "child", parent: "__proto__", phrases: ["a"] },
    ),
  );
  expect(tag("proto a").map(({ theme, path }) => [theme, path])).toEqual([
    ["__proto__", ["__proto__"]],
    ["child", ["__proto__", "child"]],
  ]);
});

test("anything but a string is an invalid value", () => {
  const { tag } = createTagger(taxonomyOf({ id: "a", phrases: ["a"] }));
  for (const text of [null, undefined, 5, ["a"], new String("a")]) {
    expect(() => tag(text as string)).toThrowError(expect.objectContaining({ code: "invalid-value" }));
  }
});

test("the path that tags share cannot be changed", () => {
  const [tag] = createTagger(taxonomyOf({ id: "a", phrases: ["a"] })).tag("a");
  expect(tag?.path).toSatisfy(Object.isFrozen);
});

test("of thousands of phrases, each is found, and no other word is taken for one", () => {
  const phrases = Array.from({ length: 5000 }, (_, index) => `n${index.toString(36)} of many`);
  const { tag } = createTagger(taxonomyOf({ id: "a", phrases }));
  expect(tag(phrases.join(", ")).map(({ phrase }) => phrase)).toEqual(phrases);
  expect(tag(`${phrases.join("x, ")}x`)).toEqual([]);
  // These pairs have the same 32-bit hash in the tagger.
  expect(found(["hwelab", "zogddb"], "qoldkx hwelab iwzeen zogddb")).toEqual(["hwelab", "zogddb"]);
  expect(found(["hwelab", "qoldkx late"], "qoldkx late, hwelab late")).toEqual(["qoldkx late", "hwelab"]);
});

test("a megabyte of anything is read to its end", () => {
  const { tag } = createTagger(
    taxonomyOf({ id: "a", phrases: ["very", "very very", "very very very good", "😡", "end"] }),
  );
  const pieces = [
    "a",
    "\u0301\u0323",
    "e\u0301\u0323",
    "😡\u200d",
    "🇳🇴",
    "'",
    "n't",
    "1.",
    "\ud800",
    "\u00ad",
    "क\u094d\u093c",
    "ไ",
  ];
  for (const piece of pieces) {
    const text = `${piece.repeat(1_000_000 / piece.length)} end`;
    const tags = tag(text);
    expect([piece, tags.at(-1)]).toEqual([
      piece,
      { theme: "a", path: ["a"], phrase: "end", start: text.length - 3, end: text.length },
    ]);
  }
  const operators = createTagger(
    taxonomyOf({ id: "a", phrases: ["a NEAR/3 b", "a AND b NOT c", "(a OR b) NEAR/9 (a OR b)", "a* NEAR/1 b*"] }),
  );
  expect(operators.tag("a b ".repeat(100_000)).length).toBeGreaterThan(50_000);
  expect(tag("very ".repeat(200_000))).toHaveLength(100_000);
  expect(tag("😡".repeat(500_000))).toHaveLength(500_000);
});
