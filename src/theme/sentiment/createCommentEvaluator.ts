import { createVocabulary } from "../createVocabulary.js";
import { createWordScanner, type Word } from "../createWordScanner.js";
import type { SentimentLanguage } from "../sentimentLanguage.js";
import { applyAsking } from "./applyAsking.js";
import { applyContrast } from "./applyContrast.js";
import { applyCounting } from "./applyCounting.js";
import { applyCourtesy } from "./applyCourtesy.js";
import { applyEmphasis } from "./applyEmphasis.js";
import { applyExcess } from "./applyExcess.js";
import { applyIntensity } from "./applyIntensity.js";
import { applyNegation } from "./applyNegation.js";
import { applyResolution } from "./applyResolution.js";
import { applySarcasm } from "./applySarcasm.js";
import { applyScopes } from "./applyScopes.js";
import { applyWaiting } from "./applyWaiting.js";
import type { CompiledLanguage, OwnWords } from "./compiledLanguage.js";
import { compileLanguage } from "./compileLanguage.js";
import { createAsciiWords } from "./createAsciiWords.js";
import { createCommentReader } from "./createCommentReader.js";
import { createRespelling } from "./createRespelling.js";
import { emojiValences } from "./emojiValences.js";
import { joinStars } from "./joinStars.js";
import { languageEvidence, NO_WORDS } from "./languageEvidence.js";
import { markClauses } from "./markClauses.js";
import { matchUnits } from "./matchUnits.js";
import { ruleBit } from "./sentimentRule.js";
import { SENTENCE, type Unit, unitAt } from "./unit.js";
import { INTENSIFIER, NEGATOR, wordMark } from "./wordMark.js";

const {
  excess,
  resolved,
  duration,
  count: counted,
  still,
  again,
  contrast,
  concession,
  praise,
  irony,
  courtesy,
} = wordMark;
const { hypothetical, former, hope, condition } = wordMark;
const SCOPED = hypothetical | former | hope | condition;
const COUNTED = counted | still | again;
const TURNS = contrast | concession;
/** What can give a sentence a value though none of its words has one. */
const TRIGGERS = NEGATOR | excess | duration | COUNTED;

/** A comment whose words have been valued. It is used again for the next one. */
export interface EvaluatedComment {
  /** The language that it was read in; null where that is unknown. Without one only signs have values. */
  language: CompiledLanguage | null;
  /** Its words; only the first `count` are of it. */
  readonly units: readonly Unit[];
  count: number;
  /** Where its sentences begin, by the numbers of units. */
  readonly sentences: number[];
}

/** No sentence has more units; it makes the rules that look around in a sentence linear in the text. */
const LONGEST_SENTENCE = 200;

/** Something that values the words of comments by all rules but those that are left out. */
export function createCommentEvaluator(
  data: readonly SentimentLanguage[],
  own: OwnWords,
  rules: number,
): (text: string) => EvaluatedComment {
  const scan = createWordScanner();
  const spellings: string[] = [];
  const known = createVocabulary();
  const vocabulary = {
    ...known,
    learn: (word: Word): number => {
      const id = known.learn(word);
      spellings[id] ??= String.fromCodePoint(...word.codes.slice(0, word.length));
      return id;
    },
  };
  // Addresses of web pages are known by these.
  scan("http https www", Number.POSITIVE_INFINITY, vocabulary.learn);
  const languages = data.map((language) => compileLanguage(language, own, scan, vocabulary));
  const evidence = languageEvidence(languages, scan, vocabulary);
  const signs = (rules & ruleBit.emoji) === 0 ? new Map<number, number>() : emojiValences(scan, vocabulary);
  // "No." can be short for "number", or an answer.
  const abbreviations = new Map(
    languages.flatMap(({ abbreviations, meanings }) =>
      [...abbreviations].map((word) => [word, ((meanings[word]?.marks ?? 0) & NEGATOR) !== 0]),
    ),
  );
  let eyeRoll = -1;
  scan("🙄", Number.POSITIVE_INFINITY, (word) => {
    eyeRoll = vocabulary.learn(word);
  });
  const { units, read } = createCommentReader(
    scan,
    vocabulary,
    createAsciiWords(spellings),
    createRespelling(data),
    signs,
    abbreviations,
    (rules & ruleBit.emoji) !== 0,
  );
  const matchers = languages.map((language) => matchUnits(language, (rules & ruleBit.rating) !== 0));
  let text = "";
  let mixed: boolean | undefined;
  const comment: EvaluatedComment = { language: null, units, count: 0, sentences: [] };
  const has = (rule: number): boolean => (rules & rule) !== 0;

  const isMixed = (): boolean => {
    mixed ??= /\p{Ll}/u.test(text);
    return mixed;
  };

  function applySentence(from: number, to: number, marks: number, reach: CompiledLanguage["negationReach"]): void {
    const asked = (rule: number, needs: number): boolean => (rules & rule) !== 0 && (marks & needs) !== 0;
    if (asked(ruleBit.excess, excess)) applyExcess(units, from, to);
    if (asked(ruleBit.negation, NEGATOR)) applyNegation(units, from, to, reach);
    if (asked(ruleBit.intensity, INTENSIFIER)) applyIntensity(units, from, to);
    if (asked(ruleBit.hypothetical, SCOPED)) applyScopes(units, from, to);
    if (asked(ruleBit.resolution, resolved)) applyResolution(units, from, to);
    if (asked(ruleBit.waiting, duration)) applyWaiting(units, from, to);
    if (asked(ruleBit.counting, COUNTED)) applyCounting(units, from, to);
    applyAsking(units, from, to, marks, rules);
    if (asked(ruleBit.contrast, TURNS)) applyContrast(units, from, to);
    if ((rules & ruleBit.emphasis) !== 0) applyEmphasis(text, units, from, to, isMixed);
  }

  /** Goes through the sentences; one in which nothing is good or bad is a single clause. */
  function readSentences(reach: CompiledLanguage["negationReach"]): void {
    const { count, sentences } = comment;
    let all = 0;
    let clause = 0;
    let from = 0;
    let marks = 0;
    let isValued = false;
    let rollsEyes = false;
    for (let at = 0; at <= count; at++) {
      const unit = unitAt(units, at);
      if (at > from && (at === count || unit.parted === SENTENCE || at - from === LONGEST_SENTENCE)) {
        sentences.push(from);
        if (isValued || (marks & TRIGGERS) !== 0) {
          clause = markClauses(units, from, at, clause);
          applySentence(from, at, marks, reach);
        } else clause++;
        all |= marks;
        marks = 0;
        isValued = false;
        from = at;
      }
      if (at === count) break;
      marks |= unit.marks;
      isValued ||= unit.value !== 0;
      rollsEyes ||= unit.word === eyeRoll;
      unit.clause = clause;
    }
    if (has(ruleBit.sarcasm) && (rollsEyes || (all & (praise | irony)) !== 0)) applySarcasm(units, count, eyeRoll);
    if (has(ruleBit.courtesy) && (all & courtesy) !== 0) applyCourtesy(units, count);
  }

  return (given) => {
    text = given;
    mixed = undefined;
    comment.sentences.length = 0;
    comment.language = null;
    comment.count = read(text);
    const index = evidence(text, units, comment.count);
    const match = matchers[index === NO_WORDS ? 0 : index];
    const language = languages[index === NO_WORDS ? 0 : index];
    if (match === undefined || language === undefined) {
      comment.count = 0;
      return comment;
    }
    if (index !== NO_WORDS) comment.language = language;
    comment.count = match(text, units, comment.count);
    if (has(ruleBit.rating)) comment.count = joinStars(text, units, comment.count);
    readSentences(language.negationReach);
    text = "";
    return comment;
  };
}
