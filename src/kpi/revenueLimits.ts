import { meanLimits } from "./meanLimits.js";
import type { LimitsOfMean } from "./scoreEstimate.js";

/**
 * Student's t limits of a ratio of two sums. Of a share, which a few large customers that leave make skew, on the scale of its logit,
 * where it is less so, and within 0 and 1.
 */
export function revenueLimits(
  level: number,
): (moments: Parameters<LimitsOfMean>[0], variant: "net" | "gross") => ReturnType<LimitsOfMean> {
  const limitsOf = meanLimits(level);
  const shareOf = (logit: number): number => 1 / (1 + Math.exp(-logit));
  return (moments, variant) => {
    const { mean, error } = moments;
    if (variant === "net" || !(mean > 0 && mean < 1)) {
      const limits = limitsOf(moments);
      return limits && { low: Math.max(0, limits.low), high: limits.high };
    }
    const limits = limitsOf({ ...moments, mean: Math.log(mean / (1 - mean)), error: error / (mean * (1 - mean)) });
    return limits && { low: shareOf(limits.low), high: shareOf(limits.high) };
  };
}
