import fc from "fast-check";

/** Scores on a short scale, so that many are equal, with outcomes. */
export const scoredRows = fc
  .array(fc.tuple(fc.integer({ min: -4, max: 4 }), fc.boolean()), { maxLength: 60 })
  .map((pairs) => ({ scores: pairs.map(([score]) => score), outcomes: pairs.map(([, outcome]) => outcome) }));
