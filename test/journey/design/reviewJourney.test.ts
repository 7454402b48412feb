import { type Journey, reviewJourney, type Touchpoint } from "cxkit";
import { expect, test } from "vitest";
import sample from "../../../sample/journey.json" with { type: "json" };

const touchpoint = (id: string, more: Partial<Touchpoint> = {}): Touchpoint => ({
  id,
  name: id.toUpperCase(),
  ...more,
});
const buy = (...touchpoints: Touchpoint[]) => ({ id: "buy", name: "Buying", touchpoints });
const found = (...stages: unknown[]) =>
  reviewJourney({ stages } as Pick<Journey, "stages">).map(({ code, stage, touchpoint: at }) => [code, stage, at]);

test("a design in which all is well has no findings", () => {
  expect(found(buy(touchpoint("a"), touchpoint("b", { withinSeconds: 60, expected: { waitSeconds: 30 } })))).toEqual(
    [],
  );
});
test("the journey of the sample has none that makes what is said of it doubtful", () => {
  expect(reviewJourney(sample as unknown as Journey).filter(({ severity }) => severity !== "note")).toEqual([]);
});
test("what other functions refuse is a finding, and no exception", () => {
  const [first] = reviewJourney({ stages: [buy(touchpoint("a"), touchpoint("a"))] });
  expect(first).toMatchObject({ code: "invalid", severity: "error" });
  expect(first?.message).toMatch(/touchpoint "a" requires an id of its own/);
  expect(reviewJourney(undefined as never)).toHaveLength(1);
});
test.each<[string, unknown[], unknown[]]>([
  [
    "nothing to come to",
    [{ ...buy(), touchpoints: [] }],
    [
      ["no-touchpoints", null, null],
      ["empty-stage", "buy", null],
    ],
  ],
  [
    "a touchpoint that no event can reach",
    [buy(touchpoint("a"), touchpoint("b", { events: [] }))],
    [["unreachable", "buy", "b"]],
  ],
  [
    "an event that is the id of another touchpoint",
    [buy(touchpoint("a", { events: ["b"] }), touchpoint("b", { events: ["b2"] }))],
    [["ambiguous-event", "buy", "a"]],
  ],
  ["nothing that is required", [buy(touchpoint("a", { optional: true }))], [["nothing-required", null, null]]],
  [
    "one optional alternative beside another",
    [{ ...buy(touchpoint("a", { optional: true }), touchpoint("b")), flow: "alternatives" }],
    [["optional-alternative", "buy", null]],
  ],
  [
    "an alternative to nothing",
    [{ ...buy(touchpoint("a")), flow: "alternatives" }],
    [["single-alternative", "buy", null]],
  ],
  [
    "times that cannot be kept",
    [
      buy(
        touchpoint("a"),
        touchpoint("b", { withinSeconds: 0 }),
        touchpoint("c", { withinSeconds: 9, expected: { waitSeconds: 10 } }),
      ),
    ],
    [
      ["impossible-time", "buy", "b"],
      ["impossible-time", "buy", "c"],
    ],
  ],
  [
    "times after nothing, or after anything",
    [
      buy(touchpoint("a", { withinSeconds: 9 })),
      {
        id: "get",
        name: "Get",
        flow: "any-order",
        touchpoints: [touchpoint("x", { withinSeconds: 9 }), touchpoint("y")],
      },
    ],
    [
      ["idle-time", "buy", "a"],
      ["idle-time", "get", "x"],
    ],
  ],
  [
    "a bad emotion and a good promise",
    [
      buy(
        touchpoint("a", { emotion: -1, expected: { satisfaction: 80 } }),
        touchpoint("b", { emotion: 1, expected: { satisfaction: 20 } }),
      ),
    ],
    [
      ["emotion-against-promise", "buy", "a"],
      ["emotion-against-promise", "buy", "b"],
    ],
  ],
  [
    "a promise that nobody sees",
    [buy(touchpoint("a", { layer: "backstage", emotion: 1 }))],
    [["unseen-promise", "buy", "a"]],
  ],
  [
    "a moment of truth that may be left out",
    [buy(touchpoint("a"), touchpoint("b", { optional: true, momentOfTruth: true }))],
    [["optional-moment-of-truth", "buy", "b"]],
  ],
  [
    "names that stand twice",
    [buy(touchpoint("a"), touchpoint("b", { name: "A" })), { ...buy(touchpoint("c")), id: "again" }],
    [
      ["repeated-name", null, null],
      ["repeated-name", "buy", null],
    ],
  ],
])("finds %s", (_, stages, findings) => {
  expect(found(...stages)).toEqual(findings);
});
