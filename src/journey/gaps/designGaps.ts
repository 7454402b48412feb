import type { Journey } from "../../model/journey.js";
import type { Persona } from "../../model/persona.js";
import type { Stakeholder } from "../../model/stakeholder.js";
import { dayMs } from "../../time/zone.js";
import type { JourneyDesign } from "../design/journeyDesign.js";
import { inWords } from "./explainGap.js";
import { affectedCustomers } from "./exposure.js";
import type { GapFacts } from "./frameGap.js";
import type { Walk } from "./walkLog.js";

/** What a design is asked, beside what the log and the answers tell. */
export interface DesignQuestions extends PersonaCounts {
  readonly design: JourneyDesign;
  readonly walk: Walk | null;
  readonly stakeholders: readonly Pick<Stakeholder, "touchpoints">[] | undefined;
  readonly level: number;
  /** Epoch milliseconds; null where it is not known. */
  readonly checkedAt: number | null;
  readonly now: number | null;
  readonly staleAfterDays: number;
  readonly personas: readonly Pick<Persona, "id" | "name">[];
  readonly designedFor: Journey["persona"] | undefined;
}

/** What the design itself lacks: owners, evidence that is not too old, personas whom it reaches. */
export function designGaps(questions: DesignQuestions): GapFacts[] {
  return [...unownedGaps(questions), ...staleEvidenceGaps(questions), ...untouchedPersonaGaps(questions)];
}

/** The touchpoints that nobody answers for; none are told where the design names no owner at all and no stakeholders are given. */
function unownedGaps({ design: { places }, walk, stakeholders, level }: DesignQuestions): GapFacts[] {
  const owned = new Set(stakeholders?.flatMap(({ touchpoints = [] }) => touchpoints));
  const hasOwner = ({ touchpoint }: JourneyDesign["places"][0]): boolean =>
    (touchpoint.owner ?? "").trim() !== "" || owned.has(touchpoint.id);
  if (stakeholders === undefined && !places.some(hasOwner)) return [];
  return places.flatMap((place, number): GapFacts[] => {
    if (hasOwner(place)) return [];
    const { stage, touchpoint } = place;
    const visitors = walk?.visitors[number] ?? 0;
    const everyone = walk?.customers ?? 0;
    const customers = affectedCustomers(
      { affected: new Array<string>(visitors), of: visitors === 0 ? 0 : everyone },
      level,
    );
    const come = visitors === 0 ? "" : `; ${inWords(customers, "customers")} come here`;
    return [
      {
        kind: "unowned",
        stage: stage.id,
        touchpoint: touchpoint.id,
        customers,
        reach: customers.share ?? 0.5,
        baseHarm: 0.05,
        effect: null,
        evidence: { visitors },
        remedy: "assign",
        explanation: `Nobody answers for “${touchpoint.name}”${come}.`,
      },
    ];
  });
}

/** What a gap says of the journey as a whole, where no customer is affected more than another. */
const ofJourney = { stage: null, touchpoint: null, effect: null, reach: 0.5 } as const;
const nobody = affectedCustomers({ affected: [], of: 0 }, 0.95);

/** A design that was last checked against evidence too long ago. */
function staleEvidenceGaps({ checkedAt, now, staleAfterDays }: DesignQuestions): GapFacts[] {
  if (checkedAt === null || now === null) return [];
  const days = Math.floor((now - checkedAt) / dayMs);
  if (days <= staleAfterDays) return [];
  const checked = new Date(checkedAt).toISOString();
  return [
    {
      ...ofJourney,
      kind: "stale-evidence",
      customers: nobody,
      baseHarm: 0.05,
      evidence: { checkedAt: checked, days, staleAfterDays },
      remedy: "measure",
      explanation: `The design was last checked against evidence on ${checked.slice(0, 10)}, ${days} days ago.`,
    },
  ];
}

/** The customers of each persona in the log and among those who answered; null where nobody can tell. */
export interface PersonaCounts {
  readonly customers: ReadonlyMap<string, number> | null;
  readonly respondents: ReadonlyMap<string, number> | null;
}

/**
 * The personas whom the journey does not reach: it names others, or none of their customers are in the log or gave an answer. Where it
 * names none at all, it reaches those who are seen in the log or the answers.
 */
function untouchedPersonaGaps({ personas, designedFor, customers, respondents }: DesignQuestions): GapFacts[] {
  const named = [designedFor ?? []].flat();
  return personas.flatMap(({ id, name }): GapFacts[] => {
    const isSeen = Boolean(customers?.get(id)) || Boolean(respondents?.get(id));
    const unnamed = named.length === 0 ? !isSeen : !named.includes(id);
    const reasons = [
      unnamed ? `the journey is not designed for ${named.length === 0 ? "anybody in particular" : "them"}` : null,
      customers !== null && !customers.get(id) ? "the log has none of them" : null,
      respondents !== null && !respondents.get(id) ? "none of them gave an answer" : null,
    ].filter((reason) => reason !== null);
    if (reasons.length === 0) return [];
    return [
      {
        ...ofJourney,
        kind: "untouched-persona",
        part: `persona=${id}`,
        customers: nobody,
        baseHarm: 0.1,
        evidence: {
          persona: id,
          customers: customers && (customers.get(id) ?? 0),
          respondents: respondents && (respondents.get(id) ?? 0),
          reasons,
        },
        remedy: unnamed ? "add" : "measure",
        explanation: `The journey does not reach “${name}”: ${reasons.join(", ")}.`,
      },
    ];
  });
}
