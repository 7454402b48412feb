import { allOf, groupBy, measureAsync, nps, npsMetric, perPeriod, rolling, where } from "cxkit";
import { expect, test } from "vitest";

const all = (row: number) => row > 0;

// The plain form, the row form before its accessor was given, and what is nothing.
test.each([
  ["groupBy", (wrong: never) => groupBy(all, wrong)],
  ["where", (wrong: never) => where(all, wrong)],
  ["perPeriod", (wrong: never) => perPeriod({ at: Number, every: "day" }, wrong)],
  ["rolling", (wrong: never) => rolling({ at: Number, days: 7 }, wrong)],
  ["allOf: score", (wrong: never) => allOf({ score: wrong })],
])("%s says at once that it requires a metric, before any row is read", (name, make) => {
  for (const wrong of [nps, npsMetric, undefined, null, {}, "nps", [npsMetric(Number)]]) {
    const error = {
      code: "invalid-option",
      message: expect.stringContaining(`${name} requires a metric: the row form`),
    };
    expect(() => make(wrong as never)).toThrow(expect.objectContaining(error));
  }
});

test("measureAsync says so too", async () => {
  async function* rows() {
    yield 9;
  }
  await expect(measureAsync(rows(), nps as never)).rejects.toThrow("measureAsync requires a metric: the row form");
});
