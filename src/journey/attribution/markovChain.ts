import type { AttributionPaths } from "./attributionPaths.js";

/** A state that a path does not leave: it has converted, or it has come to nothing. */
export const absorbed = { converted: -1, lost: -2 } as const;

/**
 * The chain of paths as a graph: a state is the last touches, as many as the order says, of whoever has come so far. State 0 is the
 * beginning. How often each edge is gone is counted apart.
 */
export interface MarkovChain {
  /** Per state, the number of its last touch; −1 for the beginning. */
  readonly lastTouch: readonly number[];
  /** Per edge, the state that it comes from. */
  readonly from: readonly number[];
  /** Per edge, the state that it goes to, or one of {@link absorbed}. */
  readonly to: readonly number[];
  /** The edges of each path, one after the other: one more for each path than it has touches. */
  readonly edges: Int32Array;
}

/** What a chain says. */
export interface RemovalEffects {
  /** The probability of coming from the beginning to a conversion. */
  readonly probability: number;
  /** Per touch, the probability of coming to a conversion through it. */
  readonly through: Float64Array;
  /** What none of these is further off than. */
  readonly precision: number;
}

/** The graph that the paths walk on. */
export function markovChain(
  { offsets, touch, converted }: AttributionPaths,
  touches: number,
  order: number,
): MarkovChain {
  const lastTouch = [-1];
  const history: (readonly number[])[] = [[]];
  const states = new Map<string, number>();
  const steps = new Map<number, number>();
  const [from, to]: [number[], number[]] = [[], []];
  const edgeOf = new Map<number, number>();
  const edges = new Int32Array(touch.length + converted.length);

  /** The state after one more touch; a list of touches is looked up once for each state and touch. */
  const after = (state: number, code: number): number => {
    const step = state * touches + code;
    let next = steps.get(step);
    if (next === undefined) {
      const seen = [...(history[state] ?? []), code].slice(-order);
      const key = seen.join();
      next = states.get(key);
      if (next === undefined) {
        next = lastTouch.push(code) - 1;
        history.push(seen);
        states.set(key, next);
      }
      steps.set(step, next);
    }
    return next;
  };
  // Both ways out, and then the touches.
  const edge = (state: number, way: number, target: number): number => {
    const key = state * (touches + 2) + way;
    let number = edgeOf.get(key);
    if (number === undefined) {
      number = from.push(state) - 1;
      to.push(target);
      edgeOf.set(key, number);
    }
    return number;
  };

  let place = 0;
  converted.forEach((yes, path) => {
    let state = 0;
    for (let index = offsets[path] as number; index < (offsets[path + 1] as number); index++) {
      const code = touch[index] as number;
      const next = after(state, code);
      edges[place++] = edge(state, code + 2, next);
      state = next;
    }
    edges[place++] = yes ? edge(state, 0, absorbed.converted) : edge(state, 1, absorbed.lost);
  });
  return { lastTouch, from, to, edges };
}

/** Per state, how many times paths go on from it. */
export function leavingCounts(states: number, from: readonly number[], counts: Float64Array): Float64Array {
  const leaving = new Float64Array(states);
  from.forEach((state, edge) => {
    leaving[state] = (leaving[state] as number) + (counts[edge] as number);
  });
  return leaving;
}
