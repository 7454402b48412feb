/** The keys that lead to a field: those between the dots, or those of a list. */
export const fieldPath = (field: string | readonly string[]): readonly string[] =>
  typeof field === "string" ? field.split(".") : field;

/** A value under a key of its own; nothing is inherited, so that `constructor` and `__proto__` are only keys. */
function ownValue(holder: unknown, key: string): unknown {
  return typeof holder === "object" && holder !== null && Object.hasOwn(holder, key)
    ? (holder as { readonly [key: string]: unknown })[key]
    : undefined;
}

/** A function that takes a field out of a row; undefined where any step of the path is not there. */
export function fieldReader(path: readonly string[]): (row: unknown) => unknown {
  const [first = "", second = ""] = path;
  if (path.length === 1) return (row) => ownValue(row, first);
  if (path.length === 2) return (row) => ownValue(ownValue(row, first), second);
  return (row) => {
    let value = row;
    for (const key of path) value = ownValue(value, key);
    return value;
  };
}
