export { type AttributionOptions, attribution } from "./attribution/attribution.js";
export type {
  AttributedTouch,
  AttributionCredit,
  AttributionModel,
  AttributionNote,
  AttributionResult,
} from "./attribution/attributionResult.js";
export type { DecisionOutcome } from "./change/decisionPaths.js";
export { type DecisionOptions, decisionPoint } from "./change/decisionPoint.js";
export type {
  Decision,
  DecisionOrigin,
  DecisionResult,
  OutcomeChance,
  PositionChance,
  Settled,
  TouchpointChance,
} from "./change/decisionResult.js";
export type { DriftSubject } from "./change/driftFeatures.js";
export { type DriftOptions, driftOverTime } from "./change/driftOverTime.js";
export type { DriftChange, DriftComparison, DriftResult, DriftShift, DriftWindow } from "./change/driftResult.js";
export { type AlignmentMove, alignPath, type PathAlignment } from "./conformance/alignPath.js";
export { type ConformanceOptions, conformance } from "./conformance/conformance.js";
export type {
  ConformanceCut,
  DeviationContrast,
  GroupConformance,
  GroupDifference,
} from "./conformance/conformanceCut.js";
export type { ConformanceResult, CustomerConformance } from "./conformance/conformanceResult.js";
export type { CustomerShare, Deviation, DeviationKind, DeviationPlace } from "./conformance/deviation.js";
export type {
  ConformanceOutcome,
  DeviationEffect,
  OutcomeContrast,
  OutcomeReader,
} from "./conformance/outcomeEffects.js";
export {
  type Blueprint,
  type BlueprintLine,
  type BlueprintLink,
  type BlueprintStage,
  type BlueprintStep,
  blueprint,
} from "./design/blueprint.js";
export { compareJourneys } from "./design/compareJourneys.js";
export { type ExpectedPaths, type ExpectedPathsOptions, expectedPaths } from "./design/expectedPaths.js";
export type { ChangeDirection, FieldValue, JourneyChange } from "./design/journeyChange.js";
export {
  type Handover,
  type Responsibilities,
  responsibilities,
  type StakeholderResponsibility,
  type TouchpointResponsibility,
} from "./design/responsibilities.js";
export { type JourneyFinding, type JourneyFindingCode, reviewJourney } from "./design/reviewJourney.js";
export type { JourneyDifferenceOptions } from "./discovery/differenceSettings.js";
export { discover } from "./discovery/discover.js";
export { discoverBy } from "./discovery/discoverBy.js";
export type {
  DiscoveredJourney,
  JourneyEnd,
  TouchpointUse,
  Transition,
  Variant,
} from "./discovery/discoveredJourney.js";
export { type DwellTime, type DwellTimesOptions, dwellTimes } from "./discovery/dwellTimes.js";
export { type EventualTransition, eventuallyFollows } from "./discovery/eventuallyFollows.js";
export {
  type JourneyDifference,
  journeyDifference,
  type PartDifference,
  type PartUse,
} from "./discovery/journeyDifference.js";
export {
  type JourneyLengths,
  type JourneyLengthsOptions,
  journeyLengths,
  type LengthSpread,
} from "./discovery/journeyLengths.js";
export type { JourneyPartKind } from "./discovery/journeyParts.js";
export {
  type JourneyTimeDifference,
  journeyTimeDifference,
  type StepTime,
  type StepTimeDifference,
} from "./discovery/journeyTimeDifference.js";
export { type SimplifiedJourney, type SimplifyOptions, simplify } from "./discovery/simplify.js";
export {
  type TouchpointReach,
  type TouchpointReachOptions,
  touchpointReach,
} from "./discovery/touchpointReach.js";
export { type TransitionMatrixOptions, type TransitionRow, transitionMatrix } from "./discovery/transitionMatrix.js";
export { type FunnelOptions, funnel } from "./funnel/funnel.js";
export type { Reentry } from "./funnel/funnelEntries.js";
export type { FunnelStepInput } from "./funnel/funnelPlan.js";
export type { FunnelDifference, FunnelResult, FunnelSegment, FunnelStep } from "./funnel/funnelResult.js";
export { type StageTimelineOptions, stageTimeline } from "./funnel/stageTimeline.js";
export type { StageMove, StageStay, StageTimelineResult } from "./funnel/stageTimelineResult.js";
export type { SentimentOf } from "./gaps/answersByPlace.js";
export { explainGap } from "./gaps/explainGap.js";
export type { AffectedCustomers, Gap, GapConcentration, GapEffect, GapKind, Remedy } from "./gaps/gap.js";
export type { GapFigures, GapRun, ReportedGaps } from "./gaps/gapChange.js";
export type { KpiMetric } from "./gaps/gapEffects.js";
export {
  type DatedGapRun,
  type GapHistoryOptions,
  type GapMoment,
  type GapRecord,
  gapHistory,
} from "./gaps/gapHistory.js";
export type { JudgedPlace } from "./gaps/gapSearch.js";
export {
  type GapImpact,
  type InitiativeImpact,
  type InitiativeImpactOptions,
  initiativeImpact,
} from "./gaps/initiativeImpact.js";
export { type JourneyFeedback, satisfactionOf } from "./gaps/journeyFeedback.js";
export { type JourneyGapReport, journeyGapReport, type ThinPlace } from "./gaps/journeyGapReport.js";
export { journeyGaps } from "./gaps/journeyGaps.js";
export type { JourneyGapsInput } from "./gaps/journeyGapsInput.js";
export { type PrioritizedGap, type PrioritizeOptions, prioritize, type ValueRange } from "./gaps/prioritize.js";
export type { AttributeReaders } from "./log/attributeReaders.js";
export { type CaseLogOptions, type CaseMoment, caseLog, type LoggedCase } from "./log/caseLog.js";
export { type CustomerAttributeOptions, customerAttribute } from "./log/customerAttribute.js";
export { type AttributeColumn, type EventLog, type EventLogOptions, eventLog } from "./log/eventLog.js";
export { type FeedbackLogOptions, feedbackLog, type LoggedFeedback } from "./log/feedbackLog.js";
export { type AttributeChoice, type FilterLogOptions, filterLog } from "./log/filterLog.js";
export {
  type IdentityConflict,
  type IdentityLink,
  type LinkedIdentities,
  type LinkIdentitiesOptions,
  linkIdentities,
} from "./log/linkIdentities.js";
export { mergeLogs } from "./log/mergeLogs.js";
export type { PathCondition } from "./log/pathTest.js";
export { type SampleLogOptions, sampleLog } from "./log/sampleLog.js";
export type { SegmentReader } from "./log/segmentKeys.js";
export {
  type EmotionCurve,
  type EmotionCurveOptions,
  type EmotionPoint,
  type EmotionStage,
  emotionCurve,
} from "./moments/emotionCurve.js";
export { type EmotionCurveGroup, type EmotionCurvesBy, emotionCurvesBy } from "./moments/emotionCurvesBy.js";
export { type MomentOfTruth, type MomentsOfTruthOptions, momentsOfTruth } from "./moments/momentsOfTruth.js";
export type { ProgrammeFeedback } from "./programme/placeFeedback.js";
export type { ProgrammeFinding, ProgrammeFindingCode } from "./programme/programmeFinding.js";
export {
  type MeasuredPlace,
  type ProgrammeInput,
  type ProgrammeReview,
  reviewProgramme,
} from "./programme/reviewProgramme.js";
