import type { RedactedSpan } from "./redact.js";

// How many characters an IBAN has in each country, by the SWIFT register.
const bankLengths: ReadonlyMap<string, number> = /* @__PURE__ */ (() =>
  new Map(
    (
      "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 " +
      "HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 " +
      "RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20"
    )
      .split(" ")
      .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
  ))();

// All repetitions are bounded, so that no text takes more than linear time. Brackets are kept off on both sides, so that what stands
// for another detail does not make a number of what was none.
const bankStart = /(?<![\p{L}\p{N}\]])[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9])/giu;
// Greedy and without a choice, so linear whatever its length.
const digitGroups = /\d(?:[ -]?\d)*/gu;
const phone = /(?<![\p{L}\p{N}.,:/$€£#\]-])(?:\(?\+)?\(?\d(?:[ ()./–-]{0,3}\d){6,14}(?![\p{L}\p{N}%[])/gu;
const date = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})/u;
const northAmerican = /^(?:1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}$/u;
const phoneWord =
  /(?:call|phone|telephone|tel|mobile|cell|whatsapp|fax|ring|text|sms|reach|telefon|handy|mobil|anruf\p{L}{0,6}|erreich\p{L}{0,6}|rückruf)(?: me| us| back| on| at| to| is| unter| auf)*[\s.:]{0,3}$/iu;

const digitsOf = (number: string): string => number.replace(/\D/gu, "");

/** Whether the last digit is the check digit of the others. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.charAt(digits.length - 1 - i)) * (i % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0 && Number(digits) > 0;
}

/** The card numbers among groups of digits: whole groups that follow each other; other numbers may stand before and behind. */
function cardNumbers(text: string): RedactedSpan[] {
  const found: RedactedSpan[] = [];
  for (const { 0: row, index } of text.matchAll(digitGroups)) {
    const groups = Array.from(row.matchAll(/\d+/gu), (group) => ({
      digits: group[0],
      start: index + group.index,
      end: index + group.index + group[0].length,
    }));
    for (let first = 0; first < groups.length; first++) {
      let digits = "";
      for (let last = first; last < groups.length && digits.length < 19; last++) {
        digits += groups[last]?.digits ?? "";
        const start = groups[first]?.start ?? 0;
        const end = groups[last]?.end ?? 0;
        const isApart = !/[\p{L}\p{N}\]]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}[]/u.test(text.charAt(end));
        if (digits.length < 13 || digits.length > 19 || !isApart || !isLuhn(digits)) continue;
        found.push({ kind: "card", start, end });
        first = last;
        break;
      }
    }
  }
  return found;
}

/** Whether the number, its letters as 10 to 35 and its first four characters last, leaves 1 when divided by 97. */
function isBankNumber(compact: string): boolean {
  let rest = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

function bankNumbers(text: string): RedactedSpan[] {
  return Array.from(text.matchAll(bankStart)).flatMap(({ 0: beginning, index }) => {
    const length = bankLengths.get(beginning.slice(0, 2).toUpperCase());
    if (length === undefined) return [];
    let compact = "";
    let at = index;
    for (; at < text.length && compact.length < length; at++) {
      const character = text.charAt(at);
      if (/[A-Z0-9]/i.test(character)) compact += character.toUpperCase();
      else if (!/[ -]/.test(character)) break;
    }
    const ends = !/[\p{L}\p{N}[]/u.test(text.charAt(at));
    return compact.length === length && ends && isBankNumber(compact) ? [{ kind: "bank", start: index, end: at }] : [];
  });
}

/** Whether a row of digits is written as telephone numbers are; dates, amounts and numbers of orders mostly are not. */
function isPhone(number: string, before: string): boolean {
  const count = digitsOf(number).length;
  if (date.test(number)) return false;
  if (/^\(?\+/u.test(number) || (number.startsWith("00") && count > 9)) return count >= 8;
  if (/^\(?0/u.test(number)) return count >= 9 && count <= 12;
  return northAmerican.test(number) || phoneWord.test(before);
}

/** The bank account, card and telephone numbers of a text. */
export function findNumbers(text: string): RedactedSpan[] {
  if (!/\d/u.test(text)) return [];
  const phones = Array.from(text.matchAll(phone)).flatMap(({ 0: number, index }): RedactedSpan[] =>
    isPhone(number, text.slice(Math.max(0, index - 40), index))
      ? [{ kind: "phone", start: index, end: index + number.length }]
      : [],
  );
  return [...bankNumbers(text), ...cardNumbers(text), ...phones];
}
