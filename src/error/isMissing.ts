/** Whether a value stands for none. */
export const isMissing = (value: unknown): value is null | undefined =>
  value === null || value === undefined || Number.isNaN(value);
