import { expect, test } from "vitest";
import { journeyDesign } from "../../../src/journey/design/journeyDesign.js";

const touchpoints = (...ids: string[]) => ids.map((id) => ({ id, name: id }));
const stage = (id: string, more: object) => ({ id, name: id, touchpoints: [], ...more });

test("puts the steps of a sequence one after the other, and those of any order side by side", () => {
  const { steps } = journeyDesign({
    stages: [
      stage("a", { touchpoints: touchpoints("a1", "a2") }),
      stage("b", { flow: "any-order", touchpoints: touchpoints("b1", "b2") }),
      stage("empty", {}),
      stage("c", { flow: "alternatives", touchpoints: touchpoints("c1", "c2") }),
    ],
  });
  expect(steps.map(({ stage: { id }, touchpoint, rank }) => [id, touchpoint?.id ?? null, rank])).toEqual([
    ["a", "a1", 0],
    ["a", "a2", 1],
    ["b", "b1", 2],
    ["b", "b2", 2],
    ["c", null, 3],
  ]);
});

test("asks for no step where everything is optional", () => {
  const optional = touchpoints("x", "y").map((one) => ({ ...one, optional: true }));
  for (const flow of ["sequence", "any-order", "alternatives"]) {
    const { places, steps } = journeyDesign({ stages: [stage("s", { flow, touchpoints: optional })] });
    expect(steps).toEqual([]);
    expect(places.map(({ step }) => step)).toEqual([-1, -1]);
  }
});

test("knows a place by the names that the log uses, and by its id where it has none", () => {
  const { placeOfEvent } = journeyDesign({
    stages: [stage("s", { touchpoints: [{ id: "x", name: "X", events: ["x1", "x2"] }, ...touchpoints("y")] })],
  });
  expect(Array.from(placeOfEvent)).toEqual([
    ["x1", 0],
    ["x2", 0],
    ["y", 1],
  ]);
});

test("what customers do not see is a step of a log that follows it, and of no other", () => {
  const pick = { id: "pick", name: "Picking", events: ["picked"], layer: "backstage" } as const;
  const journey = { stages: [stage("s", { touchpoints: [...touchpoints("a"), pick, ...touchpoints("b")] })] };
  const stepsOf = (events?: string[]) => journeyDesign(journey, events).steps.map(({ touchpoint }) => touchpoint?.id);
  expect(stepsOf()).toEqual(["a", "b"]);
  expect(stepsOf(["a", "pick"])).toEqual(["a", "b"]);
  expect(stepsOf(["a", "picked"])).toEqual(["a", "pick", "b"]);
});
