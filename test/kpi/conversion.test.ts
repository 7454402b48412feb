import { compare, conversion, conversionMetric, groupBy, measure, rate, type Visit, wilson } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

const visit = (visitor: Visit["visitor"], converted: Visit["converted"]): Visit => ({ visitor, converted });

describe("conversion", () => {
  test("is the share of visitors that converted, each counted once", () => {
    const visits = [visit("a", false), visit("a", true), visit("a", true), visit("b", false), visit("c", false)];
    const result = conversion(visits);
    expect(result).toMatchObject({ n: 3, count: 1, missing: 0 });
    expect(result.value).toBeCloseTo(1 / 3, 15);
    expect(result.interval).toEqual(wilson(1, 3));
    expect(result.definition).toEqual({
      kpi: "conversion",
      family: "proportion",
      unit: "share",
      options: { unit: "visitors" },
    });
  });

  test("of rows that are true or false is their rate", () => {
    const values = fc.array(fc.constantFrom(true, false, null, undefined));
    fc.assert(
      fc.property(values, (rows) => {
        const { value, n, count, missing, interval } = rate(rows);
        expect(conversion(rows)).toMatchObject({ value, n, count, missing, interval });
      }),
    );
  });

  test("counts what it does not know as missing", () => {
    expect(conversion([visit(null, true), visit("", true), visit("a", null), visit(Number.NaN, false)])).toMatchObject({
      value: null,
      n: 0,
      missing: 4,
      interval: null,
    });
    expect(conversion([visit("a", null), visit("a", true)])).toMatchObject({ value: 1, n: 1, missing: 1 });
  });

  test("tells any two visitors apart", () => {
    const ids = ["__proto__", "constructor", "1", 1, ":1", "toString", -1];
    expect(conversion(ids.map((id) => visit(id, id === 1)))).toMatchObject({ n: 7, count: 1 });
    expect({}).not.toHaveProperty("1");
  });

  test("mixes no two units", () => {
    const [a, b] = [conversion([true, false]), conversion([true, false], { unit: "sessions" })];
    expect(() => compare(a, b)).toThrowError(expect.objectContaining({ code: "different-definitions" }));
  });

  test("never falls when a visitor converts after all, nor changes with the order of rows", () => {
    const visits = fc.array(fc.record({ visitor: fc.constantFrom("a", "b", "c", "d"), converted: fc.boolean() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(visits, fc.nat(), (rows, which) => {
        const before = conversion(rows);
        const visitor = rows[which % rows.length]?.visitor ?? "a";
        expect(conversion([...rows, visit(visitor, true)]).value).toBeGreaterThanOrEqual(before.value ?? 0);
        expect(conversion([...rows, visit(visitor, false)])).toEqual(before);
        expect(conversion([...rows].reverse())).toEqual(before);
      }),
    );
  });

  test.each([visit("a", 1 as never), visit("a", "yes" as never), visit({} as never, true), "yes", 1])(
    "refuses %j",
    (wrong) => {
      const rows = [true, wrong as never];
      expect(() => conversion(rows)).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
      expect(conversion(rows, { invalid: "exclude" })).toMatchObject({ n: 1, invalid: 1 });
    },
  );

  test.each([{ unit: 7 }, { level: 95 }, { weight: () => 1 }, { method: "exact" }, { invalid: "ignore" }])(
    "refuses the options %j",
    (options) => {
      const wrong = expect.objectContaining({ code: "invalid-option" });
      expect(() => conversionMetric(() => true, options as never)).toThrowError(wrong);
    },
  );

  test("refuses readers that are none", () => {
    const wrong = expect.objectContaining({ code: "invalid-option" });
    expect(() => conversionMetric({ converted: () => true } as never)).toThrowError(wrong);
    expect(() => conversionMetric(undefined as never)).toThrowError(wrong);
  });

  test("goes by group, and hides few", () => {
    const rows = [
      { channel: "web", who: "a", bought: true },
      { channel: "app", who: "a", bought: false },
      { channel: "web", who: "b", bought: false },
    ];
    type Row = (typeof rows)[0];
    const readers = { visitor: (row: Row) => row.who, converted: (row: Row) => row.bought };
    const groups = measure(
      rows,
      groupBy((row: Row) => row.channel, conversionMetric(readers, { minimumN: 2 })),
    );
    expect(groups.map(({ key, result }) => [key, result.value, "suppressed" in result])).toEqual([
      ["app", null, true],
      ["web", 0.5, false],
    ]);
  });
});

describe("conversion keeps the laws of a metric", () => {
  const rows = fc.array(
    fc.record({
      who: fc.constantFrom("a", "b", "__proto__", 1, null),
      did: fc.constantFrom<unknown>(true, false, false, null, "yes"),
    }),
  );
  interface Row {
    readonly who: string | number | null;
    readonly did: unknown;
  }
  describe("by visitor", () => {
    metricLaws(
      conversionMetric(
        { visitor: (row: Row) => row.who, converted: (row) => row.did as boolean },
        { invalid: "exclude", dismissed: (row) => row.who === "b" },
      ),
      rows,
      { json: true },
    );
  });
  describe("by row", () => {
    metricLaws(
      conversionMetric((row: Row) => row.did as boolean, { invalid: "exclude" }),
      rows,
      { json: true },
    );
  });
});
