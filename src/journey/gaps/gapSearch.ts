import { benjaminiHochberg } from "../../stats/benjaminiHochberg.js";
import { type GapFacts, gapId } from "./frameGap.js";
import type { AffectedCustomers, Gap, GapKind } from "./gap.js";

/** A place of the design at which a kind of gap was looked for, whether it was found or not. */
export interface JudgedPlace {
  /** The id that the gap has, or would have. */
  readonly id: string;
  readonly kind: GapKind;
  readonly stage: string | null;
  readonly touchpoint: string | null;
  /** Whom it affects; of an experience or emotion, the respondents below the promise. */
  readonly customers: AffectedCustomers;
  readonly pValue: number;
  /** For the whole search, by Benjamini and Hochberg. */
  readonly adjustedPValue: number;
  /** Whether it is told as a gap. */
  readonly told: boolean;
}

/** A test, or several that belong together, and what is told when their adjusted p-values are known. */
export interface SearchItem {
  readonly place: Pick<Gap, "kind" | "stage" | "touchpoint">;
  readonly customers: AffectedCustomers;
  readonly pValues: readonly (number | null)[];
  readonly tell: (adjusted: readonly (number | null)[]) => GapFacts[];
}

/** Tells what the whole search found, with the rate of false discoveries held over all of it. */
export function gapSearch(
  items: readonly SearchItem[],
  level: number,
): { readonly facts: GapFacts[]; readonly judged: readonly JudgedPlace[]; readonly tests: number } {
  const pValues = items.flatMap((item) => item.pValues);
  const adjusted = benjaminiHochberg(pValues);
  const facts: GapFacts[] = [];
  const judged: JudgedPlace[] = [];
  let from = 0;
  for (const { place, customers, pValues: mine, tell } of items) {
    const own = adjusted.slice(from, from + mine.length);
    from += mine.length;
    facts.push(...tell(own));
    const [pValue, adjustedPValue] = [mine[0] ?? null, own[0] ?? null];
    if (pValue === null || adjustedPValue === null) continue;
    judged.push({
      id: gapId(place),
      ...place,
      customers,
      pValue,
      adjustedPValue,
      told: adjustedPValue <= 1 - level,
    });
  }
  return { facts, judged, tests: pValues.filter((pValue) => pValue !== null).length };
}
