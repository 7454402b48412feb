import { type RedactOptions, redact } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const redacted = (text: string, options?: RedactOptions): string => redact(text, options).text;

describe("what is taken out", () => {
  test.each([
    ["Mail jo.berg+shop@mail.example.co.uk, please.", "Mail [email], please."],
    ["(jürgen@exämple.de)", "([email])"],
    ["See https://example.com/orders/12?x=(1).", "See [url]."],
    ["at www.example.com, or (example.com/a_b)", "at [url], or ([url])"],
    ["from 192.168.0.1 and 2001:db8::ff00:42:8329", "from [ip] and [ip]"],
    ["card 4111-1111-1111-1111!", "card [card]!"],
    ["5500 0000 0000 0004", "[card]"],
    ["4111 1111 1111 1111 12/26", "[card] 12/26"],
    ["378282246310005 or 3782 822463 10005", "[card] or [card]"],
    ["3056 930902 5904, 4222222222222, 2223 0031 2200 3222", "[card], [card], [card]"],
    ["3530 1113 3330 0000", "[card]"],
    ["IBAN DE89 3704 0044 0532 0130 00 please", "IBAN [bank] please"],
    ["to GB82WEST12345698765432.", "to [bank]."],
    ["call +1 (415) 555-2671 now", "call [phone] now"],
    ["0049 89 1234567", "[phone]"],
    ["my number is 089/1234567", "my number is [phone]"],
    ["Ring (020) 7946 0958", "Ring [phone]"],
    ["415-555-2671 or 415.555.2671", "[phone] or [phone]"],
    ["call me on 7654321", "call me on [phone]"],
    ["+49 30 1234567, 0171 2345678 or (030) 123 456", "[phone], [phone] or [phone]"],
    ["020 7946 0958, 06.12.34.56.78, 1.415.555.2671", "[phone], [phone], [phone]"],
    ["About my order: call 0171 2345678", "About my order: call [phone]"],
    ["Phone no. 020 7946 0958, Telefonnummer 0301234567", "Phone no. [phone], Telefonnummer [phone]"],
    [
      "Tel.-Nr. 030 1234567; whatsapp 7654321; reach me on 7654321",
      "Tel.-Nr. [phone]; whatsapp [phone]; reach me on [phone]",
    ],
    ["my mobile number is 7654321", "my mobile number is [phone]"],
    ["Order from +49 30 1234567, ref +49 30 1234567", "Order from [phone], ref [phone]"],
    ["write to sean.o'brien@mail.ie or 'jo@mail.ie'", "write to [email] or '[email]'"],
    ["Es war gut.\nLiebe Grüße\nAnna", "Es war gut.\nLiebe Grüße\n[name]"],
    ["Kind regards,\nJ. Smith", "Kind regards,\n[name]"],
    ["Kind regards,\nDr. M. Weber", "Kind regards,\n[name]"],
    ["Lieber Herr Dr. Meier,", "Lieber [name],"],
    ["Sehr geehrte Frau Prof. Dr. Braun,", "Sehr geehrte [name],"],
    ["Dear Mr. O'Neill,", "Dear [name],"],
    ["Hi Anna-Lena van der Berg!\nIt broke.", "Hi [name]!\nIt broke."],
    ["It broke.\nKind regards\nJosé García", "It broke.\nKind regards\n[name]"],
    ["Thanks, Maya", "Thanks, [name]"],
    [
      "Sehr geehrte Frau Müller, es fehlt.\nMit freundlichen Grüßen\nJörg Weiß",
      "Sehr geehrte [name], es fehlt.\nMit freundlichen Grüßen\n[name]",
    ],
    ["Hello, my name is Li Wei and I wait.", "Hello, my name is [name] and I wait."],
  ])("%j", (text, expected) => {
    expect(redacted(text)).toBe(expected);
  });
});

describe("what stays", () => {
  test.each([
    ["Order 4111111111111112 of 2026-11-24 for 1,299.00"],
    ["01.02.2026 10 Uhr, 12:30:45, 24/7, 10/10"],
    ["2026-01-18 2026-01-19"],
    ["My scores: 3 5 4 3 2 4 1 4 5 4 3 3 1 4 1"],
    ["Parcel 12345678901237, 4111 1111-1111 1111, 9111 1111 1111 1111, 41 11 11 11 11 11 11 11"],
    ["Order 0912345678, Bestellnummer 0301234567, Kundennummer 0123456789, Rechnung Nr. 0301234567"],
    ["booking ref 0045123456, Flight DY 0912345678, ticket 0012-3456-789, order no. 555-123-4567"],
    ["0.123456789 BTC, hours 0900 1700 0800, reach 1000000 users, PIN 0000 0000 0000 0000"],
    ["Hallo Leute, Liebe Kollegen, Dear DHL,"],
    ["booking.com and e.g.this, and/or that"],
    ["version 300.1.2.3 at 5:30"],
    ["I waited 45 minutes and called 3 times, order number 12345678"],
    ["DE89 3704 0044 0532 0130 02"],
    ["Hi there, Hi Team, Dear Customer Service,"],
    ["Thanks"],
    ["Thanks for your help. Anna was great"],
    ["Hi the App is broken"],
    ["This is Terrible"],
    ["@united 🙂 you@ @home"],
  ])("%j", (text) => {
    expect(redact(text)).toEqual({ text, spans: [] });
  });
});

test("only the kinds that are asked for, with the replacement of choice", () => {
  const text = "Hi Anna, jo@example.com";
  expect(redacted(text, { kinds: ["email"], replacement: (kind) => `<${kind}>` })).toBe("Hi Anna, <email>");
  expect(() => redact(text, { kinds: ["mail" as "email"] })).toThrow("a kind of redact must be one of email");
  expect(() => redact(5 as unknown as string)).toThrow("redact requires a string");
});

const piece = fc.oneof(
  fc.constantFrom(
    "Hi Anna",
    ",",
    "\n",
    " ",
    "Regards",
    "jo@example.com",
    "+47 912 34 567",
    "4111 1111 1111 1111",
    "::1",
    "1.1.1.1",
  ),
  fc.constantFrom("https://a.b/c", "my name is Jo Berg", "[email]", "DE89370400440532013000", "(", ")", "0", "-"),
  fc.string({ unit: "grapheme" }),
);
const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(""));

test("a second time changes nothing", () => {
  fc.assert(
    fc.property(text, (comment) => {
      const once = redacted(comment);
      expect(redacted(once)).toBe(once);
    }),
    { numRuns: 5000 },
  );
});

test("spans lie in the text, in order and apart; all else is kept", () => {
  fc.assert(
    fc.property(text, (comment) => {
      const { text: output, spans } = redact(comment, { replacement: () => "" });
      let at = 0;
      let kept = "";
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        kept += comment.slice(at, start);
        at = end;
      }
      expect(output).toBe(kept + comment.slice(at));
    }),
  );
});

test("a megabyte of anything is read to its end", () => {
  for (const part of [
    "a",
    "1",
    "1 ",
    "a@",
    "a.",
    "www.",
    "Hi A",
    "Thanks, ",
    "Regards\n",
    "0:",
    "DE89 ",
    "+1",
    "(",
    "My name is ",
    "4111 ",
    "call 0171 2345678 order ",
    "a'",
    "Hi Dr. A. ",
  ]) {
    expect(redact(part.repeat(1_000_000 / part.length)).spans.length).toBeGreaterThanOrEqual(0);
  }
}, 60_000);
