import type { Concentrated } from "./concentrations.js";
import { percentInWords, placeInWords, placesInWords } from "./explainGap.js";
import type { GapFacts } from "./frameGap.js";
import type { GapConcentration } from "./gap.js";
import type { EffectOf } from "./gapEffects.js";
import { findingFacts, type PathFinding } from "./pathGaps.js";

/** How sure a gap in the paths has to be. */
export interface TellOptions {
  readonly level: number;
  readonly tolerance: number;
  /** How many customers the log has. */
  readonly everyone: number;
  readonly effectOf: EffectOf;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The name of a place in the id of a gap; a time only where nothing else tells, or two would have the same name. */
function partOf({ attribute, value, also, from }: GapConcentration, taken: Set<string>): string {
  const time = `from=${from?.slice(0, 10) ?? ""}`;
  const values = [{ attribute, value }, ...also].map((one) => `${one.attribute}=${one.value}`);
  const place = attribute === null ? time : values.join();
  const part = taken.has(place) ? `${place},${time}` : place;
  taken.add(part);
  return part;
}

/**
 * What is told of a finding: where customers are surely affected overall, one gap that says where it concentrates; where they are not,
 * a gap for each place in which surely more are, by at least the tolerance.
 *
 * @param adjusted The adjusted p-values: of the finding, null where it is not judged by itself, and of each place.
 */
export function tellFinding(
  finding: PathFinding,
  places: readonly Concentrated[],
  [overall, ...ofPlaces]: readonly (number | null)[],
  { level, tolerance, everyone, effectOf }: TellOptions,
): GapFacts[] {
  const { exposure } = finding;
  const told = places.flatMap((place, index) => {
    const pValue = ofPlaces[index] ?? 1;
    return pValue <= 1 - level && place.difference >= tolerance ? [{ place, where: place.describe(pValue) }] : [];
  });
  const others = exposure.others;
  if (overall !== null && overall !== undefined && overall <= 1 - level) {
    const facts = findingFacts(finding, exposure, level);
    const where = told.map((one) => one.where);
    return [
      {
        ...facts,
        where,
        reach: exposure.affected.length / everyone,
        effect: effectOf(exposure.affected, others()),
        explanation:
          where.length === 0 ? `${facts.explanation}.` : `${facts.explanation}; ${placesInWords({ where })}.`,
      },
    ];
  }
  const taken = new Set<string>();
  return told.map(({ place, where }): GapFacts => {
    const facts = findingFacts(finding, { affected: place.affected, of: where.inside.of }, level);
    return {
      ...facts,
      part: partOf(where, taken),
      where: [where],
      reach: place.affected.length / everyone,
      effect: effectOf(place.affected, others()),
      explanation: `${capitalised(placeInWords(where))}, ${facts.explanation}; elsewhere ${percentInWords(where.outside.share ?? 0)}.`,
    };
  });
}
