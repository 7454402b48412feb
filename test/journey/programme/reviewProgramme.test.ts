import { eventLog, type Journey, reviewProgramme } from "cxkit";
import { describe, expect, test } from "vitest";

const now = "2026-06-01T00:00:00Z";
const healthy: Journey = {
  id: "buy",
  name: "Buying",
  state: "as-is",
  checkedAt: "2026-01-01T00:00:00Z",
  persona: "vera",
  stages: [
    {
      id: "shop",
      name: "Shop",
      touchpoints: [{ id: "pay", name: "Pay", owner: "sales", events: ["checkout"], expected: { success: 0.9 } }],
    },
    {
      id: "get",
      name: "Get",
      touchpoints: [
        { id: "box", name: "Box" },
        { id: "note", name: "Note" },
      ],
    },
  ],
};
const logOf = (names: readonly string[]) =>
  eventLog(names, { customer: () => "c", touchpoint: (name) => name, at: () => 0 });
const codes = (review: ReturnType<typeof reviewProgramme>) =>
  review.findings.map(({ code, journey, stage, touchpoint, persona }) =>
    [code, journey, stage, touchpoint, persona].filter((part) => part !== null).join(" "),
  );

describe("reviewProgramme", () => {
  test("finds nothing in a programme that lacks nothing", () => {
    const review = reviewProgramme({
      journeys: [healthy],
      personas: [{ id: "vera", name: "Vera" }],
      feedback: [{ touchpoint: "pay" }, { stage: "get" }],
      log: logOf(["checkout", "box"]),
      stakeholders: [{ id: "ship", name: "Shipping", touchpoints: ["box", "note"] }],
      kpis: [{ touchpoint: "note" }],
      now,
    });
    expect(review).toEqual({
      findings: [],
      journeys: 1,
      stages: 2,
      touchpoints: 3,
      feedback: { rows: 2, touchpoint: 1, stage: 1, elsewhere: 0, nowhere: 0 },
      events: { rows: 2, placed: 2 },
    });
  });

  test("finds maps out of date, and those of which nobody knows", () => {
    const { checkedAt: _, ...unchecked } = healthy;
    const review = reviewProgramme({
      journeys: [
        { ...healthy, stages: [] },
        { ...unchecked, id: "x", stages: [] },
      ],
      now,
      staleAfterDays: 100,
    });
    expect(codes(review)).toEqual(["stale-map buy", "unchecked-map x"]);
    expect(review.findings[0]).toMatchObject({
      count: 151,
      of: 100,
      message: "“Buying” was last checked against evidence 151 days ago.",
    });
  });

  test("finds stages without signal, owner and KPI, and single touchpoints without an owner", () => {
    const bare = { journeys: [healthy], now };
    expect(codes(reviewProgramme(bare))).toEqual(["stage-without-owner buy get", "stage-without-kpi buy get"]);
    expect(codes(reviewProgramme({ ...bare, feedback: [] }))).toEqual([
      "stage-without-signal buy shop",
      "stage-without-signal buy get",
      "stage-without-owner buy get",
      "stage-without-kpi buy get",
    ]);
    expect(
      codes(
        reviewProgramme({
          ...bare,
          stakeholders: [{ id: "s", name: "S", touchpoints: ["box", "gone"] }],
          kpis: [{ stage: "get" }],
        }),
      ),
    ).toEqual(["touchpoint-without-owner buy get note", "unknown-touchpoint gone"]);
  });

  test("finds personas without a journey, journeys without a persona, and personas that nobody knows", () => {
    const { persona: _, ...nobody } = healthy;
    const personas = [{ id: "omar", name: "Omar" }];
    const review = reviewProgramme({
      journeys: [
        { ...healthy, stages: [] },
        { ...nobody, id: "x", stages: [] },
      ],
      personas,
      now,
    });
    expect(codes(review)).toEqual([
      "unknown-persona buy vera",
      "journey-without-persona x",
      "persona-without-journey omar",
    ]);
  });

  test("counts answers and events that fit nowhere, most first", () => {
    const review = reviewProgramme({
      journeys: [{ ...healthy, stages: healthy.stages.slice(0, 1) }],
      feedback: [
        { touchpoint: "checkout" },
        { touchpoint: "lost" },
        { touchpoint: "lost", stage: "shop" },
        { stage: "void" },
        {},
        { touchpoint: "" },
      ],
      log: logOf(["checkout", "pay", "ping", "ping"]),
      now,
    });
    expect(codes(review)).toEqual([
      "feedback-elsewhere lost",
      "feedback-elsewhere void",
      "feedback-nowhere",
      "event-elsewhere ping",
      "event-elsewhere pay",
    ]);
    expect(review.feedback).toEqual({ rows: 6, touchpoint: 1, stage: 1, elsewhere: 2, nowhere: 2 });
    expect(review.events).toEqual({ rows: 4, placed: 1 });
    expect(review.findings.map(({ count, of }) => [count, of])).toEqual([
      [1, 6],
      [1, 6],
      [2, 6],
      [2, 4],
      [1, 4],
    ]);
    expect(JSON.parse(JSON.stringify(review))).toEqual(review);
  });

  test("takes a blank owner for none, and names the row that is no answer", () => {
    const blank: Journey = {
      ...healthy,
      stages: [{ id: "s", name: "S", touchpoints: [{ id: "a", name: "A", owner: "  ", expected: { success: 1 } }] }],
    };
    expect(codes(reviewProgramme({ journeys: [blank], now }))).toEqual(["stage-without-owner buy s"]);
    const feedback = [{ touchpoint: "a" }, null] as never;
    expect(() => reviewProgramme({ journeys: [blank], now, feedback })).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
  });

  test("gives an answer to the journey whose stage it names, where several have the touchpoint", () => {
    const other: Journey = {
      ...healthy,
      id: "again",
      stages: [
        { id: "again", name: "Again", touchpoints: [{ id: "pay", name: "Pay", owner: "x", expected: { success: 1 } }] },
      ],
    };
    const journeys = [{ ...healthy, stages: healthy.stages.slice(0, 1) }, other];
    expect(codes(reviewProgramme({ journeys, feedback: [{ touchpoint: "pay" }], now }))).toEqual([]);
    expect(codes(reviewProgramme({ journeys, feedback: [{ touchpoint: "pay", stage: "again" }], now }))).toEqual([
      "stage-without-signal buy shop",
    ]);
  });

  test("refuses what makes no sense", () => {
    const good = { journeys: [healthy], now };
    for (const wrong of [
      { now },
      { ...good, journeys: [healthy, healthy] },
      { ...good, personas: {} },
      { ...good, feedback: 1 },
      { ...good, staleAfterDays: -1 },
      { ...good, staleAfterDays: "10" },
      { ...good, stakeholders: [{ id: "s", name: "S", touchpoints: "pay" }] },
      { ...good, log: [] },
      { ...good, what: 1 },
    ]) {
      expect(() => reviewProgramme(wrong as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
    expect(() => reviewProgramme({ ...good, now: "soon" })).toThrowError(
      expect.objectContaining({ code: "invalid-time" }),
    );
  });
});
