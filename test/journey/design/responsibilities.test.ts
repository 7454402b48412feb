import { type Journey, responsibilities, type Stakeholder } from "cxkit";
import { describe, expect, test } from "vitest";

const journey: Pick<Journey, "stages"> = {
  stages: [
    {
      id: "buy",
      name: "Buying",
      touchpoints: [
        { id: "cart", name: "Cart", owner: "shop" },
        { id: "pay", name: "Paying", owner: "SHOP ", momentOfTruth: true },
        { id: "confirm", name: "Confirmation" },
      ],
    },
    {
      id: "get",
      name: "Getting it",
      touchpoints: [
        { id: "notice", name: "Notice", owner: "The carrier" },
        { id: "box", name: "Box", momentOfTruth: true },
        { id: "rating", name: "Rating" },
      ],
    },
  ],
};
const stakeholders: Stakeholder[] = [
  { id: "shop", name: "Shop", interest: "high", influence: "high", touchpoints: ["pay"] },
  { id: "money", name: "Payments", touchpoints: ["pay", "refund"] },
  { id: "care", name: "Customer care", influence: "low", touchpoints: ["box"] },
];

describe("who answers for what", () => {
  const found = responsibilities(journey, stakeholders);
  test("the owner by id or name, whatever its case, and those who say so", () => {
    expect(
      found.touchpoints.map(({ touchpoint, accountable, responsible, status }) => [
        touchpoint,
        accountable,
        responsible,
        status,
      ]),
    ).toEqual([
      ["cart", "shop", [], "clear"],
      ["pay", "shop", ["shop", "money"], "overlap"],
      ["confirm", null, [], "orphan"],
      ["notice", null, [], "unknown-owner"],
      ["box", null, ["care"], "clear"],
      ["rating", null, [], "orphan"],
    ]);
  });
  test("where nobody does, where several do, and who is not known", () => {
    expect(found).toMatchObject({ orphans: ["confirm", "rating"], overlaps: ["pay"], unknownOwners: ["The carrier"] });
  });
  test("by stakeholder: what is theirs, what is elsewhere, and who has a moment of truth without influence", () => {
    expect(found.stakeholders).toEqual([
      {
        stakeholder: "shop",
        name: "Shop",
        interest: "high",
        influence: "high",
        touchpoints: ["cart", "pay"],
        stages: ["buy"],
        momentsOfTruth: 1,
        elsewhere: [],
        powerless: false,
      },
      {
        stakeholder: "money",
        name: "Payments",
        interest: null,
        influence: null,
        touchpoints: ["pay"],
        stages: ["buy"],
        momentsOfTruth: 1,
        elsewhere: ["refund"],
        powerless: false,
      },
      {
        stakeholder: "care",
        name: "Customer care",
        interest: null,
        influence: "low",
        touchpoints: ["box"],
        stages: ["get"],
        momentsOfTruth: 1,
        elsewhere: [],
        powerless: true,
      },
    ]);
  });
  test("where the customer is handed over, as far as it is known", () => {
    expect(found.handovers).toEqual([{ from: "notice", to: "box", between: ["The carrier", "care"] }]);
  });
});

test("nobody to answer leaves the owners of the map, who are not known", () => {
  const found = responsibilities(journey, []);
  expect(found.unknownOwners).toEqual(["shop", "SHOP ", "The carrier"]);
  expect(found.orphans).toEqual(["confirm", "box", "rating"]);
});
test("stakeholders without an id of their own are an error, with the row", () => {
  const [shop] = stakeholders;
  expect(() => responsibilities(journey, [shop, shop] as Stakeholder[])).toThrowError(/an id of its own.*\(row 1\)/);
  expect(() => responsibilities(journey, {} as never)).toThrowError(/a list of stakeholders/);
  expect(() => responsibilities(journey, [{ id: "x", name: "X", touchpoints: "pay" as never }])).toThrowError(
    /list of ids/,
  );
});

test("nobody is handed over between alternatives", () => {
  const touchpoints = ["chat", "phone"].map((id) => ({ id, name: id, owner: `${id} team` }));
  const handoversOf = (flow: "alternatives" | "sequence") =>
    responsibilities({ stages: [{ id: "help", name: "Help", flow, touchpoints }] }, []).handovers.length;
  expect([handoversOf("alternatives"), handoversOf("sequence")]).toEqual([0, 1]);
});
