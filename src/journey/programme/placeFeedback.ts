import { CxError } from "../../error/cxError.js";
import { eachRow } from "../../error/eachRow.js";
import { isMissing } from "../../error/isMissing.js";
import type { Journey } from "../../model/journey.js";

/** The fields of an answer that say what it is about. */
export interface ProgrammeFeedback {
  readonly stage?: string | null | undefined;
  readonly touchpoint?: string | null | undefined;
}

/** Where the answers of a programme fit. */
export interface PlacedFeedback {
  /** Answers about a stage or one of its touchpoints, by journey and stage, with a line break between the ids. */
  readonly stages: ReadonlyMap<string, number>;
  /** Places that answers name and no journey has, most answers first. */
  readonly elsewhere: readonly {
    readonly touchpoint: string | null;
    readonly stage: string | null;
    readonly count: number;
  }[];
  readonly counts: {
    readonly rows: number;
    readonly touchpoint: number;
    readonly stage: number;
    readonly elsewhere: number;
    readonly nowhere: number;
  };
}

/** Puts every answer to the touchpoint whose id or event it names, in all journeys that have it, or else to its stage. */
export function placeFeedback(journeys: readonly Journey[], feedback: Iterable<ProgrammeFeedback>): PlacedFeedback {
  const stagesOfTouchpoint = new Map<string, string[]>();
  const stagesOfStage = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, name: string, key: string): void => {
    const keys = map.get(name) ?? [];
    if (!keys.includes(key)) keys.push(key);
    map.set(name, keys);
  };
  for (const { id: journey, stages } of journeys) {
    for (const { id: stage, touchpoints } of stages) {
      const key = `${journey}\n${stage}`;
      put(stagesOfStage, stage, key);
      for (const { id, events = [] } of touchpoints)
        for (const name of [id, ...events]) put(stagesOfTouchpoint, name, key);
    }
  }
  const stages = new Map<string, number>();
  const astray = new Map<string, { touchpoint: string | null; stage: string | null; count: number }>();
  const counts = { rows: 0, touchpoint: 0, stage: 0, elsewhere: 0, nowhere: 0 };
  eachRow(feedback, (row) => {
    if (Object(row) !== row) throw new CxError("invalid-value", "reviewProgramme requires answers", row);
    const [touchpoint, stage] = [row.touchpoint, row.stage].map((name) =>
      isMissing(name) || name === "" ? null : name,
    );
    counts.rows++;
    const byTouchpoint = stagesOfTouchpoint.get(touchpoint ?? "") ?? [];
    const byStage = stagesOfStage.get(stage ?? "") ?? [];
    // What is the same in several journeys belongs to the one whose stage is named, if one is.
    const both = byTouchpoint.filter((key) => byStage.includes(key));
    const keys = both.length > 0 ? both : byTouchpoint.length > 0 ? byTouchpoint : byStage;
    for (const key of keys) stages.set(key, (stages.get(key) ?? 0) + 1);
    if (byTouchpoint.length > 0) counts.touchpoint++;
    else if (byStage.length > 0) counts.stage++;
    else if ((touchpoint ?? null) === null && (stage ?? null) === null) counts.nowhere++;
    else {
      counts.elsewhere++;
      const place = { touchpoint: touchpoint ?? null, stage: touchpoint === null ? (stage ?? null) : null };
      const key = JSON.stringify(place);
      astray.set(key, { ...place, count: (astray.get(key)?.count ?? 0) + 1 });
    }
  });
  const nameOf = ({ touchpoint, stage }: { touchpoint: string | null; stage: string | null }): string =>
    touchpoint ?? stage ?? "";
  const elsewhere = [...astray.values()].sort((a, b) => b.count - a.count || (nameOf(a) < nameOf(b) ? -1 : 1));
  return { stages, elsewhere, counts };
}
