import { explainGap, type Gap, gapHistory, initiativeImpact, journeyGapReport, prioritize } from "cxkit";
import { describe, expect, test } from "vitest";
import { journey, logOf, times, whole } from "./walkedJourney.js";

const gapOf = (id: string, count: number, more: Partial<Gap> = {}): Gap => ({
  id,
  kind: "drop-off",
  stage: "buy",
  touchpoint: id,
  customers: {
    count,
    of: 1000,
    share: count / 1000,
    estimated: count,
    interval: { low: count / 1250, high: count / 800, level: 0.95 },
  },
  effect: null,
  harm: 0.6,
  severity: 0.3,
  evidence: {},
  remedy: "redesign",
  explanation: `${count} customers.`,
  ...more,
});
/** So many of 200 customers got no notice. */
const reportOf = (without: number) =>
  journeyGapReport({
    journey,
    log: logOf([...times(200 - without, whole), ...times(without, ["search", "pay", "box", "app"])]),
  });
const notice = "missing-touchpoint/get/notice";

describe("prioritize with dependencies", () => {
  const gaps = [gapOf("big", 500), gapOf("small", 10), gapOf("middle", 100)];
  const order = (options: Parameters<typeof prioritize>[1]) => prioritize(gaps, options).map(({ id }) => id);

  test("puts what a valuable gap waits for before it, and before what is worth less than both", () => {
    expect(order({ value: () => 1 })).toEqual(["big", "middle", "small"]);
    const dependsOn = ({ id }: Gap) => (id === "big" ? ["small", "closed long ago"] : []);
    // (500 + 10) ÷ 2 is more than 100 ÷ 1.
    expect(order({ value: () => 1, dependsOn })).toEqual(["small", "big", "middle"]);
    // (500 + 10) ÷ 11 is less.
    expect(order({ value: () => 1, dependsOn, effort: ({ id }) => (id === "small" ? 10 : 1) })).toEqual([
      "middle",
      "small",
      "big",
    ]);
    expect(prioritize(gaps, { dependsOn })[1]).toMatchObject({ id: "big", dependsOn: ["small"] });
  });

  test("names what is no gap", () => {
    expect(() => prioritize([...gaps, null as never])).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 3 }),
    );
    expect(() => explainGap(null as never)).toThrowError(expect.objectContaining({ code: "invalid-value" }));
  });

  test("refuses a circle", () => {
    expect(() => order({ dependsOn: ({ id }) => (id === "big" ? ["small"] : ["big"]) })).toThrowError(
      expect.objectContaining({ code: "invalid-definition" }),
    );
  });

  test("carries the range of a value on", () => {
    const [first] = prioritize([gapOf("a", 100)], { value: () => ({ value: 10, low: 5, high: 20 }) });
    expect(first?.expected.value).toBe(1000);
    expect(first?.expected.low).toBeCloseTo(80 * 5, 9);
    expect(first?.expected.high).toBeCloseTo(125 * 20, 9);
    expect(() => prioritize([gapOf("a", 1)], { value: () => ({ value: 1, low: 2, high: 3 }) })).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });
});

describe("initiativeImpact", () => {
  test("compares the shares before and after, also where the gap is told no longer", () => {
    const impact = initiativeImpact({ id: "notices", gaps: [notice, "drop-off/none/such"] }, reportOf(60), reportOf(4));
    expect(impact).toMatchObject({ initiative: "notices", smaller: 1, larger: 0 });
    const [first, unknown] = impact.gaps;
    expect(first).toMatchObject({
      before: { count: 60, of: 200, told: true },
      after: { count: 4, of: 200, told: false, severity: null },
      verdict: "smaller",
    });
    expect(first?.difference).toBeCloseTo(-0.28, 12);
    // R: prop.test(c(4, 60), c(200, 200), correct = FALSE): chi-squared 58.333, p 2.21e-14.
    expect((first?.pValue ?? 1) / 2.2126319776132325e-14).toBeCloseTo(1, 9);
    expect(unknown).toEqual({
      id: "drop-off/none/such",
      before: null,
      after: null,
      difference: null,
      interval: null,
      pValue: null,
      adjustedPValue: null,
      verdict: "unknown",
    });
    expect(impact.spared?.value).toBeCloseTo(56, 9);
    expect(impact.spared?.low).toBeCloseTo(-200 * (first?.interval?.high ?? 0), 9);
  });

  test("shows no change where there may be none, and none at all of a list that lacks the gap", () => {
    expect(initiativeImpact({ id: "i", gaps: [notice] }, reportOf(60), reportOf(55)).gaps[0]?.verdict).toBe(
      "no-change-shown",
    );
    expect(initiativeImpact({ id: "i", gaps: [notice] }, reportOf(40), reportOf(90)).gaps[0]?.verdict).toBe("larger");
    expect(initiativeImpact({ id: "i", gaps: [notice] }, reportOf(60), [])).toMatchObject({
      spared: null,
      gaps: [{ verdict: "gone" }],
    });
    expect(initiativeImpact({ id: "i", gaps: [] }, [], [])).toMatchObject({ gaps: [], spared: null });
  });

  test("counts a gap that the initiative names twice once", () => {
    const twice = initiativeImpact({ id: "i", gaps: [notice, notice] }, reportOf(60), reportOf(4));
    expect(twice).toEqual(initiativeImpact({ id: "i", gaps: [notice] }, reportOf(60), reportOf(4)));
  });

  test("refuses what is no run", () => {
    for (const wrong of [null, {}, 3]) {
      expect(() => initiativeImpact({ id: "i", gaps: [] }, wrong as never, [])).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });
});

describe("gapHistory", () => {
  const at = (month: number): string => `2026-0${month}-01T00:00:00Z`;

  test("follows a gap from run to run, in whatever order they are given", () => {
    const runs = [
      { at: at(1), ...reportOf(3) },
      { at: at(2), ...reportOf(40) },
      { at: at(3), ...reportOf(44) },
      { at: at(4), ...reportOf(90) },
      { at: at(5), ...reportOf(50) },
      { at: at(6), ...reportOf(2) },
      { at: at(7), ...reportOf(60) },
    ];
    const [record, ...others] = gapHistory(runs.toReversed());
    expect(others).toEqual([]);
    expect(record?.moments.map(({ change }) => change)).toEqual([
      "absent",
      "opened",
      "unchanged",
      "worse",
      "better",
      "closed",
      "reopened",
    ]);
    expect(record).toMatchObject({ id: notice, open: true, opened: at(2), closed: null });
    expect(record?.moments[5]?.figures).toMatchObject({ count: 2, of: 200, told: false });
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });

  test("does not close a gap because a run is too thin to judge it", () => {
    const thin = journeyGapReport({ journey, log: logOf(times(3, whole)) });
    const [record] = gapHistory([
      { at: at(1), ...reportOf(60) },
      { at: at(2), ...thin },
    ]);
    expect(record).toMatchObject({ open: true, closed: null });
    expect(record?.moments[1]).toEqual({ at: at(2), change: "not-judged", figures: null });
  });

  test("lists open gaps first, and nothing of nothing", () => {
    const records = gapHistory([
      { at: at(1), gaps: [gapOf("a", 10), gapOf("b", 10)] },
      { at: at(2), gaps: [gapOf("b", 10), gapOf("c", 10)] },
    ]);
    expect(records.map(({ id, open, closed }) => [id, open, closed])).toEqual([
      ["b", true, null],
      ["c", true, null],
      ["a", false, at(2)],
    ]);
    expect(gapHistory([])).toEqual([]);
  });

  test("refuses what is no run, two runs of one time, and a time that is none", () => {
    for (const wrong of [[], null, { at: at(1) }]) {
      expect(() => gapHistory([{ at: at(2), gaps: [] }, wrong as never])).toThrowError(
        expect.objectContaining({ code: "invalid-option", row: 1 }),
      );
    }
    expect(() =>
      gapHistory([
        { at: at(1), gaps: [] },
        { at: at(1), gaps: [] },
      ]),
    ).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(() =>
      gapHistory([
        { at: at(1), gaps: [] },
        { at: "soon", gaps: [] },
      ]),
    ).toThrowError(expect.objectContaining({ code: "invalid-time", row: 1 }));
  });
});

describe("explainGap", () => {
  test("says what it is, how sure, what goes with it and what would help", () => {
    const paths = [...times(100, whole), ...times(100, ["search", "pay", "box", "app"])];
    const feedback = paths.map((_, index) => ({
      kind: "csat" as const,
      score: index < 100 ? 4 + (index % 2) : 2 + (index % 2),
      customer: `c${index}`,
    }));
    const { gaps } = journeyGapReport({ journey, log: logOf(paths), feedback });
    const gap = gaps.find(({ kind }) => kind === "missing-touchpoint");
    if (gap === undefined) throw new Error("it is there");
    const text = explainGap(gap);
    expect(text).toMatch(
      /^Missing touchpoint: 100 of 200 customers \(50 %\) went past “NOTICE” without it\. The true share is between 43 % and 57 % \(95 % interval\)\. Satisfaction is 50 lower among them than among the others \(95 % interval −54 to −46\)\. Severity 0\.\d\d out of 1\. What would help: automate it\.$/,
    );
  });

  test("tells a level as it was given", () => {
    const customers = { ...gapOf("a", 1).customers, interval: { low: 0.1, high: 0.2, level: 0.995 } };
    expect(explainGap(gapOf("a", 1, { customers }))).toContain("between 10 % and 20 % (99.5 % interval)");
  });

  test("says so where an effect may be chance, or is none", () => {
    const effect = {
      definition: { kpi: "nps", family: "trinomial", unit: "points", options: {} },
      affected: { n: 3 },
      others: { n: 4 },
      difference: -12.4,
      interval: { low: -40, high: 15, level: 0.9 },
      pValue: 0.4,
      adjustedPValue: 0.4,
    };
    expect(explainGap(gapOf("a", 1, { effect: effect as never }))).toContain(
      "NPS is 12 points lower among them than among the others (90 % interval −40 to 15), which may be chance.",
    );
    expect(explainGap(gapOf("a", 1, { effect: { ...effect, difference: null } as never }))).toContain(
      "NPS cannot be compared with the others (n = 3).",
    );
  });
});
