import { gaussLegendre } from "./gaussLegendre.js";
import { normalDensity, normalUpperTail } from "./normalCdf.js";

/**
 * Where a standard Brownian motion, seen only at a few moments, has got to without leaving bounds that are the same on both sides: its
 * density at points of the upper half. Null before the first look, when it is at 0.
 */
interface Walk {
  readonly at: number;
  readonly points: Float64Array;
  /** Of the integral over both halves, at each point. */
  readonly masses: Float64Array;
}

const upperTail = (x: number): number => (x >= 0 ? normalUpperTail(x) : 1 - normalUpperTail(-x));

/** The chance that the walk is first outside ±z·√moment at `moment`, having been inside at all looks before. */
function exitChance(walk: Walk | null, moment: number, z: number): number {
  if (walk === null) return 2 * normalUpperTail(z);
  const bound = z * Math.sqrt(moment);
  const step = Math.sqrt(moment - walk.at);
  let sum = 0;
  for (let i = 0; i < walk.points.length; i++) {
    const from = walk.points[i] ?? 0;
    sum += (walk.masses[i] ?? 0) * (upperTail((bound - from) / step) + upperTail((bound + from) / step));
  }
  return sum;
}

/** The walk at `moment`, if it is inside ±z·√moment; `nextStep` is the standard deviation of the step that will follow. */
function stayInside(walk: Walk | null, moment: number, z: number, nextStep: number): Walk {
  const bound = z * Math.sqrt(moment);
  const step = Math.sqrt(moment - (walk?.at ?? 0));
  // Enough points for the narrower of the two bells between which they stand.
  const { points, weights } = gaussLegendre(16 + Math.ceil((3 * bound) / Math.min(step, nextStep)));
  const masses = new Float64Array(points.length);
  for (let i = 0; i < points.length; i++) {
    const to = bound * (points[i] ?? 0);
    points[i] = to;
    let density = 0;
    if (walk === null) density = 2 * normalDensity(to / step);
    else {
      for (let j = 0; j < walk.points.length; j++) {
        const from = walk.points[j] ?? 0;
        const near = normalDensity((to - from) / step) + normalDensity((to + from) / step);
        density += (walk.masses[j] ?? 0) * near;
      }
    }
    masses[i] = (bound * (weights[i] ?? 0) * density) / step;
  }
  return { at: moment, points, masses };
}

/**
 * Goes from look to look: at each, `boundaryOf` says from which |z| on the result counts, given the chance that it does so for any z.
 *
 * @param moments The share of all information at each look, rising, at most 1.
 * @returns The chance, with no difference, that the result first counts at each look.
 *
 * @see Armitage, McPherson and Rowe (1969), Journal of the Royal Statistical Society A 132, 235–244.
 */
export function walkLooks(
  moments: readonly number[],
  boundaryOf: (look: number, exitChanceAt: (z: number) => number) => number,
): number[] {
  let walk: Walk | null = null;
  return moments.map((moment, look) => {
    const before = walk;
    const z = boundaryOf(look, (candidate) => exitChance(before, moment, candidate));
    const exit = exitChance(before, moment, z);
    const next = moments[look + 1];
    if (next !== undefined) walk = stayInside(before, moment, z, Math.sqrt(next - moment));
    return exit;
  });
}
