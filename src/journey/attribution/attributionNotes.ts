import type { AttributionPaths } from "./attributionPaths.js";
import type { AttributionNote } from "./attributionResult.js";
import type { RemovalEffects } from "./markovChain.js";

const paths = (count: number): string => (count === 1 ? "1 path" : `${count} paths`);
const conversions = (count: number): string => (count === 1 ? "1 conversion" : `${count} conversions`);

/** What to keep in mind of these paths. */
export function attributionNotes(
  { converted, unattributed, open }: AttributionPaths,
  effects: RemovalEffects | null,
): AttributionNote[] {
  const notes: AttributionNote[] = [
    {
      code: "not-causal",
      text: "Credit describes the paths that customers took; it is not what they would have done without a touchpoint.",
    },
  ];
  const attributed = converted.filter(Boolean).length;
  if (attributed === 0) {
    notes.push({ code: "no-conversions", text: "No path ends in a conversion, so there is nothing to share out." });
  } else if (effects !== null && attributed === converted.length) {
    notes.push({
      code: "no-non-converters",
      text: "Every path converts, so a removal effect only says how many paths come through a touchpoint.",
    });
  }
  if (unattributed > 0) {
    notes.push({
      code: "unattributed",
      text: `${conversions(unattributed)} had no touch before; no model shares them out.`,
    });
  }
  if (open > 0) notes.push({ code: "open", text: `${paths(open)} may still convert and were left out.` });
  if (effects !== null && effects.precision > 1e-9) {
    notes.push({
      code: "imprecise",
      text: `Removal effects are known to ${effects.precision} only: hardly any path ends.`,
    });
  }
  return notes;
}
