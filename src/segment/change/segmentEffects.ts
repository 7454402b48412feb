import type { GroupKey } from "../../metric/group.js";
import type { KnownPeriod, SegmentEffect, Slopes } from "./errorOfEffects.js";

/** What one segment does to the change of a KPI; null for what it cannot do. */
export interface SegmentEffects {
  readonly within: SegmentEffect | null;
  readonly mix: SegmentEffect;
  readonly interaction: SegmentEffect | null;
}

const flat: Slopes = { share: 0, value: 0, shares: 0, values: 0 };

/** All of a segment's effects together. */
export function sumOfEffects(key: GroupKey, effects: readonly (SegmentEffect | null)[]): SegmentEffect {
  const some = effects.filter((effect) => effect !== null);
  const sumOf = (side: "before" | "after"): Slopes => {
    const of = (name: keyof Slopes): number => some.reduce((sum, effect) => sum + effect[side][name], 0);
    return { share: of("share"), value: of("value"), shares: of("shares"), values: of("values") };
  };
  const value = some.reduce((sum, effect) => sum + effect.value, 0);
  return { key, value, before: sumOf("before"), after: sumOf("after") };
}

/** How a segment's part of the mix is counted: from which value of its own, over which whole. */
interface Reference {
  /** How much the segment's own value counts, in each period. */
  readonly own: readonly [number, number];
  /** How much the whole counts, in each period. */
  readonly whole: readonly [number, number];
}

/** What one segment does to the change from one period to the other. */
export function segmentEffects(
  key: GroupKey,
  [before, after]: readonly [KnownPeriod, KnownPeriod],
  variant: "symmetric" | "three-part",
): SegmentEffects {
  const shares = [before.shares.get(key) ?? 0, after.shares.get(key) ?? 0] as const;
  const values = [before.values.get(key) ?? 0, after.values.get(key) ?? 0] as const;
  const inBoth = before.shares.has(key) && after.shares.has(key);
  const isNew = !before.shares.has(key);
  const growth = shares[1] - shares[0];
  const rise = values[1] - values[0];

  const reference: Reference = {
    own: inBoth ? (variant === "symmetric" ? [0.5, 0.5] : [1, 0]) : isNew ? [0, 1] : [1, 0],
    whole: variant === "symmetric" ? [0.5, 0.5] : [1, 0],
  };
  const { own, whole } = reference;
  const over = own[0] * values[0] + own[1] * values[1] - whole[0] * before.whole - whole[1] * after.whole;
  const mixSlopes = (side: 0 | 1): Slopes => ({
    share: side === 0 ? -over : over,
    value: growth * own[side],
    shares: -growth * whole[side],
    values: -growth * whole[side],
  });
  const mix = { key, value: growth * over, before: mixSlopes(0), after: mixSlopes(1) };
  if (!inBoth) return { within: null, mix, interaction: null };

  if (variant === "symmetric") {
    const share = (shares[0] + shares[1]) / 2;
    const within = {
      key,
      value: share * rise,
      before: { ...flat, share: rise / 2, value: -share },
      after: { ...flat, share: rise / 2, value: share },
    };
    return { within, mix, interaction: null };
  }
  const within = {
    key,
    value: shares[0] * rise,
    before: { ...flat, share: rise, value: -shares[0] },
    after: { ...flat, value: shares[0] },
  };
  const interaction = {
    key,
    value: growth * rise,
    before: { ...flat, share: -rise, value: -growth },
    after: { ...flat, share: rise, value: growth },
  };
  return { within, mix, interaction };
}
