export {
  type DiscoveredJourney,
  discover,
  type JourneyEnd,
  type TouchpointUse,
  type Transition,
  type Variant,
} from "./discovery/discover.js";
export {
  type TouchpointReach,
  type TouchpointReachOptions,
  touchpointReach,
} from "./discovery/touchpointReach.js";
export type { AffectedCustomers, Gap, GapEffect, GapKind, Remedy } from "./gaps/gap.js";
export type { KpiMetric } from "./gaps/gapEffects.js";
export { type JourneyFeedback, satisfactionOf } from "./gaps/journeyFeedback.js";
export { type JourneyGapsInput, journeyGaps } from "./gaps/journeyGaps.js";
export { type PrioritizedGap, type PrioritizeOptions, prioritize } from "./gaps/prioritize.js";
export { type CustomerAttributeOptions, customerAttribute } from "./log/customerAttribute.js";
export { type AttributeColumn, type EventLog, type EventLogOptions, eventLog } from "./log/eventLog.js";
export {
  type EmotionCurve,
  type EmotionCurveOptions,
  type EmotionPoint,
  emotionCurve,
} from "./moments/emotionCurve.js";
