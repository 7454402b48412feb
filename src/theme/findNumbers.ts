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
// Five pairs of digits are a French number, although three of them may be a day.
const date = /^(?!0[1-9](?:\.\d\d){4}$)(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})/u;
const northAmerican = /^(?:1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}$/u;
const phoneWord =
  /(?<!\p{L})(?:call(?:ed|ing)?|tel|mobile?|cell|ring|text|sms|whatsapp|contact|reach (?=me|us|him|her|them)|anruf\p{L}{0,6}|erreich\p{L}{0,6}|rückruf|ruf|festnetz|\p{L}{0,15}(?:phone|telefon|handy|fax))[ .-]{0,2}(?:numbers?|nummer|no|nr)?(?: ?(?:me|us|him|her|them|back|on|at|to|is|ist|unter|auf)(?!\p{L})){0,4}[\s.:]{0,3}$/iu;
const referenceWord =
  /(?:(?<!\p{L})(?:order|ref|reference|ticket|booking|reservation|invoice|receipt|account|claim|policy|contract|confirmation|tracking|parcel|shipment|transaction|flight(?: \p{L}{2})?|voucher|serial|pin|id|code|(?:case|customer|client|member(?:ship)?)[ -]?(?:number|no|nr|id)|no|nr|referenz|(?:bestell(?:ung)?|auftrag|rechnung|buchung|vertrag|sendung|beleg|vorgang)(?:s?-?(?:nummer|nr))?|(?:kunden|artikel|konto|reservierungs|serien|mitglieds|versicherungs|paket|ticket|flug)-?(?:nummer|nr))(?:[ .-]{1,2}(?:ref|number|no|nr|nummer|id|code|is|was|ist|war)(?!\p{L})){0,2}|[#№])[\s.:#№-]{0,3}$/iu;
const openingTimes = /^(?:(?:[01]\d|2[0-4])(?:00|15|30|45)(?:\D+|$)){2,}$/u;

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

/** The runs of digits that a card number is written in, and how many digits its issuer gives it: Luhn's digit alone lets every tenth number through. */
const cardGroups = /^(?:\d{13,19}|\d{4}([ -])(?:\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{6}\1\d{4,5}))$/u;
const cardIssuers =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d*(?<=^\d{16})|3[47]\d{13}|3[0689]\d{12}|35(?:2[89]|[3-8]\d)\d{12}|(?:5018|5020|5038|5893)\d{12,15}|6\d{15,18})$/u;

/** The card numbers among groups of digits: whole groups that follow each other; other numbers may stand before and behind. */
function cardNumbers(text: string): RedactedSpan[] {
  const found: RedactedSpan[] = [];
  for (const { 0: row, index } of text.matchAll(digitGroups)) {
    const groups = Array.from(row.matchAll(/\d+/gu), (group) => ({
      start: index + group.index,
      end: index + group.index + group[0].length,
    }));
    for (let first = 0; first < groups.length; first++) {
      const start = groups[first]?.start ?? 0;
      if (/[\p{L}\p{N}\]]/u.test(text.charAt(start - 1))) continue;
      // The longest first: a card has five groups at most.
      for (let last = Math.min(first + 4, groups.length - 1); last >= first; last--) {
        const end = groups[last]?.end ?? 0;
        if (end - start > 23 || /[\p{L}\p{N}[]/u.test(text.charAt(end))) continue;
        const number = text.slice(start, end);
        const digits = digitsOf(number);
        if (!cardGroups.test(number) || !cardIssuers.test(digits) || !isLuhn(digits)) continue;
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

/** Whether a row of digits is written as telephone numbers are; dates, times, amounts and numbers of orders mostly are not. */
function isPhone(number: string, before: string): boolean {
  const digits = digitsOf(number);
  const count = digits.length;
  if (date.test(number) || /^0+$/u.test(digits)) return false;
  if (/^\(?\+/u.test(number)) return count >= 8;
  const isAnnounced = phoneWord.test(before);
  if (!isAnnounced && (referenceWord.test(before) || openingTimes.test(number))) return false;
  if (northAmerican.test(number)) return true;
  if (/(?<!\d)\d\.|\.\d(?!\d)/u.test(number)) return false;
  if (number.startsWith("00") && count > 9) return true;
  if (/^\(?0/u.test(number)) return count >= 9 && count <= 12;
  return isAnnounced && !/^\d+0{5}$/u.test(number);
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
