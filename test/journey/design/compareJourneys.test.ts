import { compareJourneys, type Journey, type Stage, type Touchpoint } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import sample from "../../../sample/journey.json" with { type: "json" };
import { smallJourney } from "../conformance/smallJourney.js";

const touchpoint = (id: string, more: Partial<Touchpoint> = {}): Touchpoint => ({
  id,
  name: id.toUpperCase(),
  ...more,
});
const stage = (id: string, ...touchpoints: Touchpoint[]): Stage => ({ id, name: id, touchpoints });
const changes = (asIs: readonly Stage[], toBe: readonly Stage[]) => compareJourneys({ stages: asIs }, { stages: toBe });
const brief = (some: ReturnType<typeof compareJourneys>) =>
  some.map(({ id, direction, before, after }) => [id, direction, before, after]);

describe("what changes between two maps", () => {
  test("a touchpoint and a stage that are new, and ones that are gone", () => {
    const asIs = [stage("buy", touchpoint("form"), touchpoint("pay")), stage("fax", touchpoint("send"))];
    const toBe = [stage("buy", touchpoint("pay"), touchpoint("confirm")), stage("get", touchpoint("box"))];
    const found = changes(asIs, toBe);
    expect(brief(found)).toEqual([
      ["missing-touchpoint/buy/confirm", "added", null, "CONFIRM"],
      ["missing-touchpoint/get/", "added", null, "get"],
      ["missing-touchpoint/get/box", "added", null, "BOX"],
      ["unplanned-touchpoint/buy/form", "removed", "FORM", null],
      ["unplanned-touchpoint/fax/", "removed", "fax", null],
      ["unplanned-touchpoint/fax/send", "removed", "SEND", null],
    ]);
    expect(found.map(({ remedy }) => remedy)).toEqual(["add", "add", "add", "remove", "remove", "remove"]);
  });

  test.each<[string, Partial<Touchpoint>, Partial<Touchpoint>, string, string]>([
    ["a shorter time", { withinSeconds: 60 }, { withinSeconds: 30 }, "delay/s/b/withinSeconds", "raised"],
    [
      "a longer wait",
      { expected: { waitSeconds: 5 } },
      { expected: { waitSeconds: 9 } },
      "delay/s/b/expected.waitSeconds",
      "lowered",
    ],
    ["a promise", {}, { expected: { satisfaction: 80 } }, "experience/s/b/expected.satisfaction", "added"],
    [
      "more success",
      { expected: { success: 0.8 } },
      { expected: { success: 0.9 } },
      "failed-touchpoint/s/b/expected.success",
      "raised",
    ],
    ["a better emotion", { emotion: -1 }, { emotion: 1 }, "low-emotion/s/b/emotion", "raised"],
    ["no owner any more", { owner: "x" }, {}, "unowned/s/b/owner", "removed"],
    ["another owner", { owner: "x" }, { owner: "y" }, "unowned/s/b/owner", "changed"],
    ["no coming again", { repeatable: true }, {}, "rework/s/b/repeatable", "changed"],
    ["one channel more", { channel: "web" }, { channel: ["app", "web"] }, "channel-break/s/b/channel", "raised"],
    ["another channel", { channel: "web" }, { channel: ["app"] }, "channel-break/s/b/channel", "changed"],
    ["now for everybody", { optional: true }, {}, "missing-touchpoint/s/b/optional", "raised"],
    ["behind the scenes", {}, { layer: "support" }, "unplanned-touchpoint/s/b/layer", "lowered"],
    ["a pain that is gone", { painPoints: ["slow"] }, { painPoints: [] }, "experience/s/b/painPoints", "raised"],
  ])("%s", (_, before, after, id, direction) => {
    const found = changes(
      [stage("s", touchpoint("a"), touchpoint("b", before))],
      [stage("s", touchpoint("a"), touchpoint("b", after))],
    );
    expect(found.map((change) => [change.id, change.direction])).toEqual([[id, direction]]);
  });

  test("what moves is as little as can be: one touchpoint, and not all those that it passes", () => {
    const order = (...ids: string[]) => [stage("s", ...ids.map((id) => touchpoint(id)))];
    expect(brief(changes(order("a", "b", "c", "d"), order("d", "a", "b", "c")))).toEqual([
      ["out-of-order/s/d/position", "changed", 4, 1],
    ]);
    expect(changes(order("a", "b"), order("x", "a", "b")).map(({ kind }) => kind)).toEqual(["missing-touchpoint"]);
  });
  test("another stage, another flow, another place among the stages", () => {
    const asIs = [stage("s", touchpoint("a"), touchpoint("b")), stage("t", touchpoint("c")), stage("u")];
    const toBe: Stage[] = [
      stage("u"),
      { ...stage("s", touchpoint("a"), touchpoint("c")), flow: "any-order" },
      stage("t", touchpoint("b")),
    ];
    expect(brief(changes(asIs, toBe))).toEqual([
      ["out-of-order/s//flow", "changed", "sequence", "any-order"],
      ["out-of-order/s/c/stageOf", "changed", "t", "s"],
      ["out-of-order/t/b/stageOf", "changed", "s", "t"],
      ["out-of-order/u//position", "changed", 3, 1],
    ]);
  });
  test("a persona that joins", () => {
    const { stages } = { stages: [stage("s", touchpoint("a"))] };
    const found = compareJourneys({ stages, persona: "family" }, { stages, persona: ["family", "student"] });
    expect(found.map(({ id, remedy }) => [id, remedy])).toEqual([["untouched-persona//student", "add"]]);
  });
  test("the order of channels, names and importance are no change", () => {
    const before = touchpoint("a", { channel: ["web", "app"], importance: 0.2 });
    expect(
      changes([stage("s", before)], [stage("s", { ...before, name: "Other", channel: ["app", "web"], importance: 1 })]),
    ).toEqual([]);
  });
});

test("a journey and itself have no gap between them", () => {
  const journey = sample as unknown as Journey;
  expect(compareJourneys(journey, structuredClone(journey))).toEqual([]);
  fc.assert(
    fc.property(smallJourney, (small) => void expect(compareJourneys(small, structuredClone(small))).toEqual([])),
    {
      numRuns: 50,
    },
  );
});
test("the way back has as many changes as the way there, each the other way round", () => {
  fc.assert(
    fc.property(smallJourney, smallJourney, (first, second) => {
      const [there, back] = [compareJourneys(first, second), compareJourneys(second, first)];
      const values = (some: typeof there, turned: boolean) =>
        some
          .filter(({ field }) => field !== "position")
          .map(({ field, before, after }) => JSON.stringify(turned ? [field, after, before] : [field, before, after]))
          .sort();
      expect(values(there, false)).toEqual(values(back, true));
      expect(there.length).toBe(back.length);
      expect(new Set(there.map(({ id }) => id)).size).toBe(there.length);
      expect(JSON.parse(JSON.stringify(there))).toEqual(there);
      for (const { severity, harm, explanation } of there) {
        expect(severity >= 0 && severity <= 1 && harm >= 0 && harm <= 1).toBe(true);
        expect(explanation.length).toBeGreaterThan(5);
      }
    }),
    { numRuns: 100 },
  );
});
test("a journey that contradicts itself is an error", () => {
  expect(() => changes([stage("s", touchpoint("a"), touchpoint("a"))], [])).toThrowError(/an id of its own/);
  expect(() => changes([], [stage("s"), stage("s")])).toThrowError(/an id of its own/);
});
