import { formatInZone } from "../time/formatTime.js";
import { dayMs } from "../time/zone.js";
import type { RefusalReason } from "./choice.js";
import type { ChoiceContext } from "./choiceContext.js";
import { type ContactCap, isUnder, windowInWords } from "./contactCap.js";
import type { DatedContact } from "./pastContact.js";
import type { ReadyVariant } from "./readContentVariants.js";

/** What is asked: for whom, when, and after which contacts. */
export interface ChoiceRequest {
  readonly context: ChoiceContext;
  readonly now: number;
  /** In the order of time. */
  readonly contacts: readonly DatedContact[];
  /** How many contacts a cap counts already in the fullest window around a moment. */
  readonly countOf: (cap: ContactCap, at: number) => number;
  /** Whether channels that are not the customer's may be used. */
  readonly otherChannels: boolean;
}

/** What stands against a contact. */
export type Objection = readonly [reason: RefusalReason, words: string];

const list = (names: readonly string[]): string => names.join(", ");

/** What stands against a variant on any channel. */
export function variantObjections(ready: ReadyVariant, context: ChoiceContext, readable: boolean): Objection[] {
  const { variant, optIn, products } = ready;
  const { segments = null, exceptSegments = [], purpose } = variant;
  const found: Objection[] = [];
  if (segments !== null && !segments.some((segment) => context.segments.has(segment))) {
    found.push(["segment", `only for customers in ${list(segments)}`]);
  }
  const without = exceptSegments.filter((segment) => context.segments.has(segment));
  if (without.length > 0) found.push(["excluded-segment", `not for customers in ${list(without)}`]);
  const consent = context.consentTo(purpose);
  if (consent === false) found.push(["consent-refused", `the customer refused ${purpose}`]);
  else if (consent === null && optIn) found.push(["consent-missing", `no consent to ${purpose} is recorded`]);
  if (context.excluded.size > 0) {
    const refused = [...products].filter((product) => context.excluded.has(product));
    if (refused.length > 0)
      found.push(["excluded-product", `the customer does not wish to be offered ${list(refused)}`]);
  }
  if (!readable) {
    found.push(["language", `in ${variant.language}, and the customer reads ${context.language}`]);
  }
  return found;
}

function capObjection(cap: ContactCap, at: number, request: ChoiceRequest): Objection | null {
  const count = request.countOf(cap, at);
  if (count < cap.most) return null;
  const kind = [cap.purpose, cap.channel === null ? null : `by ${cap.channel}`]
    .filter((word) => word !== null)
    .join(" ");
  const what = `${cap.most} contact${cap.most === 1 ? "" : "s"}${kind && ` (${kind})`} in ${windowInWords(cap)}`;
  const whose = cap.reason === "contacts-per-month" ? "the customer accepts at the most" : "there may be at the most";
  return [cap.reason, `${whose} ${what}, and there are ${count}`];
}

/** What stands against a contact at a moment by what there was before, and by what is planned. */
function historyObjections(ready: ReadyVariant, channel: string, at: number, request: ChoiceRequest): Objection[] {
  const { variant, capped, coolDownMs } = ready;
  const { context, contacts } = request;
  const found: Objection[] = [];
  for (const cap of capped ? context.caps : []) {
    const objection = isUnder(cap, channel, variant.purpose) ? capObjection(cap, at, request) : null;
    if (objection) found.push(objection);
  }
  const again = contacts.find((contact) => contact.variant === variant.id && Math.abs(at - contact.at) < coolDownMs);
  if (again) {
    const [had, when] = [again.at > at ? "is to get" : "got", formatInZone(again.at, context.zone)];
    found.push(["cool-down", `the customer ${had} it at ${when}, which is less than ${coolDownMs / dayMs} days apart`]);
  }
  return found;
}

/** What stands against a channel of a variant. `at` is the earliest moment that is not quiet, or null if there is none. */
export function channelObjections(
  ready: ReadyVariant,
  channel: string,
  at: number | null,
  request: ChoiceRequest,
): Objection[] {
  const { variant, from, to } = ready;
  const { context, now } = request;
  const found: Objection[] = [];
  if (context.consentTo(channel) === false) found.push(["channel-refused", `the customer refused ${channel}`]);
  if (!request.otherChannels && context.channels !== null && !context.channels.includes(channel)) {
    const own = context.channels.length === 0 ? "no channel" : list(context.channels);
    found.push(["channel", `the customer wishes to be met by ${own}`]);
  }
  if (at === null) found.push(["quiet-hours", "the quiet hours never end"]);
  const moment = at ?? now;
  if (from !== null && moment < from) found.push(["not-yet-valid", `not before ${variant.from}`]);
  if (to !== null && moment >= to) {
    const late = now < to ? ", and the quiet hours end no sooner" : "";
    found.push(["expired", `only until ${variant.to}${late}`]);
  }
  found.push(...historyObjections(ready, channel, moment, request));
  return found;
}
