import { feedbackSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const answer = { id: "f-1", at: "2026-03-29T08:30:00+02:00" };

/** The issues of an answer of this kind. */
function issues(fields: object): { path: PropertyKey[]; message: string }[] {
  return issuesOf(feedbackSchema, { ...answer, ...fields });
}

describe("feedbackSchema", () => {
  test("an answer with all that it can say passes", () => {
    const full = {
      ...answer,
      customer: "c-1",
      response: "r-1",
      source: "survey",
      channel: "email",
      stage: "order",
      touchpoint: "pay",
      kind: "csat",
      score: 4,
      scale: { low: 1, high: 5 },
      comment: "",
      language: "de",
      followUp: "acknowledged",
      attributes: { region: "north" },
    };
    expect(feedbackSchema.parse(full)).toEqual(full);
  });

  test("the ends of the usual scales are answers", () => {
    for (const [kind, low, high] of [
      ["nps", 0, 10],
      ["csat", 1, 5],
      ["ces", 1, 7],
    ]) {
      expect(issues({ kind, score: low })).toEqual([]);
      expect(issues({ kind, score: high })).toEqual([]);
    }
  });

  test("a score off the usual scale, or between its steps, is refused with the scale", () => {
    const cases: [string, number, string][] = [
      ["nps", 11, "requires a whole number from 0 to 10 for nps"],
      ["nps", -1, "requires a whole number from 0 to 10 for nps"],
      ["nps", 9.5, "requires a whole number from 0 to 10 for nps"],
      ["csat", 0, "requires a whole number from 1 to 5 for csat"],
      ["csat", 4.5, "requires a whole number from 1 to 5 for csat"],
      ["ces", 8, "requires a whole number from 1 to 7 for ces"],
    ];
    for (const [kind, score, message] of cases) expect(issues({ kind, score })).toEqual([{ path: ["score"], message }]);
  });

  test("the usual scale written out, in either direction, still has whole steps", () => {
    const message = "requires a whole number from 1 to 5 for csat";
    const scale = { low: 1, high: 5, direction: "lower-is-better" };
    expect(issues({ kind: "csat", score: 2.5, scale })).toEqual([{ path: ["score"], message }]);
    expect(issues({ kind: "csat", score: 2, scale })).toEqual([]);
  });

  test("on a scale of its own a score may be any number on it", () => {
    const scale = { low: 0, high: 100 };
    expect(issues({ kind: "csat", score: 87.5, scale })).toEqual([]);
    expect(issues({ kind: "csat", score: 100.5, scale })).toEqual([
      { path: ["score"], message: "requires a score on the scale, from 0 to 100" },
    ]);
    expect(issues({ kind: "rating", score: -1, scale })).toEqual([
      { path: ["score"], message: "requires a score on the scale, from 0 to 100" },
    ]);
  });

  test("an nps answer is on 0 to 10 and on no other scale", () => {
    const message = "requires the scale 0 to 10 for nps; use the kind rating for any other";
    for (const scale of [
      { low: 1, high: 5 },
      { low: 0, high: 10, direction: "lower-is-better" },
    ]) {
      expect(issues({ kind: "nps", score: 3, scale })).toEqual([{ path: ["scale"], message }]);
    }
    expect(issues({ kind: "nps", score: 3, scale: { low: 0, high: 10 } })).toEqual([]);
  });

  test("a rating with a score must name its scale; one that was not answered need not", () => {
    expect(issues({ kind: "rating", score: 4 })).toEqual([
      { path: ["scale"], message: "requires a scale for a rating, such as { low: 1, high: 5 }" },
    ]);
    expect(issues({ kind: "rating", score: null })).toEqual([]);
    expect(issues({ kind: "rating" })).toEqual([]);
  });

  test("an open answer has a comment and no score", () => {
    expect(issues({ kind: "open", comment: "Quick and kind." })).toEqual([]);
    expect(issues({ kind: "open", score: null })).toEqual([]);
    expect(issues({ kind: "open", score: 4, scale: { low: 1, high: 5 } })).toEqual([
      { path: ["score"], message: "requires no score for an open answer; use the kind rating for one with a score" },
    ]);
  });

  test("a score is never read out of a text, and NaN is no way to leave it out", () => {
    const message = "requires a number, or null where there was no answer";
    for (const score of ["9", Number.NaN, undefined]) {
      expect(issues({ kind: "nps", score })).toEqual([{ path: ["score"], message }]);
    }
  });

  test("no score is held against a scale that is none", () => {
    expect(issues({ kind: "rating", score: 3, scale: { low: 5, high: 1 } }).map(({ path }) => path)).toEqual([
      ["scale", "low"],
    ]);
  });
});
