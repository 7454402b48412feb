/** Numbers keys without gaps, in the order in which they are met. */
export interface Dictionary<Key> {
  /** The number of a key, a new one for a new key. */
  readonly codeOf: (key: Key) => number;
  /** The keys by their numbers. */
  readonly keys: readonly Key[];
}

/** A dictionary of nothing yet. */
export function createDictionary<Key>(): Dictionary<Key> {
  const keys: Key[] = [];
  const codes = new Map<Key, number>();
  return {
    codeOf: (key) => {
      let code = codes.get(key);
      if (code === undefined) {
        code = keys.length;
        codes.set(key, code);
        keys.push(key);
      }
      return code;
    },
    keys,
  };
}
