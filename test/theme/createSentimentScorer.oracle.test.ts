/**
 * English on real texts that people have labelled, by the protocol of the reference levels: nothing is trained, texts are as
 * they came. What is asserted is a little below what is reached. The best npm packages reach a macro-F1 of 0.533 on the airline
 * tweets (wink-sentiment), an accuracy of 0.845 on the reviews (wink-sentiment), and a correlation of 0.879 on the rated tweets (vader-sentiment, whose
 * word list was made of ratings like these).
 */
import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { correlation, createSentimentScorer } from "cxkit";
import { describe, expect, test } from "vitest";

const folder = new URL("../../../shared/data/text/", import.meta.url);

function rowsOf(name: string): Record<string, string>[] {
  return parse(readFileSync(new URL(name, folder), "utf8"), { columns: true, bom: true });
}

describe.skipIf(!existsSync(folder))("English sentiment (skipped where ../shared/data is absent)", () => {
  const score = createSentimentScorer();

  test("tells complaints, praise and the rest apart in tweets to airlines", () => {
    const labels = ["negative", "neutral", "positive"];
    const table = labels.map(() => [0, 0, 0]);
    for (const { text = "", airline_sentiment = "" } of rowsOf("airline_tweets_even.csv")) {
      const { label } = score.brief(text);
      const row = table[labels.indexOf(airline_sentiment)] ?? [];
      const column = labels.indexOf(label === "unknown" ? "neutral" : label);
      row[column] = (row[column] ?? 0) + 1;
    }
    const sum = (counts: readonly (number | undefined)[]): number => counts.reduce<number>((a, b) => a + (b ?? 0), 0);
    const f1 = labels.map(
      (_, k) => (2 * (table[k]?.[k] ?? 0)) / (sum(table[k] ?? []) + sum(table.map((row) => row[k]))),
    );
    expect(sum(table.flat())).toBe(7320);
    expect(sum(f1) / 3).toBeGreaterThan(0.685);
  });

  test("tells good from bad reviews of phones and their accessories", () => {
    const rows = rowsOf("amazon_cells_labelled.csv");
    const right = rows.filter(({ text = "", label }) => score.brief(text).score > 0 === (label === "1"));
    expect(rows).toHaveLength(1000);
    expect(right.length / rows.length).toBeGreaterThan(0.915);
  });

  test("follows the mean of twenty raters of tweets", () => {
    const rows = rowsOf("vader_tweets_groundtruth.csv");
    const r = correlation(
      rows.map(({ text = "" }) => score.brief(text).score),
      rows.map(({ mean_sentiment }) => Number(mean_sentiment)),
    );
    expect(rows).toHaveLength(4200);
    expect(r.n).toBe(4200);
    expect(r.value).toBeGreaterThan(0.82);
  });
});
