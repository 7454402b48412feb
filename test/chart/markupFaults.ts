/** What a parser of XML would refuse in a piece of markup, in the order of its appearance; none where it is well-formed. */
export function markupFaults(markup: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const tokens = markup.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z][a-zA-Z0-9:-]*="[^"<]*")*)(\/?)>|[^<]+|</g);
  for (const [token, closing, name, attributes = "", empty] of tokens) {
    if (token === "<") faults.push("a < that starts no tag");
    if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(token)) faults.push(`a bare & in ${token}`);
    if (name === undefined) continue;
    const names = [...attributes.matchAll(/ ([a-zA-Z][a-zA-Z0-9:-]*)=/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) faults.push(`an attribute twice in ${token}`);
    if (closing === "/" && open.pop() !== name) faults.push(`${token} closes something else`);
    if (closing === "" && empty === "") open.push(name);
  }
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(markup))
    faults.push("a character that XML forbids");
  return [...faults, ...open.map((name) => `${name} is never closed`)];
}
