import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { bankingTaxonomy, createTagger, taggedThemes, taggingCoverage, travelTaxonomy } from "cxkit";
import { describe, expect, test } from "vitest";
import { labelScores } from "../../../src/theme/labelScores.js";

const folder = new URL("../../../../shared/data/text/", import.meta.url);
const here = existsSync(folder);
const rows = (name: string): Record<string, string>[] => parse(readFileSync(new URL(name, folder)), { columns: true });

/** The reason for a complaint that a theme stands for; among equals the first counts. */
const reasons: readonly (readonly [reason: string, themes: readonly string[]])[] = [
  ["Damaged Luggage", ["damaged-baggage"]],
  ["Lost Luggage", ["baggage", "lost-baggage"]],
  ["Cancelled Flight", ["cancellation"]],
  ["Late Flight", ["delay", "missed-connection", "diversion"]],
  ["longlines", ["queues"]],
  ["Flight Attendant Complaints", ["staff", "cabin-crew", "ground-staff", "staff-attitude"]],
  ["Bad Flight", ["on-board", "seats", "food", "wifi", "entertainment", "cabin", "safety"]],
  ["Customer Service Issue", ["service", "reaching-you", "replies", "help", "booking", "check-in"]],
  ["Flight Booking Problems", ["website", "fares", "loyalty-programme"]],
];

describe.skipIf(!here)("starter taxonomies on real comments (skipped where ../shared/data is absent)", () => {
  // Regular expressions that were written for these very tweets get 0.554.
  test("for travel tell what a complaint to an airline is about", () => {
    const complaints = rows("airline_tweets_even.csv").filter((row) => row["airline_sentiment"] === "negative");
    const { tag } = createTagger(travelTaxonomy);
    const reasonOf = (text: string): string => {
      const tags = tag(text.replace(/@\w+/g, " "));
      const counts = reasons.map(([, themes]) => tags.filter(({ theme }) => themes.includes(theme)).length);
      const most = Math.max(...counts);
      return most === 0 ? "Can't Tell" : (reasons[counts.indexOf(most)]?.[0] ?? "");
    };
    const score = (some: readonly Record<string, string>[]): number =>
      labelScores(
        some.map((row) => [row["negativereason"] ?? ""]),
        some.map((row) => [reasonOf(row["text"] ?? "")]),
      ).micro.f1;
    expect(score(complaints)).toBeGreaterThan(0.57);
    const clear = complaints.filter((row) => Number(row["negativereason_confidence"]) >= 0.65);
    expect(score(clear)).toBeGreaterThan(0.64);
  });

  test("for banks account for nearly all questions, and find what they are about", () => {
    const questions = rows("banking77_train.csv");
    const tagger = createTagger(bankingTaxonomy);
    const texts = questions.map((row) => row["text"] ?? "");
    expect(taggingCoverage(tagger, texts, { count: 0 }).share).toBeGreaterThan(0.95);
    const found = (category: string, theme: string): number => {
      const own = questions.filter((row) => row["category"] === category);
      return own.filter((row) => taggedThemes(tagger.tag(row["text"] ?? "")).includes(theme)).length / own.length;
    };
    expect(found("lost_or_stolen_card", "lost-card")).toBeGreaterThan(0.8);
    expect(found("pin_blocked", "pin")).toBeGreaterThan(0.8);
    expect(found("exchange_rate", "exchange")).toBeGreaterThan(0.9);
    expect(found("cash_withdrawal_charge", "fees")).toBeGreaterThan(0.9);
    expect(found("verify_my_identity", "identity")).toBeGreaterThan(0.9);
    expect(found("exchange_rate", "card")).toBeLessThan(0.1);
  });
});
