/** One kind of gap after the other, on paths of which the answer can be counted by hand. */
import { conformance, eventLog, filterLog, type Journey, journeyGapReport, journeyGaps } from "cxkit";
import { describe, expect, test } from "vitest";
import { idsOf, type Path, touchpoint } from "./walkedJourney.js";

interface Visit {
  readonly name: string;
  /** Hours after the visit before. */
  readonly after?: number;
  readonly channel?: string;
  readonly outcome?: string;
}

const hour = 3_600_000;
const visits = (...names: readonly (string | Visit)[]): Visit[] =>
  names.map((one) => (typeof one === "string" ? { name: one } : one));
const many = (count: number, path: readonly Visit[]): (readonly Visit[])[] => new Array(count).fill(path);
const logOf = (paths: readonly (readonly Visit[])[]) => {
  const rows = paths.flatMap((path, customer) => {
    let at = 0;
    return path.map(({ name, after = 1, channel = null, outcome = null }) => {
      at += after * hour;
      return { customer: `c${customer}`, name, at, channel, outcome };
    });
  });
  return eventLog([...rows, { customer: "late", name: "a", at: 9999 * hour, channel: null, outcome: null }], {
    customer: (row) => row.customer,
    touchpoint: (row) => row.name,
    at: (row) => row.at,
    channel: (row) => row.channel,
    outcome: (row) => row.outcome,
  });
};
const journeyOf = (...touchpoints: readonly Parameters<typeof touchpoint>[]): Pick<Journey, "stages"> => ({
  stages: [{ id: "s", name: "S", touchpoints: touchpoints.map((args) => touchpoint(...args)) }],
});
const abc = journeyOf(["a"], ["b"], ["c"]);
const whole = visits("a", "b", "c");
const names = (path: Path): Visit[] => visits(...path);

describe("journeyGaps, kind by kind", () => {
  test("finds a touchpoint that customers come to out of its turn", () => {
    const gaps = journeyGaps({ journey: abc, log: logOf([...many(70, whole), ...many(30, names(["a", "c", "b"]))]) });
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ kind: "out-of-order", customers: { count: 30, of: 100 } });
  });

  test("finds visits that fail, in the words that mean it", () => {
    const paying = (outcome: string): Visit[] => visits("a", { name: "b", outcome }, "c");
    const log = logOf([...many(80, paying("completed")), ...many(20, paying("Declined"))]);
    expect(journeyGaps({ journey: abc, log })).toMatchObject([
      {
        id: "failed-touchpoint/s/b",
        customers: { count: 20, of: 100 },
        evidence: { visits: 100, failed: 20, promised: null },
        explanation: "20 of 100 customers (20 %) had a visit to “B” that failed.",
      },
    ]);
    expect(journeyGaps({ journey: abc, log, failedOutcomes: ["broken"] })).toEqual([]);
  });

  test("holds failures against the success that is promised", () => {
    const log = logOf([
      ...many(80, visits("a", { name: "b", outcome: "ok" }, "c")),
      ...many(20, visits("a", { name: "b", outcome: "failed" }, "c")),
    ]);
    const promising = (success: number) => journeyOf(["a"], ["b", { expected: { success } }], ["c"]);
    // R: pbinom(19, 100, 0.1, lower.tail = FALSE) is 0.00198; of a promise of 0.8, a fifth is what is promised.
    expect(idsOf(journeyGaps({ journey: promising(0.9), log }))).toEqual(["failed-touchpoint/s/b"]);
    expect(journeyGaps({ journey: promising(0.8), log })).toEqual([]);
    const { judged } = journeyGapReport({ journey: promising(0.9), log });
    expect(judged.find(({ kind }) => kind === "failed-touchpoint")?.pValue).toBeCloseTo(0.001978561, 8);
  });

  test("counts many failures of few customers for no more than these customers", () => {
    // Ten customers who all fail five times: fifty failures, but of ten people.
    const five = visits("a", ...new Array<Visit>(5).fill({ name: "b", outcome: "failed" }), "c");
    const fine = visits("a", ...new Array<Visit>(5).fill({ name: "b", outcome: "ok" }), "c");
    const journey = journeyOf(["a"], ["b", { repeatable: true, expected: { success: 0.95 } }], ["c"]);
    const pValue = (log: ReturnType<typeof logOf>) =>
      journeyGapReport({ journey, log }).judged.find(({ kind }) => kind === "failed-touchpoint")?.pValue ?? 1;
    const once = pValue(
      logOf([
        ...many(10, visits("a", { name: "b", outcome: "failed" }, "c")),
        ...many(90, visits("a", { name: "b", outcome: "ok" }, "c")),
      ]),
    );
    expect(pValue(logOf([...many(10, five), ...many(90, fine)]))).toBeCloseTo(once, 2);
  });

  test("finds waits that are longer than promised, and shares them out of who came after another visit", () => {
    const journey = journeyOf(["a"], ["b", { withinSeconds: 7200 }], ["c", { expected: { waitSeconds: 1800 } }]);
    const log = logOf([
      ...many(60, visits("a", "b", { name: "c", after: 0.4 })),
      ...many(40, visits("a", { name: "b", after: 3 }, { name: "c", after: 0.4 })),
    ]);
    expect(journeyGaps({ journey, log })).toMatchObject([
      {
        id: "delay/s/b",
        customers: { count: 40, of: 100 },
        evidence: { withinSeconds: 7200 },
        explanation: "40 of 100 customers (40 %) waited for “B” longer than 2 hours, which is promised.",
      },
    ]);
    const slow = logOf([
      ...many(60, visits("a", "b", { name: "c", after: 0.4 })),
      ...many(40, visits("a", "b", { name: "c", after: 0.6 })),
    ]);
    expect(idsOf(journeyGaps({ journey, log: slow }))).toEqual(["delay/s/c"]);
    // Who comes when they like does not wait.
    const free = journeyOf(["a"], ["b"], ["c", { optional: true, expected: { waitSeconds: 1800 } }]);
    expect(journeyGaps({ journey: free, log: slow })).toEqual([]);
  });

  test("finds visits again where once should do, and none where again is planned", () => {
    const log = logOf([...many(70, whole), ...many(30, names(["a", "b", "b", "c"]))]);
    expect(journeyGaps({ journey: abc, log })).toMatchObject([{ id: "rework/s/b", customers: { count: 30, of: 100 } }]);
    expect(journeyGaps({ journey: journeyOf(["a"], ["b", { repeatable: true }], ["c"]), log })).toEqual([]);
  });

  test("finds visits on a channel that is not offered, and none where the design names no channel", () => {
    const on = (channel: string): Visit[] => visits("a", { name: "b", channel }, "c");
    const log = logOf([...many(50, on("web")), ...many(25, on("app")), ...many(25, on("phone"))]);
    const journey = journeyOf(["a"], ["b", { channel: ["web", "app"] }], ["c"]);
    expect(journeyGaps({ journey, log })).toMatchObject([
      { id: "channel-break/s/b", customers: { count: 25, of: 100 }, evidence: { offered: ["web", "app"] } },
    ]);
    expect(journeyGaps({ journey: abc, log })).toEqual([]);
  });

  test("means by deviations what conformance means", () => {
    const journey = journeyOf(["a"], ["b", { withinSeconds: 7200, channel: "web" }], ["c"]);
    const log = logOf([
      ...many(40, whole),
      ...many(15, names(["a", "c", "b"])),
      ...many(15, names(["a", "b", "b", "c"])),
      ...many(15, visits("a", { name: "b", after: 5, outcome: "failed" }, "c")),
      ...many(15, visits("a", { name: "b", channel: "phone", outcome: "ok" }, "c")),
    ]);
    const kinds = {
      "out-of-order": "out-of-order",
      repeated: "rework",
      late: "delay",
      failed: "failed-touchpoint",
      "wrong-channel": "channel-break",
    } as const;
    const { judged } = journeyGapReport({ journey, log });
    const deviations = conformance(log, journey).deviations.filter(({ kind }) => kind in kinds);
    expect(new Set(deviations.map(({ kind }) => kind)).size).toBe(5);
    for (const { kind, touchpoint: place, customers } of deviations) {
      const same = judged.find((one) => one.kind === kinds[kind as keyof typeof kinds] && one.touchpoint === place);
      expect(same?.customers, kind).toMatchObject(customers);
    }
  });

  test("finds touchpoints that feel worse than they are designed to, by scores and by how comments sound", () => {
    const journey = journeyOf(["a", { emotion: 2 }], ["b", { emotion: 1 }]);
    const answers = (at: string, scores: readonly number[]) =>
      scores.map((score, index) => ({ kind: "csat" as const, touchpoint: at, score, customer: `c${index}` }));
    const fives = new Array<number>(20).fill(5);
    const threes = new Array<number>(20).fill(3);
    const gaps = journeyGaps({ journey, feedback: [...answers("a", fives), ...answers("b", threes)] });
    expect(gaps).toMatchObject([
      { id: "low-emotion/s/b", customers: { count: 20, of: 20 }, evidence: { mean: 0, promised: 1 } },
    ]);
    expect(gaps[0]?.harm).toBe(0.25);
    // The best there is cannot be exceeded: half a step under it is as good as kept.
    const nearly = [...new Array<number>(14).fill(5), ...new Array<number>(6).fill(4)];
    expect(journeyGaps({ journey, feedback: [...answers("a", nearly), ...answers("b", fives)] })).toEqual([]);
    const comments = [...new Array<number>(20).keys()].map((index) => ({
      kind: "open" as const,
      touchpoint: "b",
      score: null,
      customer: `c${index}`,
      tone: -0.5,
    }));
    const heard = journeyGaps({
      journey,
      feedback: [...answers("a", fives).map((row) => ({ ...row, tone: null })), ...comments],
      sentiment: (row) => row.tone,
    });
    expect(heard).toMatchObject([{ id: "low-emotion/s/b", evidence: { mean: -1 } }]);
    expect(() => journeyGaps({ journey, feedback: comments, sentiment: () => 2 })).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 0 }),
    );
  });

  test("tells scores that break a promised satisfaction once, and not as a low emotion again", () => {
    const journey = journeyOf(["a", { emotion: 1, expected: { satisfaction: 80 } }], ["b", { emotion: 1 }]);
    const feedback = ["a", "b"].flatMap((at) =>
      new Array<number>(20).fill(2).map((score, index) => ({
        kind: "csat" as const,
        touchpoint: at,
        score,
        customer: `c${index}`,
      })),
    );
    const { gaps, judged } = journeyGapReport({ journey, feedback });
    expect(idsOf(gaps)).toEqual(["experience/s/a", "low-emotion/s/b"]);
    expect(gaps.find(({ kind }) => kind === "experience")?.evidence).toMatchObject({ emotion: -1, designedEmotion: 1 });
    expect(judged.map(({ id, told }) => [id, told])).toEqual([
      ["experience/s/a", true],
      ["low-emotion/s/a", false],
      ["low-emotion/s/b", true],
    ]);
    // A sentiment is heard beside the scores.
    expect(idsOf(journeyGaps({ journey, feedback, sentiment: () => null }))).toContain("low-emotion/s/a");
  });

  test("tells a touchpoint that the log never has beside its uncovered stage, unless it has nothing of the stage", () => {
    const journey = journeyOf(["a"], ["phantom"], ["c"]);
    const answer = { kind: "csat" as const, touchpoint: "a", score: 5 };
    const gaps = journeyGaps({ journey, log: logOf(many(50, names(["a", "c"]))), feedback: [answer] });
    expect(idsOf(gaps)).toEqual(["uncovered-stage/s/", "unmeasured/s/phantom"]);
    expect(gaps.find(({ kind }) => kind === "uncovered-stage")?.explanation).toMatch(/“S” \(1 answer\)/);
    const away = { stages: [...abc.stages, { id: "t", name: "T", touchpoints: [touchpoint("x"), touchpoint("y")] }] };
    const unseen = journeyGaps({ journey: away, log: logOf(many(50, whole)), feedback: new Array(20).fill(answer) });
    expect(idsOf(unseen).filter((id) => id.includes("/t/"))).toEqual(["uncovered-stage/t/"]);
  });

  test("does not say that who came to another of the alternatives came again", () => {
    const stages = [
      { id: "s", name: "S", touchpoints: [touchpoint("a")] },
      { id: "t", name: "T", flow: "alternatives" as const, touchpoints: [touchpoint("b"), touchpoint("c")] },
    ];
    const gaps = journeyGaps({
      journey: { stages },
      log: logOf([...many(70, names(["a", "b"])), ...many(30, names(["a", "b", "c"]))]),
    });
    expect(gaps.find(({ kind }) => kind === "rework")?.explanation).toMatch(
      /came to “C” again, or after another of the alternatives/,
    );
  });

  test("finds touchpoints that nobody answers for, where anybody answers for any", () => {
    const owned = journeyOf(["a", { owner: "sales" }], ["b"], ["c"]);
    expect(idsOf(journeyGaps({ journey: owned }))).toEqual(["unowned/s/b", "unowned/s/c"]);
    expect(idsOf(journeyGaps({ journey: owned, stakeholders: [{ touchpoints: ["b"] }] }))).toEqual(["unowned/s/c"]);
    expect(idsOf(journeyGaps({ journey: abc, stakeholders: [] }))).toEqual([
      "unowned/s/a",
      "unowned/s/b",
      "unowned/s/c",
    ]);
    expect(journeyGaps({ journey: abc })).toEqual([]);
    expect(journeyGaps({ journey: journeyOf(["a", { owner: "  " }]) })).toEqual([]);
    const [gap] = journeyGaps({ journey: owned, log: logOf(many(99, whole)) });
    expect(gap).toMatchObject({ remedy: "assign", customers: { count: 99, of: 100 } });
  });

  test("finds a design that was checked too long ago", () => {
    const journey = { ...abc, checkedAt: "2025-01-01T00:00:00Z" };
    expect(journeyGaps({ journey, now: "2026-01-01T00:00:00Z" })).toEqual([]);
    expect(journeyGaps({ journey, now: "2026-01-02T00:00:00Z" })).toMatchObject([
      { id: "stale-evidence//", stage: null, evidence: { days: 366 }, remedy: "measure" },
    ]);
    expect(journeyGaps({ journey, now: "2025-03-01T00:00:00Z", staleAfterDays: 30 })).toHaveLength(1);
    expect(journeyGaps({ journey })).toEqual([]);
  });

  test("finds personas whom the journey does not reach", () => {
    const personas = [
      { id: "vera", name: "Vera" },
      { id: "omar", name: "Omar" },
    ];
    const journey = { ...abc, persona: "vera" };
    expect(journeyGaps({ journey, personas })).toMatchObject([
      {
        id: "untouched-persona///persona=omar",
        remedy: "add",
        explanation: "The journey does not reach “Omar”: the journey is not designed for them.",
      },
    ]);
    // A journey that names nobody and of whom nobody was seen reaches neither.
    expect(idsOf(journeyGaps({ journey: abc, personas }))).toEqual([
      "untouched-persona///persona=omar",
      "untouched-persona///persona=vera",
    ]);
    const log = logOf(many(50, whole));
    const gaps = journeyGaps({ journey: abc, log, personas, personaOf: () => ["vera"] });
    expect(gaps).toMatchObject([{ evidence: { persona: "omar", customers: 0, respondents: null } }]);
    expect(journeyGaps({ journey: abc, log, personas, personaOf: (id) => (id === "c1" ? "vera" : "omar") })).toEqual(
      [],
    );
  });

  test("tells effects in an outcome, a rate of flags or a mean of numbers", () => {
    const log = logOf([...many(60, whole), ...many(40, names(["a", "c"]))]);
    const indexOf = (id: string): number => Number(id.slice(1));
    const effect = (outcome: (id: string) => boolean | number | null) =>
      journeyGaps({ journey: abc, log, outcome }).find(({ kind }) => kind === "missing-touchpoint")?.effect;
    expect(effect((id) => indexOf(id) < 50)).toMatchObject({
      definition: { kpi: "outcome", family: "proportion" },
      affected: { value: 0, n: 40 },
      others: { value: 5 / 6, n: 60 },
      difference: -5 / 6,
    });
    expect(effect((id) => (id === "c0" ? null : indexOf(id) < 60 ? 10 : 4))).toMatchObject({
      difference: -6,
      others: { n: 59 },
    });
    expect(effect(() => null)).toBeNull();
    expect(() => effect((id) => (id === "c0" ? 1 : true))).toThrowError(
      expect.objectContaining({ code: "invalid-value" }),
    );
  });

  test("says what is too thin to judge, and that it is not a gap", () => {
    const { gaps, tooThin } = journeyGapReport({ journey: abc, log: logOf(many(4, names(["a", "c"]))), feedback: [] });
    expect(gaps.filter(({ kind }) => kind === "missing-touchpoint")).toEqual([]);
    expect(tooThin).toContainEqual({ id: "rework/s/a", kind: "rework", stage: "s", touchpoint: "a", n: 5, needed: 10 });
    expect(tooThin.every(({ n, needed }) => n < needed)).toBe(true);
  });

  test("of the design walked as it is finds nothing, however often", () => {
    const log = logOf(many(500, whole));
    expect(journeyGaps({ journey: abc, log })).toEqual([]);
  });

  test("refuses options that make no sense", () => {
    for (const wrong of [
      { outcome: 1 },
      { sentiment: 1 },
      { personaOf: "x" },
      { personas: {} },
      { stakeholders: 1 },
      { failedOutcomes: "failed" },
      { staleAfterDays: -1 },
      { timeZone: "Mars/Base", log: logOf(many(3, whole)) },
      { timeZone: "Mars" },
      { dropOffAfterSeconds: "5" },
      { staleAfterDays: "10" },
      { stakeholders: [{ touchpoints: "a" }] },
      { feedback: [{ kind: "csat", score: 3, scale: [1, 5] }] },
    ]) {
      expect(() => journeyGaps({ journey: abc, ...wrong } as never), JSON.stringify(wrong)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });

  test("reads no event at now or later", () => {
    const log = logOf([...many(60, whole), ...many(40, names(["a", "c"]))]);
    for (const now of [1.5 * hour, 2 * hour, 100 * hour]) {
      const expected = journeyGapReport({ journey: abc, log: filterLog(log, { to: now }), now });
      expect(journeyGapReport({ journey: abc, log, now })).toEqual(expected);
    }
  });

  test("reads times in the time zone, and says which is none", () => {
    const journey = { ...abc, checkedAt: "2025-01-01 10:00:00" };
    const gaps = journeyGaps({ journey, now: "2026-01-02 10:00", timeZone: "UTC" });
    expect(gaps).toMatchObject([{ kind: "stale-evidence", evidence: { days: 366 } }]);
    expect(() => journeyGaps({ journey, now: 0 })).toThrowError(/checkedAt/);
  });

  test("names the row that is no answer or no case", () => {
    for (const wrong of [{ feedback: [{ kind: "open" }, null] }, { cases: [{}, null] }]) {
      expect(() => journeyGaps({ journey: abc, ...wrong } as never)).toThrowError(
        expect.objectContaining({ code: "invalid-value", row: 1 }),
      );
    }
  });

  test("counts the answers of customers whom the log does not know", () => {
    const feedback = ["c1", "C1", "C1", null].map((customer) => ({ kind: "csat" as const, score: 4, customer }));
    const log = logOf(many(30, whole));
    expect(journeyGapReport({ journey: abc, log, feedback }).unmatched).toBe(2);
    expect(journeyGapReport({ journey: abc, log }).unmatched).toBeNull();
    expect(journeyGapReport({ journey: abc, feedback }).unmatched).toBeNull();
  });
});
