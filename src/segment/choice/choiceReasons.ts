import type { ChoiceReason } from "./choice.js";
import { isUnder, windowInWords } from "./contactCap.js";
import type { ChoiceRequest } from "./objection.js";
import type { ReadyVariant } from "./readContentVariants.js";

/** A contact against which nothing stands. */
export interface AllowedContact {
  readonly ready: ReadyVariant;
  readonly channel: string;
  readonly at: number;
  readonly languageRank: number;
  readonly channelRank: number;
}

/** Best first: by priority, then language, then channel, then the sooner; what is left in the order of the variants. */
export function byPreference(a: AllowedContact, b: AllowedContact): number {
  return (
    b.ready.priority - a.ready.priority ||
    a.languageRank - b.languageRank ||
    a.channelRank - b.channelRank ||
    a.at - b.at
  );
}

function channelWords(channel: string, channels: readonly string[] | null): string {
  if (channels === null) return `${channel}, the customer having named no channels`;
  const rank = channels.indexOf(channel);
  return rank < 0
    ? `${channel}, none of the customer's channels`
    : `${channel}, number ${rank + 1} of the customer's channels`;
}

/** Why this contact, of all that are allowed. */
export function choiceReasons(
  chosen: AllowedContact,
  allowed: readonly AllowedContact[],
  request: ChoiceRequest,
): ChoiceReason[] {
  const { ready, channel, at } = chosen;
  const { variant, capped, waits } = ready;
  const { context, now, stateOf } = request;
  const reasons: ChoiceReason[] = [];
  const say = (reason: ChoiceReason["reason"], words: string): void => void reasons.push({ reason, words });

  const own = (variant.segments ?? []).filter((segment) => context.segments.has(segment));
  if (own.length > 0) say("segment", `the customer is in ${own.join(", ")}`);
  const agreed = context.consentTo(variant.purpose) === true;
  say(
    "consent",
    agreed ? `the customer agreed to ${variant.purpose}` : `${variant.purpose} needs no consent, and was not refused`,
  );
  if (variant.language !== undefined) {
    say("language", `in ${variant.language}, for a reader of ${context.language ?? "a language that is not known"}`);
  }
  say("channel", channelWords(channel, context.channels));
  if (at > now) say("moment", `after the quiet hours, which end at ${context.write(at)}`);
  else
    say(
      "moment",
      waits ? "now, which is in no quiet hours" : `now, since ${variant.purpose} does not wait for quiet hours`,
    );
  for (const cap of capped ? context.caps : []) {
    if (!isUnder(cap, channel, variant.purpose)) continue;
    say("frequency", `contact ${stateOf(cap, at).count + 1} of ${cap.most} in ${windowInWords(cap)}`);
  }
  const behind = new Set(allowed.map((other) => other.ready).filter((other) => other.priority < ready.priority));
  if (behind.size > 0) {
    const others = [...behind].map((other) => other.variant.id).join(", ");
    say("priority", `priority ${ready.priority}, before ${others}`);
  }
  return reasons;
}
