/**
 * A stream of random decisions that is the same on every machine: only 32-bit integer arithmetic and the four basic
 * operations, nothing that platforms round differently.
 *
 * @typedef {ReturnType<typeof createRandom>} Random
 */

/**
 * Each part of the sample draws from a stream of its own name, so that a change in one part leaves the others alone.
 *
 * @param {number} seed
 * @param {string} name
 */
export function createRandom(seed, name) {
  let state = seed | 0;
  for (const character of name) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);

  /** Mulberry32 (Tommy Ettinger, public domain): a number from 0 to under 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  /** @param {number} share */
  const chance = (share) => next() < share;
  /** A whole number, both ends included. @param {number} low @param {number} high */
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => list[Math.floor(next() * list.length)];
  /** @template T @param {readonly (readonly [T, number])[]} choices @returns {T} */
  const weighted = (choices) => {
    let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return choices[choices.length - 1][0];
  };
  /** @template T @param {Iterable<T>} items @returns {T[]} */
  const shuffle = (items) => {
    const list = [...items];
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [list[i], list[j]] = [list[j], list[i]];
    }
    return list;
  };
  /**
   * Exactly this share of the items (to the nearest whole item), drawn at random.
   *
   * @template T @param {readonly T[]} items @param {number} share @returns {T[]}
   */
  const quota = (items, share) => shuffle(items).slice(0, Math.round(items.length * share));
  /**
   * A whole number from low to high that is mostly near the usual one.
   *
   * @param {number} low @param {number} usual @param {number} high
   */
  const around = (low, usual, high) => {
    const t = next() + next();
    return Math.round(t < 1 ? low + (usual - low) * t : usual + (high - usual) * (t - 1));
  };
  /**
   * One number from each of n equal slices of 0–1, in random order: a sample that is always spread evenly.
   *
   * @param {number} n
   */
  const spread = (n) => shuffle(Array.from({ length: n }, (_, i) => (i + next()) / n));

  return { next, chance, between, pick, weighted, shuffle, quota, around, spread };
}
