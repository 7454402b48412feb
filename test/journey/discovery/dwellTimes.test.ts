import { discover, duration, dwellTimes, filterLog } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRows, logOf, rowsOf, type TestRow } from "../log/logOf.js";

const minute = 60_000;
const path = (who: string, ...visits: [string, number][]): TestRow[] =>
  visits.map(([where, when]) => ({ who, where, when: when * minute }));

describe("dwellTimes", () => {
  const log = logOf([
    ...path("ann", ["cart", 0], ["pay", 10]),
    ...path("bob", ["cart", 0], ["pay", 20]),
    ...path("cyd", ["cart", 0], ["help", 40]),
    ...path("dan", ["cart", 0]),
    ...path("eve", ["cart", 50]),
  ]);
  const of = (touchpoint: string, options = {}) =>
    dwellTimes(log, options).find((one) => one.touchpoint === touchpoint);

  test("counts those who have not gone on for as long as they were seen", () => {
    // Five in the cart: after 10, 20 and 40 minutes one goes on; one was last seen 0 minutes old, and one 50.
    // The curve falls to 3/4, 2/4 and 1/4: half are gone by the middle of 20 and 40 minutes (R's survfit: 30).
    expect(of("cart")).toMatchObject({ followed: 3, open: 2, finished: 0, median: { seconds: 1800 } });
    // Of those who went on alone, the median would be 20 minutes.
    expect(discover(log).touchpoints.find(({ touchpoint }) => touchpoint === "cart")?.medianDwellSeconds).toBe(1200);
  });

  test("has no median where most never go on", () => {
    expect(of("cart", { now: 60 * minute })?.median.seconds).not.toBeNull();
    expect(of("pay")).toMatchObject({ followed: 0, open: 2, median: { seconds: null, interval: null } });
  });

  test("takes nobody for waiting at a goal", () => {
    expect(of("pay", { goals: ["pay"] })).toMatchObject({ followed: 0, open: 0, finished: 2 });
    expect(of("help", { goals: ["pay"] })).toMatchObject({ open: 1, finished: 0 });
  });

  test("is the duration of stretches from each visit to the next, on any log", () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 21, max: 60 }), (rows, now) => {
        const any = logOf(rows);
        const sorted = rowsOf(any);
        for (const { touchpoint, followed, open, median, percentile90 } of dwellTimes(any, { now })) {
          const stretches = sorted.flatMap((row, index) => {
            const next = sorted[index + 1];
            if (row.where !== touchpoint) return [];
            return [{ from: row.when, to: next?.who === row.who ? next.when : null }];
          });
          const expected = duration(stretches, { now });
          expect([followed + open, open]).toEqual([expected.n, expected.open]);
          expect(median).toEqual({ seconds: expected.medianSeconds, interval: expected.interval });
          expect(percentile90.seconds).toBe(expected.percentile90Seconds);
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    [{ now: "soon" }, "invalid-time"],
    [{ goals: "pay" }, "invalid-option"],
    [{ level: 95 }, "invalid-option"],
    [{ goal: ["pay"] }, "invalid-option"],
  ])("refuses %j", (wrong, code) => {
    expect(() => dwellTimes(log, wrong as never)).toThrowError(expect.objectContaining({ code }));
  });

  test("events at the end of the observation or later are left out, as in a log without them", () => {
    for (const now of [10, 30, 49]) {
      const before = filterLog(log, { to: now * minute });
      expect(dwellTimes(log, { now: now * minute })).toEqual(dwellTimes(before, { now: now * minute }));
    }
    expect(dwellTimes(log, { now: "1969-12-31 10:00", timeZone: "UTC" })).toEqual([]);
  });
});
