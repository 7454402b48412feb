import { eventLog, journeyGaps } from "cxkit";
import { expect, test } from "vitest";

const pick = { id: "pick", name: "Picking", layer: "backstage" } as const;
const touchpoints = [{ id: "a", name: "A" }, pick, { id: "b", name: "B" }];
const journey = { stages: [{ id: "s", name: "S", touchpoints }] };
const gapsOf = (picked: number) => {
  const rows = Array.from({ length: 200 }, (_, who) => (who < picked ? ["a", "pick", "b"] : ["a", "b"])).flatMap(
    (path, who) => path.map((on, at) => ({ who: `c${who}`, on, at })),
  );
  const log = eventLog(rows, { customer: (row) => row.who, touchpoint: (row) => row.on, at: (row) => row.at });
  return journeyGaps({ journey, log, dropOffAfterSeconds: 0 }).map(({ id }) => id);
};

test("a step that customers do not see is missing only in a log that follows it", () => {
  expect(gapsOf(0)).not.toContain("unmeasured/s/pick");
  expect(gapsOf(0)).not.toContain("missing-touchpoint/s/pick");
  expect(gapsOf(100)).toContain("missing-touchpoint/s/pick");
});
