import type { GroupKey } from "../../metric/group.js";
import type { MixPart, MixPeriod } from "./mixPeriod.js";

/**
 * How an effect changes with the figures of one period, for small changes of them: with the share of each segment by `shares` times how
 * far its value is from the whole's, and for the effect's own segment by `share` more; with the value of each segment by `values` times
 * its share, and of its own by `value` more.
 */
export interface Slopes {
  readonly share: number;
  readonly value: number;
  readonly shares: number;
  readonly values: number;
}

/** What one segment does, and how that depends on the figures of both periods. */
export interface SegmentEffect {
  readonly key: GroupKey;
  readonly value: number;
  readonly before: Slopes;
  readonly after: Slopes;
}

/** One period's shares and values, with how well they are known. */
export interface KnownPeriod {
  /** The KPI over all segments. */
  readonly whole: number;
  readonly shares: ReadonlyMap<GroupKey, number>;
  readonly values: ReadonlyMap<GroupKey, number>;
  /** The squared standard error of each value; null where these are not known. */
  readonly errors: ReadonlyMap<GroupKey, number> | null;
  /** Observations of equal weight. */
  readonly n: number;
}

// As many observations as the pooled variance counts for beside a segment's own: a handful says little of how much it varies.
const pooledWeight = 2;

/** The squared errors of values: each segment's own variance, steadied by that of all. Null where none is known. */
function squaredErrors(parts: readonly MixPart[], pooled: number | null): ReadonlyMap<GroupKey, number> | null {
  if (pooled === null) return null;
  return new Map(
    parts.map(({ key, effectiveN, variance }) => {
      const own = variance === null ? 0 : effectiveN - 1;
      return [key, (own * (variance ?? 0) + pooledWeight * pooled) / (own + pooledWeight) / effectiveN];
    }),
  );
}

/** The variance of single observations within segments; null where a segment of several does not tell its own, or nothing varies. */
function pooledVariance(parts: readonly MixPart[]): number | null {
  if (parts.some(({ variance, effectiveN }) => variance === null && effectiveN > 1)) return null;
  const degrees = parts.reduce((sum, { effectiveN }) => sum + Math.max(0, effectiveN - 1), 0);
  const squares = parts.reduce(
    (sum, { variance, effectiveN }) => sum + (variance ?? 0) * Math.max(0, effectiveN - 1),
    0,
  );
  return degrees > 0 && squares > 0 ? squares / degrees : null;
}

/** The parts of a period that have observations. */
const present = ({ parts }: MixPeriod): MixPart[] => [...parts.values()].filter(({ weight }) => weight > 0);

/** Both periods as they are known. Each must have observations, and each part of it a value. */
export function knownPeriods(before: MixPeriod, after: MixPeriod): [KnownPeriod, KnownPeriod] {
  const pooled = pooledVariance([...present(before), ...present(after)]);
  return [before, after].map((period): KnownPeriod => {
    const parts = present(period);
    const all = parts.reduce((sum, { weight }) => sum + weight, 0);
    const shares = new Map(parts.map(({ key, weight }) => [key, weight / all]));
    const values = new Map(parts.map(({ key, value }) => [key, value ?? 0]));
    const whole = parts.reduce((sum, { value, weight }) => sum + (weight / all) * (value ?? 0), 0);
    const squares = parts.reduce((sum, { weight, effectiveN }) => sum + (weight / all) ** 2 / effectiveN, 0);
    return { whole, shares, values, errors: squaredErrors(parts, pooled), n: 1 / squares };
  }) as [KnownPeriod, KnownPeriod];
}

/** The variance that one period gives to a sum of effects of different segments. */
function varianceIn(period: KnownPeriod, effects: readonly SegmentEffect[], side: "before" | "after"): number {
  const { whole, shares, values, errors, n } = period;
  const slopesOf = new Map(effects.map((effect) => [effect.key, effect[side]]));
  const sumOf = (slope: "shares" | "values"): number => effects.reduce((sum, effect) => sum + effect[side][slope], 0);
  const [ofShares, ofValues] = [sumOf("shares"), sumOf("values")];
  let [mean, fromValues] = [0, 0];
  const byShare = Array.from(shares, ([key, share]) => {
    const own = slopesOf.get(key);
    const slope = ofShares * ((values.get(key) ?? 0) - whole) + (own?.share ?? 0);
    mean += share * slope;
    fromValues += (errors?.get(key) ?? 0) * (ofValues * share + (own?.value ?? 0)) ** 2;
    return { share, slope };
  });
  // Shares are multinomial: what depends on them varies as its slopes do over the segments, divided by n.
  const spread = byShare.reduce((sum, { share, slope }) => sum + share * (slope - mean) ** 2, 0);
  return spread / n + fromValues;
}

/** The standard error of a sum of effects of different segments, by the delta method; null where values have none. */
export function errorOfEffects(
  [before, after]: readonly [KnownPeriod, KnownPeriod],
  effects: readonly SegmentEffect[],
): number | null {
  if (before.errors === null || after.errors === null) return null;
  return Math.sqrt(varianceIn(before, effects, "before") + varianceIn(after, effects, "after"));
}
