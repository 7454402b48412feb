import { refuseOption } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import type { CustomerId } from "../kpi/customerMetric.js";
import type { Segmentation, SegmentName } from "./segmentation.js";

/** {@link segmentOf} for a function of the given name. */
export function readSegmentation<Name extends SegmentName>(
  requirer: string,
  segmentation: Segmentation<Name>,
): (customer: CustomerId | null | undefined) => Name | null {
  if (!Array.isArray(segmentation?.customers)) {
    refuseOption(`${requirer} requires a segmentation, such as rfm gives: an object with customers`, segmentation);
  }
  const segments = new Map<CustomerId, Name>();
  for (const [row, { customer, segment }] of segmentation.customers.entries()) {
    if (segments.has(customer)) {
      throw new CxError("invalid-value", `${requirer} requires every customer once`, customer, row);
    }
    segments.set(customer, segment);
  }
  return (customer) => (isMissing(customer) ? null : (segments.get(customer) ?? null));
}

/**
 * A segmentation as a function of the customer, which `groupBy` takes: so that every metric can be cut by every segmentation.
 * Make it once, before the rows: making it reads all customers, asking it is one look-up.
 *
 * @param segmentation Any result of this folder, or anything that lists customers with their segment.
 * @returns A function from a customer's id to their segment, or to their segments where these overlap; null for a customer
 * whom the segmentation does not know, and for no customer. 1 and "1" are two customers.
 * @throws A {@link CxError} `invalid-value` when a customer is listed twice (with the row), `invalid-option` when there is no list of
 * customers.
 *
 * @example
 * ```ts
 * import { groupBy, measure, npsMetric, segmentOf } from "cxkit";
 *
 * const segment = segmentOf({
 *   customers: [
 *     { customer: "c1", segment: "loyal" },
 *     { customer: "c2", segment: "new" },
 *   ],
 * });
 * const answers = [
 *   { customer: "c1", score: 10 },
 *   { customer: "c2", score: 3 },
 *   { customer: "c9", score: 8 },
 * ];
 * measure(answers, groupBy((row) => segment(row.customer), npsMetric((row) => row.score)))
 *   .map(({ key, result }) => [key, result.value]); // => [["loyal", 100], ["new", -100], [null, 0]]
 * ```
 */
export function segmentOf<Name extends SegmentName>(
  segmentation: Segmentation<Name>,
): (customer: CustomerId | null | undefined) => Name | null {
  return readSegmentation("segmentOf", segmentation);
}
