import { gapTitle, kpiName } from "../journey/gaps/explainGap.js";
import type { Gap } from "../journey/gaps/gap.js";
import { formatCount, formatDifference, formatEstimate } from "./formatEstimate.js";

/** What is said about a gap, in few words. */
export interface GapInWords {
  /** Its kind: "Drop-off", "Missing touchpoint". */
  readonly title: string;
  /** Who is affected: "318 of 1,204 (26 %)". */
  readonly customers: string;
  /** The explanation, without the customers where it begins with them. */
  readonly sentence: string;
  /** What goes with it: "NPS −18 (−25 to −11) against the others"; null where nobody can tell. */
  readonly effect: string | null;
}

/** The explanation of a gap from behind "318 of 1,204 customers (26 %) ", where that is how it begins. */
function withoutCustomers({ explanation, customers: { count, of } }: Gap): string {
  const end = explanation.startsWith(`${formatCount(count)} of ${formatCount(of)} `) ? explanation.indexOf(" %) ") : -1;
  return end < 0 ? explanation : explanation.slice(end + 4);
}

/** "NPS −18 (−25 to −11) against the others", and a word where that may be chance. */
function effectInWords({ effect }: Gap): string | null {
  if (effect === null || effect.difference === null) return null;
  const { definition, difference, interval } = effect;
  const by = formatDifference(difference, interval, definition.unit);
  const surely = interval === null || interval.low > 0 || interval.high < 0 ? "" : ", perhaps by chance";
  return `${kpiName(definition.kpi)} ${by} against the others${surely}`;
}

/**
 * A gap in the words that the picture and the table share.
 *
 * @param gap Any gap.
 * @returns Its kind, the customers affected, a sentence and what goes with it.
 */
export function gapInWords(gap: Gap): GapInWords {
  const { kind, customers } = gap;
  const { count, of, share } = customers;
  return {
    title: gapTitle(kind),
    customers:
      share === null
        ? "no customers observed"
        : `${formatCount(count)} of ${formatCount(of)} (${formatEstimate(share, "share")})`,
    sentence: withoutCustomers(gap),
    effect: effectInWords(gap),
  };
}
