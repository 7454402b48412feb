import { emergingThemes, seededRandom } from "cxkit";
import { describe, expect, test } from "vitest";

const words = Array.from({ length: 200 }, (_, i) => `word${i}`);

/** Comments of ten words, the commoner the lower their numbers. */
function comments(n: number, seed: number): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () =>
    Array.from({ length: 10 }, () => words[Math.floor(200 ** random()) - 1] ?? "").join(" "),
  );
}

describe("what emerges", () => {
  test("is nothing where nothing has changed: of forty comparisons of like with like hardly one speaks", () => {
    const spoke = Array.from({ length: 40 }, (_, i) => emergingThemes(comments(300, 2 * i), comments(300, 2 * i + 1)));
    expect(spoke.filter(({ terms }) => terms.length > 0).length).toBeLessThanOrEqual(3);
    expect(spoke[0]?.tested).toBeGreaterThan(50);
  });
  test("is what has risen, and what was never there is new", () => {
    const now = comments(300, 1).map((text, i) =>
      i % 15 === 0 ? `${text} blank screen` : i % 3 ? text : `${text} word150`,
    );
    const { terms } = emergingThemes(now, comments(900, 2));
    expect(terms.map(({ term }) => term)).toContain("blank screen");
    expect(terms.find(({ term }) => term === "blank screen")).toMatchObject({
      now: 20,
      before: 0,
      lift: null,
      isNew: true,
    });
    expect(terms.find(({ term }) => term === "word150")?.lift).toBeGreaterThan(1.5);
  });
  test("is told once where words stand in the same comments", () => {
    const before = comments(300, 3);
    const { terms } = emergingThemes(
      before.map((text, i) => (i % 10 ? text : "blank screen of death")),
      before,
    );
    expect(terms).toHaveLength(1);
    expect(terms[0]?.together).toContain("screen");
  });
  test("is nothing without anything to hold it against, and rows without comments are counted", () => {
    expect(emergingThemes(comments(100, 1), [])).toMatchObject({ terms: [], tested: 0, comments: [100, 0] });
    const rows = [{ text: "a" }, { text: null }, { text: "" }];
    expect(emergingThemes(rows, rows, { text: (row) => row.text })).toMatchObject({ comments: [1, 1], missing: 4 });
  });
  test("a word in every comment of both is met", () => {
    const same = Array.from({ length: 20 }, () => "the same");
    expect(emergingThemes(same, same).terms).toEqual([]);
  });
});

test("options and comments that make no sense are refused", () => {
  expect(() => emergingThemes(["a"], ["a"], { minimumLift: 0 })).toThrow("minimumLift to be a number from 1");
  expect(() => emergingThemes([1 as unknown as string], [])).toThrow("comments as strings, received 1 (row 0)");
});
