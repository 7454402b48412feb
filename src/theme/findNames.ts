import type { RedactedSpan } from "./redact.js";

// A name is one to four words that begin with a capital, behind titles and initials; all repetitions are bounded.
const word = "\\p{Lu}[\\p{L}'’-]{1,30}";
const initial = "\\p{Lu}\\.?";
const title = "(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Herrn?|Frau)(?:\\. {0,2}| {1,2})";
const names = `(?:${title}){0,3}(?:\\p{Lu}\\. {0,2}){0,3}${word}(?: {1,2}(?:(?:van|von|de|der|den|da|di|bin|al|zu) ){0,2}(?:${word}|${initial}(?!\\p{L}))){0,3}`;

const greeting = new RegExp(
  `(?<![\\p{L}])(?:Dear|Hi|Hello|Hey|Hallo|Hei|Hej|Liebe[rs]?|Sehr geehrte[rs]?|Guten Tag|Good (?:morning|afternoon|evening)),? {1,2}(?<name>${names})(?=\\s{0,2}[,!.:]|\\s{1,2}[–-]|\\s*\\n|\\s*$)`,
  "gu",
);
const signature = new RegExp(
  `(?:[Rr]egards|[Ss]incerely|[Tt]hanks|[Tt]hank you|[Cc]heers|[Bb]est(?: wishes)?|[Yy]ours(?: truly| faithfully)?|Grüßen?|Gruß|Grüsse|VG|LG|MfG|Danke)\\s{0,3}[,.!–-]{0,2}\\s{1,4}(?<name>${names})[.!]?(?=\\s{0,20}$|\\s{0,3}\\n)`,
  "gu",
);
const introduction = new RegExp(
  `(?<![\\p{L}])(?:[Mm]y name is|[Ii]ch heiße|[Mm]ein Name ist|[Tt]his is|[Hh]ier ist)  ?(?<name>${word}(?: ${word}){1,2}|(?<=name is |heiße |Name ist )${word})(?![\\p{L}\\p{N}@])`,
  "gu",
);

/** Words with a capital that follow a greeting without being a name. */
const noNames: ReadonlySet<string> = new Set(
  (
    "All Team Support There Everyone Everybody Folks Guys Sir Madam Sirs Ladies Customer Service Services Help Helpdesk Staff Manager Management Damen Herren Zusammen Kundenservice " +
    "Colleagues Friends Customers Company Crew Community Leute Kollegen Kolleginnen Kunden Kundendienst Mitarbeiter Freunde Firma Redaktion " +
    "Grüße Grüßen Grüsse Gruß Gruss Wünsche " +
    "I We You It The This That My Your Please Thanks Just Hi Hello"
  )
    .toLowerCase()
    .split(" "),
);

/** The names in a text that stand where a greeting, a signature or an introduction gives them. */
export function findNames(text: string): RedactedSpan[] {
  return [greeting, signature, introduction].flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap((match): RedactedSpan[] => {
      const name = match.groups?.["name"] ?? "";
      // One word in capitals behind a greeting is a company's: "Dear DHL".
      if (pattern === greeting && /^\p{Lu}+$/u.test(name)) return [];
      const words = name.toLowerCase().split(/\s+/u);
      if (words.some((part) => noNames.has(part))) return [];
      const start = match.index + match[0].lastIndexOf(name);
      return [{ kind: "name", start, end: start + name.length }];
    }),
  );
}
