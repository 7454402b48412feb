import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { criticalValue } from "./criticalValue.js";
import { normalUpperTail } from "./normalCdf.js";
import { normalUpperQuantile } from "./normalQuantile.js";
import { walkLooks } from "./walkLooks.js";

/** How the chance of a false alarm is spread over the looks. */
export type SequentialMethod = "obrien-fleming" | "pocock" | "lan-demets";

/** Options of {@link sequentialBoundaries}. */
export interface SequentialBoundariesOptions {
  /**
   * How many looks there are, equally far apart; or how much of all information (customers, at the end 1) there is at each look, rising.
   * `lan-demets` need not know the looks that are still to come.
   */
  readonly looks: number | readonly number[];
  /** 1 − the chance of a false alarm over all looks together. @defaultValue 0.95 */
  readonly level?: number;
  /**
   * `obrien-fleming`: strict at first, and at the end nearly as if there had been no looks before; `pocock`: the same at each look;
   * `lan-demets`: the spending function that comes near to O'Brien and Fleming, for looks at any time.
   * @defaultValue "obrien-fleming"
   */
  readonly method?: SequentialMethod;
}

/** One look at the results. */
export interface SequentialLook {
  /** How much of all information there is, 0–1. */
  readonly information: number;
  /** The |z| from which on the difference counts. */
  readonly critical: number;
  /** The same as a two-sided p-value: the difference counts if its p-value is no greater. */
  readonly nominal: number;
  /** The chance of a false alarm at this look or before. */
  readonly spent: number;
}

/** The result of {@link sequentialBoundaries}. */
export interface SequentialBoundariesResult {
  readonly looks: readonly SequentialLook[];
  /** The chance of a false alarm at any look, where each is tested as if it was the only one. */
  readonly peeking: number;
  readonly method: SequentialMethod;
  readonly level: number;
}

const mostLooks = 100;

function readLooks(looks: number | readonly number[], method: SequentialMethod): readonly number[] {
  const refuse = (required: string, received: unknown): CxError =>
    new CxError("invalid-option", `sequentialBoundaries requires ${required}`, received);
  if (typeof looks === "number") {
    if (!(Number.isInteger(looks) && looks >= 1 && looks <= mostLooks)) {
      throw refuse(`a whole number of looks from 1 to ${mostLooks}`, looks);
    }
    return Array.from({ length: looks }, (_, look) => (look + 1) / looks);
  }
  if (!Array.isArray(looks) || looks.length === 0 || looks.length > mostLooks) {
    throw refuse(`1 to ${mostLooks} looks, as their number or as the information at each`, looks);
  }
  looks.forEach((information, look) => {
    const before = look === 0 ? 0 : looks[look - 1];
    // Closer together, two looks would be one.
    if (!(typeof information === "number" && information >= before + 1e-4 && information <= 1)) {
      throw refuse("information that rises from look to look by at least 0.0001, up to 1", information);
    }
  });
  const last = looks[looks.length - 1];
  if (method !== "lan-demets" && last !== 1) throw refuse(`the last look at 1, or the method "lan-demets"`, last);
  return looks;
}

/** Where a falling function passes a target, between 0 and 40: by halving, since the tails span many powers of ten. */
function passes(target: number, of: (z: number) => number): number {
  let [low, high] = [0, 40];
  while (high - low > 1e-11) {
    const middle = (low + high) / 2;
    if (of(middle) > target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The boundaries of a given shape whose chance of a false alarm is that of the level, by the secant method. */
function scaledBoundaries(moments: readonly number[], alpha: number, shape: (moment: number) => number): number[] {
  const scaled = (scale: number): number[] => moments.map((moment) => scale * shape(moment));
  const excess = (scale: number): number => {
    const boundaries = scaled(scale);
    const spent = walkLooks(moments, (look) => boundaries[look] ?? 0).reduce((sum, chance) => sum + chance, 0);
    return Math.log(spent / alpha);
  };
  let [before, scale] = [normalUpperQuantile(alpha / 2), normalUpperQuantile(alpha / 2) * 1.1];
  let [atBefore, atScale] = [excess(before), excess(scale)];
  for (let round = 0; round < 50 && Math.abs(atScale) > 1e-12 && atScale !== atBefore; round++) {
    const next = scale - (atScale * (scale - before)) / (atScale - atBefore);
    [before, atBefore, scale, atScale] = [scale, atScale, next, excess(next)];
  }
  return scaled(scale);
}

/** The boundaries that spend at each look what Lan and DeMets's function allows until then, half of it on either side. */
function spendingBoundaries(moments: readonly number[], alpha: number): number[] {
  const quantile = normalUpperQuantile(alpha / 4);
  const allowed = (moment: number): number => 4 * normalUpperTail(quantile / Math.sqrt(moment));
  const boundaries: number[] = [];
  let spent = 0;
  walkLooks(moments, (look, exitChanceAt) => {
    const target = allowed(moments[look] ?? 1) - spent;
    const z = passes(target, exitChanceAt);
    spent += exitChanceAt(z);
    boundaries.push(z);
    return z;
  });
  return boundaries;
}

/**
 * The boundaries of a test that is looked at several times while the data come in, so that the chance of a false alarm over all looks
 * together is what it would be with a single one; and what that chance is without them.
 *
 * Of an experiment without a difference that is tested at 5 % at each of five looks, 14 % find one.
 *
 * @param options The looks, the level, and how the chance of a false alarm is spread over them.
 * @returns Each look with its boundary, right to 1e-9; two-sided.
 * @throws A {@link CxError} `invalid-option` when an option is wrong, looks are more than 100 or do not rise.
 *
 * @example
 * ```ts
 * import { sequentialBoundaries } from "cxkit";
 *
 * const { looks, peeking } = sequentialBoundaries({ looks: 5 });
 * looks.map(({ critical }) => critical); // => [4.561…, 3.225…, 2.633…, 2.280…, 2.040…]
 * looks[0]?.nominal; // => 0.00000507…
 * peeking; // => 0.141…
 * ```
 *
 * @see O'Brien and Fleming (1979), Biometrics 35, 549–556; Pocock (1977), Biometrika 64, 191–199; Lan and DeMets (1983), Biometrika 70,
 * 659–663; Jennison and Turnbull (2000), "Group Sequential Methods with Applications to Clinical Trials", ch. 2, 7 and 19.
 */
export function sequentialBoundaries(options: SequentialBoundariesOptions): SequentialBoundariesResult {
  checkOptions("sequentialBoundaries", options, ["looks", "level", "method"]);
  const { level = 0.95, method = "obrien-fleming" } = options;
  checkChoice("method of sequentialBoundaries", method, ["obrien-fleming", "pocock", "lan-demets"]);
  const single = criticalValue(level);
  const moments = readLooks(options.looks, method);
  const boundaries = {
    "obrien-fleming": () => scaledBoundaries(moments, 1 - level, (moment) => 1 / Math.sqrt(moment)),
    pocock: () => scaledBoundaries(moments, 1 - level, () => 1),
    "lan-demets": () => spendingBoundaries(moments, 1 - level),
  }[method]();
  let spent = 0;
  const exits = walkLooks(moments, (look) => boundaries[look] ?? 0);
  return {
    looks: moments.map((information, look) => {
      const critical = boundaries[look] ?? 0;
      spent += exits[look] ?? 0;
      return { information, critical, nominal: 2 * normalUpperTail(critical), spent };
    }),
    peeking: walkLooks(moments, () => single).reduce((sum, chance) => sum + chance, 0),
    method,
    level,
  };
}
