import { eventLog } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

type Row = { who?: unknown; where?: unknown; when?: unknown; channel?: string; outcome?: string };
const columns = {
  customer: (row: Row) => row.who as string,
  touchpoint: (row: Row) => row.where as string,
  at: (row: Row) => row.when as number,
};
const paths = (log: ReturnType<typeof eventLog>) =>
  Object.fromEntries(
    log.customers.map((customer, index) => [
      customer,
      Array.from(log.touchpoint.subarray(log.offsets[index], log.offsets[index + 1]), (code) => log.touchpoints[code]),
    ]),
  );

describe("eventLog", () => {
  test("sorts events that come out of order, customer by customer", () => {
    const log = eventLog(
      [
        { who: "ann", where: "pay", when: 3 },
        { who: "bob", where: "search", when: 2 },
        { who: "ann", where: "search", when: 1 },
      ],
      columns,
    );
    expect(paths(log)).toEqual({ ann: ["search", "pay"], bob: ["search"] });
    expect(Array.from(log.at)).toEqual([1, 3, 2]);
  });

  test("keeps the order of rows among events at the same time, and counts them", () => {
    const log = eventLog(
      [
        { who: "ann", where: "b", when: 1 },
        { who: "ann", where: "a", when: 1 },
        { who: "ann", where: "b", when: 1 },
        { who: "ann", where: "b", when: 2 },
      ],
      columns,
    );
    expect(paths(log)).toEqual({ ann: ["b", "a", "b", "b"] });
    expect(log).toMatchObject({ ties: 2, duplicates: 1 });
  });

  test("keeps channel and outcome where they are given", () => {
    const log = eventLog(
      [
        { who: "ann", where: "a", when: 1, channel: "web" },
        { who: "ann", where: "b", when: 2, outcome: "failed" },
      ],
      { ...columns, channel: (row) => row.channel, outcome: (row) => row.outcome },
    );
    expect(Array.from(log.channel, (code) => log.channels[code] ?? null)).toEqual(["web", null]);
    expect(Array.from(log.outcome, (code) => log.outcomes[code] ?? null)).toEqual([null, "failed"]);
  });

  test('keeps further columns event by event, values written once and 1 told from "1"', () => {
    const rows = [
      { who: "ann", where: "b", when: 2, device: "phone", items: 1, member: true },
      { who: "ann", where: "a", when: 1, device: "", items: "1", member: null },
      { who: "bob", where: "a", when: 1, device: "phone", items: -0, member: false },
    ];
    const log = eventLog(rows, {
      ...columns,
      attributes: {
        device: (row) => (row as (typeof rows)[0]).device,
        items: (row) => (row as (typeof rows)[0]).items,
        member: (row) => (row as (typeof rows)[0]).member,
        ["__proto__"]: () => Number.NaN,
      },
    });
    const cells = Object.entries(log.attributes).map(([name, { values, codes }]) => [
      name,
      Array.from(codes, (code) => values[code] ?? null),
    ]);
    expect(cells).toEqual([
      ["device", [null, "phone", "phone"]],
      ["items", ["1", 1, 0]],
      ["member", [null, true, false]],
      ["__proto__", [null, null, null]],
    ]);
    expect(structuredClone(log)).toEqual(log);
  });

  test("refuses an attribute that is no value with its row, or counts it and keeps nothing of the row", () => {
    const rows: Row[] = [
      { who: "x", where: "a", when: 1 },
      { who: "y", where: "b", when: 1, channel: "web" },
    ];
    const attributes = { plan: (row: Row) => (row.who === "y" ? Number.POSITIVE_INFINITY : 3) };
    expect(() => eventLog(rows, { ...columns, attributes })).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
    const log = eventLog(rows, { ...columns, channel: (row) => row.channel, attributes, invalid: "exclude" });
    expect(log).toMatchObject({ customers: ["x"], touchpoints: ["a"], channels: [], invalid: 1 });
  });

  test.each([
    { attributes: { channel: () => "web" } },
    { attributes: { device: "device" } },
    { attributes: null },
    { channel: "web" },
  ])("refuses %j", (wrong) => {
    expect(() => eventLog([], { ...columns, ...wrong } as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });

  test("counts rows with an empty cell, as a CSV with missing columns has them", () => {
    const rows: Row[] = [
      {},
      { who: "", where: "a", when: 1 },
      { who: "x", where: null, when: 1 },
      { who: "x", where: "a", when: "" },
    ];
    expect(eventLog(rows, columns)).toMatchObject({ missing: 4, invalid: 0, customers: [] });
  });

  test.each<[Row, string]>([
    [{ who: 7, where: "a", when: 1 }, "invalid-value"],
    [{ who: "x", where: {}, when: 1 }, "invalid-value"],
    [{ who: "x", where: "a", when: "soon" }, "invalid-time"],
    [{ who: "x", where: "a", when: "2026-01-01T10:00:00" }, "invalid-time"],
    [{ who: "x", where: "a", when: new Date(Number.NaN) }, "invalid-time"],
  ])("refuses %j with its row, or counts it", (row, code) => {
    const rows = [{ who: "x", where: "a", when: 1 }, row];
    expect(() => eventLog(rows, columns)).toThrowError(expect.objectContaining({ code, row: 1 }));
    const log = eventLog(rows, { ...columns, invalid: "exclude" });
    expect(log.invalid).toBe(1);
    expect(log.at).toHaveLength(1);
  });

  test("does not swallow an error of an accessor", () => {
    const failing = {
      ...columns,
      customer: () => {
        throw new TypeError("oops");
      },
      invalid: "exclude" as const,
    };
    expect(() => eventLog([{}], failing)).toThrowError(TypeError);
  });

  test("takes __proto__ for a customer and a touchpoint", () => {
    const log = eventLog(
      [
        { who: "__proto__", where: "__proto__", when: 1 },
        { who: "constructor", where: "__proto__", when: 1 },
      ],
      columns,
    );
    expect(log.customers).toEqual(["__proto__", "constructor"]);
    expect(log.touchpoints).toEqual(["__proto__"]);
  });

  test("of no rows is empty", () => {
    expect(eventLog([], columns)).toMatchObject({ customers: [], touchpoints: [], ties: 0, missing: 0 });
  });

  test("survives structuredClone", () => {
    const log = eventLog([{ who: "ann", where: "a", when: 1 }], columns);
    expect(structuredClone(log)).toEqual(log);
  });

  test("loses no row and does not mind their order, but for ties", () => {
    const row = fc.record({
      who: fc.constantFrom("ann", "bob", "", "__proto__"),
      where: fc.constantFrom("a", "b", null),
      when: fc.oneof(fc.constant("never"), fc.constant(null), fc.integer({ min: 0, max: 50 })),
    });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ who, when }) => `${who} ${when}` }), (rows) => {
        const log = eventLog(rows, { ...columns, invalid: "exclude" });
        expect(log.at.length + log.missing + log.invalid).toBe(rows.length);
        expect(paths(eventLog(rows.toReversed(), { ...columns, invalid: "exclude" }))).toEqual(paths(log));
        log.customers.forEach((_, index) => {
          const times = log.at.subarray(log.offsets[index], log.offsets[index + 1]);
          expect(Array.from(times)).toEqual(Array.from(times).sort((a, b) => a - b));
        });
      }),
    );
  });

  test("refuses wrong options at once", () => {
    expect(() => eventLog([], { ...columns, invalid: "drop" } as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => eventLog([], { ...columns, timezone: "UTC" } as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => eventLog([], { ...columns, timeZone: "Nowhere" })).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });
});
