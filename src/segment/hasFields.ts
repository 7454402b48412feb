/** Whether fields can be read from a value by their names: not from a text, nor from a list, a `Map` or whatever else is gone through. */
export const hasFields = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !(Symbol.iterator in value);
