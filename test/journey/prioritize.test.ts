import { eventLog, type Journey, journeyGaps, prioritize } from "cxkit";
import { describe, expect, test } from "vitest";

type Path = readonly string[];
const hour = 3_600_000;

/** A log of paths, one event an hour, all starting together long before the end of the data. */
const logOf = (paths: readonly Path[], end = 10_000) =>
  eventLog(
    [
      ...paths.flatMap((path, customer) =>
        path.map((touchpoint, at) => ({ customer: `c${customer}`, touchpoint, at: at * hour })),
      ),
      // Somebody is seen much later, so that nobody else counts as still under way.
      { customer: "late", touchpoint: "opt", at: end * hour },
    ],
    { customer: (row) => row.customer, touchpoint: (row) => row.touchpoint, at: (row) => row.at },
  );
const times = (count: number, path: Path): Path[] => new Array<Path>(count).fill(path);

const touchpoint = (id: string, more: object = {}) => ({ id, name: id.toUpperCase(), ...more });
const journey: Pick<Journey, "stages"> = {
  stages: [
    {
      id: "buy",
      name: "Buy",
      touchpoints: [touchpoint("search"), touchpoint("opt", { optional: true }), touchpoint("pay")],
    },
    { id: "get", name: "Get", flow: "any-order", touchpoints: [touchpoint("notice"), touchpoint("box")] },
    { id: "use", name: "Use", flow: "alternatives", touchpoints: [touchpoint("app"), touchpoint("phone")] },
  ],
};
const whole: Path = ["search", "pay", "notice", "box", "app"];
const idsOf = (gaps: readonly { id: string }[]) => gaps.map(({ id }) => id).sort();

describe("prioritize", () => {
  const gaps = journeyGaps({
    journey,
    log: logOf([...times(50, whole), ...times(30, ["search", "pay", "box", "app"]), ...times(20, ["search"])]),
  });

  test("puts first what pays most, with the range of what it brings", () => {
    expect(idsOf(gaps)).toEqual(["drop-off/buy/search", "missing-touchpoint/get/notice"]);
    const ranked = prioritize(gaps, { value: () => 10, effort: ({ kind }) => (kind === "drop-off" ? 4 : 1) });
    expect(ranked.map(({ kind, expected, effort, priority }) => [kind, expected.value, effort, priority])).toEqual([
      ["missing-touchpoint", 300, 1, 300],
      ["drop-off", 200, 4, 50],
    ]);
    for (const { expected } of ranked) {
      expect(expected.low).toBeLessThan(expected.value);
      expect(expected.high).toBeGreaterThan(expected.value);
    }
  });

  test("goes by harm where no value is given", () => {
    expect(prioritize(gaps).map(({ kind, expected }) => [kind, Math.round(expected.value)])).toEqual([
      ["drop-off", 12],
      ["missing-touchpoint", 12],
    ]);
  });

  test("refuses values and efforts that are none", () => {
    expect(() => prioritize(gaps, { value: () => Number.NaN })).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => prioritize(gaps, { effort: () => 0 })).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => prioritize(gaps, { cost: 1 } as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });
});
