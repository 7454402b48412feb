/** Walks over the words of a text and knows at each one which rows of symbols end there. */
export interface PhraseAutomaton<Row> {
  /**
   * Reads one more word.
   *
   * @param symbols What the word stands for.
   * @param follows Whether it can follow the word before it in a phrase.
   * @param visit Called with each row that ends with this word, the longest first.
   */
  readonly read: (symbols: readonly number[], follows: boolean, visit: (row: Row) => void) => void;
  /** Forgets what was read, before another text. */
  readonly reset: () => void;
}

/**
 * Builds an automaton that finds many rows of symbols at once: a tree of all rows, walked from every word of a text at the same
 * time. A text takes time linear in its words, whatever the number of rows: of the places where a row may have begun, only
 * those are alive that have fitted so far.
 *
 * @param rows Each with its symbols, numbers from 0 to `symbolCount` − 1.
 * @param symbolCount How many symbols there are.
 */
export function createPhraseAutomaton<Row extends { readonly symbols: readonly number[] }>(
  rows: readonly Row[],
  symbolCount: number,
): PhraseAutomaton<Row> {
  const firsts = new Int32Array(symbolCount);
  const endings: Row[][] = [[]];
  // From a place of the tree and a symbol to the next place: an open hash table of three numbers an entry.
  let slots = new Int32Array(3 * 64);
  let count = 0;

  const slotOf = (place: number, symbol: number): number => {
    const mask = slots.length / 3 - 1;
    let slot = (Math.imul(place, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 7;
    for (slot &= mask; ; slot = (slot + 1) & mask) {
      const key = slots[3 * slot];
      if (key === 0 || (key === place && slots[3 * slot + 1] === symbol)) return 3 * slot;
    }
  };

  function insert(place: number, symbol: number, next: number): void {
    const slot = slotOf(place, symbol);
    slots[slot] = place;
    slots[slot + 1] = symbol;
    slots[slot + 2] = next;
  }

  /** The place after a symbol, a new one where no row has gone there. */
  function grow(place: number, symbol: number): number {
    const known = place === 0 ? firsts[symbol] : slots[slotOf(place, symbol) + 2];
    if (known !== 0) return known as number;
    const next = endings.push([]) - 1;
    if (place === 0) firsts[symbol] = next;
    else {
      if (++count * 6 > slots.length) {
        const old = slots;
        slots = new Int32Array(2 * old.length);
        for (let i = 0; i < old.length; i += 3) {
          if (old[i] !== 0) insert(old[i] as number, old[i + 1] as number, old[i + 2] as number);
        }
      }
      insert(place, symbol, next);
    }
    return next;
  }

  for (const row of rows) endings[row.symbols.reduce(grow, 0)]?.push(row);

  // Counted apart from their arrays: to shorten an array costs more than all else that a word without a symbol does.
  let alive: number[] = [];
  let aliveCount = 0;
  let next: number[] = [];
  let nextCount = 0;
  const enter = (place: number, visit: (row: Row) => void): void => {
    if (place === 0) return;
    next[nextCount++] = place;
    for (const row of endings[place] as Row[]) visit(row);
  };

  return {
    read: (symbols, follows, visit) => {
      if (symbols.length === 0) {
        aliveCount = 0;
        return;
      }
      if (follows) {
        for (let i = 0; i < aliveCount; i++)
          for (const symbol of symbols) enter(slots[slotOf(alive[i] as number, symbol) + 2] as number, visit);
      }
      for (const symbol of symbols) enter(firsts[symbol] as number, visit);
      const spent = alive;
      alive = next;
      aliveCount = nextCount;
      next = spent;
      nextCount = 0;
    },
    reset: () => {
      aliveCount = 0;
    },
  };
}
