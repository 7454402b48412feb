import type { PatternNode, Step } from "./patternNode.js";

/** A tree of patterns in flat tables, which are several times as quick to walk; nodes are numbers from 1, and 0 is none. */
export interface SealedPatterns {
  /** The node after one more step, or 0. */
  readonly next: (node: number, step: Step) => number;
  /** By node what the pattern that ends there means, or −1. */
  readonly meanings: Int32Array;
  /** By node how patterns go on there: {@link ENDS}, {@link BY_WORDS}, or also by classes and any word ({@link OPEN}). */
  readonly ways: Uint8Array;
  /** The number of a node. */
  readonly numberOf: (node: PatternNode) => number;
}

export const ENDS = 0;
const BY_WORDS = 1;
export const OPEN = 2;

/** Puts a tree into tables, as it is now. */
export function sealPatterns(root: PatternNode): SealedPatterns {
  const numbers = new Map<PatternNode, number>();
  const nodes: PatternNode[] = [root];
  // The list grows while it is walked.
  for (const node of nodes) {
    numbers.set(node, numbers.size + 1);
    nodes.push(...node.next.values());
  }
  const numberOf = (node: PatternNode): number => numbers.get(node) ?? 0;

  let size = 64;
  while (size < nodes.length * 3) size *= 2;
  const slotOf = (node: number, step: Step): number => {
    const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(step, 0x85ebca6b);
    return (hash ^ (hash >>> 15)) & (size - 1);
  };
  // In every slot a node, a step, and the node after it.
  const slots = new Int32Array(size * 3);
  const meanings = new Int32Array(nodes.length + 1).fill(-1);
  const ways = new Uint8Array(nodes.length + 1);
  for (const node of nodes) {
    const from = numberOf(node);
    meanings[from] = node.meaning;
    ways[from] = node.isOpen ? OPEN : node.next.size > 0 ? BY_WORDS : ENDS;
    for (const [step, to] of node.next) {
      let slot = slotOf(from, step);
      while (slots[slot * 3] !== 0) slot = (slot + 1) & (size - 1);
      slots.set([from, step, numberOf(to)], slot * 3);
    }
  }

  function next(node: number, step: Step): number {
    for (let slot = slotOf(node, step); ; slot = (slot + 1) & (size - 1)) {
      const found = slots[slot * 3] ?? 0;
      if (found === 0 || (found === node && slots[slot * 3 + 1] === step)) return slots[slot * 3 + 2] ?? 0;
    }
  }

  return { next, meanings, ways, numberOf };
}
