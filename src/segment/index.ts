export type { MixShiftFigures, MixShiftGroup } from "./change/mixPeriod.js";
export { type MixShiftOptions, mixShift } from "./change/mixShift.js";
export type {
  MixShiftEffect,
  MixShiftReason,
  MixShiftResult,
  MixShiftSegment,
  MixShiftSide,
} from "./change/mixShiftResult.js";
export {
  type SegmentChangeOptions,
  type SegmentChangeResult,
  type SegmentCount,
  type SegmentMixTest,
  type SegmentMove,
  segmentChange,
} from "./change/segmentChange.js";
export type { Choice, ChoiceReason, ChoiceRefusal, ContactOption, RefusalReason } from "./choice/choice.js";
export type { ChoosableCustomer, ChooseRules } from "./choice/choiceContext.js";
export { type ChoiceMoment, type ChooseOptions, choose, createChooser } from "./choice/choose.js";
export type { PastContact } from "./choice/pastContact.js";
export type { ChurnBaseline, ChurnEvaluation, ChurnFold, ChurnSample } from "./churn/churnEvaluation.js";
export type {
  ChurnCoefficient,
  ChurnFeature,
  ChurnLevel,
  ChurnPerformance,
  ChurnRiskModel,
  ChurnWarning,
  OddsRatio,
} from "./churn/churnRiskModel.js";
export type { ChurnBand, ChurnReason, ChurnScore, ChurnScores } from "./churn/churnScore.js";
export type { ChurnFeatures, ChurnRiskOptions } from "./churn/churnSettings.js";
export type { ChurnSplitOptions } from "./churn/churnSplits.js";
export type { ChurnTimeReaders } from "./churn/churnTimes.js";
export { type EvaluateChurnRiskOptions, evaluateChurnRisk } from "./churn/evaluateChurnRisk.js";
export { type ChurnOutcomeRow, fitChurnRisk } from "./churn/fitChurnRisk.js";
export { type ScoreChurnRiskOptions, scoreChurnRisk } from "./churn/scoreChurnRisk.js";
export { type AssignToCentersOptions, assignToCenters, type CenterAssignments } from "./clusters/assignToCenters.js";
export { type ChooseKOptions, type ChooseKResult, chooseK, type KCandidate } from "./clusters/chooseK.js";
export type { ClusterOptions } from "./clusters/clusterSettings.js";
export { type KMeansOptions, kMeans } from "./clusters/kMeans.js";
export type { ClusteredCustomers, KMeansModel, KMeansNote, KMeansResult } from "./clusters/kMeansResult.js";
export {
  type ClusterStability,
  type SegmentStabilityOptions,
  type SegmentStabilityResult,
  type StabilityReading,
  segmentStability,
} from "./clusters/segmentStability.js";
export {
  type ClusterSilhouette,
  type ClusterStructure,
  type SilhouetteOptions,
  type SilhouetteResult,
  silhouette,
} from "./clusters/silhouette.js";
export { type CohortOfOptions, type CohortOfResult, type CohortSegment, cohortOf } from "./cohortOf.js";
export { type AssignVariantOptions, assignVariant, createAssigner, type Holdout } from "./experiment/assignVariant.js";
export { type ExperimentOptions, experiment } from "./experiment/experiment.js";
export type {
  ExperimentArm,
  ExperimentComparison,
  ExperimentLooks,
  ExperimentResult,
  ExperimentWarning,
} from "./experiment/experimentResult.js";
export type { ExperimentSchedule } from "./experiment/experimentSchedule.js";
export type { ExperimentReaders, OutcomeKind } from "./experiment/experimentTally.js";
export type { VariantShare } from "./experiment/variantShare.js";
export { type CategoryShare, type DecodedPoint, decode } from "./features/decode.js";
export { encode } from "./features/encode.js";
export type { EncodedColumn, EncodedCount, EncodedFeature, Encoding, MissingPolicy } from "./features/encoding.js";
export type { Feature, FeatureCategory, FeatureKind, FeatureReader, FeatureValue } from "./features/feature.js";
export type { Features, NumberReader, PointFeature, PointOptions } from "./features/featurePoints.js";
export type { FeatureScale, FeatureScaling } from "./features/featureScale.js";
export type { EncodeSpec, FeatureSpec } from "./features/featureSpec.js";
export type { PersonaAnswer } from "./personas/answersByPersona.js";
export type { PersonaJourney } from "./personas/journeysByPersona.js";
export type { FieldLikeness, Likeness, LikenessFeature } from "./personas/likeness.js";
export {
  createPersonaMatcher,
  type MatchPersonaOptions,
  matchPersona,
  type PersonaMatcher,
} from "./personas/matchPersona.js";
export { type PersonaCoverageInput, type PersonaCoverageOptions, personaCoverage } from "./personas/personaCoverage.js";
export type { FeedbackCoverage, PersonaCoverageResult, PersonaUse } from "./personas/personaCoverageResult.js";
export type { PersonaCandidate, PersonaMatch, PersonaOutcome } from "./personas/personaMatch.js";
export type { MatchablePersona, PersonaOptions } from "./personas/personaSettings.js";
export { type ProfileOptions, profile } from "./profile/profile.js";
export type {
  Contrast,
  ContrastEffect,
  ContrastReading,
  ContrastSide,
  ProfileResult,
  SegmentLabel,
  SegmentProfile,
} from "./profile/profileResult.js";
export type { SegmentInput } from "./profile/rowSegments.js";
export type { BasketReaders } from "./recommendation/basketRows.js";
export {
  type AffinityOptions,
  type BasketRow,
  type ItemAffinitiesOptions,
  type ItemsOf,
  itemAffinities,
} from "./recommendation/itemAffinities.js";
export type { CustomerItems, ItemAffinities, ItemAffinity, ItemId, PairedItem } from "./recommendation/itemAffinity.js";
export { type Recommendation, type RecommendOptions, recommend } from "./recommendation/recommend.js";
export type { RecommendationRules, RecommendedCustomer } from "./recommendation/recommendationWishes.js";
export type { CustomerOrders, OrderReaders } from "./rfm/customerOrders.js";
export { type CustomerOrder, rfm, rfmMetric } from "./rfm/rfm.js";
export type { RfmMap, RfmRule, ScoreRange } from "./rfm/rfmMap.js";
export { type RfmMapCoverage, type RfmScoreTriple, rfmMapCoverage } from "./rfm/rfmMapCoverage.js";
export { rfmMaps } from "./rfm/rfmMaps.js";
export type {
  RfmCustomer,
  RfmCutoffs,
  RfmDefinition,
  RfmDimension,
  RfmNestedCutoffs,
  RfmNote,
  RfmResult,
  RfmSegment,
} from "./rfm/rfmResult.js";
export type { RfmOptions } from "./rfm/rfmSettings.js";
export type { TieRule } from "./rfm/scoreBins.js";
export {
  type AssignAll,
  type AssignAllOptions,
  type DefineSegmentsOptions,
  defineSegments,
  type Segments,
} from "./rules/defineSegments.js";
export { describe } from "./rules/describe.js";
export { type EventsByCustomerOptions, eventsByCustomer } from "./rules/eventsByCustomer.js";
export type { CustomerExplanation, RuleExplanation } from "./rules/explainCustomer.js";
export type {
  ComparisonExplanation,
  EventsExplanation,
  Explanation,
  JunctionExplanation,
  PartExplanation,
  SeenValue,
} from "./rules/explanation.js";
export type { RuleFinding, RuleFindingKind } from "./rules/ruleFinding.js";
export type { KnownFields } from "./rules/ruleFindings.js";
export type { RulePlace } from "./rules/ruleNode.js";
export type { RuleSegmentation, SegmentSize } from "./rules/ruleSegmentation.js";
export type { CustomerContext, CustomerEvents, SegmentContext } from "./rules/segmentContext.js";
export type { ComparisonCoverage, RuleCoverage, SegmentReport } from "./rules/segmentReport.js";
export type { Segmentation, SegmentName } from "./segmentation.js";
export { segmentOf } from "./segmentOf.js";
export type { Concentration } from "./value/concentration.js";
export {
  type CustomerAtRisk,
  type HighValueAtRiskOptions,
  type HighValueAtRiskResult,
  highValueAtRisk,
  type RiskReaders,
  type RiskyCustomer,
  type ValueAtRisk,
} from "./value/highValueAtRisk.js";
export type { TierCuts, TierMethod } from "./value/tierRules.js";
export {
  type CustomerValueReaders,
  type Tier,
  type TieredCustomer,
  type TiersOptions,
  type TiersResult,
  tiers,
  type ValuedCustomer,
} from "./value/tiers.js";
