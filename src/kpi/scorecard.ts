import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { checkSameDefinition } from "../metric/checkSameDefinition.js";
import type { KnownEstimate } from "../metric/compare.js";
import { type CardScore, type CompositeVariant, composite, scoreOn, type Weighed } from "./cardScore.js";
import type { CardComparison, ScorecardKpi, ScorecardResult, ScorecardRow } from "./scorecardResult.js";

/** Options of {@link scorecard}. */
export interface ScorecardOptions {
  /**
   * How scores are put together: `arithmetic`, their weighted mean, where a good KPI makes up for a bad one; `geometric`, where one
   * at 0 brings all to 0. @defaultValue "arithmetic"
   */
  readonly variant?: CompositeVariant;
  /** The share of the weight, 0–1, that must have a value for there to be a composite. @defaultValue 0.7 */
  readonly minimumCoverage?: number;
}

type Reading = number | KnownEstimate | null | undefined;

/** A KPI whose settings have been checked. */
interface Entry {
  readonly kpi: ScorecardKpi;
  readonly weight: number;
  readonly now: CardScore;
}

const isFigure = (value: unknown): boolean => typeof value === "number" && Math.abs(value) <= 1e140;

/** The number of a reading; null where there is none. */
function figureOf(reading: Reading, field: string, row: number): number | null {
  const value: unknown = typeof reading === "object" && reading !== null ? reading.value : reading;
  if (isMissing(value)) return null;
  // Adding 0 makes 0 of −0, which JSON does not know.
  if (isFigure(value)) return (value as number) + 0;
  throw new CxError(
    "invalid-value",
    `scorecard requires ${field} to be a finite number or the result of a KPI`,
    value,
    row,
  );
}

function checkKpi({ name, target, floor, weight = 1 }: ScorecardKpi, names: Set<string>, row: number): void {
  const refusals = [
    ["a name that no other KPI has", name, typeof name === "string" && !names.has(name)],
    ["a finite target", target, isFigure(target)],
    ["a finite floor other than the target", floor, isFigure(floor) && floor !== target],
    ["a weight of 0 or from 1e-100 to 1e100", weight, weight === 0 || (weight >= 1e-100 && weight <= 1e100)],
  ] as const;
  for (const [requirement, received, isRight] of refusals) {
    if (!isRight) throw new CxError("invalid-option", `scorecard requires ${requirement}`, received, row);
  }
  names.add(name);
}

const resultOf = (reading: Reading): Exclude<Reading, number> => (typeof reading === "object" ? reading : null);

/** The score of a reading of a KPI. */
function scoreOf(kpi: ScorecardKpi, field: "value" | "benchmark" | "before", row: number): CardScore {
  const reading = kpi[field];
  const [now, then] = [resultOf(kpi.value)?.definition, resultOf(reading)?.definition];
  if (now && then) {
    checkSameDefinition(`scorecard requires ${field} to be of the definition of the value`, now, then, row);
  }
  return scoreOn(kpi, figureOf(reading, field, row), resultOf(reading)?.interval ?? null);
}

const differenceOf = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

/**
 * A scorecard: KPIs of any unit on one scale from 0 (the floor, where nothing works) to 100 (the target), and their weighted mean.
 *
 * A value is placed between `floor` and `target`, both fixed by you: ends taken from the data would change what was told before. A
 * target under the floor says that lower is better. Beyond its ends a score is clipped to 0 or 100, and `clipped` says so. The
 * composite rests on the KPIs that have a value, by their weights; where these hold less than `minimumCoverage` of all the weight, it
 * is null. How much the weights decide is in `sensitivity`: the composite with each weight a fifth smaller and larger. Weights of a
 * geometric composite are exponents.
 *
 * @param kpis The KPIs, each with a name, target and floor; its value, that of a benchmark, and that of the period before are numbers
 * or results of a KPI, whose interval is then placed on the scale too.
 * @param options How scores are put together, and how much of the weight must have a value.
 * @returns The composite, 0–100, and the KPIs in the order given. Against the benchmark and the period before, the composite is
 * compared over those KPIs that have both values.
 * @throws A {@link CxError} `invalid-option` when an option, a name, target, floor or weight is wrong or no weight is over 0,
 * `invalid-value` when a value is no finite number, `different-definitions` when the benchmark or the result before is of another
 * definition than the value (each with the index of the KPI).
 *
 * @example
 * ```ts
 * import { scorecard } from "cxkit";
 *
 * const kpis = [
 *   { name: "CSAT", value: 80, floor: 50, target: 90, weight: 0.5 },
 *   { name: "CES", value: 5.2, floor: 4, target: 6, weight: 0.3 },
 *   { name: "churn", value: 0.04, floor: 0.08, target: 0.02, weight: 0.2, owner: "retention team", before: 0.05 },
 * ];
 * const card = scorecard(kpis);
 * card.value; // => 68.83…
 * card.kpis.map((kpi) => Math.round(kpi.score ?? 0)); // => [75, 60, 67]
 * card.kpis[2]?.before?.difference; // => 16.66…
 * ```
 *
 * @see OECD and JRC (2008), Handbook on Constructing Composite Indicators.
 */
export function scorecard(kpis: Iterable<ScorecardKpi>, options: ScorecardOptions = {}): ScorecardResult {
  checkOptions("scorecard", options, ["variant", "minimumCoverage"]);
  const { variant = "arithmetic", minimumCoverage = 0.7 } = options;
  checkChoice("variant", variant, ["arithmetic", "geometric"]);
  if (!(minimumCoverage >= 0 && minimumCoverage <= 1)) {
    throw new CxError(
      "invalid-option",
      "scorecard requires minimumCoverage to be a share from 0 to 1",
      minimumCoverage,
    );
  }
  if (typeof kpis?.[Symbol.iterator] !== "function") {
    throw new CxError("invalid-option", "scorecard requires a list of KPIs", kpis);
  }
  const names = new Set<string>();
  const entries = Array.from(kpis, (kpi, row): Entry => {
    if (Object(kpi) !== kpi)
      throw new CxError("invalid-option", "scorecard requires KPIs with a target and a floor", kpi, row);
    checkKpi(kpi, names, row);
    return { kpi, weight: kpi.weight ?? 1, now: scoreOf(kpi, "value", row) };
  });
  const total = entries.reduce((sum, { weight }) => sum + weight, 0);
  if (entries.length > 0 && total === 0)
    throw new CxError("invalid-option", "scorecard requires a weight over 0", total);
  // Rounding in sums of weights must not decide.
  const isEnough = (weighed: readonly Weighed[]): boolean =>
    weighed.reduce((sum, { weight }) => sum + weight, 0) >= (minimumCoverage - 1e-12) * total;
  const compositeOf = (weighed: readonly Weighed[]): number | null =>
    isEnough(weighed) ? composite(weighed, variant) : null;

  const known = (field: "value" | "benchmark" | "before", both: boolean): Weighed[] =>
    entries.flatMap(({ kpi, weight, now }, row) => {
      const { score } = field === "value" ? now : scoreOf(kpi, field, row);
      return score === null || (both && now.score === null) ? [] : [{ name: kpi.name, weight, score }];
    });
  const available = known("value", false);
  const value = compositeOf(available);

  const against = (field: "benchmark" | "before"): CardComparison | null => {
    if (entries.every(({ kpi }) => kpi[field] === undefined)) return null;
    const then = known(field, true);
    const compared = new Set(then.map(({ name }) => name));
    const thenValue = compositeOf(then);
    const nowValue = compositeOf(available.filter(({ name }) => compared.has(name)));
    return { value: thenValue, difference: differenceOf(nowValue, thenValue) };
  };
  const shifted = (name: string, factor: number): number | null =>
    value === null
      ? null
      : composite(
          available.map((one) => (one.name === name ? { ...one, weight: one.weight * factor } : one)),
          variant,
        );

  const rowOf = ({ kpi, weight, now }: Entry, row: number): ScorecardRow => {
    const compared = (field: "benchmark" | "before") => {
      if (kpi[field] === undefined) return null;
      const { score } = scoreOf(kpi, field, row);
      return { value: figureOf(kpi[field], field, row), score, difference: differenceOf(now.score, score) };
    };
    return {
      name: kpi.name,
      ...(kpi.owner !== undefined && { owner: kpi.owner }),
      value: figureOf(kpi.value, "value", row),
      ...now,
      target: kpi.target + 0,
      floor: kpi.floor + 0,
      weight,
      benchmark: compared("benchmark"),
      before: compared("before"),
    };
  };
  return {
    value,
    coverage: total === 0 ? null : available.reduce((sum, { weight }) => sum + weight, 0) / total,
    kpis: entries.map(rowOf),
    benchmark: against("benchmark"),
    before: against("before"),
    sensitivity: available
      .filter(({ weight }) => weight > 0)
      .map(({ name }) => ({ name, lessWeight: shifted(name, 0.8), moreWeight: shifted(name, 1.2) })),
    definition: { kpi: "scorecard", variant, minimumCoverage },
  };
}
