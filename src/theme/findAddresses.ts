import type { RedactedSpan } from "./redact.js";

// All repetitions are bounded, so that no text takes more than linear time.
const email =
  /(?<![\p{L}\p{N}._%+\]-])[\p{L}\p{N}._%+-]{1,64}(?:['’][\p{L}\p{N}._%+-]{1,64}){0,2}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}[])/gu;
const page = /(?<![\p{L}\p{N}@\]])(?:https?:\/\/|www\.)[^\s<>"“”«»]{1,2000}/giu;
const barePage = /(?<![\p{L}\p{N}@._/\]-])(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}\/[^\s<>"“”«»]{1,2000}/giu;
const version4 = /(?<![\p{L}\p{N}.\]])(?:\d{1,3}\.){3}\d{1,3}(?!\.?[\p{L}\p{N}]|\[)/gu;
const version6 = /(?<![\p{L}\p{N}:\]])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\p{L}\p{N}:[])/giu;

/** A page without the punctuation of the sentence that it stands in; a bracket stays where its partner is in the page. */
function trimmedPage(address: string): string {
  let end = address.length;
  for (;;) {
    const last = address.charAt(end - 1);
    const opening = last === ")" ? "(" : last === "]" ? "[" : null;
    if (opening !== null && !address.slice(0, end).includes(opening)) end--;
    else if (/[.,;:!?'’…]/u.test(last)) end--;
    else return address.slice(0, end);
  }
}

function isVersion6(address: string): boolean {
  const groups = address.split(":");
  const gaps = address.split("::").length - 1;
  const filled = groups.filter((group) => group !== "").length;
  return gaps === 1 ? filled >= 2 && filled < 8 : gaps === 0 && filled === 8;
}

/** The e-mail addresses, addresses of web pages and IP addresses of a text. */
export function findAddresses(text: string): RedactedSpan[] {
  const spans = (
    kind: RedactedSpan["kind"],
    pattern: RegExp,
    trimmed: (address: string) => string | null = (address) => address,
  ): RedactedSpan[] =>
    Array.from(text.matchAll(pattern)).flatMap(({ 0: address, index }) => {
      const kept = trimmed(address);
      return kept === null ? [] : [{ kind, start: index, end: index + kept.length }];
    });
  return [
    ...(text.includes("@") ? spans("email", email) : []),
    ...spans("url", page, trimmedPage),
    ...(text.includes("/") ? spans("url", barePage, trimmedPage) : []),
    ...spans("ip", version4, (address) => (address.split(".").every((part) => Number(part) < 256) ? address : null)),
    ...(text.includes(":") ? spans("ip", version6, (address) => (isVersion6(address) ? address : null)) : []),
  ];
}
