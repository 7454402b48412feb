export { type AssignVariantOptions, assignVariant, createAssigner, type Holdout } from "./assignVariant.js";
export type { Choice, ChoiceReason, ChoiceRefusal, ContactOption, RefusalReason } from "./choice.js";
export type { ChoosableCustomer, ChooseRules } from "./choiceContext.js";
export { type ChoiceMoment, type ChooseOptions, choose, createChooser } from "./choose.js";
export type { PastContact } from "./contactHistory.js";
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
