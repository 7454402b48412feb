export type { Attributes } from "./attributes.js";
export type { Case } from "./case.js";
export type {
  Condition,
  ConditionOperator,
  ConditionValue,
  EventCondition,
  EventCount,
  EventNumber,
  FieldCondition,
} from "./condition.js";
export type { ContactPolicy, FrequencyCap, PurposeRule } from "./contactPolicy.js";
export type { ContentVariant } from "./contentVariant.js";
export type { Consent, Customer, Preferences } from "./customer.js";
export type { Feedback, FeedbackKind, FollowUpStatus } from "./feedback.js";
export type { Initiative } from "./initiative.js";
export type { Interaction } from "./interaction.js";
export type { Journey } from "./journey.js";
export type { EmpathyMap, Persona } from "./persona.js";
export type { Programme } from "./programme.js";
export type { QuietHours } from "./quietHours.js";
export type { Scale } from "./scale.js";
export { scaleOf } from "./scaleOf.js";
export type { SegmentRule } from "./segmentRule.js";
export type { Stage, StageFlow } from "./stage.js";
export type { Degree, Stakeholder } from "./stakeholder.js";
export type { Subscription } from "./subscription.js";
export type { Taxonomy, Theme } from "./taxonomy.js";
export type { Touchpoint, TouchpointLayer, TouchpointPromise } from "./touchpoint.js";
export type { Transaction, TransactionItem } from "./transaction.js";
