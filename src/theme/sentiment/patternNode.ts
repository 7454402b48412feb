/** A step in a pattern: the number of a word, of a class of words ({@link classStep}), or {@link ANY}. */
export type Step = number;

/** Any one word. */
export const ANY = -1;

/** The step that every word of a class takes. */
export const classStep = (index: number): Step => -2 - index;

/** Where patterns have got to after some words. */
export interface PatternNode {
  readonly next: Map<Step, PatternNode>;
  /** Whether some pattern goes on with other than a certain word. */
  isOpen: boolean;
  /** What the pattern that ends here means, by its number; -1 where none ends. */
  meaning: number;
}

/** A tree of patterns without any. */
export const emptyNode = (): PatternNode => ({ next: new Map(), isOpen: false, meaning: -1 });

/** Adds a pattern; a later meaning of the same pattern replaces the earlier. */
export function addPattern(root: PatternNode, steps: readonly Step[], meaning: (known: number) => number): void {
  let node = root;
  for (const step of steps) {
    let to = node.next.get(step);
    if (to === undefined) {
      to = emptyNode();
      node.next.set(step, to);
      node.isOpen ||= step < 0;
    }
    node = to;
  }
  node.meaning = meaning(node.meaning);
}
