import type { Interval } from "../../stats/interval.js";
import { newcombeLimits } from "../../stats/newcombeDifference.js";
import { productLimit } from "../../stats/productLimit.js";
import { quantileOfSorted } from "../../stats/quantile.js";
import { twoProportionTest } from "../../stats/twoProportionTest.js";
import { wilsonLimits } from "../../stats/wilson.js";
import type { FunnelEntries } from "./funnelEntries.js";
import type { FunnelPlan } from "./funnelPlan.js";
import type { FunnelDifference, FunnelStep } from "./funnelResult.js";
import { type FunnelTally, worthOf } from "./funnelTally.js";

/** A share, and how many observations it is worth. */
interface Share {
  readonly share: number | null;
  readonly worth: number;
}

/** What all steps of one list need. */
export interface StepFacts {
  readonly entries: FunnelEntries;
  readonly attempts: ArrayLike<number>;
  readonly tally: FunnelTally;
  readonly visitors: ArrayLike<number>;
  readonly plan: FunnelPlan;
  /** Milliseconds within which an attempt has to be through. */
  readonly within: number;
  readonly level: number;
  readonly z: number;
}

/** The seconds from one step to another of the attempts that came there, sorted. */
function secondsBetween({ entries, attempts, plan, tally }: StepFacts, from: number, to: number): Float64Array {
  const { depth, times } = entries;
  const seconds = new Float64Array(tally.reached[to] as number);
  let count = 0;
  for (let place = 0; place < attempts.length; place++) {
    const attempt = attempts[place] as number;
    if ((depth[attempt] as number) <= to) continue;
    const row = attempt * plan.size;
    seconds[count++] = ((times[row + to] as number) - (times[row + from] as number)) / 1000;
  }
  return seconds.sort();
}

/** The share of those who began: counted, or where some are still open by the product limit. */
function shareOfStart(facts: StepFacts, step: number, fromStart: Float64Array): Share {
  const { entries, attempts, tally, within } = facts;
  const begun = tally.reached[0] as number;
  if (begun === 0) return { share: null, worth: 0 };
  const unseen: number[] = [];
  let open = 0;
  for (let place = 0; place < attempts.length; place++) {
    const attempt = attempts[place] as number;
    if ((entries.depth[attempt] as number) > step) continue;
    const age = entries.openFor[attempt] as number;
    if (age >= 0) open++;
    unseen.push((age >= 0 ? age : within) / 1000);
  }
  const naive = (tally.reached[step] as number) / begun;
  const clustered = worthOf(naive, begun, tally.fromStart, step) / begun;
  if (open === 0) return { share: naive, worth: clustered * begun };
  const { survival, greenwood } = productLimit(fromStart, Float64Array.from(unseen).sort());
  const left = survival[survival.length - 1] as number;
  const share = 1 - left;
  // Greenwood's variance is left² × its sum; without anybody open that is share × left ÷ n.
  const spread = left * (greenwood[greenwood.length - 1] as number);
  const worth = share > 0 && left > 0 && spread > 0 ? Math.min(begun, share / spread) : begun - open;
  return { share, worth: worth * clustered };
}

/** Of those who came to the step before and are not still open, who came to this one; of the first step, of all customers. */
function countedShare({ customers, began, reached, open, fromPrevious }: FunnelTally, step: number): Share {
  if (step === 0) return { share: customers === 0 ? null : began / customers, worth: customers };
  const n = (reached[step - 1] as number) - (open[step] as number);
  if (n === 0) return { share: null, worth: 0 };
  const share = (reached[step] as number) / n;
  return { share, worth: worthOf(share, n, fromPrevious, step) };
}

/** The steps of a funnel from its attempts. */
export function funnelSteps(facts: StepFacts): FunnelStep[] {
  const { tally, plan, visitors, level, z } = facts;
  const intervalOf = ({ share, worth }: Share): Interval | null =>
    share === null || worth <= 0 ? null : { ...wilsonLimits(share, worth, z), level };
  let previous: number | null = null;
  let anyOpen = false;
  return plan.names.map((touchpoints, step): FunnelStep => {
    const fromStart = secondsBetween(facts, 0, step);
    const fromPrevious = step === 0 ? null : secondsBetween(facts, step - 1, step);
    const open = tally.open[step] as number;
    anyOpen ||= open > 0;
    const estimated = shareOfStart(facts, step, fromStart);
    // Who is open may drop out of the estimate of a late step sooner than of an early one; still nobody comes to more steps than that.
    const ofStart = {
      ...estimated,
      share: previous === null ? estimated.share : Math.min(previous, estimated.share ?? 0),
    };
    const counted = countedShare(tally, step);
    // By the product limit the shares from step to step multiply to the share of all, as counts do.
    const ratio = previous !== null && previous > 0 && ofStart.share !== null ? ofStart.share / previous : null;
    const ofPrevious = anyOpen && step > 0 ? { ...counted, share: ratio } : counted;
    previous = ofStart.share;
    const quantileOf = (sorted: Float64Array | null, p: number): number | null =>
      sorted === null || sorted.length === 0 ? null : quantileOfSorted(sorted, p);
    const customers = tally.reached[step] as number;
    const came = step === 0 ? tally.began : customers;
    return {
      touchpoint: touchpoints.join(" | "),
      touchpoints,
      customers,
      visitors: visitors[step] as number,
      dropped: (step === 0 ? tally.customers : (tally.reached[step - 1] as number)) - came - open,
      open,
      share: ofStart.share,
      interval: intervalOf(ofStart),
      shareOfPrevious: ofPrevious.share,
      intervalOfPrevious: intervalOf(ofPrevious),
      medianSeconds: quantileOf(fromPrevious, 0.5),
      p90Seconds: quantileOf(fromPrevious, 0.9),
      medianSecondsFromStart: quantileOf(fromStart, 0.5),
    };
  });
}

/** How a part does at a step against the rest, not yet adjusted for being many. */
export function stepDifference(
  part: FunnelTally,
  rest: FunnelTally,
  step: number,
  { level, z }: Pick<StepFacts, "level" | "z">,
): Omit<FunnelDifference, "adjustedPValue"> {
  const [first, second] = [countedShare(part, step), countedShare(rest, step)];
  if (first.share === null || second.share === null || first.worth <= 0 || second.worth <= 0) {
    return { difference: null, interval: null, pValue: null };
  }
  const { pValue } = twoProportionTest(
    first.share * first.worth,
    first.worth,
    second.share * second.worth,
    second.worth,
  );
  return {
    difference: first.share - second.share,
    interval: { ...newcombeLimits(first.share, first.worth, second.share, second.worth, z), level },
    pValue,
  };
}
