import { sharesOf, signOf } from "../stats/driverShare.js";
import type { Interval } from "../stats/interval.js";
import type { DriverFigures, DriverImportance } from "./driverAnalysisResult.js";
import type { DriverModel } from "./driverModel.js";
import { overlap } from "./driverResamples.js";

/** A driver as it was read. */
export interface ReadDriver extends Pick<DriverFigures, "driver" | "n" | "missing" | "mean" | "standardDeviation"> {
  /** Null where it does not vary. */
  readonly scores: Float64Array | null;
}

// Above this, a driver's coefficient is more than twice as uncertain as if it stood alone.
const highInflation = 5;

const unknown = {
  rank: null,
  rankInterval: null,
  correlation: null,
  direction: null,
  standardisedCoefficient: null,
  varianceInflation: null,
  collinear: false,
  relativeWeight: { value: null, share: null, interval: null },
  shapley: { value: null, share: null, interval: null },
  notSeparableFrom: null,
};

/** What a model says of its drivers, by rank, and last the drivers that it leaves out. */
export function driverFigures(drivers: readonly ReadDriver[], model: DriverModel): DriverFigures[] {
  const { fit, correlations, intervals } = model;
  const read = drivers.map(({ driver, scores: _, ...figures }) => ({ driver, ...unknown, ...figures }));
  if (fit === null) return read;
  const varying = read.filter((_, place) => drivers[place]?.scores !== null);
  const importance = (values: readonly number[], intervalOf: (place: number) => Interval | null | undefined) => {
    const shares = sharesOf(values);
    return (place: number): DriverImportance => ({
      value: values[place] ?? null,
      share: shares[place] ?? null,
      interval: intervalOf(place) ?? null,
    });
  };
  const relativeWeight = importance(fit.relativeWeights, (place) => intervals?.relativeWeight(place));
  const shapley = fit.shapley && importance(fit.shapley, (place) => intervals?.leading(place));
  const ranges = varying.map((_, place) => intervals?.leading(place) ?? null);
  /** The other drivers by name whose interval overlaps. */
  const notSeparableFrom = (place: number): string[] | null => {
    const own = ranges[place] ?? null;
    if (own === null) return null;
    return varying.flatMap(({ driver }, other) => {
      const range = other === place ? null : (ranges[other] ?? null);
      return range !== null && overlap(own, range) ? [driver] : [];
    });
  };
  const ranked = varying.map((figures, place): DriverFigures => {
    const varianceInflation = fit.varianceInflation[place] ?? null;
    return {
      ...figures,
      rankInterval: intervals?.rank(place) ?? null,
      correlation: correlations[place] ?? null,
      direction: signOf(correlations[place] ?? 0),
      standardisedCoefficient: fit.coefficients[place] ?? null,
      varianceInflation,
      collinear: varianceInflation === null || varianceInflation > highInflation,
      relativeWeight: relativeWeight(place),
      shapley: shapley?.(place) ?? unknown.shapley,
      notSeparableFrom: notSeparableFrom(place),
    };
  });
  const leading = ({ shapley: { value }, relativeWeight: weight }: DriverFigures): number => value ?? weight.value ?? 0;
  return [
    ...ranked.sort((a, b) => leading(b) - leading(a)).map((figures, place) => ({ ...figures, rank: place + 1 })),
    ...read.filter((_, place) => drivers[place]?.scores === null),
  ];
}
