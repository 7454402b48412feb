import { eventLog } from "cxkit";
import { expect, test } from "vitest";
import { beginTogether } from "../../../src/journey/log/beginTogether.js";

const begins = (times: readonly number[]): boolean => {
  const rows = times.flatMap((at, index) => [
    { customer: `c${index}`, at },
    { customer: `c${index}`, at: 1000 },
  ]);
  const log = eventLog(rows, { customer: (row) => row.customer, touchpoint: () => "page", at: (row) => row.at });
  return beginTogether(log, 0, 1000);
};

test("half of the customers in the first hundredth of a log make a cohort", () => {
  expect(begins([0, 10, 500, 900])).toBe(true);
});

test("fewer than half are the first of a stream", () => {
  expect(begins([0, 11, 500, 900])).toBe(false);
  expect(begins([0, 200, 400, 600, 800])).toBe(false);
});
