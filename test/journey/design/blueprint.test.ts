import { blueprint, type Journey } from "cxkit";
import { expect, test } from "vitest";
import sample from "../../../sample/journey.json" with { type: "json" };

// A hotel, after the example that service blueprints are taught with: what the guest meets, who carries the bags, what supports it.
const hotel: Pick<Journey, "stages"> = {
  stages: [
    {
      id: "arrive",
      name: "Arriving",
      goal: "Be in my room soon",
      touchpoints: [
        {
          id: "check-in",
          name: "Checking in",
          channel: ["desk", "app"],
          owner: "Front desk",
          expected: { waitSeconds: 300 },
        },
        { id: "register", name: "Registration system", layer: "support", owner: "IT" },
        { id: "bags", name: "Taking the bags up", layer: "backstage", owner: "Front desk" },
        { id: "room", name: "The room", owner: "Housekeeping", painPoints: ["Not ready"] },
      ],
    },
    {
      id: "stay",
      name: "Staying",
      flow: "any-order",
      touchpoints: [
        { id: "meal", name: "Room service", owner: "Kitchen" },
        { id: "sleep", name: "Sleeping" },
      ],
    },
  ],
};

test("puts each touchpoint on its layer, stage by stage", () => {
  const [arrive, stay] = blueprint(hotel).stages;
  expect(arrive).toMatchObject({ stage: "arrive", goal: "Be in my room soon", flow: "sequence" });
  expect(arrive?.frontstage.map(({ touchpoint }) => touchpoint)).toEqual(["check-in", "room"]);
  expect(arrive?.backstage.map(({ touchpoint }) => touchpoint)).toEqual(["bags"]);
  expect(arrive?.support.map(({ touchpoint }) => touchpoint)).toEqual(["register"]);
  expect(arrive?.frontstage[0]?.channels).toEqual(["desk", "app"]);
  expect(stay).toMatchObject({ goal: null, flow: "any-order", backstage: [] });
});
test("flags where it fails and where guests wait", () => {
  const steps = blueprint(hotel).stages.flatMap(({ frontstage }) => frontstage);
  expect(steps.filter(({ failPoint }) => failPoint).map(({ touchpoint }) => touchpoint)).toEqual(["room"]);
  expect(steps.filter(({ waitPoint }) => waitPoint).map(({ touchpoint }) => touchpoint)).toEqual(["check-in"]);
});
test("names every line that a link crosses, and every handover", () => {
  const { links, crossings } = blueprint(hotel);
  expect(links.map(({ from, to, crosses, handover }) => [from, to, crosses, handover])).toEqual([
    ["check-in", "register", ["visibility", "internal-interaction"], true],
    ["register", "bags", ["internal-interaction"], true],
    ["bags", "room", ["visibility"], true],
    ["room", "meal", [], true],
    ["room", "sleep", [], false],
  ]);
  expect(crossings).toEqual({ interaction: 4, visibility: 2, "internal-interaction": 2 });
});
test("has every touchpoint of a journey once, whatever its size, and survives JSON", () => {
  const journey = sample as unknown as Journey;
  const print = blueprint(journey);
  const ids = print.stages.flatMap(({ frontstage, backstage, support }) =>
    [...frontstage, ...backstage, ...support].map(({ touchpoint }) => touchpoint),
  );
  expect(ids.toSorted()).toEqual(
    journey.stages.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id)).toSorted(),
  );
  expect(JSON.parse(JSON.stringify(print))).toEqual(print);
  expect(blueprint({ stages: [] })).toMatchObject({ stages: [], links: [] });
});
test("a journey that contradicts itself is an error", () => {
  const [stage] = hotel.stages;
  expect(() => blueprint({ stages: [stage, stage] as Journey["stages"] })).toThrowError(/an id of its own/);
});
