import {
  averageMetric,
  csatMetric,
  durationMetric,
  type Estimate,
  engagementRateMetric,
  groupBy,
  type Metric,
  type MixShiftGroup,
  measure,
  mixShift,
  npsMetric,
  rateMetric,
} from "cxkit";
import { describe, expect, test } from "vitest";

const plain = (key: string, value: number | null, n: number, standardError?: number): MixShiftGroup => ({
  key,
  value,
  n,
  ...(standardError !== undefined && { standardError }),
});
const valuesOf = ({ change, within, mix }: ReturnType<typeof mixShift>) =>
  [change, within, mix].map(({ value }) => value);

describe("mixShift by hand", () => {
  // App: 80 % → 40 % of customers, 90 → 92. Phone: 20 % → 60 %, 50 → 54.
  const before = [plain("app", 90, 800), plain("phone", 50, 200)];
  const after = [plain("app", 92, 400), plain("phone", 54, 600)];

  test("tells Simpson's paradox: better in both channels, worse over all", () => {
    const result = mixShift(before, after);
    expect([result.before, result.after]).toEqual([82, expect.closeTo(69.2, 12)]);
    // Within: 0.6 · 2 + 0.4 · 4. Mix: −0.4 · 91 + 0.4 · 52.
    expect(valuesOf(result)).toEqual([-12.8, 2.8, -15.6].map((value) => expect.closeTo(value, 12)));
    expect(result).toMatchObject({
      interaction: null,
      entered: { value: 0 },
      left: { value: 0 },
      reason: null,
      definition: null,
    });
    // Over the mean of both wholes, 75.6: app shrinks by 0.4 at 15.4 over, phone grows by 0.4 at 23.6 under.
    expect(result.segments.map(({ key, within, mix, total }) => [key, within.value, mix.value, total.value])).toEqual([
      ["app", expect.closeTo(1.2, 12), expect.closeTo(-6.16, 12), expect.closeTo(-4.96, 12)],
      ["phone", expect.closeTo(1.6, 12), expect.closeTo(-9.44, 12), expect.closeTo(-7.84, 12)],
    ]);
    expect(result.segments[0]).toMatchObject({
      status: "both",
      before: { value: 90, n: 800, share: 0.8 },
      after: { share: 0.4 },
    });
  });

  test("leaves what both changes do at once apart, if asked for (Oaxaca and Blinder)", () => {
    const result = mixShift(before, after, { variant: "three-part" });
    // Within: 0.8 · 2 + 0.2 · 4. Mix: −0.4 · 90 + 0.4 · 50. At once: −0.4 · 2 + 0.4 · 4.
    expect([...valuesOf(result), result.interaction?.value]).toEqual(
      [-12.8, 2.4, -16, 0.8].map((value) => expect.closeTo(value, 12)),
    );
    expect(result.segments.map(({ interaction }) => interaction?.value)).toEqual([
      expect.closeTo(-0.8, 12),
      expect.closeTo(1.6, 12),
    ]);
  });

  test("gives segments that come and go lines of their own, over the whole", () => {
    const result = mixShift(
      [plain("app", 90, 500), plain("fax", 40, 500)],
      [plain("app", 94, 500), plain("chat", 80, 500), plain("letter", null, 0)],
    );
    // 65 → 87, whose mean is 76. App: 0.5 · 4 within. Fax leaves at 36 under, chat comes at 4 over.
    expect([result.before, result.after, ...valuesOf(result)]).toEqual([65, 87, 22, 2, 20]);
    expect([result.left.value, result.entered.value]).toEqual([18, 2]);
    const unknown = { value: null, standardError: null, interval: null };
    expect(result.segments).toMatchObject([
      { key: "app", status: "both", within: { value: 2 }, mix: { value: 0 } },
      { key: "fax", status: "vanished", within: unknown, mix: { value: 18 }, after: { value: null, n: 0, share: 0 } },
      { key: "chat", status: "new", within: unknown, mix: { value: 2 }, before: { value: null, n: 0, share: 0 } },
    ]);
    const three = mixShift([plain("a", 1, 1)], [plain("b", 3, 1)], { variant: "three-part" });
    expect(three).toMatchObject({ interaction: { value: 0 }, entered: { value: 2 }, left: { value: 0 } });
    expect(three.segments[0]?.interaction).toEqual(unknown);
  });

  test("has the delta method's standard errors", () => {
    const [was, is] = [
      [plain("a", 10, 100, 0.3), plain("b", 20, 300, 0.2)],
      [plain("a", 12, 200, 0.25), plain("b", 19, 200, 0.4)],
    ];
    const result = mixShift(was, is);
    // Variances of single values, steadied by the pooled one that counts as two.
    const all = [...was, ...is] as { n: number; standardError: number }[];
    const pooled = all.reduce((sum, { n, standardError }) => sum + (n - 1) * n * standardError ** 2, 0) / (800 - 4);
    const squares = all.map(({ n, standardError }) => ((n - 1) * n * standardError ** 2 + 2 * pooled) / (n + 1) / n);
    const weights = [0.25 + 0.5, 0.75 + 0.5, 0.25 + 0.5, 0.75 + 0.5].map((sum) => sum / 2);
    const fromValues = squares.reduce((sum, square, i) => sum + square * (weights[i] ?? 0) ** 2, 0);
    // A share more of a, and so less of b, changes what is within by (2 − (−1)) / 2.
    const fromShares = (1.5 ** 2 * 0.25 * 0.75) / 400 + (1.5 ** 2 * 0.5 * 0.5) / 400;
    expect(result.within.standardError).toBeCloseTo(Math.sqrt(fromValues + fromShares), 12);
    // The change is that of two means over all, whatever the parts.
    const spread = (10 ** 2 * 0.25 * 0.75) / 400 + (7 ** 2 * 0.5 * 0.5) / 400;
    const shares = [0.25, 0.75, 0.5, 0.5];
    const ofValues = squares.reduce((sum, square, i) => sum + square * (shares[i] ?? 0) ** 2, 0);
    expect(result.change.standardError).toBeCloseTo(Math.sqrt(spread + ofValues), 12);
    const { low, high } = result.change.interval ?? { low: 0, high: 0 };
    expect((high - low) / 2).toBeCloseTo(1.959963984540054 * Math.sqrt(spread + ofValues), 12);
    expect(mixShift(was, is, { level: 0.5 }).change.interval?.level).toBe(0.5);
  });
});

describe("mixShift of KPIs", () => {
  const answers = (month: number) =>
    Array.from({ length: 200 }, (_, i) => ({
      channel: ["web", "app", "shop"][((i * (month + 2)) % 7) % 3] ?? "web",
      score: (i * 7 + month * 3) % 11,
      stars: 1 + ((i * 3 + month) % 5),
      amount: (i * 13) % 50,
      solved: (i * 5 + month) % 3 > 0,
    }));
  type Answer = ReturnType<typeof answers>[number];
  /** A KPI of a month, by channel and over all. */
  const kpi = <Acc, Result extends Estimate>(metric: Metric<Answer, Acc, Result>) => ({
    by: (month: number) =>
      measure(
        answers(month),
        groupBy((row) => row.channel, metric),
      ),
    all: (month: number): Estimate => measure(answers(month), metric),
  });
  const kpis = {
    nps: kpi(npsMetric((row: Answer) => row.score)),
    csat: kpi(csatMetric((row: Answer) => row.stars)),
    mean: kpi(csatMetric((row: Answer) => row.stars, { variant: "mean" })),
    decided: kpi(csatMetric((row: Answer) => row.stars, { variant: "without-neutral" })),
    rate: kpi(rateMetric((row: Answer) => row.solved)),
    average: kpi(averageMetric((row: Answer) => row.amount)),
  };

  test.each(Object.entries(kpis))("takes %s apart, whose whole it is", (_, { by, all }) => {
    const result = mixShift(by(1), by(2));
    expect(result.before).toBeCloseTo(all(1).value ?? -1, 10);
    expect(result.after).toBeCloseTo(all(2).value ?? -1, 10);
    expect((result.within.value ?? 0) + (result.mix.value ?? 0)).toBeCloseTo(
      (result.after ?? 0) - (result.before ?? 0),
      11,
    );
    // The whole varies as its segments do within, and between them.
    const errors = [1, 2].map((month) => all(month).standardError ?? Number.NaN);
    expect((result.change.standardError ?? 0) / Math.hypot(...errors)).toBeCloseTo(1, 1);
    expect(result.definition).toEqual(all(1).definition);
  });

  test("goes by the sum of weights where rows have some, which must be told", () => {
    const weight = (row: Answer) => (row.channel === "web" ? 2 : 0.5);
    const metric = npsMetric((row: Answer) => row.score, { weight });
    const by = (month: number) =>
      measure(
        answers(month),
        groupBy((row) => row.channel, metric),
      );
    expect(() => mixShift(by(1), by(2))).toThrowError(
      expect.objectContaining({ code: "invalid-option", received: "nps" }),
    );
    const weighs = (group: MixShiftGroup) =>
      ("result" in group ? (group.result.n ?? 0) : 0) * (group.key === "web" ? 2 : 0.5);
    const result = mixShift(by(1), by(2), { weight: weighs });
    const whole = measure(answers(2), metric);
    expect(result.after).toBeCloseTo(whole.value ?? 0, 10);
    expect(result.within.standardError).toBeGreaterThan(0);
  });

  test("refuses medians, and ratios without what they are divided by", () => {
    const lengths = [60, 120, 600].map((seconds) => ({ seconds }));
    const median = measure(
      lengths,
      groupBy(
        () => "all",
        durationMetric((row: (typeof lengths)[0]) => row.seconds),
      ),
    );
    if (median[0]?.result.definition.family === "quantile") {
      expect(() => mixShift(median, median)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
    const posts = [
      { site: "a", engagements: 5, reach: 100 },
      { site: "a", engagements: 9, reach: 300 },
      { site: "b", engagements: 1, reach: 50 },
    ];
    const rates = measure(
      posts,
      groupBy(
        (row) => row.site,
        engagementRateMetric((row: (typeof posts)[0]) => row),
      ),
    );
    expect(() => mixShift(rates, rates)).toThrowError(
      expect.objectContaining({ code: "invalid-option", received: "engagementRate" }),
    );
    const audience = (group: MixShiftGroup) =>
      "result" in group ? ((group.result as { audience?: number }).audience ?? 0) : 0;
    expect(mixShift(rates, rates, { weight: audience }).before).toBeCloseTo(15 / 450, 14);
  });

  test("has nothing to tell where a group is suppressed, and says so", () => {
    const few = groupBy(
      (row: Answer) => (row.amount < 2 ? "few" : "many"),
      npsMetric((row: Answer) => row.score),
      { minimumN: 30 },
    );
    const result = mixShift(measure(answers(1), few), measure(answers(2), few));
    expect(result).toMatchObject({
      reason: "suppressed-group",
      before: null,
      change: { value: null },
      within: { value: null },
    });
    expect(result.segments[0]).toMatchObject({
      before: { value: null, n: null, share: null },
      total: { value: null, interval: null },
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("refuses results of different definitions", () => {
    const { nps, csat } = kpis;
    expect(() => mixShift(nps.by(1), csat.by(1))).toThrowError(
      expect.objectContaining({ code: "different-definitions" }),
    );
    expect(() => mixShift(nps.by(1), [plain("web", 3, 9)])).toThrowError(
      expect.objectContaining({ code: "different-definitions" }),
    );
  });
});

describe("edges of mixShift", () => {
  test("nothing before or after has no change, and says so", () => {
    expect(mixShift([], [])).toMatchObject({ reason: "nothing-before", before: null, after: null, segments: [] });
    expect(mixShift([plain("a", 3, 5)], [])).toMatchObject({ reason: "nothing-after", before: 3, after: null });
    const result = mixShift([plain("a", null, 0)], [plain("a", 3, 5)]);
    expect(result).toMatchObject({ reason: "nothing-before", before: null, after: 3, mix: { value: null } });
    expect(result.segments[0]).toMatchObject({ key: "a", status: "new", total: { value: null } });
    expect(mixShift([plain("a", Number.NaN, 2)], [plain("a", 3, 5)])).toMatchObject({
      reason: "group-without-value",
      before: null,
    });
  });

  test("without standard errors there are no intervals; groups of one borrow the others' variance", () => {
    const [was, is] = [
      [plain("a", 1, 10), plain("b", 2, 10)],
      [plain("a", 2, 10), plain("b", 3, 10)],
    ];
    expect(mixShift(was, is).change).toEqual({ value: 1, standardError: null, interval: null });
    const alone = [
      { k: "a", v: 1 },
      { k: "a", v: 4 },
      { k: "a", v: 2 },
      { k: "b", v: 9 },
    ];
    const groups = measure(
      alone,
      groupBy(
        (row) => row.k,
        averageMetric((row: (typeof alone)[0]) => row.v),
      ),
    );
    expect(groups[1]?.result.standardError).toBeNull();
    expect(mixShift(groups, groups).within.standardError).toBeGreaterThan(0);
    // Nobody differs from anybody: how much they could is not known.
    const same = measure(
      [1, 1, 1, 1],
      groupBy(
        (one) => one,
        rateMetric((_: number) => true),
      ),
    );
    expect(mixShift(same, same).change).toEqual({ value: 0, standardError: null, interval: null });
  });

  test("what is no group is refused with its index", () => {
    const wrong =
      (...groups: unknown[]) =>
      () =>
        mixShift(groups as MixShiftGroup[], [plain("a", 1, 1)]);
    expect(wrong(plain("a", 1, 1), plain("a", 2, 2))).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
    expect(wrong(plain("a", Number.POSITIVE_INFINITY, 1))).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 0 }),
    );
    expect(wrong(plain("a", 1, -1))).toThrowError(expect.objectContaining({ code: "invalid-value", row: 0 }));
    expect(() => mixShift([plain("a", 1, 1)], [plain("a", 1, 1)], { weight: () => -1 })).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 0 }),
    );
    for (const options of [{ variant: "two-part" }, { level: 95 }, { weights: 1 }, { weight: 3 }]) {
      expect(() => mixShift([], [], options as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
    for (const none of [null, 3, "a"]) {
      expect(() => mixShift([], [plain("a", 1, 1), none] as never)).toThrowError(
        expect.objectContaining({ code: "invalid-value", row: 1 }),
      );
    }
    expect(() => mixShift({} as never, [])).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(
      mixShift(
        [
          { key: 1, value: 2, n: 1 },
          { key: "1", value: 4, n: 1 },
        ],
        [{ key: 1, value: 2, n: 1 }],
      ).segments,
    ).toHaveLength(2);
  });
});
