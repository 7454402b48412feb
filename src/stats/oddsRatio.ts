import { checkChoice, checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { bisect } from "./bisect.js";
import { checkSample } from "./checkSample.js";
import { criticalValue } from "./criticalValue.js";
import type { fisherExactTest } from "./fisherExactTest.js";
import { type RatioResult, ratioInterval } from "./ratioInterval.js";
import type { riskRatio } from "./riskRatio.js";

/** Options of {@link oddsRatio}. */
export interface OddsRatioOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
  /**
   * `miettinen-nurminen`: the ratios that a score test does not refuse, also where a sample holds none or nothing else; `woolf`: the
   * textbook interval on the scale of logarithms, for which both samples must hold both kinds; `gart`: the same of counts that are
   * half an answer greater, 0 or open where the sample's own ratio is 0 or infinite. @defaultValue "miettinen-nurminen"
   */
  readonly method?: "miettinen-nurminen" | "woolf" | "gart";
}

/** Yes and no in the first sample, yes and no in the second. */
type Cells = readonly [number, number, number, number];

const ratioOf = ([a, b, c, d]: Cells): number => (a / b) * (d / c);

/** Miettinen and Nurminen's limits: how many answers can move between the cells, the margins being what they are. */
function score(cells: Cells, z: number): readonly [number, number] {
  const [a, b, c, d] = cells;
  // Under one answer together there is no variance to tell.
  const scale = Math.max(0, 1 - 1 / (a + b + c + d));
  if (scale === 0) return [0, Number.POSITIVE_INFINITY];
  const moved = (shift: number): Cells => [a + shift, b - shift, c - shift, d + shift];
  /** How many standard errors the first cell lies over what it is expected to be; falls as that rises. */
  const distance = (shift: number): number =>
    -shift * Math.sqrt(scale * moved(shift).reduce((sum, cell) => sum + 1 / cell, 0));
  const limit = (target: number): number =>
    ratioOf(moved(bisect((shift) => distance(shift) > target, -Math.min(a, d), Math.min(b, c))));
  return [a * d === 0 ? 0 : limit(z), b * c === 0 ? Number.POSITIVE_INFINITY : limit(-z)];
}

/** Woolf's limits, of counts that are `added` greater; null where one is still 0. */
function logarithmic(cells: Cells, z: number, added: number): readonly [number, number] | null {
  const counts = cells.map((cell) => cell + added) as unknown as Cells;
  if (counts.includes(0)) return null;
  const [a, b, c, d] = cells;
  const factor = Math.exp(z * Math.sqrt(counts.reduce((sum, count) => sum + 1 / count, 0)));
  return [
    a * d === 0 ? 0 : ratioOf(counts) / factor,
    b * c === 0 ? Number.POSITIVE_INFINITY : ratioOf(counts) * factor,
  ];
}

/**
 * The ratio of two independent shares' odds with its interval. {@link riskRatio} is easier to tell; {@link fisherExactTest} has the
 * exact interval, for small counts.
 *
 * @param successes1 How many in the first sample, 0 to n1; need not be whole (weights).
 * @param n1 The size of the first sample, at least 0.
 * @param successes2 How many in the second sample, 0 to n2; need not be whole (weights).
 * @param n2 The size of the second sample, at least 0.
 * @param options The level, and how the interval is made.
 * @returns The first odds over the second. Where that is a division by 0, the value is null and the interval has no upper end; where
 * both samples are nothing but the same, or one is empty, both are null.
 * @throws A {@link CxError} `invalid-option` when successes are not within 0 to n, or an option is wrong.
 *
 * @example
 * ```ts
 * import { oddsRatio } from "cxkit";
 *
 * oddsRatio(7, 34, 1, 34); // => { value: 8.555…, interval: { low: 1.246…, high: 56.461…, level: 0.95 }, n: 68 }
 * oddsRatio(5, 20, 0, 10).interval; // => { low: 0.725…, high: null, level: 0.95 }
 * ```
 *
 * @see Miettinen and Nurminen (1985), Statistics in Medicine 4, 213–226; Woolf (1955), Annals of Human Genetics 19, 251–253; Gart
 * (1966), Biometrika 53, 47–57.
 */
export function oddsRatio(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  options: OddsRatioOptions = {},
): RatioResult {
  checkOptions("oddsRatio", options, ["level", "method"]);
  const { level = 0.95, method = "miettinen-nurminen" } = options;
  checkChoice("method of oddsRatio", method, ["miettinen-nurminen", "woolf", "gart"]);
  const z = criticalValue(level);
  checkSample("oddsRatio", successes1, n1);
  checkSample("oddsRatio", successes2, n2);
  const n = n1 + n2;
  const cells = [successes1, n1 - successes1, successes2, n2 - successes2] as const;
  const [a, b, c, d] = cells;
  if (n1 === 0 || n2 === 0 || a + c === 0 || b + d === 0) return { value: null, interval: null, n };
  const limits = method === "miettinen-nurminen" ? score(cells, z) : logarithmic(cells, z, method === "gart" ? 0.5 : 0);
  return { value: b * c === 0 ? null : ratioOf(cells), interval: limits && ratioInterval(...limits, level), n };
}
