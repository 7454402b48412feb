/** The main job on the embedded sample: it finds what was planted, and does not shout about what was not. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { printReview } from "../../docs/examples/printReview.mjs";
import { reviewOf } from "../../docs/examples/review.mjs";
import { readSample } from "../../docs/examples/sample.mjs";

interface Planted {
  readonly kind: string;
  readonly stage: string | null;
  readonly touchpoint: string | null;
  readonly planted?: { readonly share?: number };
  readonly effect?: { readonly planted: number };
}
const planted: Planted[] = JSON.parse(readFileSync(new URL("../../sample/planted.json", import.meta.url), "utf8")).gaps;
const placeOf = ({ kind, stage, touchpoint }: { kind: string; stage: string | null; touchpoint: string | null }) =>
  `${kind} ${stage ?? "-"} ${touchpoint ?? "-"}`;

const sample = readSample();
const review = reviewOf(sample);

describe("the review of the sample", () => {
  test("reads every row", () => {
    expect(sample.interactions.length).toBeGreaterThan(10_000);
    expect(sample.feedback.length).toBeGreaterThan(1_400);
    expect(sample.cases.length).toBeGreaterThan(250);
    expect(review.observed.events).toBe(sample.interactions.length);
  });

  test("tells every planted gap and no other", () => {
    expect(review.gaps.map(placeOf).sort()).toEqual(planted.map(placeOf).sort());
  });

  test("puts each share of customers where it was planted", () => {
    const shares = planted.filter(({ kind }) =>
      ["missing-touchpoint", "unplanned-touchpoint", "drop-off"].includes(kind),
    );
    expect(shares.length).toBeGreaterThan(4);
    for (const one of shares) {
      const { interval, share } = review.gaps.find((gap) => placeOf(gap) === placeOf(one))?.customers ?? {};
      // Four standard errors either way: the sample is one draw of what was planted.
      const slack = (interval?.high ?? 0) - (interval?.low ?? 0);
      expect(Math.abs((share ?? 9) - (one.planted?.share ?? 0)), placeOf(one)).toBeLessThan(slack);
    }
  });

  test("ranks the harmful before the harmless", () => {
    const severity = (kind: string, touchpoint: string) =>
      review.gaps.find((gap) => gap.kind === kind && gap.touchpoint === touchpoint)?.severity ?? Number.NaN;
    expect(review.gaps[0]).toMatchObject({ kind: "drop-off" });
    expect(severity("unplanned-touchpoint", "call_address_change")).toBeGreaterThan(
      severity("unplanned-touchpoint", "recipe_printed"),
    );
    expect(severity("missing-touchpoint", "delivery-notice")).toBeGreaterThan(
      severity("missing-touchpoint", "cooking-tips"),
    );
  });

  test("finds the planted effect on NPS in those whom it is large enough to be seen in", () => {
    const large = planted.filter(({ kind, effect }) => kind !== "experience" && (effect?.planted ?? 0) <= -20);
    expect(large.length).toBeGreaterThan(2);
    for (const one of large) {
      const effect = review.gaps.find((gap) => placeOf(gap) === placeOf(one))?.effect;
      expect(effect?.difference, placeOf(one)).toBeLessThan(-10);
      expect(effect?.interval?.low).toBeLessThan(one.effect?.planted ?? 0);
      expect(effect?.interval?.high).toBeGreaterThan(one.effect?.planted ?? 0);
    }
  });

  test("sees in the comments what the paths show", () => {
    const impact = (name: string) => review.themes.themes.find((theme) => theme.name === name)?.impact ?? Number.NaN;
    expect(impact("Late box")).toBeLessThan(-3);
    expect(impact("Changing the address")).toBeLessThan(-3);
    expect(impact("Recipes and taste")).toBeGreaterThan(3);
  });

  test("prints a review and draws a map", () => {
    const text = printReview({ ...review, journey: sample.journey });
    expect(text).toMatch(/The 9 worst gaps of 9/);
    expect(text).not.toMatch(/undefined|NaN|null/);
    expect(review.map).toMatch(/^<!doctype html>/);
  });
});
