/** Forms that no rule makes: of a verb its past and participle, of a noun its plural; the base first. */
const irregular: ReadonlyMap<string, readonly string[]> = /* @__PURE__ */ (() =>
  new Map(
    (
      "be am is are was were been being|become became|begin began begun|break broke broken|bring brought|build built|buy bought|catch caught|choose chose chosen|" +
      "come came|cost|cut|deal dealt|do does did done|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feel felt|fight fought|find found|fly flew flown|" +
      "forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|go goes went gone|have has had|hear heard|hide hid hidden|hold held|keep kept|" +
      "know knew known|lead led|leave left|lend lent|let|lie lay lain lying|lose lost|make made|mean meant|meet met|mislead misled|pay paid|put|quit|read|ring rang rung|rise rose risen|" +
      "run ran|say said|see saw seen|sell sold|send sent|set|shut|sit sat|sleep slept|slow slower slowest|speak spoke spoken|spend spent|steal stole stolen|" +
      "stick stuck|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|understand understood|wake woke woken|wear wore worn|win won|write wrote written|" +
      "child children|foot feet|man men|person people|tooth teeth|woman women|bad worse worst|good better best"
    )
      .split("|")
      .map((line) => line.split(" "))
      .map((forms) => [forms[0] ?? "", forms]),
  ))();

const consonantBeforeY = /[^aeiou]y$/;
const hissing = /(?:s|x|z|ch|sh)$/;
// One stressed syllable of consonant, vowel, consonant doubles its last letter: ship, shipped.
const shortSyllable = /^[^aeiou]*[aeiou][bdfgklmnprtvz]$/;
// So does a verb that ends in such a syllable with the stress on it, which spelling does not tell: transfer, transferred.
const stressedEnd =
  /^(?:(?:trans|re|pre|de|con|in)fer|(?:oc|in|re)cur|deter|(?:sub|ad|per|com|o|trans)mit|regret|upset|control|patrol|(?:com|ex)pel|equip|begin|forget|reset|rebut|unplug)$/;

function englishForms(base: string): string[] {
  const forms = [base, ...(irregular.get(base) ?? [])];
  if (consonantBeforeY.test(base)) {
    const stem = base.slice(0, -1);
    return [...forms, `${stem}ies`, `${stem}ied`, `${base}ing`, `${stem}ier`, `${stem}iest`];
  }
  if (base.endsWith("e")) {
    const stem = base.slice(0, -1);
    return [...forms, `${base}s`, `${base}d`, `${stem}ing`, `${base}r`, `${base}st`];
  }
  const stem = shortSyllable.test(base) || stressedEnd.test(base) ? base + base.slice(-1) : base;
  const plural = hissing.test(base) ? `${base}es` : `${base}s`;
  return [...forms, plural, `${stem}ed`, `${stem}ing`, `${stem}er`, `${stem}est`];
}

const germanEndings = ["e", "en", "er", "es", "em", "ern", "n", "s", "se", "sen", "ere", "eren", "ste", "sten"];
const germanVerbEndings = ["e", "st", "t", "te", "ten", "test", "tet", "end"];

function germanForms(base: string): string[] {
  const stem = /e?n$/.test(base) && base.length > 4 ? base.replace(/e?n$/, "") : null;
  const verb = stem === null ? [] : [...germanVerbEndings.map((ending) => stem + ending), `ge${stem}t`, `ge${stem}en`];
  return [base, ...germanEndings.map((ending) => base + ending), ...verb];
}

/** For each language that has rules, the forms that a word in its base form may take; forms that nobody uses are among them. */
export const inflectedForms: Readonly<Record<string, (base: string) => string[]>> = {
  en: englishForms,
  de: germanForms,
};
