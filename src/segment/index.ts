export { type AssignVariantOptions, assignVariant, createAssigner, type Holdout } from "./assignVariant.js";
export { type ExperimentOptions, experiment } from "./experiment.js";
export type { ExperimentSchedule } from "./experimentLooks.js";
export type {
  ExperimentArm,
  ExperimentComparison,
  ExperimentLooks,
  ExperimentResult,
  ExperimentWarning,
} from "./experimentResult.js";
export type { ExperimentReaders, OutcomeKind } from "./experimentTally.js";
export type { Segmentation, SegmentName } from "./segmentation.js";
export { segmentOf } from "./segmentOf.js";
export type { VariantShare } from "./variantShares.js";
