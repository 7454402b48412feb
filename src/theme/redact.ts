import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { findAddresses } from "./findAddresses.js";
import { findNames } from "./findNames.js";
import { findNumbers } from "./findNumbers.js";

/** What kind of personal detail a part of a text is. */
export type PersonalDetail = "email" | "url" | "ip" | "card" | "bank" | "phone" | "name";

/** A part of a text that tells who somebody is. */
export interface RedactedSpan {
  readonly kind: PersonalDetail;
  /** Where it starts and ends (exclusive), in UTF-16 units of the text as it was given. */
  readonly start: number;
  readonly end: number;
}

/** Options of {@link redact}. */
export interface RedactOptions {
  /** What to look for. @defaultValue all kinds */
  readonly kinds?: readonly PersonalDetail[];
  /** What stands in its place. @defaultValue the kind in square brackets: `[email]` */
  readonly replacement?: (kind: PersonalDetail) => string;
}

/** A text without personal details. */
export interface Redacted {
  readonly text: string;
  /** What was taken out, in the order of the text. */
  readonly spans: readonly RedactedSpan[];
}

// Where two begin at one place, the earlier kind counts.
const kindsInOrder: readonly PersonalDetail[] = ["email", "url", "ip", "bank", "card", "phone", "name"];

const inBrackets = (kind: PersonalDetail): string => `[${kind}]`;

const mostPasses = 5;

/** The details of a text, apart and in order; of two that overlap, nothing is shown of either. */
function detailsOf(text: string, kinds: readonly PersonalDetail[]): RedactedSpan[] {
  const rank = (span: RedactedSpan): number => kindsInOrder.indexOf(span.kind);
  const found = [...findAddresses(text), ...findNumbers(text), ...findNames(text)];
  return joined(
    found.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => a.start - b.start || rank(a) - rank(b)),
  );
}

/** Spans in the order of their starts, as one where they overlap. */
function joined(ordered: readonly RedactedSpan[]): RedactedSpan[] {
  const spans: RedactedSpan[] = [];
  for (const span of ordered) {
    const last = spans.at(-1);
    if (last === undefined || span.start >= last.end) spans.push(span);
    else if (span.end > last.end) spans[spans.length - 1] = { ...last, end: span.end };
  }
  return spans;
}

function rendered(text: string, spans: readonly RedactedSpan[], replacement: (kind: PersonalDetail) => string): string {
  let output = "";
  let at = 0;
  for (const { kind, start, end } of spans) {
    output += text.slice(at, start) + replacement(kind);
    at = end;
  }
  return output + text.slice(at);
}

/** Where a place of a rendered text is in the text itself, for places that ascend. */
function originalPlaces(spans: readonly RedactedSpan[]): (place: number) => number {
  let passed = 0;
  let shift = 0;
  return (place) => {
    for (let span = spans[passed]; span !== undefined && place > span.start + shift; span = spans[++passed]) {
      shift += inBrackets(span.kind).length - (span.end - span.start);
    }
    return place - shift;
  };
}

/** The details of a text, and those that only stand out once the others are taken out. */
function settledSpans(text: string, kinds: readonly PersonalDetail[]): RedactedSpan[] {
  let spans = detailsOf(text, kinds);
  for (let pass = 1; pass < mostPasses && spans.length > 0; pass++) {
    const more = detailsOf(rendered(text, spans, inBrackets), kinds);
    if (more.length === 0) break;
    const original = originalPlaces(spans);
    const added = more.map(({ kind, start, end }) => ({ kind, start: original(start), end: original(end) }));
    spans = joined([...spans, ...added].sort((a, b) => a.start - b.start || b.end - a.end));
  }
  return spans;
}

/**
 * Takes personal details out of a comment, so that it can be shown: e-mail addresses, addresses of web pages, IP addresses, bank account
 * numbers (IBAN, by their check digits), card numbers (grouped as on a card, of an issuer, and by Luhn's check digit), telephone numbers,
 * and names where a greeting, a signature or "my name is" gives them (English and German).
 *
 * It errs on the side of showing: names elsewhere in a sentence stay, and so do numbers that are no card and do not look like a telephone
 * number, or stand behind a word such as "order" or "Kundennummer" without an international prefix. A site's name alone ("booking.com")
 * is no address of a page. Do not take it for anonymisation.
 *
 * @param text Any text. The time is linear in its length.
 * @param options What to look for, and what to put in its place.
 * @returns The text with replacements, and what was found where in the text as it was given. What is redacted already is left as
 * it is.
 * @throws A {@link CxError} `invalid-value` when `text` is no string, `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { redact } from "cxkit";
 *
 * const text = "Hi Anna, mail me at jo@example.com or call +47 912 34 567.\nRegards, Jo Berg";
 * redact(text).text; // => "Hi [name], mail me at [email] or call [phone].\nRegards, [name]"
 * redact(text).spans[0]; // => { kind: "name", start: 3, end: 7 }
 * redact("My card 4111 1111 1111 1111 was charged 23.50").text; // => "My card [card] was charged 23.50"
 * ```
 *
 * @see ISO 7812-1 (Luhn); ISO 13616 with ISO 7064 MOD 97-10 (IBAN); ITU-T E.164 (telephone numbers).
 */
export function redact(text: string, options: RedactOptions = {}): Redacted {
  checkOptions("redact", options, ["kinds", "replacement"]);
  const { kinds = kindsInOrder, replacement = inBrackets } = options;
  for (const kind of kinds) checkChoice("a kind of redact", kind, kindsInOrder);
  if (typeof replacement !== "function") {
    throw new CxError("invalid-option", "redact requires replacement to be a function of the kind", replacement);
  }
  if (typeof text !== "string") throw new CxError("invalid-value", "redact requires a string", text);
  const spans = settledSpans(text, kinds);
  return { text: rendered(text, spans, replacement), spans };
}
