export {
  type DiscoveredJourney,
  discover,
  type JourneyEnd,
  type TouchpointUse,
  type Transition,
  type Variant,
} from "./discover.js";
export { type EmotionCurve, type EmotionCurveOptions, type EmotionPoint, emotionCurve } from "./emotionCurve.js";
export { type EventLog, type EventLogOptions, eventLog } from "./eventLog.js";
export type { AffectedCustomers, Gap, GapEffect, GapKind, Remedy } from "./gap.js";
export type { KpiMetric } from "./gapEffects.js";
export { type JourneyFeedback, satisfactionOf } from "./journeyFeedback.js";
export { type JourneyGapsInput, journeyGaps } from "./journeyGaps.js";
export { type PrioritizedGap, type PrioritizeOptions, prioritize } from "./prioritize.js";
