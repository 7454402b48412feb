import { atRow, CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import type { SegmentLabel } from "./profileResult.js";

/** The segment of a row; an array where segments overlap, which is empty for none of them; null, undefined and NaN for not known. */
export type SegmentInput = SegmentLabel | null | undefined | readonly SegmentLabel[];

/** A row's segments; null where they are not known. */
function segmentsOf(segment: SegmentInput, row: number): readonly SegmentLabel[] | null {
  if (isMissing(segment)) return null;
  const labels: readonly SegmentLabel[] = Array.isArray(segment) ? segment : [segment];
  for (const label of labels) {
    if (typeof label === "string" || typeof label === "boolean" || Number.isFinite(label)) continue;
    throw new CxError(
      "invalid-value",
      "profile requires segments that are strings, finite numbers or booleans",
      label,
      row,
    );
  }
  return labels;
}

/** The segments of each row; null where they are not known. */
export function rowSegments<Row>(
  rows: readonly Row[],
  segment: ((row: Row) => SegmentInput) | readonly SegmentInput[],
): (readonly SegmentLabel[] | null)[] {
  if (typeof segment !== "function" && !Array.isArray(segment)) {
    throw new CxError("invalid-option", "profile requires a function of a row, or a list, as segment", segment);
  }
  if (typeof segment !== "function" && segment.length !== rows.length) {
    throw new CxError("invalid-option", `profile requires ${rows.length} segments, one for each row`, segment.length);
  }
  return rows.map((row, index) => {
    try {
      return segmentsOf(typeof segment === "function" ? segment(row) : segment[index], index);
    } catch (error) {
      throw atRow(error, index);
    }
  });
}
