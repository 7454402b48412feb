import type { Stage } from "../../model/stage.js";
import type { DesignedPlace, JourneyDesign } from "../design/journeyDesign.js";
import { inWords } from "./explainGap.js";
import { affectedCustomers } from "./exposure.js";
import type { GapFacts } from "./frameGap.js";
import type { Walk } from "./walkLog.js";

/** How many scored answers there are. */
export interface AnswerCounts {
  /** Per place of the design. */
  readonly places: readonly number[];
  /** By the id of a stage: answers about it as a whole. */
  readonly stages: ReadonlyMap<string, number>;
  /** Answers that name a touchpoint or a stage which the design does not know. */
  readonly elsewhere: number;
}

/** A place with what is known of it. */
interface KnownPlace extends DesignedPlace {
  readonly answers: number;
  readonly visitors: number;
}

type Signal = Pick<GapFacts, "kind" | "stage" | "touchpoint" | "baseHarm"> & {
  readonly answers: number;
  readonly visitors: number;
  readonly text: string;
};

/** Where nobody can tell how the journey is: stages and touchpoints without signal. */
export function coverageGaps(
  stages: readonly Stage[],
  design: JourneyDesign,
  walk: Walk | null,
  answers: AnswerCounts | null,
  options: { readonly level: number; readonly tolerance: number; readonly minimumN: number },
): GapFacts[] {
  const { level, tolerance, minimumN } = options;
  const everyone = walk?.customers ?? 0;
  const elsewhere = answers?.elsewhere ?? 0;
  // A misspelt id looks like silence, so what could not be placed is said.
  const astray = elsewhere === 0 ? "" : `; ${answersInWords(elsewhere)} about places that the design does not know`;
  const known = design.places.map(
    (place, number): KnownPlace => ({
      ...place,
      answers: answers?.places[number] ?? 0,
      visitors: walk?.visitors[number] ?? 0,
    }),
  );

  /** A stage is uncovered as a whole, or some of its places are unmeasured. */
  const signals = (stage: Stage): Signal[] => {
    const inside = known.filter((place) => place.stage.id === stage.id);
    const about = inside.reduce((sum, place) => sum + place.answers, answers?.stages.get(stage.id) ?? 0);
    const uncovered = {
      kind: "uncovered-stage",
      stage: stage.id,
      touchpoint: null,
      baseHarm: 0.1,
      answers: about,
      visitors: walk?.stageVisitors.get(stage.id) ?? 0,
    } as const;
    if (inside.length === 0) return [{ ...uncovered, text: `“${stage.name}” has no touchpoint` }];
    const unseen = everyone > 0 && uncovered.visitors === 0 && inside.some(({ step }) => step >= 0);
    if (answers === null ? unseen : about < minimumN) {
      const log = unseen ? ", and the log has no event of it" : "";
      const said = answers === null ? "" : ` (${about} ${about === 1 ? "answer" : "answers"})`;
      // That nobody asks is told once for all its places, that the log has no event of one is told of each.
      const silent = unseen ? [] : told(inside, whyUnseen);
      return [{ ...uncovered, text: `Nothing tells how customers find “${stage.name}”${said}${log}` }, ...silent];
    }
    return told(inside, (place) => whyUnseen(place, inside) ?? whyUnasked(place));
  };

  const told = (inside: KnownPlace[], why: (place: KnownPlace, inside: KnownPlace[]) => string | null): Signal[] =>
    inside.flatMap((place) => {
      const text = why(place, inside);
      return text === null ? [] : [{ ...unmeasured(place), text }];
    });

  const whyUnseen = ({ touchpoint, step }: KnownPlace, inside: KnownPlace[]): string | null => {
    // Of alternatives, one that is used is enough.
    const stepUsed = inside.some((place) => place.step === step && place.visitors > 0);
    return everyone > 0 && step >= 0 && !stepUsed ? `The log has no event of “${touchpoint.name}”` : null;
  };

  const whyUnasked = ({ touchpoint, answers: n, visitors }: KnownPlace): string | null => {
    const frontstage = (touchpoint.layer ?? "frontstage") === "frontstage";
    const used = walk === null || visitors > tolerance * everyone;
    return answers !== null && n < minimumN && frontstage && used
      ? `Too few answers tell how “${touchpoint.name}” is (${n})`
      : null;
  };

  return stages.flatMap(signals).map(({ answers: n, visitors, text, ...facts }): GapFacts => {
    // Where the log shows nobody, it does not tell how many there are: the reach is neither none nor all.
    const share = visitors === 0 ? null : visitors / everyone;
    const affected = new Array<string>(visitors);
    const customers = affectedCustomers({ affected, of: share === null ? 0 : everyone }, level);
    return {
      ...facts,
      customers,
      reach: share ?? 0.5,
      effect: null,
      evidence: { answers: n, visitors, elsewhere },
      remedy: "measure",
      explanation: `${text}${share === null ? "" : `; ${inWords(customers, "customers")} come here`}${astray}.`,
    };
  });
}

const answersInWords = (count: number): string => `${count} ${count === 1 ? "answer is" : "answers are"}`;

const unmeasured = ({ stage, touchpoint, answers, visitors }: KnownPlace): Omit<Signal, "text"> => ({
  kind: "unmeasured",
  stage: stage.id,
  touchpoint: touchpoint.id,
  baseHarm: 0.05,
  answers,
  visitors,
});
