/** Walks over the words of a text and knows at each one which phrases end there. */
export interface PhraseAutomaton<Phrase> {
  /** The state after one more word; state 0 has read nothing that could begin a phrase. */
  readonly next: (state: number, word: number) => number;
  /** The phrases that end with the last word, longest first. */
  readonly ending: (state: number) => readonly Phrase[];
}

/**
 * Builds the automaton of Aho and Corasick ("Efficient string matching", Communications of the ACM 18, 1975) with words
 * in the place of letters. A state stands for the longest run of words, up to the last one, that begins some phrase. So
 * a text takes time linear in its words and in what is found, however many the phrases.
 *
 * @param phrases Each with its words as numbers from 0 to `vocabularySize` − 1.
 * @param vocabularySize How many words there are.
 */
export function createPhraseAutomaton<Phrase extends { readonly words: readonly number[] }>(
  phrases: readonly Phrase[],
  vocabularySize: number,
): PhraseAutomaton<Phrase> {
  interface State {
    readonly id: number;
    readonly before: number;
    readonly word: number;
    readonly depth: number;
  }
  const states: State[] = [];
  // From a state and a word, as one number, to the state after it.
  const transitions = new Map<number, number>();
  const endings: Phrase[][] = [[]];
  // For each state the one of its longest proper end that begins a phrase as well.
  const fallbacks: number[] = [0];

  function next(state: number, word: number): number {
    for (let from = state; ; from = fallbacks[from] ?? 0) {
      const to = transitions.get(from * vocabularySize + word);
      if (to !== undefined) return to;
      if (from === 0) return 0;
    }
  }

  for (const phrase of phrases) {
    let state = 0;
    for (const [depth, word] of phrase.words.entries()) {
      const key = state * vocabularySize + word;
      let to = transitions.get(key);
      if (to === undefined) {
        to = endings.push([]) - 1;
        transitions.set(key, to);
        states.push({ id: to, before: state, word, depth });
      }
      state = to;
    }
    endings[state]?.push(phrase);
  }

  // A fallback is less deep than its state, so those are known when they are needed.
  for (const { id, before, word, depth } of states.sort((a, b) => a.depth - b.depth)) {
    const fallback = depth === 0 ? 0 : next(fallbacks[before] ?? 0, word);
    fallbacks[id] = fallback;
    endings[id]?.push(...(endings[fallback] ?? []));
  }

  return { next, ending: (state) => endings[state] ?? [] };
}
