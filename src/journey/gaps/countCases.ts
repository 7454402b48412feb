import { CxError } from "../../error/cxError.js";
import { eachRow } from "../../error/eachRow.js";
import type { Gap } from "./gap.js";
import type { JourneyFeedback } from "./journeyFeedback.js";

/** How many cases are about the touchpoint of a gap, or about its stage where it has none. */
export function countCases(
  cases: Iterable<Pick<JourneyFeedback, "stage" | "touchpoint">>,
): (place: Pick<Gap, "stage" | "touchpoint">) => number {
  const touchpoints = new Map<unknown, number>();
  const stages = new Map<unknown, number>();
  eachRow(cases, (row) => {
    if (Object(row) !== row) throw new CxError("invalid-value", "journeyGaps requires cases", row);
    const { stage, touchpoint } = row;
    touchpoints.set(touchpoint, (touchpoints.get(touchpoint) ?? 0) + 1);
    stages.set(stage, (stages.get(stage) ?? 0) + 1);
  });
  return ({ stage, touchpoint }) => (touchpoint === null ? stages.get(stage) : touchpoints.get(touchpoint)) ?? 0;
}
