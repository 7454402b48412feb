import { seededRandom } from "./seededRandom.js";
import { negligibleVariance } from "./standardisedRegression.js";

/** Estimates with their standard errors. */
interface SampledValues {
  readonly values: number[];
  readonly standardErrors: number[];
}

/** What each driver adds to R² when they are taken in one after the other. */
function addedInOrder(correlations: Float64Array, drivers: number, order: readonly number[]): Float64Array {
  const size = drivers + 1;
  const left = correlations.slice();
  const added = new Float64Array(drivers);
  order.forEach((driver, place) => {
    const own = left[driver * (size + 1)] as number;
    if (own <= negligibleVariance) return;
    added[driver] = (left[driver * size + drivers] as number) ** 2 / own;
    const rest = [...order.slice(place + 1), drivers];
    for (const i of rest) {
      const slope = (left[i * size + driver] as number) / own;
      for (const j of rest) (left[i * size + j] as number) -= slope * (left[driver * size + j] as number);
    }
  });
  return added;
}

/**
 * Shapley values from a sample of orders of the drivers. Each order is walked forwards and backwards, and the two together
 * are one observation: what a driver adds early and what it adds late nearly make up for each other.
 */
export function sampledShapleyValues(
  correlations: Float64Array,
  drivers: number,
  permutations: number,
  seed: number,
): SampledValues {
  const random = seededRandom(seed);
  const order = Array.from({ length: drivers }, (_, i) => i);
  const values = new Float64Array(drivers);
  const squares = new Float64Array(drivers);
  for (let drawn = 1; drawn <= permutations; drawn++) {
    for (let i = drivers - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    const [forwards, backwards] = [order, order.toReversed()].map((each) => addedInOrder(correlations, drivers, each));
    for (let i = 0; i < drivers; i++) {
      const value = ((forwards?.[i] ?? 0) + (backwards?.[i] ?? 0)) / 2;
      const distance = value - (values[i] as number);
      (values[i] as number) += distance / drawn;
      (squares[i] as number) += distance * (value - (values[i] as number));
    }
  }
  return {
    values: Array.from(values),
    standardErrors: Array.from(squares, (sum) => Math.sqrt(sum / (permutations - 1) / permutations)),
  };
}
