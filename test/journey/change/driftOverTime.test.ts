import { type DriftOptions, driftOverTime, eventLog, seededRandom } from "cxkit";
import { describe, expect, test } from "vitest";

const [minute, day] = [60_000, 86_400_000];
const monday = Date.UTC(2026, 0, 5);
type Row = { who: string; what: string; at: number };
const logOf = (rows: readonly Row[]) =>
  eventLog(rows, { customer: (row) => row.who, touchpoint: (row) => row.what, at: (row) => row.at });

/** What the next touchpoint is, by chance; null where the customer leaves. */
type Habits = { readonly [touchpoint: string]: readonly (readonly [next: string | null, chance: number])[] };
const usual: Habits = {
  begin: [
    ["search", 0.7],
    ["ad", 0.3],
  ],
  ad: [
    ["search", 0.8],
    [null, 0.2],
  ],
  search: [
    ["search", 0.3],
    ["cart", 0.4],
    ["help", 0.1],
    [null, 0.2],
  ],
  help: [
    ["search", 0.5],
    ["help", 0.3],
    [null, 0.2],
  ],
  cart: [
    ["pay", 0.6],
    ["search", 0.1],
    [null, 0.3],
  ],
  pay: [[null, 1]],
};
/** More customers need help, and fewer go to the cart. */
const worse: Habits = {
  ...usual,
  search: [
    ["search", 0.3],
    ["cart", 0.3],
    ["help", 0.2],
    [null, 0.2],
  ],
};

function walk(habits: Habits, random: () => number): string[] {
  const path: string[] = [];
  for (let now = "begin"; path.length < 50; ) {
    const dice = random();
    const ways = habits[now] ?? [];
    const sums = ways.map((_, way) => ways.slice(0, way + 1).reduce((sum, [, chance]) => sum + chance, 0));
    const next = ways[sums.findIndex((sum) => dice < sum)]?.[0] ?? null;
    if (next === null) break;
    path.push(next);
    now = next;
  }
  return path;
}

/** Customers of some weeks, at even distances, whose habits may differ from week to week. */
function simulate(seed: number, weeks: number, perWeek: number, habitsOf: (week: number) => Habits): Row[] {
  const random = seededRandom(seed);
  return Array.from({ length: weeks * perWeek }, (_, index) => {
    const week = Math.floor(index / perWeek);
    const at = monday + week * 7 * day + ((index % perWeek) / perWeek) * 7 * day;
    return walk(habitsOf(week), random).map((what, step) => ({ who: `c${index}`, what, at: at + step * minute }));
  }).flat();
}
const startOf = (week: number): string => new Date(monday + week * 7 * day).toISOString().replace(".000Z", "Z");

describe("a journey that changes", () => {
  test("in one week is found in that week, with what rose and fell", () => {
    for (const [seed, week] of [
      [1, 4],
      [2, 7],
      [3, 9],
    ] as const) {
      const found = driftOverTime(logOf(simulate(seed, 12, 300, (now) => (now < week ? usual : worse))));
      expect(found.changes.map(({ at }) => at)).toEqual([startOf(week)]);
      const [change] = found.changes;
      expect(change?.rose.map(({ path }) => path)).toContainEqual(["search", "help"]);
      expect(change?.fell.map(({ path }) => path)).toContainEqual(["search", "cart"]);
      expect(change?.customersBefore).toBe(
        found.windows.slice(0, week).reduce((sum, { customers }) => sum + customers, 0),
      );
      for (const { difference, interval, before, after } of [...(change?.rose ?? []), ...(change?.fell ?? [])]) {
        expect(difference).toBeCloseTo(after - before, 12);
        expect(interval.low * interval.high).toBeGreaterThan(0);
      }
    }
  });

  test("twice is found twice, and a single odd week by both of its ends", () => {
    const twice = driftOverTime(logOf(simulate(5, 12, 300, (week) => (week >= 4 && week < 8 ? worse : usual))));
    expect(twice.changes.map(({ at }) => at)).toEqual([startOf(4), startOf(8)]);
    const outage: Habits = {
      ...usual,
      cart: [
        ["pay", 0.2],
        [null, 0.8],
      ],
    };
    const odd = driftOverTime(logOf(simulate(6, 12, 300, (week) => (week === 6 ? outage : usual))));
    expect(odd.changes.map(({ at }) => at)).toEqual([startOf(6), startOf(7)]);
  });

  test("is found in touchpoints and in whole paths too", () => {
    const log = logOf(simulate(7, 10, 400, (week) => (week < 5 ? usual : worse)));
    for (const of of ["touchpoints", "variants"] as const) {
      const { changes } = driftOverTime(log, { of });
      expect(changes.map(({ at }) => at)).toEqual([startOf(5)]);
    }
    expect(driftOverTime(log, { of: "touchpoints" }).changes[0]?.rose.map(({ path }) => path)).toContainEqual(["help"]);
  });
});

describe("a journey that stays the same", () => {
  test("gives an alarm in about 5 % of logs at most, neighbouring weeks in about 5 % of pairs", () => {
    let [alarms, pairs, small] = [0, 0, 0];
    for (let seed = 1; seed <= 100; seed++) {
      const found = driftOverTime(logOf(simulate(1000 + seed, 6, 80, () => usual)));
      if (found.changes.length > 0) alarms++;
      for (const { change } of found.windows) {
        if (change?.pValue === null || change === null) continue;
        pairs++;
        if (change.pValue <= 0.05) small++;
      }
    }
    expect(alarms).toBeLessThanOrEqual(9);
    expect(pairs).toBeGreaterThan(400);
    expect(small / pairs).toBeLessThan(0.08);
  });

  test("does not change because the log ends: customers of the last days are left out, not taken to do less", () => {
    // Each customer comes again after three days; the log is cut in the middle of that.
    const rows = Array.from({ length: 4000 }, (_, index) => {
      const at = monday + (index / 4000) * 28 * day;
      return [
        { who: `c${index}`, what: "order", at },
        { who: `c${index}`, what: "receive", at: at + 3 * day },
      ];
    })
      .flat()
      .filter(({ at }) => at < monday + 28 * day);
    const found = driftOverTime(logOf(rows));
    expect(found.changes).toEqual([]);
    expect(found.open).toBeGreaterThan(400);
    // The first three days are left out: who comes then may have begun before the log does.
    expect(found.customers + found.open + found.outside).toBe(4000);
    expect(found.outside).toBeLessThan(450);
    expect(found.withinSeconds).toBe((3 * day) / 1000);
  });

  test("does not change because the log was cut off at its beginning, unless its first customers are asked for", () => {
    const [cut, end] = [monday + 28 * day, monday + 84 * day];
    let told = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const random = seededRandom(seed);
      const rows = Array.from({ length: 3000 }, (_, index) => {
        let at = monday + (index / 3000) * 84 * day;
        return ["order", "pay", "receive", "rate"].map((what, step) => {
          if (step > 0) at -= Math.log(1 - random()) * 4 * day;
          return { who: `c${index}`, what, at };
        });
      });
      const log = logOf(rows.flat().filter(({ at }) => at >= cut && at < end));
      told += driftOverTime(log).changes.length;
      expect(driftOverTime(log, { from: cut }).changes.length).toBeGreaterThan(0);
    }
    expect(told).toBeLessThanOrEqual(2);
  });

  test("does not change because a few customers go round in circles", () => {
    const rows = Array.from({ length: 800 }, (_, index) => {
      const at = monday + Math.floor(index / 100) * 7 * day + (index % 100) * minute;
      const loops = index === 750 ? 500 : 1;
      return Array.from({ length: 2 * loops }, (_, step) => ({
        who: `c${index}`,
        what: step % 2 ? "b" : "a",
        at: at + step,
      }));
    }).flat();
    expect(driftOverTime(logOf(rows)).changes).toEqual([]);
  });
});

describe("windows", () => {
  const rows = simulate(9, 4, 50, () => usual);
  test("are periods of the calendar in a zone, none left out, and hold every customer once", () => {
    const { windows, customers, open, outside } = driftOverTime(logOf(rows), { every: "day", timeZone: "Europe/Oslo" });
    expect(windows[0]?.start).toBe("2026-01-05T00:00:00+01:00");
    windows.slice(1).forEach(({ start }, index) => {
      expect(start).toBe(windows[index]?.end);
    });
    expect(windows.reduce((sum, window) => sum + window.customers, 0)).toBe(customers);
    expect(customers + open + outside).toBe(200);
  });

  test("may be one's own: before and after a launch", () => {
    const log = logOf(simulate(3, 8, 150, (week) => (week < 5 ? usual : worse)));
    const found = driftOverTime(log, { windows: ["2026-01-12", "2026-02-09", "2026-03-02"], timeZone: "UTC" });
    expect(found.windows.map(({ start }) => start)).toEqual(["2026-01-12T00:00:00Z", "2026-02-09T00:00:00Z"]);
    expect(found.changes.map(({ at }) => at)).toEqual(["2026-02-09T00:00:00Z"]);
    expect(found.outside).toBe(150);
  });

  test("know nothing of customers before `from` and at or after `now`", () => {
    const log = logOf(rows);
    const found = driftOverTime(log, { from: monday + 7 * day, now: monday + 21 * day });
    expect(found.windows).toHaveLength(2);
    expect(found.outside).toBe(100);
  });

  test("of nothing are none", () => {
    const found = driftOverTime(logOf([]));
    expect(found).toMatchObject({ windows: [], changes: [], customers: 0, open: 0, compared: 0 });
    const one = driftOverTime(logOf([{ who: "a", what: "x", at: monday }]));
    expect(one).toMatchObject({ changes: [], customers: 1 });
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });
});

test.each([
  [{ every: "hour" }],
  [{ windows: ["2026-01-01"] }],
  [{ windows: ["2026-02-01", "2026-01-01"] }],
  [{ of: "stages" }],
  [{ within: 0 }],
  [{ level: 95 }],
  [{ timeZone: "Oslo" }],
  [{ seed: 1 }],
])("%j is refused", (options) => {
  const log = logOf([{ who: "a", what: "x", at: monday }]);
  expect(() => driftOverTime(log, options as unknown as DriftOptions)).toThrow(
    expect.objectContaining({ code: "invalid-option" }),
  );
});
