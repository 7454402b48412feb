import { formatCount } from "./formatEstimate.js";
import type { MapContents } from "./mapContents.js";

const counted = (count: number, one: string, many: string = `${one}s`): string =>
  `${count === 0 ? "no" : formatCount(count)} ${count === 1 ? one : many}`;

const STATES = { "as-is": "The journey as it is today (as-is)", "to-be": "The journey as designed (to-be)" } as const;

/**
 * What a journey map holds, in one line.
 *
 * @param contents What is on the map.
 * @returns The state of the journey, how much there is of everything, and when it was last checked.
 */
export function mapSummary({ journey, stages, gaps, gapsKnown, gapsLeftOut }: MapContents): string {
  const touchpoints = stages.flatMap((stage) => stage.touchpoints);
  const truths = touchpoints.filter(({ touchpoint }) => touchpoint.momentOfTruth === true).length;
  const parts = [
    counted(stages.length, "stage"),
    counted(touchpoints.length, "touchpoint"),
    ...(truths > 0 ? [counted(truths, "moment of truth", "moments of truth")] : []),
    ...(gapsKnown ? [counted(gaps.length + gapsLeftOut, "gap")] : []),
  ];
  const checked =
    journey.checkedAt === undefined ? "" : `; last checked against evidence ${journey.checkedAt.slice(0, 10)}`;
  return `${STATES[journey.state]}: ${parts.join(", ")}${checked}.`;
}
