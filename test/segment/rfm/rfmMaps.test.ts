import { isCxError, type RfmMap, rfm, rfmMapCoverage, rfmMaps } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const now = "2026-07-01";
/** One customer with scores of your choice, whom the map then names. */
const nameOf = (r: number, f: number, m: number, map?: RfmMap, bins = 5): string | undefined => {
  const steps = Array.from({ length: bins - 1 }, (_, k) => k + 1.5);
  // f orders, the last of them bins − r days ago, of m money each.
  const rows = Array.from({ length: f }, () => ({
    customer: "a",
    at: Date.parse(now) - (bins - r) * 86_400_000,
    amount: m,
  }));
  const recencyDays = Array.from({ length: bins - 1 }, (_, k) => k + 0.5);
  const { customers } = rfm(rows, {
    now,
    monetary: "mean",
    cutoffs: { recencyDays, frequency: steps, monetary: steps },
    ...(map && { map }),
  });
  const [customer] = customers;
  expect(customer).toMatchObject({ r, f, m });
  return customer?.segment;
};

describe("the map of 25 pairs", () => {
  // The cells as the field's recipes print them: recency from 1 (top) to 5, frequency from 1 to 5.
  const wanted = [
    ["hibernating", "hibernating", "at_risk", "at_risk", "cant_lose"],
    ["hibernating", "hibernating", "at_risk", "at_risk", "cant_lose"],
    ["about_to_sleep", "about_to_sleep", "need_attention", "loyal", "loyal"],
    ["promising", "potential_loyalist", "potential_loyalist", "loyal", "loyal"],
    ["new", "potential_loyalist", "potential_loyalist", "champions", "champions"],
  ];

  test("names each pair of recency and frequency as published, whatever the money", () => {
    for (const [i, row] of wanted.entries()) {
      for (const [j, segment] of row.entries()) {
        for (let m = 1; m <= 5; m++)
          expect([i + 1, j + 1, m, nameOf(i + 1, j + 1, m)]).toEqual([i + 1, j + 1, m, segment]);
      }
    }
  });

  test("names each combination exactly once: nothing left over, nothing twice, in any order of rules", () => {
    const coverage = rfmMapCoverage(rfmMaps.recencyFrequency25);
    expect(coverage).toMatchObject({ combinations: 125, unnamed: [], unreachable: [], overlaps: [] });
    expect(coverage.segments.reduce((sum, { combinations }) => sum + combinations, 0)).toBe(125);
    fc.assert(
      fc.property(fc.shuffledSubarray([...rfmMaps.recencyFrequency25.rules], { minLength: 10 }), (rules) => {
        const { segments } = rfmMapCoverage({ name: "shuffled", rules });
        expect(new Map(segments.map((each) => [each.segment, each.combinations]))).toEqual(
          new Map(coverage.segments.map((each) => [each.segment, each.combinations])),
        );
      }),
    );
  });
});

describe("the other maps", () => {
  test("recency and value: the published ranges, the narrower first", () => {
    const { recencyValue11: map } = rfmMaps;
    const rows: [number, number, number, string][] = [
      [5, 5, 5, "champions"],
      [4, 3, 5, "champions"],
      [1, 4, 4, "cant_lose"],
      [1, 3, 4, "at_risk"],
      [4, 1, 1, "new"],
      [3, 1, 1, "promising"],
      [3, 1, 2, "about_to_sleep"],
      [3, 2, 3, "need_attention"],
      [5, 2, 3, "potential_loyalist"],
      [2, 3, 4, "loyal"],
      [1, 1, 1, "hibernating"],
    ];
    for (const [r, f, m, segment] of rows) expect([r, f, m, nameOf(r, f, m, map)]).toEqual([r, f, m, segment]);
    expect(rfmMapCoverage(map)).toMatchObject({ unnamed: [], unreachable: ["lost"] });
  });

  test("three scores: first match wins, as in the R package, and the rest has a name of its own", () => {
    const { threeScores10: map } = rfmMaps;
    const rows: [number, number, number, string][] = [
      [4, 4, 4, "champions"],
      [5, 3, 3, "loyal"],
      [4, 1, 1, "potential_loyalist"],
      [2, 2, 2, "need_attention"],
      [2, 1, 2, "about_to_sleep"],
      [1, 5, 5, "at_risk"],
      [1, 1, 1, "lost"],
      [5, 1, 5, "other"],
    ];
    for (const [r, f, m, segment] of rows) expect([r, f, m, nameOf(r, f, m, map)]).toEqual([r, f, m, segment]);
    const coverage = rfmMapCoverage(map);
    expect(coverage.unreachable).toEqual(["new", "promising", "cant_lose"]);
    expect(coverage.unnamed).toHaveLength(36);
    expect(coverage.segments.at(-1)).toEqual({ segment: "other", combinations: 36 });
    expect(coverage.segments.reduce((sum, { combinations }) => sum + combinations, 0)).toBe(125);
  });
});

describe("a map of your own", () => {
  const rules: RfmMap["rules"] = [
    { segment: "vip", r: [3, 3], m: [3, 3] },
    { segment: "good", r: [2, 3] },
    { segment: "vip", f: [3, 3] },
  ];
  const map: RfmMap = { name: "ours", bins: 3, rules, rest: "everybody else" };

  test("tells what it covers, what overlaps and what it leaves over", () => {
    const coverage = rfmMapCoverage(map);
    expect(coverage.combinations).toBe(27);
    // r 3 and m 3: three; r 2–3 less these: fifteen; f 3 of r 1: three; the six others have no rule.
    expect(coverage.segments).toEqual([
      { segment: "vip", combinations: 6 },
      { segment: "good", combinations: 15 },
      { segment: "everybody else", combinations: 6 },
    ]);
    expect(coverage.unnamed[0]).toEqual({ r: 1, f: 1, m: 1 });
    expect(coverage.overlaps).toEqual([
      { segments: ["good", "vip"], combinations: 5 },
      { segments: ["vip", "good"], combinations: 3 },
    ]);
    expect(coverage.unreachable).toEqual([]);
  });

  test("names every customer, and rfm notes the combinations without a rule", () => {
    expect(nameOf(3, 1, 3, map, 3)).toBe("vip");
    expect(nameOf(1, 1, 1, map, 3)).toBe("everybody else");
    const { notes, segments } = rfm([], { now, map });
    expect(notes).toEqual([{ code: "unnamed-scores", dimension: null, count: 6 }]);
    expect(segments.map(({ segment }) => segment)).toEqual(["vip", "good", "everybody else"]);
  });

  test.each([
    [2, [2, 4]],
    [3, [1, 3, 5]],
    [4, [1, 2, 4, 5]],
    [5, [1, 2, 3, 4, 5]],
    [7, [1, 2, 2, 3, 4, 4, 5]],
    [10, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]],
  ])("%i scores are put on the map's five: each on the one that its middle falls into", (bins, onFive) => {
    const byScore: RfmMap = {
      name: "by recency",
      rules: [1, 2, 3, 4, 5].map((score) => ({ segment: String(score), r: [score, score] })),
    };
    const names = onFive.map((_, index) => nameOf(index + 1, 1, 1, byScore, bins));
    expect(names).toEqual(onFive.map(String));
  });

  test.each([
    [null],
    [{ ...map, name: "" }],
    [{ ...map, bins: 1 }],
    [{ ...map, bins: 21 }],
    [{ ...map, rest: "" }],
    [{ ...map, rules: [] }],
    [{ ...map, rules: "rules" }],
    [{ ...map, colour: "red" }],
    [{ ...map, rules: [{ segment: "" }] }],
    [{ ...map, rules: [{ segment: "a", r: [3, 2] }] }],
    [{ ...map, rules: [{ segment: "a", r: [1, 4] }] }],
    [{ ...map, rules: [{ segment: "a", r: [1] }] }],
    [{ ...map, rules: [{ segment: "a", r: 1 }] }],
    [{ ...map, rules: [{ segment: "a", fm: ["1", "2"] }] }],
    [{ ...map, rules: [{ segment: "a", recency: [1, 2] }] }],
    [{ ...map, rules: [null] }],
  ])("%j is none", (wrong) => {
    const thrown = (): unknown => {
      try {
        return rfmMapCoverage(wrong as unknown as RfmMap);
      } catch (error) {
        return error;
      }
    };
    expect(isCxError(thrown())).toBe(true);
  });
});
