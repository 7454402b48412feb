import type { ContrastFigures } from "./contrastFigures.js";
import type { Contrast, ContrastReading } from "./profileResult.js";

const words = {
  small: ["slightly lower", "slightly higher"],
  medium: ["lower", "higher"],
  large: ["much lower", "much higher"],
} as const;

/** What a contrast says; `isTold`: whether it can be told from chance, null where that is not known. */
export function contrastReading({ effect, difference }: ContrastFigures, isTold: boolean | null): ContrastReading {
  const { magnitude, value } = effect;
  // Of ranks, the median of all differences may be 0 where the effect is not.
  if ((value ?? difference) === 0) return "no difference worth telling";
  if (magnitude === null || value === null || isTold === null) return "not known";
  if (!isTold) return "may be chance";
  if (magnitude === "negligible") return "no difference worth telling";
  return words[magnitude][value > 0 ? 1 : 0];
}

/** Sorts contrasts: whether they are told apart from chance, then by the size of their effect. */
export function byEffect(a: Contrast, b: Contrast): number {
  const rank = ({ reading }: Contrast): number => Number(reading === "may be chance" || reading === "not known");
  return rank(a) - rank(b) || Math.abs(b.effect.value ?? 0) - Math.abs(a.effect.value ?? 0);
}
