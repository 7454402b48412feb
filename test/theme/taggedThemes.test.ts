import { createTagger, taggedThemes } from "cxkit";
import { expect, test } from "vitest";

const { tag } = createTagger({
  id: "shop",
  version: "1",
  themes: [
    { id: "damaged", name: "Damaged parcel", parent: "parcel", phrases: ["broken", "broken box"] },
    { id: "parcel", name: "Parcel", parent: "delivery", phrases: ["parcel"] },
    { id: "delivery", name: "Delivery", phrases: [] },
    { id: "price", name: "Price", phrases: ["expensive"] },
  ],
});

test("a comment about a broken parcel is about delivery too, and each theme counts once", () => {
  expect(taggedThemes(tag("Expensive, and the parcel came broken. A broken box!"))).toEqual([
    "price",
    "delivery",
    "parcel",
    "damaged",
  ]);
});

test("a comment without tags is about no theme", () => {
  expect(taggedThemes([])).toEqual([]);
});
