import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { bisect } from "./bisect.js";
import { criticalValue } from "./criticalValue.js";
import { finitePopulationCorrection } from "./finitePopulationCorrection.js";
import { studentTQuantile } from "./studentTQuantile.js";
import { wholeAbove } from "./wholeAbove.js";

/** What is to be measured. */
export type MarginDesign =
  | {
      readonly kind: "proportion";
      /** The share that is expected, 0–1. @defaultValue 0.5, which needs the most */
      readonly share?: number;
    }
  | {
      readonly kind: "mean";
      /** How much single values vary, in their unit. */
      readonly standardDeviation: number;
      /**
       * `normal`: as if the deviation were known (Cochran); `student-t`: it will be estimated from the answers themselves, so that the
       * interval goes by Student's t, which needs two or three more, and many more where few will do. @defaultValue "normal"
       */
      readonly method?: "normal" | "student-t";
    }
  | {
      readonly kind: "nps";
      /**
       * The variance of one answer scored −1, 0 or 1, which `promoters` and `detractors` give too; about 0.67 where all three
       * are equally many. @defaultValue 1, which needs the most
       */
      readonly variance?: number;
      /** The share of promoters that is expected, 0–1; together with `detractors`, in place of `variance`. */
      readonly promoters?: number;
      /** The share of detractors that is expected, 0–1. */
      readonly detractors?: number;
    };

/** What {@link sampleSizeForMargin} is told. */
export type SampleSizeForMarginOptions = MarginDesign & {
  /** Half the width of the interval: shares 0–1 (0.05 for ± 5 %), NPS in points (5 for ± 5), means in their unit. */
  readonly margin: number;
  /** The confidence level of the interval, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** How many customers there are at all, where the sample may be a good part of them. By default no end of them. */
  readonly population?: number;
};

/** The result of {@link sampleSizeForMargin}. */
export interface SampleSizeForMarginResult {
  /** How many answers are needed, a whole number. Invite more: not everybody answers. */
  readonly n: number;
  /** The same before it was rounded up. */
  readonly exact: number;
  /** All that it rests on, the defaults filled in. */
  readonly assumptions: {
    readonly kind: MarginDesign["kind"];
    readonly margin: number;
    readonly level: number;
    /** The interval whose margin it is. */
    readonly method: "normal" | "student-t" | "adjusted-wald";
    /** Of one answer: 0 to 0.25 for a share, 0 to 1 for NPS, else in the square of the unit. */
    readonly variance: number;
    /** Null for no end of customers. */
    readonly population: number | null;
  };
}

const name = "sampleSizeForMargin";
const optionsOf = {
  proportion: ["share"],
  mean: ["standardDeviation", "method"],
  nps: ["variance", "promoters", "detractors"],
};

function check(condition: boolean, required: string, received: unknown): void {
  if (!condition) throw new CxError("invalid-option", `${name} requires ${required}`, received);
}

/** The variance of one answer. */
function varianceOf(options: SampleSizeForMarginOptions): number {
  if (options.kind === "proportion") {
    const { share = 0.5 } = options;
    check(share >= 0 && share <= 1, "a share from 0 to 1", share);
    return share * (1 - share);
  }
  if (options.kind === "mean") {
    const { standardDeviation, method = "normal" } = options;
    checkChoice(`method of ${name}`, method, ["normal", "student-t"]);
    check(
      standardDeviation >= 1e-140 && standardDeviation <= 1e140,
      "a standard deviation from 1e-140 to 1e140",
      standardDeviation,
    );
    return standardDeviation ** 2;
  }
  const { variance, promoters, detractors } = options;
  if (promoters === undefined && detractors === undefined) {
    check(variance === undefined || (variance >= 0 && variance <= 1), "a variance from 0 to 1", variance);
    return variance ?? 1;
  }
  check(variance === undefined, "either a variance or promoters and detractors", variance);
  if (promoters === undefined || detractors === undefined) {
    throw new CxError("invalid-option", `${name} requires both promoters and detractors`, promoters ?? detractors);
  }
  const outer = promoters + detractors;
  check(promoters >= 0 && detractors >= 0 && outer <= 1 + 1e-12, "shares that add up to at most 1", outer);
  return Math.max(0, outer - (promoters - detractors) ** 2);
}

/** The n at which Student's interval has the margin, the deviation being 1 and n one of a population. */
function studentSize(margin: number, level: number, population: number): number {
  const isWide = (n: number): boolean =>
    studentTQuantile((1 - level) / 2, n - 1, "upper") *
      finitePopulationCorrection(Math.min(n, population), population) >
    margin * Math.sqrt(n);
  let high = 2;
  while (high < population && isWide(high)) high *= 2;
  return bisect(isWide, 1, Math.min(high, population));
}

/**
 * How many answers a survey needs, so that its result is known to within a margin. Shares and means by the textbook formula
 * z²·variance/margin², means also by Student's t (see `method`); NPS by the adjusted Wald interval, which takes three answers less.
 *
 * @param options What is measured (`kind`), the margin, the level, what is known of the answers, and of how many customers
 * they are a sample.
 * @returns The number of answers.
 * @throws A {@link CxError} `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { sampleSizeForMargin } from "cxkit";
 *
 * sampleSizeForMargin({ kind: "proportion", margin: 0.05 }).n; // => 385
 * sampleSizeForMargin({ kind: "proportion", margin: 0.05, population: 1000 }).n; // => 278
 * sampleSizeForMargin({ kind: "nps", margin: 5, variance: 0.5 }).n; // => 766
 * sampleSizeForMargin({ kind: "mean", margin: 3, standardDeviation: 15 }).n; // => 97
 * sampleSizeForMargin({ kind: "mean", margin: 3, standardDeviation: 15, method: "student-t" }).n; // => 99
 * ```
 *
 * @see Cochran (1977), "Sampling Techniques", chapter 4; NPS: Rocks (2016), The American Statistician 70, 365–372.
 */
export function sampleSizeForMargin(options: SampleSizeForMarginOptions): SampleSizeForMarginResult {
  const specific = optionsOf[Object(options).kind as keyof typeof optionsOf] ?? [];
  checkOptions(name, options, ["kind", "margin", "level", "population", ...specific]);
  const { kind, margin, level = 0.95, population = null } = options;
  checkChoice(`kind of ${name}`, kind, Object.keys(optionsOf));
  check(margin > 0 && Number.isFinite(margin), "a positive margin", margin);
  check(kind !== "proportion" || margin < 0.5, "a margin under 0.5 of a share (0.05 for ± 5 %)", margin);
  check(kind !== "nps" || margin < 100, "a margin under 100 points", margin);
  check(
    population === null || (population >= 1 && Number.isFinite(population)),
    "a population of at least 1",
    population,
  );
  const variance = varianceOf(options);
  const method = kind === "nps" ? "adjusted-wald" : (options.kind === "mean" && options.method) || "normal";
  const assumptions = { kind, margin, level, method, variance, population } as const;
  const deviation = Math.sqrt(variance) * (kind === "nps" ? 100 : 1);
  const infinite = Math.min(1e300, ((deviation / margin) * criticalValue(level)) ** 2) - (kind === "nps" ? 3 : 0);
  const countable = population !== null || infinite <= Number.MAX_SAFE_INTEGER;
  check(countable, "a margin that fewer than 2^53 answers give", margin);
  if (method === "student-t") {
    const exact = studentSize(margin / deviation, level, population ?? Number.MAX_SAFE_INTEGER);
    return { n: wholeAbove(exact), exact, assumptions };
  }
  const needed = Math.max(1, infinite);
  const exact = population === null ? needed : needed / (1 + (needed - 1) / population);
  return { n: wholeAbove(exact), exact, assumptions };
}
