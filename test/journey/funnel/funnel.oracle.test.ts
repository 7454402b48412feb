/** The funnel of an online shop, as an independent computation over the retentioneering sample counts it. */
import { existsSync, readFileSync } from "node:fs";
import { eventLog, funnel } from "cxkit";
import { describe, expect, test } from "vitest";

const shared = new URL("../../../../shared/", import.meta.url);
const data = new URL("data/journey/simple_onlineshop.csv", shared);

describe.skipIf(!existsSync(data))("the online shop of retentioneering (skipped where ../shared is absent)", () => {
  const rows = existsSync(data)
    ? readFileSync(data, "utf8")
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(","))
    : [];
  const log = eventLog(rows, {
    customer: (row) => row[0],
    touchpoint: (row) => row[1],
    at: (row) => row[2],
    timeZone: "UTC",
  });
  const steps = ["catalog", "cart", "delivery_choice", "payment_choice", "payment_done"];
  const wanted = [3611, 1924, 1356, 958, 653];

  test("3751 customers: in order, in any order, and at each step by itself", () => {
    const ordered = funnel(log, steps);
    expect(ordered.customers).toBe(3751);
    expect(ordered.steps.map(({ customers }) => customers)).toEqual(wanted);
    expect(ordered.steps.map(({ visitors }) => visitors)).toEqual(wanted);
    expect(funnel(log, steps, { order: "unordered" }).steps.map(({ customers }) => customers)).toEqual(wanted);
    expect(ordered.steps[4]?.share).toBeCloseTo(653 / 3611, 15);
  });
});
