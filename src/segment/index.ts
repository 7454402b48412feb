export type { PersonaAnswer } from "./answersByPersona.js";
export { type AssignToCentersOptions, assignToCenters, type CenterAssignments } from "./assignToCenters.js";
export { type AssignVariantOptions, assignVariant, createAssigner, type Holdout } from "./assignVariant.js";
export type { BasketReaders } from "./basketRows.js";
export type { Choice, ChoiceReason, ChoiceRefusal, ContactOption, RefusalReason } from "./choice.js";
export type { ChoosableCustomer, ChooseRules } from "./choiceContext.js";
export { type ChoiceMoment, type ChooseOptions, choose, createChooser } from "./choose.js";
export { type ChooseKOptions, type ChooseKResult, chooseK, type KCandidate } from "./chooseK.js";
export type { ChurnBaseline, ChurnEvaluation, ChurnFold, ChurnSample } from "./churnEvaluation.js";
export type {
  ChurnCoefficient,
  ChurnFeature,
  ChurnLevel,
  ChurnPerformance,
  ChurnRiskModel,
  ChurnWarning,
  OddsRatio,
} from "./churnRiskModel.js";
export type { ChurnBand, ChurnReason, ChurnScore, ChurnScores } from "./churnScore.js";
export type { ChurnFeatures, ChurnRiskOptions } from "./churnSettings.js";
export type { ChurnSplitOptions } from "./churnSplits.js";
export type { ChurnTimeReaders } from "./churnTimes.js";
export type { ClusterOptions } from "./clusterSettings.js";
export { type CohortOfOptions, type CohortOfResult, type CohortSegment, cohortOf } from "./cohortOf.js";
export type { Concentration } from "./concentration.js";
export type { CustomerOrders, OrderReaders } from "./customerOrders.js";
export { type CategoryShare, type DecodedPoint, decode } from "./decode.js";
export {
  type AssignAll,
  type AssignAllOptions,
  type DefineSegmentsOptions,
  defineSegments,
  type Segments,
} from "./defineSegments.js";
export { describe } from "./describe.js";
export { encode } from "./encode.js";
export type { EncodedColumn, EncodedCount, EncodedFeature, Encoding, MissingPolicy } from "./encoding.js";
export { type EvaluateChurnRiskOptions, evaluateChurnRisk } from "./evaluateChurnRisk.js";
export { type EventsByCustomerOptions, eventsByCustomer } from "./eventsByCustomer.js";
export { type ExperimentOptions, experiment } from "./experiment.js";
export type {
  ExperimentArm,
  ExperimentComparison,
  ExperimentLooks,
  ExperimentResult,
  ExperimentWarning,
} from "./experimentResult.js";
export type { ExperimentSchedule } from "./experimentSchedule.js";
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
export type { Feature, FeatureCategory, FeatureKind, FeatureReader, FeatureValue } from "./feature.js";
export type { Features, NumberReader, PointFeature, PointOptions } from "./featurePoints.js";
export type { FeatureScale, FeatureScaling } from "./featureScale.js";
export type { EncodeSpec, FeatureSpec } from "./featureSpec.js";
export { type ChurnOutcomeRow, fitChurnRisk } from "./fitChurnRisk.js";
export {
  type CustomerAtRisk,
  type HighValueAtRiskOptions,
  type HighValueAtRiskResult,
  highValueAtRisk,
  type RiskReaders,
  type RiskyCustomer,
  type ValueAtRisk,
} from "./highValueAtRisk.js";
export {
  type AffinityOptions,
  type BasketRow,
  type ItemAffinitiesOptions,
  type ItemsOf,
  itemAffinities,
} from "./itemAffinities.js";
export type { CustomerItems, ItemAffinities, ItemAffinity, ItemId, PairedItem } from "./itemAffinity.js";
export type { PersonaJourney } from "./journeysByPersona.js";
export { type KMeansOptions, kMeans } from "./kMeans.js";
export type { ClusteredCustomers, KMeansModel, KMeansNote, KMeansResult } from "./kMeansResult.js";
export type { FieldLikeness, Likeness, LikenessFeature } from "./likeness.js";
export { createPersonaMatcher, type MatchPersonaOptions, matchPersona, type PersonaMatcher } from "./matchPersona.js";
export type { MixShiftFigures, MixShiftGroup } from "./mixPeriod.js";
export { type MixShiftOptions, mixShift } from "./mixShift.js";
export type {
  MixShiftEffect,
  MixShiftReason,
  MixShiftResult,
  MixShiftSegment,
  MixShiftSide,
} from "./mixShiftResult.js";
export type { PastContact } from "./pastContact.js";
export { type PersonaCoverageInput, type PersonaCoverageOptions, personaCoverage } from "./personaCoverage.js";
export type { FeedbackCoverage, PersonaCoverageResult, PersonaUse } from "./personaCoverageResult.js";
export type { PersonaCandidate, PersonaMatch, PersonaOutcome } from "./personaMatch.js";
export type { MatchablePersona, PersonaOptions } from "./personaSettings.js";
export { type ProfileOptions, profile } from "./profile.js";
export type {
  Contrast,
  ContrastEffect,
  ContrastReading,
  ContrastSide,
  ProfileResult,
  SegmentLabel,
  SegmentProfile,
} from "./profileResult.js";
export { type Recommendation, type RecommendOptions, recommend } from "./recommend.js";
export type { RecommendationRules, RecommendedCustomer } from "./recommendationWishes.js";
export { type CustomerOrder, rfm, rfmMetric } from "./rfm.js";
export type { RfmMap, RfmRule, ScoreRange } from "./rfmMap.js";
export { type RfmMapCoverage, type RfmScoreTriple, rfmMapCoverage } from "./rfmMapCoverage.js";
export { rfmMaps } from "./rfmMaps.js";
export type {
  RfmCustomer,
  RfmCutoffs,
  RfmDefinition,
  RfmDimension,
  RfmNestedCutoffs,
  RfmNote,
  RfmResult,
  RfmSegment,
} from "./rfmResult.js";
export type { RfmOptions } from "./rfmSettings.js";
export type { SegmentInput } from "./rowSegments.js";
export type { RuleFinding, RuleFindingKind } from "./ruleFinding.js";
export type { KnownFields } from "./ruleFindings.js";
export type { RulePlace } from "./ruleNode.js";
export type { RuleSegmentation, SegmentSize } from "./ruleSegmentation.js";
export type { TieRule } from "./scoreBins.js";
export { type ScoreChurnRiskOptions, scoreChurnRisk } from "./scoreChurnRisk.js";
export type { Segmentation, SegmentName } from "./segmentation.js";
export {
  type SegmentChangeOptions,
  type SegmentChangeResult,
  type SegmentCount,
  type SegmentMixTest,
  type SegmentMove,
  segmentChange,
} from "./segmentChange.js";
export type { CustomerContext, CustomerEvents, SegmentContext } from "./segmentContext.js";
export { segmentOf } from "./segmentOf.js";
export type { ComparisonCoverage, RuleCoverage, SegmentReport } from "./segmentReport.js";
export {
  type ClusterStability,
  type SegmentStabilityOptions,
  type SegmentStabilityResult,
  type StabilityReading,
  segmentStability,
} from "./segmentStability.js";
export {
  type ClusterSilhouette,
  type ClusterStructure,
  type SilhouetteOptions,
  type SilhouetteResult,
  silhouette,
} from "./silhouette.js";
export type { TierCuts, TierMethod } from "./tierRules.js";
export {
  type CustomerValueReaders,
  type Tier,
  type TieredCustomer,
  type TiersOptions,
  type TiersResult,
  tiers,
  type ValuedCustomer,
} from "./tiers.js";
export type { VariantShare } from "./variantShare.js";
