import { journeyLengths } from "cxkit";
import { describe, expect, test } from "vitest";
import { logOfPaths } from "../log/logOf.js";
import { runningExample } from "./runningExample.js";

describe("journeyLengths", () => {
  test("gives the lengths of the running example (durations of pm4py 2.7, quantiles of NumPy)", () => {
    const lengths = journeyLengths(runningExample(), { percentiles: [25, 90] });
    expect(Object.fromEntries(lengths.customers.map(({ customer, seconds }) => [customer, seconds]))).toEqual({
      1: 703_320,
      2: 779_580,
      3: 1_368_780,
      4: 520_920,
      5: 1_576_440,
      6: 852_300,
    });
    expect(lengths.seconds).toMatchObject({ mean: 966_890, minimum: 520_920, median: 815_940, maximum: 1_576_440 });
    expect(lengths.seconds.standardDeviation).toBeCloseTo(412_223.4987479486, 6);
    expect(lengths.seconds.percentiles).toEqual([
      { percentile: 25, value: 722_385 },
      { percentile: 90, value: 1_472_610 },
    ]);
    expect(lengths.events).toMatchObject({ mean: 7, median: 5, maximum: 13 });
    expect(lengths.events.standardDeviation).toBeCloseTo(3.3466401061363023, 12);
  });

  test("takes a customer of one event for 0 seconds, and knows no spread of one customer or none", () => {
    const one = journeyLengths(logOfPaths([["a"]]));
    expect(one.customers).toEqual([{ customer: "c0", events: 1, seconds: 0 }]);
    expect(one.seconds).toMatchObject({ mean: 0, median: 0, standardDeviation: null });
    const none = journeyLengths(logOfPaths([]), { percentiles: [50] });
    expect(none.events).toEqual({
      mean: null,
      standardDeviation: null,
      minimum: null,
      median: null,
      maximum: null,
      percentiles: [{ percentile: 50, value: null }],
    });
  });

  test.each([{ percentiles: 50 }, { percentiles: [101] }, { percentiles: ["50"] }, { quantiles: [0.5] }])(
    "refuses %j",
    (wrong) => {
      expect(() => journeyLengths(logOfPaths([]), wrong as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    },
  );
});
