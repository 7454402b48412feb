import { CxError } from "../../error/cxError.js";
import type { Vocabulary } from "../createVocabulary.js";
import type { WordScanner } from "../createWordScanner.js";
import type { SentimentLanguage, WordMark } from "../sentimentLanguage.js";
import {
  type CompiledLanguage,
  emotionNames,
  type Meaning,
  type OwnWords,
  PAIRS,
  pairSlot,
} from "./compiledLanguage.js";
import { createRespelling } from "./createRespelling.js";
import { expandWords } from "./expandWords.js";
import { ANY, addPattern, classStep, emptyNode, type Step } from "./patternNode.js";
import { sealPatterns } from "./sealPatterns.js";
import { INTENSIFIER, NEGATOR, OWN, wordMark } from "./wordMark.js";

/** The valence of a word when negated, where its language does not say: "not good" is bad, "not bad" is no praise yet. */
const negatedValence = (valence: number): number => (valence > 0 ? -0.8 * valence : -0.5 * valence);

const plain = (valence: number): Partial<Meaning> => ({ valence, negated: negatedValence(valence) });
const ownPart = (valence: number): Partial<Meaning> => ({ ...plain(valence), marks: OWN });

/**
 * Makes a language quick to look up.
 *
 * @param data The language.
 * @param own The user's additions, which take precedence.
 * @param scan Splits the words of the language as it will split texts.
 * @param vocabulary Learns the words; several languages can share it.
 * @throws A CxError `invalid-definition` when the language names endings or classes that it does not have, or has a number
 * that is none.
 */
export function compileLanguage(
  data: SentimentLanguage,
  own: OwnWords,
  scan: WordScanner,
  vocabulary: Vocabulary,
): CompiledLanguage {
  const root = emptyNode();
  const meanings: Meaning[] = [];
  const patterns: Meaning[] = [];
  const classes: Step[][] = [];
  const words = new Set<number>();
  const stepsOf: (readonly Step[])[] = [];
  const bare = new Set<number>();
  const numbers = new Map<number, number>();
  const members = new Map<Step, number[]>();
  const classSteps = new Map(Object.keys(data.classes).map((name, index) => [name, classStep(index)]));

  const respell = createRespelling([data]);
  const idsOf = (text: string): number[] => {
    const ids: number[] = [];
    scan(respell(text) ?? text, Number.POSITIVE_INFINITY, (word) => {
      const id = vocabulary.learn(word);
      ids.push(id);
      words.add(id);
    });
    return ids;
  };

  function add(steps: readonly Step[], part: Partial<Meaning>, isWhole = false): void {
    const merged = (known: Meaning | undefined): Meaning => {
      const { marks = 0, emotions = 0, ...rest } = part;
      const base = (isWhole ? undefined : known) ?? { valence: 0, negated: 0, factor: 1, marks: 0, emotions: 0 };
      // Written out, so that all have one shape.
      return {
        valence: rest.valence ?? base.valence,
        negated: rest.negated ?? base.negated,
        factor: rest.factor ?? base.factor,
        marks: base.marks | marks,
        emotions: base.emotions | emotions,
      };
    };
    const [only] = steps;
    if (only === undefined) return;
    if (steps.length === 1 && only >= 0) {
      meanings[only] = merged(meanings[only]);
      return;
    }
    addPattern(root, steps, (known) => {
      const number = known === -1 ? patterns.length : known;
      patterns[number] = merged(patterns[known]);
      stepsOf[number] = steps;
      if (part.valence !== undefined) bare.delete(number);
      else if (known === -1) bare.add(number);
      return number;
    });
  }

  const negates = (step: Step): boolean =>
    (members.get(step) ?? [step]).some((word) => ((meanings[word]?.marks ?? 0) & NEGATOR) !== 0);

  /**
   * Patterns that were only given marks are worth what their strongest word is: "great job", and "not happy" when negated.
   * Those that hold a negator are not negated once more: "I would not say that nobody cares".
   */
  function settlePatterns(): void {
    for (const [number, steps] of stepsOf.entries()) {
      const meaning = patterns[number];
      if (meaning === undefined) continue;
      const isNegated = steps.some(negates);
      for (const step of bare.has(number) ? steps : []) {
        const word = meanings[step];
        if (word === undefined || (word.marks & NEGATOR) !== 0) continue;
        const worth = isNegated ? word.negated : word.valence;
        if (Math.abs(worth) > Math.abs(meaning.valence)) Object.assign(meaning, plain(worth));
      }
      if (isNegated && (meaning.marks & NEGATOR) === 0) meaning.negated = meaning.valence;
    }
  }

  /** The ways to take one element of a pattern, each as steps. */
  function waysOf(element: string): Step[][] {
    const isOptional = element.endsWith("?");
    const ways = (isOptional ? element.slice(0, -1) : element).split("|").flatMap((choice): Step[][] => {
      if (choice === "*") return [[ANY]];
      if (!choice.startsWith("{")) return expandWords(choice, data.endings).map(idsOf);
      const step = classSteps.get(choice.slice(1, -1));
      if (step === undefined)
        throw new CxError("invalid-definition", "a pattern requires classes by their name", choice);
      return [[step]];
    });
    return isOptional ? [[], ...ways] : ways;
  }

  function addPatterns(list: string, part: Partial<Meaning>): void {
    for (const pattern of list.split(",")) {
      let ways: Step[][] = [[]];
      for (const element of pattern.split(/\s/)) {
        if (element === "") continue;
        const more = waysOf(element);
        ways = ways.flatMap((way) => more.map((steps) => [...way, ...steps]));
      }
      for (const way of ways) {
        const [only = ANY] = way;
        // A class that stands alone is each of its words.
        if (way.length === 1 && only < ANY) for (const word of members.get(only) ?? []) add([word], part);
        else if (way.length > 0) add(way, part);
      }
    }
  }

  /** Reads lines of "number: patterns". */
  function addLines(lines: string, partOf: (number: number) => Partial<Meaning>): void {
    for (const line of lines.split("\n")) {
      const colon = line.indexOf(":");
      if (colon === -1) continue;
      addPatterns(line.slice(colon + 1), partOf(numberOf(line.slice(0, colon))));
    }
  }

  for (const [name, words] of Object.entries(data.classes)) {
    const step = classSteps.get(name) ?? ANY;
    for (const [place, word] of expandWords(words, data.endings).entries()) {
      const [id] = idsOf(word);
      if (id === undefined) continue;
      classes[id] = [...(classes[id] ?? []), step];
      members.set(step, [...(members.get(step) ?? []), id]);
      if (name === "number") numbers.set(id, place);
    }
  }
  for (const line of data.lexicon.split("\n")) {
    const [head = "", ...words] = line.trim().split(" ");
    if (head === "") continue;
    const [valence = "", negated] = head.split("/");
    const part = plain(numberOf(valence));
    if (negated !== undefined) part.negated = numberOf(negated);
    for (const word of expandWords(words.join(" "), data.endings)) add(idsOf(word), part);
  }
  addLines(data.idioms, plain);
  addLines(data.negators, (valence) => ({ valence, negated: 0, marks: NEGATOR }));
  addLines(data.intensifiers, (factor) => ({ factor, marks: INTENSIFIER }));
  for (const [name, list] of Object.entries(data.marks)) addPatterns(list, { marks: wordMark[name as WordMark] });
  for (const [index, name] of emotionNames.entries()) addPatterns(data.emotions[name], { emotions: 1 << index });

  settlePatterns();

  for (const [words, valence] of Object.entries(own.lexicon)) add(idsOf(words), ownPart(valence));
  for (const [pattern, valence] of Object.entries(own.idioms)) addPatterns(pattern, ownPart(valence));
  for (const pattern of own.negators) addPatterns(pattern, { valence: -0.5, marks: NEGATOR | OWN });
  for (const name of own.ignore) add(idsOf(name), { marks: OWN }, true);

  const tree = sealPatterns(root);
  const beginnings: number[][] = [];
  const pairs = new Uint8Array(PAIRS);
  const wordsOf = (step: Step): readonly number[] => members.get(step) ?? [step];
  for (const [step, node] of root.next) {
    const seconds = [...node.next.keys()].flatMap(wordsOf);
    for (const word of wordsOf(step)) {
      beginnings[word] = [...(beginnings[word] ?? []), tree.numberOf(node)];
      for (const second of seconds) pairs[pairSlot(word, second)] = 1;
    }
  }
  const numberStep = classSteps.get("number") ?? ANY;
  const numberNode = root.next.get(numberStep);
  return {
    language: data.language,
    negationReach: data.negationReach,
    meanings: shared(meanings),
    beginnings,
    pairs,
    tree,
    beginningsOfNumbers: numberNode === undefined ? [] : [tree.numberOf(numberNode)],
    classes,
    numberStep,
    patterns: shared(patterns),
    words,
    abbreviations: new Set(expandWords(data.abbreviations, data.endings).flatMap(idsOf)),
    numbers,
  };
}

/** Lets like meanings be one object, so that the few hundred that there are stay at hand for the processor. */
function shared(meanings: readonly Meaning[]): Meaning[] {
  const known = new Map<string, Meaning>();
  const result: Meaning[] = [];
  meanings.forEach((meaning, index) => {
    const key = Object.values(meaning).join();
    const first = known.get(key) ?? meaning;
    known.set(key, first);
    result[index] = first;
  });
  return result;
}

function numberOf(text: string): number {
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number)) {
    throw new CxError("invalid-definition", "a line of a language requires a number first", text);
  }
  return number;
}
