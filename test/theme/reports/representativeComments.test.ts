import { seededRandom } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type RepresentativeCommentsOptions,
  representativeComments,
} from "../../../src/theme/reports/representativeComments.js";

const taxonomy = {
  id: "shop",
  version: "1",
  themes: [
    { id: "delivery", name: "Delivery", phrases: ["parcel"] },
    { id: "late", name: "Late", parent: "delivery", phrases: ["late"] },
    { id: "price", name: "Price", phrases: ["price"] },
  ],
};
const late = [
  "my parcel came late again",
  "the parcel was late by days",
  "late parcel and late again",
  "parcel so late",
];

describe("representativeComments", () => {
  test("shows one comment of each sub-topic, the largest first, and says how many it stands for", () => {
    // Three sub-topics in words of their own, among words that all comments share.
    const random = seededRandom(6);
    const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? "";
    const topics = [
      ["courier", "rude", "shouted", "door", "unfriendly", "driver"],
      ["box", "broken", "wet", "crushed", "damaged", "torn"],
      ["late", "days", "waiting", "delayed", "tracking", "slow"],
    ];
    const common = ["the", "my", "parcel", "was", "and", "again", "it", "very", "with", "this"];
    const rows = [200, 120, 60].flatMap((count, topic) =>
      Array.from({ length: count }, () =>
        Array.from({ length: 9 }, (_, i) => pick(i % 2 === 0 ? common : (topics[topic] ?? []))).join(" "),
      ),
    );
    const { comments, about } = representativeComments(rows, { limit: 3 });
    expect(about).toBe(380);
    expect(comments.map(({ row }) => (row < 200 ? 0 : row < 320 ? 1 : 2))).toEqual([0, 1, 2]);
    comments.forEach(({ represents, share }, i) => {
      expect(Math.abs(represents - ([200, 120, 60][i] ?? 0))).toBeLessThan(6);
      expect(share).toBe(represents / 380);
    });
  });

  test("counts comments of the same words together, and shows near-duplicates once", () => {
    const campaign = "please bring back the old blue bottle with the cap";
    const rows = [
      ...new Array<string>(5).fill(campaign),
      "Please, bring back the OLD blue bottle with the cap!!!",
      "please bring back the old blue bottle with its cap",
      ...late,
    ];
    const { comments } = representativeComments(rows, { limit: 4 });
    const told = comments.filter(({ text }) => /bottle/i.test(text));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ row: 0, represents: 7, duplicates: 6 });
    expect(comments.reduce((sum, { represents }) => sum + represents, 0)).toBe(rows.length);
  });

  test("takes out personal details, unless told otherwise", () => {
    const rows = ["My parcel is late, write to jo@example.com please"];
    expect(representativeComments(rows).comments[0]?.text).toBe("My parcel is late, write to [email] please");
    expect(representativeComments(rows, { redact: false }).comments[0]?.text).toBe(rows[0]);
    expect(representativeComments(rows, { redact: () => "…" }).comments[0]?.text).toBe("…");
  });

  test("shows comments about a theme or its parts only, and loses no row", () => {
    const rows = [...late, "the price is high", "fine", "", null, "the parcel is fine here"].map((comment) => ({
      comment,
    }));
    const options = { taxonomy, text: (row: { comment: string | null }) => row.comment };
    const delivery = representativeComments(rows, { ...options, theme: "delivery" });
    expect(delivery).toMatchObject({ about: 5, others: 2, missing: 2, wordless: 0 });
    expect(representativeComments(rows, { ...options, theme: "late" })).toMatchObject({ about: 4, others: 3 });
    expect(representativeComments(rows, { ...options, limit: 1 })).toMatchObject({ about: 7, others: 0, missing: 2 });
  });

  test("takes rows that are coded already", () => {
    const rows = [
      { comment: "my parcel came late", codes: ["a"] },
      { comment: "the price is too high", codes: ["b"] },
      { comment: "nobody has coded this", codes: null },
    ];
    const shown = representativeComments(rows, { theme: "b", themes: (row) => row.codes, text: (row) => row.comment });
    expect(shown).toMatchObject({
      about: 1,
      others: 1,
      missing: 1,
      comments: [{ text: "the price is too high", row: 1 }],
    });
  });

  test("shares places out among how customers feel, where asked", () => {
    const rows = [
      ...Array.from({ length: 12 }, (_, i) => ({ comment: `bad parcel number ${i} was late`, feeling: -0.8 })),
      ...Array.from({ length: 4 }, (_, i) => ({ comment: `lovely parcel number ${i} on time`, feeling: 0.8 })),
      { comment: "a parcel of no feeling at all", feeling: null },
    ];
    const shown = representativeComments(rows, {
      theme: "delivery",
      taxonomy,
      text: (row) => row.comment,
      sentiment: (row, tags) => (tags.every(({ path }) => path[0] === "delivery") ? row.feeling : 0),
      limit: 5,
    });
    const feelings = shown.comments.map(({ sentiment }) => sentiment);
    expect(feelings.filter((feeling) => feeling === -0.8)).toHaveLength(3);
    expect(feelings.filter((feeling) => feeling === 0.8)).toHaveLength(1);
    expect(feelings.filter((feeling) => feeling === null)).toHaveLength(1);
    const two = representativeComments(rows, { text: (row) => row.comment, sentiment: (row) => row.feeling, limit: 2 });
    expect(two.comments.map(({ sentiment }) => sentiment)).toEqual([-0.8, 0.8]);
  });

  test("prefers comments that are neither a word or two nor a page", () => {
    const page = `late parcel again ${Array.from({ length: 80 }, (_, i) => `word${i}`).join(" ")}`;
    const rows = ["late parcel", "late parcel", "parcel late again", page, "my parcel was late again"];
    expect(representativeComments(rows, { limit: 1 }).comments[0]?.text).toBe("my parcel was late again");
    expect(representativeComments(["late parcel", page], { limit: 1 }).comments[0]?.row).toBe(1);
    expect(representativeComments(["late parcel"], { limit: 1 }).comments[0]?.text).toBe("late parcel");
  });

  test("shows nothing of nothing, and nothing of comments without a word", () => {
    expect(representativeComments([])).toEqual({ comments: [], about: 0, wordless: 0, others: 0, missing: 0 });
    expect(representativeComments(["?!", null as never, "…"])).toMatchObject({
      comments: [],
      about: 2,
      wordless: 2,
      missing: 1,
    });
  });

  test("names the row of a bad comment or sentiment, and refuses wrong options", () => {
    expect(() => representativeComments(["x", 7 as never])).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
    expect(() => representativeComments(["x", "y"], { sentiment: (row) => (row === "y" ? 40 : 0) })).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
    const wrongs: object[] = [
      { limit: 0 },
      { minimumWords: 0 },
      { maximumWords: 1.5 },
      { duplicatesFrom: 0 },
      { count: 3 },
    ];
    wrongs.push(
      { theme: "late" },
      { theme: "size", taxonomy },
      { redact: true },
      { sentiment: 1 },
      { theme: 7, taxonomy },
    );
    wrongs.push({ text: 1 });
    for (const wrong of wrongs) {
      expect(
        () => representativeComments(["x"], wrong as RepresentativeCommentsOptions<string>),
        JSON.stringify(wrong),
      ).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });

  test("represents every comment once, shows no near-duplicates, and says the same twice", () => {
    const word = fc.constantFrom("late", "parcel", "rude", "price", "box", "broken", "fine", "again", "!");
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), fc.integer({ min: 1, max: 6 }), (rows, limit) => {
        const shown = representativeComments(rows, { limit, redact: false });
        expect(shown.comments.length).toBeLessThanOrEqual(limit);
        expect(shown.about + shown.missing).toBe(rows.length);
        const represented = shown.comments.reduce((sum, { represents }) => sum + represents, 0);
        expect(represented).toBe(shown.about - shown.wordless);
        for (const { text: own, row, duplicates, represents, similarity } of shown.comments) {
          expect(rows[row]).toBe(own);
          expect(duplicates).toBeLessThan(represents);
          expect(similarity).toBeGreaterThanOrEqual(0);
          expect(similarity).toBeLessThanOrEqual(1);
        }
        const bags = shown.comments.map(({ text: own }) => own.replaceAll("!", "").trim().split(/ +/).sort().join(" "));
        expect(new Set(bags).size).toBe(bags.length);
        expect(JSON.parse(JSON.stringify(shown))).toEqual(shown);
        expect(representativeComments(rows, { limit, redact: false })).toEqual(shown);
      }),
      { numRuns: 80 },
    );
  });
});
