/** Endings, and whole words, that are spelt differently on the two sides of the Atlantic; each pair goes both ways. */
const pairs: readonly (readonly [british: string, american: string])[] = [
  ["centre", "center"],
  ["metre", "meter"],
  ["litre", "liter"],
  ["theatre", "theater"],
  ["fibre", "fiber"],
  ["defence", "defense"],
  ["offence", "offense"],
  ["licence", "license"],
  ["catalogue", "catalog"],
  ["dialogue", "dialog"],
  ["analogue", "analog"],
  ["grey", "gray"],
  ["programme", "program"],
  ["enquiry", "inquiry"],
  ["enquiries", "inquiries"],
  ["enquire", "inquire"],
  ["aeroplane", "airplane"],
  ["pyjamas", "pajamas"],
  ["practise", "practice"],
  ["practised", "practiced"],
  ["practising", "practicing"],
  ["judgement", "judgment"],
  ["acknowledgement", "acknowledgment"],
  ["fulfil", "fulfill"],
  ["fulfilment", "fulfillment"],
  ["enrol", "enroll"],
  ["enrolment", "enrollment"],
  ["instalment", "installment"],
  ["instalments", "installments"],
  ["skilful", "skillful"],
  ["ageing", "aging"],
  ["jewellery", "jewelry"],
  ["mould", "mold"],
  ["mouldy", "moldy"],
  ["sceptical", "skeptical"],
  ["cosy", "cozy"],
];
const wholeWords: ReadonlyMap<string, string> = /* @__PURE__ */ (() =>
  new Map(pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const])))();

const ourBases =
  /^(?:un|dis|mis)?(?:arm|behavi|cand|clam|col|endeav|fav|flav|glam|harb|hon|hum|lab|neighb|od|parl|rig|rum|sav|val|vap|vig)(ou?r)/;
const doubledBases =
  /^(?:cancel|channel|counsel|dial|equal|fuel|initial|label|level|marvel|model|panel|pedal|quarrel|signal|total|travel|tunnel)(l?)(ed|ing|er|ers|or|ors)$/;

/** One spelling for another of the same length or not, at the place that a pattern found. */
const replaceAt = (word: string, at: number, old: string, fresh: string): string =>
  word.slice(0, at) + fresh + word.slice(at + old.length);

/**
 * The other regional spelling of an English word, British for American and the other way round, as far as rules and a list of
 * common words tell.
 *
 * @param word In lower case.
 * @returns The word and its other spelling; the word alone where it has none.
 */
export function regionalForms(word: string): string[] {
  const forms = new Set([word]);
  const whole = wholeWords.get(word);
  if (whole !== undefined) forms.add(whole);
  const our = ourBases.exec(word);
  if (our?.[1] !== undefined) {
    const at = our[0].length - our[1].length;
    forms.add(replaceAt(word, at, our[1], our[1] === "our" ? "or" : "our"));
  }
  const doubled = doubledBases.exec(word);
  if (doubled?.[2] !== undefined) {
    const base = word.length - doubled[2].length;
    forms.add(doubled[1] === "l" ? replaceAt(word, base - 1, "l", "") : replaceAt(word, base, "", "l"));
  }
  // Shorter words in -ise and -ize are different words: rise, size, prise, prize.
  const suffix = word.length < 7 ? null : /[iy]([sz])(?:e|ed|es|ing|er|ers|ation|ations)$/.exec(word);
  if (suffix?.[1] !== undefined) forms.add(replaceAt(word, suffix.index + 1, suffix[1], suffix[1] === "s" ? "z" : "s"));
  return [...forms];
}
