import type { Stage } from "../../model/stage.js";
import { incompleteBeta } from "../../stats/incompleteBeta.js";
import type { DesignedPlace } from "../design/journeyDesign.js";
import type { PlaceDeviations } from "./deviationExposures.js";
import { timeInWords } from "./explainGap.js";
import { chanceOf, type Exposure } from "./exposure.js";
import type { PathFinding } from "./pathGaps.js";

type Outcomes = PlaceDeviations["outcomes"];

/**
 * The probability of so many failed visits, or more, were no larger a share of them to fail than `share`. Visits of one customer are
 * alike: where customers came several times, they count for as many visits as would tell as much (Kish's design effect).
 */
function chanceOfFailures({ visits, hits }: Outcomes, share: number): number {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const [all, failed, n] = [sum(visits), sum(hits), visits.length];
  if (failed === 0 || share >= 1) return 1;
  if (share <= 0) return 0;
  const rate = failed / all;
  const spread = sum(visits.map((count, index) => ((hits[index] ?? 0) - rate * count) ** 2));
  const clustered = n < 2 ? 0 : (spread / all ** 2) * (n / (n - 1));
  const alone = (rate * (1 - rate)) / all;
  const worth = all === n || alone === 0 ? n / all : Math.min(1, alone / clustered);
  return incompleteBeta(share, failed * worth, (all - failed) * worth + 1);
}

const isOneOfSeveral = ({ flow, touchpoints }: Stage): boolean => flow === "alternatives" && touchpoints.length > 1;

/** Where visits deviate from the design: out of turn, again, late, failed, on another channel. */
export function deviationGaps(
  places: readonly DesignedPlace[],
  deviations: readonly PlaceDeviations[],
  tolerance: number,
): PathFinding[] {
  return places.flatMap(({ stage, touchpoint }, place): PathFinding[] => {
    const found = deviations[place];
    if (found === undefined) return [];
    const { outOfOrder, rework, wrongChannel, failed, outcomes, late } = found;
    const here = { stage: stage.id, touchpoint: touchpoint.id, evidence: {}, remedy: "redesign" } as const;
    const name = `“${touchpoint.name}”`;
    const finding = (
      exposure: Exposure | null,
      facts: Pick<PathFinding, "kind" | "baseHarm" | "deed"> & Partial<PathFinding>,
    ): PathFinding[] =>
      exposure === null ? [] : [{ ...here, exposure, pValue: chanceOf(exposure, tolerance), ...facts }];
    const success = touchpoint.expected?.success;
    const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
    return [
      ...finding(failed, {
        kind: "failed-touchpoint",
        baseHarm: 0.5,
        deed: `had a visit to ${name} that failed`,
        evidence: { visits: total(outcomes.visits), failed: total(outcomes.hits), promised: success ?? null },
        ...(success !== undefined && { pValue: chanceOfFailures(outcomes, 1 - success) }),
      }),
      ...finding(late?.exposure ?? null, {
        kind: "delay",
        baseHarm: 0.3,
        ...(late?.seconds === null && { pValue: null }),
        deed:
          typeof late?.seconds === "number"
            ? `waited for ${name} longer than ${timeInWords(late.seconds)}, which is promised`
            : `waited for ${name} longer than 95 % of all who came from the same touchpoint`,
        evidence: { withinSeconds: late?.seconds ?? null },
        // The channel is that of the touchpoint before.
        blindTo: "channel",
      }),
      ...finding(rework, {
        kind: "rework",
        baseHarm: 0.3,
        deed: isOneOfSeveral(stage)
          ? `came to ${name} again, or after another of the alternatives, although one visit should do`
          : `came to ${name} again, although once should do`,
      }),
      ...finding(wrongChannel, {
        kind: "channel-break",
        baseHarm: 0.2,
        deed: `came to ${name} on a channel that it is not offered on`,
        evidence: { offered: [touchpoint.channel ?? []].flat() },
        blindTo: "channel",
      }),
      ...finding(outOfOrder, {
        kind: "out-of-order",
        baseHarm: 0.15,
        deed: `came to ${name} when it was not its turn`,
      }),
    ];
  });
}
