import { compare, duration, durationMetric, groupBy, measure, quantile, quantileInterval, wilson } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";
import { seededRandom } from "../seededRandom.js";

const day = 86_400;
const start = Date.UTC(2026, 2, 2);
const span = (from: number, to: number | null) => ({
  from: start + from * 1000,
  to: to === null ? null : start + to * 1000,
});

describe("duration of what has ended", () => {
  test("is the median, with the 90th percentile and the mean", () => {
    // Type 7 of R's quantile(c(7, 15, 36, 39, 40, 41), c(0.5, 0.75, 0.9, 0.95)).
    const result = duration([15, 7, 41, 36, 40, 39], { percentiles: [75, 95] });
    expect(result).toMatchObject({ value: 37.5, medianSeconds: 37.5, percentile90Seconds: 40.5, n: 6, open: 0 });
    expect(result.percentiles.map(({ seconds }) => seconds)).toEqual([39.75, 40.75]);
    expect(result.meanSeconds).toBeCloseTo(29.6666666666667, 12);
    expect(result.withinTarget).toBeNull();
    expect(result.definition).toEqual({ kpi: "duration", family: "quantile", unit: "seconds", options: {} });
  });

  test("has the quantiles and intervals of the functions for them", () => {
    const seconds = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(seconds, fc.integer({ min: 1, max: 99 }), (lengths, percentile) => {
        const result = duration(lengths, { percentiles: [percentile], level: 0.9 });
        expect(result.value).toBe(quantile(lengths, 0.5));
        expect(result.interval).toEqual(quantileInterval(lengths, 0.5, { level: 0.9 }));
        expect(result.percentiles).toEqual([
          {
            percentile,
            seconds: quantile(lengths, percentile / 100),
            interval: quantileInterval(lengths, percentile / 100, { level: 0.9 }),
          },
        ]);
      }),
    );
  });

  test("counts missing values, and takes 0", () => {
    expect(duration([0, -0, null, undefined, Number.NaN])).toMatchObject({
      value: 0,
      n: 2,
      missing: 3,
      meanSeconds: 0,
    });
  });

  test("reads two ends, whatever the time zone and the change of clocks between", () => {
    const night = { from: "2026-03-28 23:00:00", to: "2026-03-29 08:00:00" };
    expect(duration([night], { timeZone: "Europe/Oslo" }).value).toBe(8 * 3600);
    expect(duration([night], { timeZone: "UTC" }).value).toBe(9 * 3600);
    expect(duration([{ from: "2026-03-28T23:00:00.250Z", to: "2026-03-28T23:00:01Z" }]).value).toBe(0.75);
  });

  test("says that there was nothing to measure", () => {
    expect(duration([], { targetSeconds: 60, percentiles: [95] })).toMatchObject({
      value: null,
      n: 0,
      interval: null,
      meanSeconds: null,
      percentile90Seconds: null,
      percentiles: [{ percentile: 95, seconds: null, interval: null }],
      withinTarget: { value: null, n: 0 },
    });
  });
});

describe("duration of what is partly open", () => {
  test("is the median of the product-limit curve (Freireich 1963, 6-mercaptopurine, in weeks)", () => {
    const now = 100;
    const rows = [
      ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map((weeks) => span(0, weeks)),
      ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((weeks) => span(now - weeks, null)),
    ];
    const result = duration(rows, { now: start + now * 1000 });
    expect(result).toMatchObject({ value: 23, n: 21, open: 12, meanSeconds: null, percentile90Seconds: null });
    // The log–log band never comes down to one half from above, so the interval has no upper end.
    expect(result.interval).toBeNull();
  });

  test("has the interval of R's survfit with conf.type log-log (acute myelogenous leukaemia, all patients)", () => {
    const ended = [9, 13, 18, 23, 31, 34, 48, 5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45];
    const open = [13, 28, 45, 161, 16];
    const rows = [...ended.map((weeks) => span(0, weeks)), ...open.map((weeks) => span(200 - weeks, null))];
    const result = duration(rows, { now: start + 200_000 });
    expect(result).toMatchObject({ value: 27, n: 23, open: 5 });
    expect(result.interval).toEqual({ low: 13, high: 34, level: 0.95 });
  });

  test("never drops what is open: the later it is seen, the longer it takes", () => {
    const rows = [span(0, 60), span(0, 120), span(0, null), span(0, null)];
    expect(duration(rows.slice(0, 2)).value).toBe(90);
    const seen = (seconds: number) => duration(rows, { now: start + seconds * 1000 }).value;
    expect([seen(130), seen(1000)]).toEqual([125, 560]);
    expect(duration([...rows, span(0, null)], { now: start + 1000_000 })).toMatchObject({ value: null, n: 5, open: 3 });
  });

  test("takes the latest time in the rows for now, where none is given", () => {
    const rows = [span(0, 50), span(10, null), span(90, 100)];
    expect(duration(rows, { targetSeconds: 80 }).withinTarget).toMatchObject({ met: 2, breached: 1, notDue: 0 });
    expect(duration(rows, { targetSeconds: 90 }).withinTarget).toMatchObject({ met: 2, breached: 0, notDue: 1 });
    expect(duration(rows)).toEqual(duration(rows, { now: start + 100_000 }));
  });

  test("sees a row as it was at now", () => {
    const rows = [span(0, 50), span(10, 500)];
    expect(duration(rows, { now: start + 100_000, targetSeconds: 60 })).toMatchObject({
      open: 1,
      withinTarget: { met: 1, breached: 1 },
    });
  });

  test("agrees with the quantile of the values as long as what is open is longer than the median", () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(lengths, (seconds) => {
        const median = quantile(seconds, 0.5) ?? 0;
        const now = 1000;
        const rows = seconds.map((length) => (length > median ? span(now - 500, null) : span(0, length)));
        const result = duration(rows, { now: start + now * 1000 });
        const upper = Math.min(...seconds.filter((length) => length >= median));
        // Where one half ended exactly, the curve stays level until the open ones were last seen.
        const atHalf = seconds.filter((length) => length <= median).length * 2 === seconds.length;
        if (!atHalf) expect(result.value).toBe(upper);
        else expect(result.value).toBe((Math.max(...seconds.filter((length) => length <= median)) + 500) / 2);
      }),
    );
  });
});

test.each([
  ["all that has ended", 40, Number.POSITIVE_INFINITY],
  ["much that is open", 60, 1.5],
])("the interval of the median holds the truth 92 to 98 times in 100, from %s", (_what, n, openFor) => {
  const random = seededRandom(3);
  const exponential = () => -Math.log(1 - random());
  const now = 1e9;
  let held = 0;
  for (let round = 0; round < 1000; round++) {
    const rows = Array.from({ length: n }, () => {
      const [length, seen] = [exponential(), openFor * exponential()];
      return length <= seen ? { from: 0, to: length * 1e6 } : { from: now - seen * 1e6 };
    });
    const { interval } = duration(rows, { now });
    if (interval !== null && interval.low <= 1000 * Math.LN2 && 1000 * Math.LN2 <= interval.high) held++;
  }
  expect(held).toBeGreaterThan(920);
  expect(held).toBeLessThan(980);
});

describe("the share within a target", () => {
  test("is met over met and breached: what is open and not yet due is in no share", () => {
    const rows = [span(0, 60), span(0, 61), span(0, null), span(100, null), span(50, 70)];
    const { withinTarget } = duration(rows, { now: start + 130_000, targetSeconds: 60 });
    expect(withinTarget).toMatchObject({ met: 2, breached: 2, notDue: 1, n: 4, value: 0.5, interval: wilson(2, 4) });
    expect(withinTarget?.definition).toEqual({
      kpi: "duration",
      family: "proportion",
      unit: "share",
      options: { targetSeconds: 60 },
    });
  });

  test("never falls when the target is longer", () => {
    const rows = fc.array(fc.tuple(fc.nat(100), fc.option(fc.nat(100), { nil: null })), { minLength: 1 });
    fc.assert(
      fc.property(rows, fc.nat(200), fc.nat(200), (ends, a, b) => {
        const share = (targetSeconds: number) =>
          duration(
            ends.map(([from, length]) => span(from, length === null ? null : from + length)),
            { now: start + 250_000, targetSeconds },
          ).withinTarget;
        const [short, long] = [share(Math.min(a, b)), share(Math.max(a, b))];
        expect((long?.met ?? 0) >= (short?.met ?? 0) && (long?.breached ?? 0) <= (short?.breached ?? 0)).toBe(true);
        if (short?.value !== null && long?.value !== null) {
          expect(long?.value).toBeGreaterThanOrEqual(short?.value ?? 0);
        }
      }),
    );
  });

  test("of two groups can be compared, but not by different targets", () => {
    const share = (seconds: number[], targetSeconds: number) => duration(seconds, { targetSeconds }).withinTarget;
    const [a, b, c] = [share([1, 2, 3], 2), share([5, 6], 2), share([5, 6], 5)];
    if (!(a && b && c)) throw new Error("there are targets");
    expect(compare(a, b).difference).toBeCloseTo(2 / 3, 14);
    expect(() => compare(a, c)).toThrowError(expect.objectContaining({ code: "different-definitions" }));
  });
});

describe("duration refuses", () => {
  const code = (expected: string) => expect.objectContaining({ code: expected });

  test.each([-1, Number.POSITIVE_INFINITY, "7", true, {}, new Date(0)])("a length of %s", (length) => {
    expect(() => duration([1, length as never])).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
    expect(duration([1, length as never], { invalid: "exclude" })).toMatchObject({ n: 1, invalid: 1, missing: 0 });
  });

  test("what ends before it begins, begins after now, or is no time; or counts it", () => {
    const rows = [span(0, 5), span(5, 0), span(50, null), { from: "2026-02-30", to: null }, { from: null, to: 7 }];
    const now = start + 20_000;
    expect(() => duration(rows, { now })).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
    expect(() => duration([span(50, null)], { now })).toThrowError(/beginning that is not after now/);
    expect(() => duration(rows.slice(3), { now })).toThrowError(
      expect.objectContaining({ code: "invalid-time", row: 0 }),
    );
    expect(duration(rows, { now, invalid: "exclude" })).toMatchObject({ n: 1, invalid: 3, missing: 1, value: 5 });
  });

  test.each([
    { level: 95 },
    { targetSeconds: -1 },
    { targetSeconds: Number.NaN },
    { percentiles: [0] },
    { percentiles: [0.9] },
    { percentiles: [100] },
    { percentiles: 90 },
    { timeZone: "Mars" },
    { weight: () => 1 },
    { target: 60 },
    { minimumN: -1 },
  ])("the options %j", (options) => {
    expect(() => durationMetric(() => 1, options as never)).toThrowError(code("invalid-option"));
  });

  test("a moment that is none, and readers that are none", () => {
    expect(() => durationMetric(() => 1, { now: "soon" })).toThrowError(code("invalid-time"));
    expect(() => durationMetric({ from: () => 1 } as never)).toThrowError(code("invalid-option"));
    expect(() => durationMetric(null as never)).toThrowError(code("invalid-option"));
  });
});

test("hides a duration of few", () => {
  const result = duration([1, 2, 3], { minimumN: 4, targetSeconds: 2, name: "wait" });
  expect(result).toMatchObject({ suppressed: true, n: null, value: null, withinTarget: null, open: null });
  expect(result.definition.kpi).toBe("wait");
});

test("leaves out what somebody declined to measure", () => {
  const rows = [{ s: 5 }, { s: 7 }, { s: 900 }];
  expect(
    measure(
      rows,
      durationMetric((row: { s: number }) => row.s, { dismissed: (row) => row.s > 100 }),
    ),
  ).toMatchObject({
    value: 6,
    n: 2,
    dismissed: 1,
  });
});

test("goes by group", () => {
  const rows = [
    { team: "a", opened: "2026-03-01", solved: "2026-03-03" },
    { team: "a", opened: "2026-03-01", solved: "2026-03-02" },
    { team: "b", opened: "2026-03-01", solved: null },
  ];
  const metric = durationMetric(
    { from: (row: (typeof rows)[0]) => row.opened, to: (row) => row.solved },
    { now: "2026-03-10" },
  );
  expect(
    measure(
      rows,
      groupBy((row) => row.team, metric),
    ).map(({ key, result }) => [key, result.medianSeconds, result.open]),
  ).toEqual([
    ["a", 1.5 * day, 0],
    ["b", null, 1],
  ]);
});

describe("duration keeps the laws of a metric", () => {
  const time = fc.integer({ min: -50, max: 200 });
  const rows = fc.array(
    fc.record({
      from: fc.option(time, { nil: null }),
      to: fc.oneof(fc.option(time, { nil: undefined }), fc.constant("never")),
      declined: fc.boolean(),
    }),
  );
  interface Row {
    readonly from: number | null;
    readonly to: number | string | undefined;
    readonly declined: boolean;
  }
  const readers = { from: (row: Row) => row.from, to: (row: Row) => row.to };
  describe("seen from the latest row", () => {
    metricLaws(
      durationMetric(readers, { invalid: "exclude", targetSeconds: 0.03, dismissed: (row) => row.declined }),
      rows,
      { json: true },
    );
  });
  describe("seen from a moment", () => {
    metricLaws(durationMetric(readers, { invalid: "exclude", now: 100, minimumN: 3, percentiles: [25] }), rows, {
      json: true,
    });
  });
  describe("in seconds", () => {
    metricLaws(
      durationMetric((row: number | null) => row),
      fc.array(fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: null })),
      { json: true },
    );
  });
});
