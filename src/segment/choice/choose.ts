import { checkChoice, checkOptions, checkReader } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { ContentVariant } from "../../model/contentVariant.js";
import { type TimeInput, timeReader } from "../../time/parseTime.js";
import type { Choice, ChoiceRefusal, ContactOption } from "./choice.js";
import { type ChoiceContext, type ChoosableCustomer, type ChooseRules, contextReader } from "./choiceContext.js";
import { type AllowedContact, byPreference, choiceReasons } from "./choiceReasons.js";
import { capStates } from "./contactCap.js";
import { languageRanks, readLanguage } from "./languageRanks.js";
import { type ChoiceRequest, objectionTo, objectToChannel, objectToVariant } from "./objection.js";
import { type DatedContact, type PastContact, readHistory } from "./pastContact.js";
import { firstLoudMoment } from "./quietSpan.js";
import { type ReadyVariant, readContentVariants } from "./readContentVariants.js";
import { readPurposes } from "./readPurposes.js";

/** When it is asked, and after which contacts. */
export interface ChoiceMoment {
  readonly now: TimeInput;
  /** The customer's contacts, past and planned, in any order; those of other customers count nowhere. @defaultValue none */
  readonly history?: Iterable<PastContact>;
}

/** Options of {@link choose}. */
export interface ChooseOptions<C extends ChoosableCustomer = ChoosableCustomer> extends ChooseRules<C>, ChoiceMoment {}

const ruleNames = [
  ...["segments", "timeZone", "timeZoneOf", "purposes", "quietHours", "frequencyCap", "window", "coolDownDays"],
  ...["otherChannels", "languages"],
];

function checkRules<C extends ChoosableCustomer>(rules: ChooseRules<C>, variants: readonly ReadyVariant[]): void {
  const { segments, timeZoneOf, window = "rolling", otherChannels = "refuse" } = rules;
  checkChoice("window of choose", window, ["rolling", "calendar"]);
  checkChoice("otherChannels of choose", otherChannels, ["refuse", "last"]);
  if (timeZoneOf !== undefined) checkReader("choose: timeZoneOf", timeZoneOf);
  if (segments !== undefined) checkReader("choose: segments", segments);
  else {
    const asking = variants.find(
      ({ variant }) => variant.segments !== undefined || variant.exceptSegments !== undefined,
    );
    if (asking) {
      const requirement = "choose requires the option segments where a variant is for some segments only";
      throw new CxError("invalid-option", requirement, asking.variant.id);
    }
  }
}

function listOfLanguages(languages: readonly string[]): readonly string[] {
  if (Array.isArray(languages)) return languages;
  throw new CxError("invalid-option", "choose requires languages as a list", languages);
}

/** The place of a channel in the customer's order, those that are not the customer's after it. */
function channelRank(channel: string, place: number, channels: readonly string[] | null): number {
  const rank = channels === null ? -1 : channels.indexOf(channel);
  return rank >= 0 ? rank : (channels?.length ?? 0) + place;
}

/** Every channel of every variant, either allowed or with what stands against it. */
function sortOut(
  variants: readonly ReadyVariant[],
  ranks: readonly (number | null)[],
  request: ChoiceRequest,
): { readonly allowed: AllowedContact[]; readonly refusals: ChoiceRefusal[] } {
  const { context, now } = request;
  const allowed: AllowedContact[] = [];
  const refusals: ChoiceRefusal[] = [];
  const loud = new Map<string, number | null>();
  const loudMoment = (channel: string): number | null => {
    let at = loud.get(channel);
    if (at === undefined) {
      at = firstLoudMoment(now, context.quiet, channel, context.zone);
      loud.set(channel, at);
    }
    return at;
  };
  for (const [index, ready] of variants.entries()) {
    const { id } = ready.variant;
    const languageRank = ranks[index] ?? null;
    const before = refusals.length;
    objectToVariant(ready, context, languageRank !== null, objectionTo(refusals, id, null));
    const open = refusals.length === before;
    for (const [place, channel] of ready.channels.entries()) {
      const at = ready.waits ? loudMoment(channel) : now;
      const known = refusals.length;
      objectToChannel(ready, channel, at, request, objectionTo(refusals, id, channel));
      if (!open || refusals.length > known || at === null || languageRank === null) continue;
      const rank = channelRank(channel, place, context.channels);
      allowed.push({ ready, channel, at, languageRank, channelRank: rank });
    }
  }
  return { allowed: allowed.sort(byPreference), refusals };
}

function optionOf({ ready, channel, at }: AllowedContact, context: ChoiceContext): ContactOption {
  return { variant: ready.variant.id, purpose: ready.variant.purpose, channel, at: context.write(at) };
}

const nothing = { variant: null, purpose: null, channel: null, at: null };

/**
 * {@link choose} for many customers: reads the variants and the rules once.
 *
 * @param variants What there is to choose from.
 * @param rules The company's policy, and where segments and time zones are found.
 * @returns A function of a customer, the moment and the history of contacts.
 * @throws A {@link CxError} at once for wrong variants or rules, as {@link choose} does; the function throws `invalid-value` or
 * `invalid-time` for what cannot be in a customer or in the history.
 *
 * @example
 * ```ts
 * import { createChooser } from "cxkit";
 *
 * const chooser = createChooser([{ id: "tips", purpose: "service", channels: ["app", "email"] }], {
 *   purposes: [{ purpose: "service", consent: "opt-out" }],
 * });
 * const customers = [{ preferences: { channels: ["email"] } }, { consent: { service: false } }];
 * customers.map((customer) => chooser(customer, { now: "2026-03-02T09:00:00Z" }).channel); // => ["email", null]
 * ```
 */
export function createChooser<C extends ChoosableCustomer = ChoosableCustomer>(
  variants: readonly ContentVariant[],
  rules: ChooseRules<C> = {},
): (customer: C, moment: ChoiceMoment) => Choice {
  checkOptions("choose", rules, ruleNames);
  const readTime = timeReader(rules.timeZone, "choose");
  const purposes = readPurposes(rules.purposes);
  const ready = readContentVariants(variants, purposes, rules.coolDownDays, readTime);
  checkRules(rules, ready);
  const contextOf = contextReader(rules);
  const isCounted = ({ purpose }: DatedContact): boolean => purpose === null || (purposes.get(purpose)?.capped ?? true);
  const everybody = listOfLanguages(rules.languages ?? []).map((language) => readLanguage(language, "invalid-option"));
  const ranksOf = new Map<string | null, (number | null)[]>();
  const ranksFor = (language: string | null): (number | null)[] => {
    const ranks =
      ranksOf.get(language) ??
      languageRanks(
        ready.map((each) => each.language),
        language,
        everybody,
      );
    ranksOf.set(language, ranks);
    return ranks;
  };
  return (customer, moment) => {
    checkOptions("choose", moment, ["now", "history"]);
    const context = contextOf(customer);
    const { contacts, missing } = readHistory(moment.history ?? [], customer.id, readTime);
    const request: ChoiceRequest = {
      context,
      now: readTime(moment.now),
      contacts,
      stateOf: capStates(contacts.filter(isCounted), context.calendarOf),
      otherChannels: rules.otherChannels === "last",
    };
    const { allowed, refusals } = sortOut(ready, ranksFor(context.language), request);
    const [best, ...others] = allowed;
    const { variant, purpose, channel, at } = best === undefined ? nothing : optionOf(best, context);
    return {
      variant,
      purpose,
      channel,
      at,
      reasons: best === undefined ? [] : choiceReasons(best, allowed, request),
      alternatives: others.map((other) => optionOf(other, context)),
      refusals,
      missing,
    };
  };
}

/**
 * What to show or send to a customer: the variant, the channel and the moment that the customer's segments, preferences and consent,
 * and the number of contacts, allow; and why not the others.
 *
 * - **Consent.** A variant has a purpose, and needs the customer's consent to it: none recorded is none given, unless the policy's rule for
 *   the purpose says `opt-out`. An explicit no to a purpose, or to a channel by its name, always holds.
 * - **Segments, products, language, channels.** A variant may be for some segments, or not for others; is not for who excludes one of its
 *   products; and has to be in the customer's language (pt-BR takes pt, by the lookup of RFC 4647; de takes de-CH), in none, or in one that
 *   everybody is expected to read (`languages`). Channels that the customer did not name are refused (`otherChannels`).
 * - **The moment** is now, or the end of the quiet hours of the company and of the customer, by the clock in the customer's time zone. What
 *   follows is judged at that moment.
 * - **Frequency.** In no window may there be more contacts than the company's caps and the customer's `contactsPerMonth` allow (0.5 is one in
 *   two months), planned ones in the history included; nor the same variant within its cool-down. Two contacts are in one rolling window if
 *   they are less than its length apart.
 *
 * Of what is allowed, the greatest priority wins; then the customer's own language, then the channel that the customer ranks first (also
 * where another is allowed sooner), then the order of the variants.
 *
 * @param variants What there is to choose from: {@link ContentVariant}s; they may have further fields, but none called
 * `segment`, `exceptSegment`, `channel` or `purposes`, which would be slips. A date alone in their time begins in `timeZone`.
 * @param customer A `Customer`, or anything with these fields.
 * @param options The moment, the history of contacts, the company's policy, and where segments and time zones are found.
 * @returns The choice with its reasons, what else is allowed, and all that stands against the rest: every channel of every variant is chosen,
 * among the alternatives, or refused. `variant` is null where nothing is allowed.
 * @throws A {@link CxError} `invalid-definition` for a variant that contradicts itself, `invalid-option` for a wrong rule, `invalid-value` or
 * `invalid-time` for what cannot be in a customer or in the history.
 *
 * @example
 * ```ts
 * import { choose } from "cxkit";
 *
 * const variants = [
 *   { id: "offer", purpose: "marketing", channels: ["email", "sms"], segments: ["lapsed"], priority: 2 },
 *   { id: "survey", purpose: "research", channels: ["app", "email"] },
 *   { id: "tips", purpose: "service", channels: ["app"] },
 * ];
 * const customer = {
 *   id: "c1",
 *   preferences: { channels: ["app", "email"], contactsPerMonth: 2 },
 *   consent: { marketing: false, research: true },
 *   attributes: { timeZone: "Europe/Oslo" },
 * };
 * const result = choose(variants, customer, {
 *   now: "2026-03-28T22:30:00Z",
 *   history: [{ at: "2026-03-20T10:00:00Z", channel: "app", purpose: "research" }],
 *   segments: () => ["lapsed"],
 *   quietHours: { from: "21:00", to: "08:00" },
 * });
 * result; // => { variant: "survey", purpose: "research", channel: "app", at: "2026-03-29T08:00:00+02:00", … }
 * result.refusals.map(({ variant, channel, reason }) => [variant, channel, reason]);
 * // => [["offer", null, "consent-refused"], ["offer", "sms", "channel"], ["tips", null, "consent-missing"]]
 * ```
 *
 * @see {@link createChooser} for many customers; Phillips and Davis, RFC 4647, section 3.4; Regulation (EU) 2016/679, articles 6, 7 and 21.
 */
export function choose<C extends ChoosableCustomer = ChoosableCustomer>(
  variants: readonly ContentVariant[],
  customer: C,
  options: ChooseOptions<C>,
): Choice {
  checkOptions("choose", options, [...ruleNames, "now", "history"]);
  const { now, history, ...rules } = options;
  // What is left are the rules; the compiler does not see through a rest of a generic type.
  const chooser = createChooser<C>(variants, rules as ChooseRules<C>);
  return chooser(customer, history === undefined ? { now } : { now, history });
}
