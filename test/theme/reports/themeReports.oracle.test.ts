/**
 * The reports on real tweets to airlines, held against plain counts of regular expressions.
 */
import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { heatMap, representativeComments, themeTrend } from "cxkit";
import { describe, expect, test } from "vitest";

const file = new URL("../../../../shared/data/text/airline_tweets_even.csv", import.meta.url);

interface Tweet {
  readonly text: string;
  readonly airline: string;
  readonly tweet_created: string;
}

const taxonomy = {
  id: "air",
  version: "1",
  themes: [
    { id: "hold", name: "On hold", phrases: ["hold"] },
    { id: "bags", name: "Bags", phrases: ["bag", "bags", "baggage", "luggage"] },
    { id: "wifi", name: "Wifi", phrases: ["wifi"] },
  ],
};
const patterns: Record<string, RegExp> = {
  hold: /(?<![\p{L}\p{N}_])hold(?![\p{L}\p{N}_])/iu,
  bags: /(?<![\p{L}\p{N}_])(bag|bags|baggage|luggage)(?![\p{L}\p{N}_])/iu,
};

describe.skipIf(!existsSync(file))("reports on tweets (skipped where ../shared/data is absent)", () => {
  const rows: Tweet[] = existsSync(file) ? parse(readFileSync(file, "utf8"), { columns: true, bom: true }) : [];
  const text = (row: Tweet): string => row.text;
  const at = (row: Tweet): string => row.tweet_created.replace(/ ([+-]\d\d)(\d\d)$/, "$1:$2").replace(" ", "T");

  test("count themes per day as a plain walk does, and take no swing from day to day for news", () => {
    const trend = themeTrend(rows, { taxonomy, text, at, every: "day", timeZone: "America/Los_Angeles" });
    expect(trend).toMatchObject({ comments: 7320, missing: 0, untimed: 0, outside: 0 });
    expect(trend.periods).toHaveLength(9);
    // The tweets end before noon of the last day.
    expect(trend.periods.map(({ complete }) => complete)).toEqual([...new Array(8).fill(true), false]);
    for (const [theme, pattern] of Object.entries(patterns)) {
      const course = trend.themes.find((own) => own.theme === theme);
      course?.points.forEach(({ start, comments }) => {
        const day = start.slice(0, 10);
        expect(comments).toBe(rows.filter((row) => row.tweet_created.startsWith(day) && pattern.test(row.text)).length);
      });
      expect(course?.change.dispersion).toBeGreaterThan(3);
      expect(course?.change.direction).toBeNull();
    }
  });

  test("count themes per airline as a plain walk does, and tell whose customers speak of being on hold", () => {
    const { cells, comments } = heatMap(rows, { taxonomy, text, by: (row) => row.airline });
    expect(comments).toBe(7320);
    for (const { theme, group, comments: count } of cells) {
      const pattern = patterns[theme];
      if (pattern === undefined) continue;
      expect(count).toBe(rows.filter((row) => row.airline === group && pattern.test(row.text)).length);
    }
    const often = cells.filter(
      ({ theme, lift, adjustedPValue }) => theme === "hold" && (lift ?? 0) > 1.3 && (adjustedPValue ?? 1) < 0.001,
    );
    expect(often.map(({ group }) => group)).toEqual(["Southwest", "US Airways"]);
  });

  test("show comments on bags that are not alike, and lose none", () => {
    const shown = representativeComments(rows, { taxonomy, theme: "bags", text, limit: 6 });
    expect(shown.about + shown.others + shown.missing).toBe(7320);
    expect(shown.comments).toHaveLength(6);
    expect(shown.comments.reduce((sum, { represents }) => sum + represents, 0)).toBe(shown.about);
    for (const { row } of shown.comments) expect(rows[row]?.text).toMatch(patterns["bags"] ?? /$^/);
  });
});
