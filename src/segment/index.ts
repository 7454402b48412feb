export { type AssignVariantOptions, assignVariant, createAssigner, type Holdout } from "./assignVariant.js";
export {
  type AssignAll,
  type AssignAllOptions,
  type DefineSegmentsOptions,
  defineSegments,
  type Segments,
} from "./defineSegments.js";
export { describe } from "./describe.js";
export { type EventsByCustomerOptions, eventsByCustomer } from "./eventsByCustomer.js";
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
export type { CustomerExplanation, RuleExplanation } from "./explainCustomer.js";
export type {
  ComparisonExplanation,
  EventsExplanation,
  Explanation,
  JunctionExplanation,
  PartExplanation,
  SeenValue,
} from "./explanation.js";
export type { RuleFinding, RuleFindingKind } from "./ruleFinding.js";
export type { KnownFields } from "./ruleFindings.js";
export type { RulePlace } from "./ruleNode.js";
export type { RuleSegmentation, SegmentSize } from "./ruleSegmentation.js";
export type { Segmentation, SegmentName } from "./segmentation.js";
export type { CustomerContext, CustomerEvents, SegmentContext } from "./segmentContext.js";
export { segmentOf } from "./segmentOf.js";
export type { ComparisonCoverage, RuleCoverage, SegmentReport } from "./segmentReport.js";
export type { VariantShare } from "./variantShares.js";
