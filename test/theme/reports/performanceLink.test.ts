import { correlation, normalQuantile, seededRandom } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PerformanceLinkOptions, performanceLink } from "../../../src/theme/reports/performanceLink.js";

interface Week {
  readonly minutes: number | null;
  readonly late: number | null;
}
const options = { performance: (week: Week) => week.minutes, mentions: (week: Week) => week.late };
const weeksOf = (minutes: readonly (number | null)[], late: readonly (number | null)[]): Week[] =>
  minutes.map((own, i) => ({ minutes: own, late: late[i] ?? null }));

/** Normal numbers from a seed. */
function noise(seed: number): () => number {
  const random = seededRandom(seed);
  return () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
}
/** Each value is a share of the one before, and chance. */
function wandering(next: () => number, count: number, memory: number, drift = 0): number[] {
  let state = 0;
  return Array.from({ length: count }, (_, i) => {
    state = memory * state + next();
    return state + drift * i;
  });
}

describe("performanceLink", () => {
  test.each(["difference", "detrend"] as const)("finds that late deliveries show two weeks later (%s)", (transform) => {
    let found = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const next = noise(seed);
      const minutes = wandering(next, 54, 0.5).map((own) => 40 + 5 * own);
      // Of about 200 comments a week; the share moves by a fifth of a point a minute.
      const late = minutes.map((_, t) => 0.1 + 0.004 * ((minutes[t - 2] ?? 40) - 40) + 0.02 * next());
      const { lead, lags } = performanceLink(weeksOf(minutes, late).slice(2), { ...options, transform });
      if (lead === 2) found++;
      if (seed === 1) {
        expect(lags[2]?.slope).toBeGreaterThan(0.002);
        expect(lags[2]?.slope).toBeLessThan(0.006);
        expect(lags[2]?.interval?.low).toBeGreaterThan(0);
        expect(lags[2]?.onlyTrend).toBe(false);
      }
    }
    expect(found).toBeGreaterThanOrEqual(36);
  });

  test.each([
    ["two random walks", 1, 0],
    ["two trends with noise", 0, 0.3],
    ["two trends that wander", 0.8, 0.3],
  ] as const)("finds nothing between %s, but for about 5 in 100", (_what, memory, drift) => {
    const alarms = { difference: 0, detrend: 0, levels: 0, onlyTrend: 0 };
    const runs = 100;
    for (let seed = 1; seed <= runs; seed++) {
      const next = noise(seed);
      const weeks = weeksOf(wandering(next, 52, memory, drift), wandering(next, 52, memory, drift));
      for (const transform of ["difference", "detrend"] as const) {
        const { lead, lags } = performanceLink(weeks, { ...options, transform });
        if (lead !== null) alarms[transform]++;
        if (transform === "difference" && lags[0]?.onlyTrend) alarms.onlyTrend++;
      }
      const plain = correlation(weeks.map(options.performance), weeks.map(options.mentions));
      if ((plain.pValue ?? 1) <= 0.05) alarms.levels++;
    }
    expect(alarms.difference / runs).toBeLessThanOrEqual(0.08);
    expect(alarms.detrend / runs).toBeLessThanOrEqual(0.08);
    // What the plain correlation would have said.
    expect(alarms.levels / runs).toBeGreaterThan(0.5);
    expect(alarms.onlyTrend / runs).toBeGreaterThan(0.5);
  });

  test("has the plain correlation of differences, and Bartlett's number by lag-1 autocorrelations", () => {
    const next = noise(5);
    const [minutes, late] = [wandering(next, 30, 0.9), wandering(next, 30, 0.9)];
    const [dx, dy] = [minutes, late].map((series) => series.slice(1).map((own, i) => own - (series[i] ?? 0))) as [
      number[],
      number[],
    ];
    const { lags } = performanceLink(weeksOf(minutes, late), { ...options, lags: [0, 3] });
    expect(lags[0]?.correlation).toBeCloseTo(correlation(dx, dy).value ?? 9, 10);
    expect(lags[1]?.correlation).toBeCloseTo(correlation(dx.slice(0, -3), dy.slice(3)).value ?? 9, 10);
    expect([lags[0]?.n, lags[1]?.n]).toEqual([29, 26]);
    expect(lags[0]?.ofLevels).toBeCloseTo(correlation(minutes, late).value ?? 9, 10);
    for (const { n, effectiveN } of lags) {
      expect(effectiveN).toBeGreaterThan(0);
      expect(effectiveN).toBeLessThanOrEqual(n);
    }
  });

  test("has the figures of residuals off a line, as worked out with NumPy and SciPy", () => {
    const minutes = [3, 5, 4, 6, 8, 7, 9, 12, 10, 11, 14, 13, 15, 18, 16, 17];
    const late = [1, 2, 2, 4, 3, 5, 6, 5, 8, 9, 7, 8, 11, 10, 13, 12];
    const [line] = performanceLink(weeksOf(minutes, late), { ...options, lags: [1], transform: "detrend" }).lags;
    expect(line?.correlation).toBeCloseTo(0.11478573528899452, 10);
    expect(line?.effectiveN).toBeCloseTo(10.79952287946386, 9);
    expect(line?.pValue).toBeCloseTo(0.7398201084220118, 10);
    expect(line?.interval?.low).toBeCloseTo(-0.5273789420723072, 10);
    expect(line).toMatchObject({ n: 15, onlyTrend: true });
  });

  test("counts neighbours that are alike for less", () => {
    const next = noise(8);
    const alike = weeksOf(wandering(next, 60, 0.9), wandering(next, 60, 0.9));
    const apart = weeksOf(wandering(next, 60, 0), wandering(next, 60, 0));
    const [slow, quick] = [alike, apart].map(
      (weeks) => performanceLink(weeks, { ...options, transform: "detrend", lags: [0] }).lags[0]?.effectiveN ?? 0,
    );
    // (1 − 0.81) ÷ (1 + 0.81) of 60 is 6.
    expect(slow).toBeLessThan(20);
    expect(quick).toBeGreaterThan(50);
  });

  test("only describes fewer than 12 pairs", () => {
    const next = noise(2);
    const weeks = weeksOf(wandering(next, 12, 0), wandering(next, 12, 0));
    const short = performanceLink(weeks, options);
    expect(short).toMatchObject({ descriptiveOnly: true, lead: null, periods: 12 });
    expect(short.lags[0]).toMatchObject({ n: 11, interval: null, pValue: null, adjustedPValue: null });
    expect(short.lags[0]?.correlation).not.toBeNull();
    expect(performanceLink(weeks, { ...options, transform: "detrend", lags: [0] })).toMatchObject({
      descriptiveOnly: false,
    });
  });

  test("leaves out periods of which either is unknown, and what hangs on them", () => {
    const next = noise(3);
    const [minutes, late] = [wandering(next, 40, 0), wandering(next, 40, 0)] as (number | null)[][] as [
      (number | null)[],
      (number | null)[],
    ];
    minutes[10] = null;
    late[20] = Number.NaN;
    const { missing, lags } = performanceLink(weeksOf(minutes, late), { ...options, lags: [0] });
    expect(missing).toBe(2);
    // 39 differences, less two for each period that is unknown.
    expect(lags[0]?.n).toBe(35);
  });

  test("says nothing of a constant, of nothing, and of one period", () => {
    const flat = weeksOf(new Array<number>(20).fill(3), wandering(noise(1), 20, 0));
    expect(performanceLink(flat, options).lags[0]).toMatchObject({
      correlation: null,
      effectiveN: null,
      slope: null,
      pValue: null,
    });
    const line = weeksOf(
      wandering(noise(1), 20, 0),
      Array.from({ length: 20 }, (_, i) => 1e6 + i * 0.1),
    );
    for (const transform of ["difference", "detrend"] as const) {
      expect(performanceLink(line, { ...options, transform }).lags[0]?.correlation).toBeNull();
    }
    for (const rows of [[], flat.slice(0, 1)]) {
      expect(performanceLink(rows, options)).toMatchObject({ descriptiveOnly: true, lead: null, missing: 0 });
    }
  });

  test("is certain of what follows exactly, without an interval", () => {
    const minutes = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3];
    const { lags, lead } = performanceLink(weeksOf(minutes, minutes), { ...options, lags: [0] });
    expect(lags[0]).toMatchObject({ correlation: 1, pValue: 0, interval: null, slope: 1 });
    expect(lead).toBe(0);
  });

  test("has no slope of figures too small to be squared, and no p-value of pairs that are worth hardly one", () => {
    const tiny = weeksOf(
      Array.from({ length: 20 }, (_, i) => 1e-300 * (i % 3)),
      Array.from({ length: 20 }, (_, i) => 1e-300 * ((i * 7) % 5)),
    );
    expect(performanceLink(tiny, options).lags[0]?.slope).toBeNull();
    const turns = Array.from({ length: 30 }, (_, i) => i % 2);
    const [same] = performanceLink(weeksOf(turns, turns), options).lags;
    expect(same).toMatchObject({ correlation: 1, n: 29, interval: null, pValue: null });
    expect(same?.effectiveN).toBeLessThan(1);
  });

  test("by ranks, one week of storms does not make a link", () => {
    const next = noise(4);
    const [minutes, late] = [wandering(next, 40, 0), wandering(next, 40, 0)];
    minutes[20] = 90;
    late[20] = 90;
    const leadBy = (method: "pearson" | "spearman") =>
      performanceLink(weeksOf(minutes, late), { ...options, method }).lead;
    expect([leadBy("pearson"), leadBy("spearman")]).toEqual([0, null]);
  });

  test("refuses wrong figures and options", () => {
    expect(() =>
      performanceLink(
        [
          { minutes: 1, late: 0 },
          { minutes: Number.POSITIVE_INFINITY, late: 0 },
        ],
        options,
      ),
    ).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
    expect(() => performanceLink([{ minutes: 1, late: "0.1" }] as never, options)).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 0 }),
    );
    const wrongs: object[] = [{ lags: [] }, { lags: [-1] }, { lags: [1, 1] }, { lags: 3 }, { transform: "none" }];
    wrongs.push({ method: "kendall" }, { level: 95 }, { performance: "minutes" }, { lag: 1 });
    for (const wrong of wrongs) {
      expect(() =>
        performanceLink([], { ...options, ...wrong } as unknown as PerformanceLinkOptions<Week>),
      ).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });

  test("keeps its bounds, survives JSON, and does not depend on units", () => {
    const value = fc.option(fc.integer({ min: -50, max: 50 }), { freq: 8 });
    const week = fc.record({ minutes: value, late: value });
    fc.assert(
      fc.property(fc.array(week, { maxLength: 40 }), fc.constantFrom("difference", "detrend"), (weeks, transform) => {
        const link = performanceLink(weeks, { ...options, transform });
        expect(JSON.parse(JSON.stringify(link))).toEqual(link);
        const inHours = performanceLink(weeks, {
          ...options,
          transform,
          performance: (one) => (one.minutes === null ? null : 7 + one.minutes / 64),
        });
        link.lags.forEach(({ correlation: r, effectiveN, n, pValue, interval }, i) => {
          const other = inHours.lags[i];
          if (r === null) return;
          expect(Math.abs(r)).toBeLessThanOrEqual(1);
          expect(effectiveN).toBeLessThanOrEqual(n);
          if (other?.correlation !== null) expect(other?.correlation).toBeCloseTo(r, 6);
          if (pValue === null) return;
          expect(pValue).toBeGreaterThanOrEqual(0);
          expect(pValue).toBeLessThanOrEqual(1);
          if (interval === null) return;
          expect(interval.low).toBeLessThanOrEqual(r);
          expect(interval.high).toBeGreaterThanOrEqual(r);
        });
      }),
      { numRuns: 60 },
    );
  });
});
