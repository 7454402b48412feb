import { dayMs } from "../../time/zone.js";
import type { ChoiceRefusal, RefusalReason } from "./choice.js";
import type { ChoiceContext } from "./choiceContext.js";
import { type CapState, type ContactCap, isUnder } from "./contactCap.js";
import type { DatedContact } from "./pastContact.js";
import type { ReadyVariant } from "./readContentVariants.js";

/** What is asked: for whom, when, and after which contacts. */
export interface ChoiceRequest {
  readonly context: ChoiceContext;
  readonly now: number;
  /** In the order of time. */
  readonly contacts: readonly DatedContact[];
  /** How a cap stands at a moment. */
  readonly stateOf: (cap: ContactCap, at: number) => CapState;
  /** Whether channels that are not the customer's may be used. */
  readonly otherChannels: boolean;
}

/** Takes down what stands against a contact. */
export type Objection = (reason: RefusalReason, words: string) => void;

/** Takes down what stands against a variant on a channel, or on all of them. */
export const objectionTo =
  (refusals: ChoiceRefusal[], variant: string, channel: string | null): Objection =>
  (reason, words) => {
    refusals.push({ variant, channel, reason, words });
  };

const list = (names: readonly string[]): string => names.join(", ");

/** What stands against a variant on any channel. */
export function objectToVariant(
  ready: ReadyVariant,
  context: ChoiceContext,
  readable: boolean,
  object: Objection,
): void {
  const { variant, optIn, products } = ready;
  const { segments = null, exceptSegments = null, purpose } = variant;
  if (segments !== null && !segments.some((segment) => context.segments.has(segment))) {
    object("segment", `only for customers in ${list(segments)}`);
  }
  if (exceptSegments?.some((segment) => context.segments.has(segment))) {
    const without = exceptSegments.filter((segment) => context.segments.has(segment));
    object("excluded-segment", `not for customers in ${list(without)}`);
  }
  const consent = context.consentTo(purpose);
  if (consent === false) object("consent-refused", `the customer refused ${purpose}`);
  else if (consent === null && optIn) object("consent-missing", `no consent to ${purpose} is recorded`);
  if (context.excluded.size > 0) {
    const refused = [...products].filter((product) => context.excluded.has(product));
    if (refused.length > 0) object("excluded-product", `the customer does not wish to be offered ${list(refused)}`);
  }
  if (!readable) object("language", `in ${variant.language}, and the customer reads ${context.language}`);
}

/** What stands against a contact at a moment by what there was before, and by what is planned. */
function objectByHistory(
  ready: ReadyVariant,
  channel: string,
  at: number,
  request: ChoiceRequest,
  object: Objection,
): void {
  const { variant, capped, coolDownMs } = ready;
  const { context, contacts, stateOf } = request;
  if (capped) {
    for (const cap of context.caps) {
      const words = isUnder(cap, channel, variant.purpose) ? stateOf(cap, at).words : null;
      if (words !== null) object(cap.reason, words);
    }
  }
  const again = contacts.find((contact) => contact.variant === variant.id && Math.abs(at - contact.at) < coolDownMs);
  if (again) {
    const [had, when] = [again.at > at ? "is to get" : "got", context.write(again.at)];
    object("cool-down", `the customer ${had} it at ${when}, which is less than ${coolDownMs / dayMs} days apart`);
  }
}

/** What stands against a channel of a variant. `at` is the earliest moment that is not quiet, or null if there is none. */
export function objectToChannel(
  ready: ReadyVariant,
  channel: string,
  at: number | null,
  request: ChoiceRequest,
  object: Objection,
): void {
  const { variant, from, to } = ready;
  const { context, now } = request;
  if (context.consentTo(channel) === false) object("channel-refused", `the customer refused ${channel}`);
  if (!request.otherChannels && context.channels !== null && !context.channels.includes(channel)) {
    const own = context.channels.length === 0 ? "no channel" : list(context.channels);
    object("channel", `the customer wishes to be met by ${own}`);
  }
  if (at === null) object("quiet-hours", "the quiet hours never end");
  const moment = at ?? now;
  if (from !== null && moment < from) object("not-yet-valid", `not before ${variant.from}`);
  if (to !== null && moment >= to) {
    const late = now < to ? ", and the quiet hours end no sooner" : "";
    object("expired", `only until ${variant.to}${late}`);
  }
  objectByHistory(ready, channel, moment, request, object);
}
