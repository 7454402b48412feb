import type { CustomerId } from "../kpi/customerMetric.js";

/** Where a customer falls: one segment, none (null), or several where segments overlap. */
export type SegmentName = string | null | readonly string[];

/** What every way of segmenting customers ends in: who is in which segment, as plain data. */
export interface Segmentation<Name extends SegmentName = SegmentName> {
  /** One entry a customer. */
  readonly customers: readonly { readonly customer: CustomerId; readonly segment: Name }[];
}
