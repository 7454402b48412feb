export { type AssignVariantOptions, assignVariant, createAssigner, type Holdout } from "./assignVariant.js";
export type { Segmentation, SegmentName } from "./segmentation.js";
export { segmentOf } from "./segmentOf.js";
export type { VariantShare } from "./variantShares.js";
