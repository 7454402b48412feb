import { type GapFacts, gapId } from "./frameGap.js";

/**
 * Where a touchpoint breaks the satisfaction that it promises, the same scores make its emotion low: told once, as an experience that
 * has the figures of the emotion in its evidence.
 *
 * @returns The facts to tell, and the ids of those that are not told by themselves.
 */
export function tellOnce(facts: readonly GapFacts[]): { readonly facts: GapFacts[]; readonly within: Set<string> } {
  const emotions = new Map(
    facts.filter(({ kind }) => kind === "low-emotion").map((fact) => [fact.touchpoint, fact] as const),
  );
  const within = new Set<string>();
  const told = facts.map((fact): GapFacts => {
    const emotion = fact.kind === "experience" ? emotions.get(fact.touchpoint) : undefined;
    if (emotion === undefined) return fact;
    within.add(gapId(emotion));
    const { mean = null, promised = null } = emotion.evidence;
    return { ...fact, evidence: { ...fact.evidence, emotion: mean, designedEmotion: promised } };
  });
  return { facts: told.filter((fact) => !within.has(gapId(fact))), within };
}
