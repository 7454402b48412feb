import fc from "fast-check";
import { expect, test } from "vitest";
import { alignTrace, eventRole } from "../../../src/journey/conformance/alignTrace.js";
import { designModel } from "../../../src/journey/conformance/designModel.js";
import { bruteForceCost } from "./bruteForce.js";
import { smallJourney, smallPath } from "./smallJourney.js";

test("costs as much as the best of all ways to lay a path beside a design", () => {
  fc.assert(
    fc.property(smallJourney, smallPath, (journey, path) => {
      const model = designModel(journey);
      const trace = Int32Array.from(path, (event) => model.design.placeOfEvent.get(event) ?? -1);
      const { cost, roles, skipped } = alignTrace(model, trace);
      expect(cost).toBe(bruteForceCost(journey, path));
      // What the alignment says is what it costs.
      expect(roles.filter((role) => role === eventRole.extra).length + skipped.length).toBe(cost);
      // Every visit and every step is accounted for, in the order of the design.
      const visits = path.filter((_, event) => roles[event] === eventRole.visit);
      expect(new Set(visits).size).toBe(visits.length);
      expect(skipped.map(({ part }) => part)).toEqual(skipped.map(({ part }) => part).toSorted((a, b) => a - b));
    }),
    { numRuns: 400 },
  );
});
