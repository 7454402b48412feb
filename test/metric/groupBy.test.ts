import {
  allOf,
  csatMetric,
  durationMetric,
  enpsMetric,
  type Group,
  groupBy,
  type Metric,
  measure,
  npsMetric,
  perPeriod,
  rateMetric,
  where,
} from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

const count = rateMetric(() => true);
const keysOf = (keys: readonly unknown[]) =>
  measure(
    keys,
    groupBy((key) => key as string, count),
  ).map(({ key, result }) => [key, result.n]);

describe("groupBy", () => {
  test("sorts numbers by size, then strings by code unit, then booleans, null last", () => {
    const keys = ["b", 10, true, null, "a", 9, false, -1, undefined, "B", "10", Number.NaN];
    expect(keysOf(keys)).toEqual([
      [-1, 1],
      [9, 1],
      [10, 1],
      ["10", 1],
      ["B", 1],
      ["a", 1],
      ["b", 1],
      [false, 1],
      [true, 1],
      [null, 3],
    ]);
  });

  test("counts a row once in each of its groups, and a row without any in null", () => {
    expect(keysOf([["a", "b"], ["a", "a"], []])).toEqual([
      ["a", 2],
      ["b", 1],
      [null, 1],
    ]);
  });

  test("takes names such as __proto__ for names", () => {
    expect(keysOf(["__proto__", "constructor", "__proto__", "toString"])).toEqual([
      ["__proto__", 2],
      ["constructor", 1],
      ["toString", 1],
    ]);
    expect(({} as Record<string, unknown>)["n"]).toBeUndefined();
  });

  test.each([Number.POSITIVE_INFINITY, {}, Symbol("x"), 1n])("refuses a key that JSON could not hold", (key) => {
    expect(() =>
      measure(
        [key],
        groupBy((row) => row as never, count),
      ),
    ).toThrowError(expect.objectContaining({ code: "invalid-value", row: 0 }));
  });

  test("refuses options that it does not know, which would protect nobody", () => {
    const withOptions = groupBy as unknown as (...words: unknown[]) => unknown;
    for (const options of [{ minimum: 5 }, { minimumN: -1 }, { minimumN: "5" }, 5]) {
      expect(() => withOptions((row: string) => row, count, options)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });

  describe("with minimumN", () => {
    const shownOf = (sizes: Readonly<Record<string, number>>, minimumN: number) => {
      const rows = Object.entries(sizes).flatMap(([team, size]) => new Array<string>(size).fill(team));
      const byTeam = groupBy((team: string) => team, count, { minimumN });
      return measure(rows, byTeam).flatMap(({ key, result }) => (result.n === null ? [] : [key]));
    };

    test("hides a small group, and the next-smallest where the total would tell it", () => {
      expect(shownOf({ a: 4, b: 5, c: 9 }, 5)).toEqual(["c"]);
      expect(shownOf({ a: 5, b: 5, c: 9 }, 5)).toEqual(["a", "b", "c"]);
    });

    test("hides no more where several small groups hide each other", () => {
      expect(shownOf({ a: 4, b: 3, c: 6, d: 9 }, 5)).toEqual(["c", "d"]);
    });

    test("hides one more where the small ones are too few even together", () => {
      expect(shownOf({ a: 1, b: 2, c: 6, d: 9 }, 5)).toEqual(["d"]);
    });

    test("hides every figure but what was measured, under every name", () => {
      const rows = [{ team: "a", score: 9 }, ...new Array(8).fill({ team: "b", score: 7 })];
      const both = allOf({
        nps: npsMetric((row: (typeof rows)[0]) => row.score),
        rate: rateMetric((row: (typeof rows)[0]) => row.score > 8),
      });
      const byTeam = groupBy((row: (typeof rows)[0]) => row.team, both, { minimumN: 2 });
      for (const { result } of measure(rows, byTeam)) {
        expect(result.nps).toMatchObject({ suppressed: true, value: null, n: null, promoters: null, interval: null });
        expect(result.rate).toMatchObject({ suppressed: true, value: null, count: null });
        expect(result.nps.definition.kpi).toBe("nps");
      }
    });

    test("looks at each period of a series by itself", () => {
      const rows = ["2026-01-01", "2026-01-02", "2026-01-02"].flatMap((at) => [
        { at, team: "a" },
        { at, team: "b" },
      ]);
      const daily = perPeriod(
        { at: (row: (typeof rows)[0]) => row.at, every: "day" },
        rateMetric<(typeof rows)[0]>(() => true),
      );
      const byTeam = measure(
        rows,
        groupBy((row) => row.team, daily, { minimumN: 2 }),
      );
      expect(byTeam.map(({ result }) => result.map((day) => day.result.n))).toEqual([
        [null, 2],
        [null, 2],
      ]);
    });

    test("never leaves a hidden total of one group, or of fewer than the minimum", () => {
      const sizes = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 12 }), {
        maxKeys: 8,
      });
      fc.assert(
        fc.property(sizes, fc.integer({ min: 1, max: 8 }), (all, minimumN) => {
          const shown = new Set(shownOf(all, minimumN));
          const hidden = Object.entries(all).filter(([team]) => !shown.has(team));
          for (const [team, size] of Object.entries(all)) if (size < minimumN) expect(shown).not.toContain(team);
          if (shown.size === 0 || hidden.length === 0) return;
          expect(hidden.length).toBeGreaterThan(1);
          expect(hidden.reduce((sum, [, size]) => sum + size, 0)).toBeGreaterThanOrEqual(minimumN);
        }),
      );
    });

    test("takes nothing that is hidden already for cover", () => {
      const rows = Object.entries({ a: 1, b: 1, c: 20, d: 30 }).flatMap(([team, n]) =>
        new Array(n).fill({ team, score: 9 }),
      );
      const shown = (metric: Metric<{ team: string; score: number }, never, never>) =>
        measure(
          rows,
          groupBy((row: { team: string }) => row.team, metric as never, { minimumN: 5 }) as never,
        ) as unknown as Group<{ n: number }>[];
      for (const metric of [
        npsMetric((row: { score: number }) => row.score),
        enpsMetric((row: { score: number }) => row.score),
      ]) {
        expect(shown(metric as never).map(({ result }) => result.n)).toEqual([null, null, null, 30]);
      }
    });

    test("hides groups within a group from each other, and figures within a figure", () => {
      const teams = Object.entries({ n1: 3, n2: 20, n3: 30 }).flatMap(([team, n]) =>
        new Array(n).fill({ region: "north", team, score: 9 }),
      );
      const rows = [...teams, ...new Array(60).fill({ region: "south", team: "s1", score: 9 })] as {
        region: string;
        team: string;
        score: number;
      }[];
      const read = npsMetric((row: (typeof rows)[0]) => row.score);
      const parts = allOf({ all: read, teams: groupBy((row: (typeof rows)[0]) => row.team, read) });
      const [north] = measure(
        rows,
        groupBy((row) => row.region, parts, { minimumN: 5 }),
      );
      expect(north?.result.teams.map(({ result }) => result.n)).toEqual([null, null, 30]);
      const lengths = [...new Array(8).fill({ from: 0, to: null }), { from: 0, to: 5000 }, { from: 0, to: 6000 }];
      const waits = durationMetric<(typeof lengths)[0]>(
        { from: (row) => row.from, to: (row) => row.to },
        { targetSeconds: 60, now: 30_000 },
      );
      const [all] = measure(
        lengths,
        groupBy(() => "all", waits, { minimumN: 5 }),
      );
      expect(all?.result).toMatchObject({ n: 10, withinTarget: { n: null, suppressed: true } });
    });

    test("takes no two results for one, whatever their names", () => {
      const rows = ["p", "q", "r"].flatMap((team) => Array.from({ length: 20 }, (_, index) => ({ team, index })));
      const all = rateMetric((_: (typeof rows)[0]) => true);
      const few = where((row: (typeof rows)[0]) => row.index < (row.team === "p" ? 2 : 1), all);
      const named = allOf({ "a/b": few, a: allOf({ b: all }) });
      const byTeam = measure(
        rows,
        groupBy((row) => row.team, named, { minimumN: 5 }),
      );
      expect(byTeam.map(({ result }) => [result["a/b"].n, result.a.b.n])).toEqual([
        [null, 20],
        [null, 20],
        [null, 20],
      ]);
    });

    test("protects the team that enps hides by itself", () => {
      const rows = [
        ...new Array(3).fill({ team: "a", score: 9 }),
        ...new Array(6).fill({ team: "b", score: 7 }),
        ...new Array(20).fill({ team: "c", score: 7 }),
      ] as { team: string; score: number }[];
      const byTeam = groupBy(
        (row: (typeof rows)[0]) => row.team,
        enpsMetric((row) => row.score),
        { minimumN: 5 },
      );
      expect(measure(rows, byTeam).map(({ result }) => result.n)).toEqual([null, null, 20]);
    });
  });

  test("gives no groups for no rows", () => {
    expect(
      measure(
        [],
        groupBy((row: string) => row, count),
      ),
    ).toEqual([]);
  });

  test("nests, and the parts of every level add up to the whole", () => {
    const row = fc.record({
      a: fc.constantFrom("x", "y", null),
      b: fc.constantFrom(1, 2),
      score: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const nested = measure(
          rows,
          groupBy(
            (one) => one.a,
            groupBy(
              (one) => one.b,
              npsMetric((one) => one.score),
            ),
          ),
        );
        const n = nested.flatMap(({ result }) => result).reduce((sum, { result }) => sum + result.n, 0);
        expect(n).toBe(rows.length);
      }),
    );
  });
});

describe("groupBy keeps the laws of a metric", () => {
  const row = fc.record({
    keys: fc.array(fc.constantFrom("a", "b", "__proto__")),
    score: fc.integer({ min: 1, max: 5 }),
  });
  metricLaws(
    groupBy(
      (one) => one.keys,
      csatMetric((one: { keys: string[]; score: number }) => one.score),
    ),
    fc.array(row),
  );
});
