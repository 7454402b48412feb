import fc from "fast-check";

const ids = ["a", "b", "c", "d", "e", "f"];
/** Small designs of up to six touchpoints in up to three stages of every kind. */
export const smallJourney = fc
  .record({
    cuts: fc.array(fc.nat(6), { maxLength: 2 }),
    flows: fc.tuple(
      ...[0, 1, 2].map(
        () =>
          fc.constantFrom("sequence", "any-order", "alternatives") as fc.Arbitrary<
            "sequence" | "any-order" | "alternatives"
          >,
      ),
    ),
    kinds: fc.array(fc.record({ optional: fc.boolean(), repeatable: fc.boolean() }), { minLength: 6, maxLength: 6 }),
    size: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ cuts, flows, kinds, size }) => {
    const ends = [...cuts.sort((a, b) => a - b), size];
    let from = 0;
    const stages = ends.map((end, index) => {
      const some = ids.slice(from, Math.min(size, end)).map((id) => ({ id, name: id, ...kinds[ids.indexOf(id)] }));
      from = Math.max(from, Math.min(size, end));
      return { id: `s${index}`, name: `S${index}`, flow: flows[index] ?? "sequence", touchpoints: some };
    });
    return { stages };
  });
/** Paths over the same touchpoints, and one event that no design knows. */
export const smallPath = fc.array(fc.constantFrom(...ids, "z"), { maxLength: 9 });
