import type { CxError } from "../../error/cxError.js";
import { averageMetric } from "../../kpi/average.js";
import { benjaminiHochberg } from "../../stats/benjaminiHochberg.js";
import { timeReader } from "../../time/parseTime.js";
import { failedOutcomes as usualFailures } from "../conformance/conformance.js";
import { designModel } from "../conformance/designModel.js";
import { judgeLog } from "../conformance/judgeLog.js";
import { type JourneyDesign, journeyDesign } from "../design/journeyDesign.js";
import type { EventLog } from "../log/eventLog.js";
import { filterLog } from "../log/filterLog.js";
import { answersByPlace } from "./answersByPlace.js";
import { countCases } from "./countCases.js";
import { coverageGaps } from "./coverageGaps.js";
import { designGaps } from "./designGaps.js";
import { deviationExposures } from "./deviationExposures.js";
import { deviationGaps } from "./deviationGaps.js";
import { frameGap, type GapFacts, gapId } from "./frameGap.js";
import type { Gap, GapKind } from "./gap.js";
import { type EffectOf, gapEffects, type KpiMetric } from "./gapEffects.js";
import { gapSearch, type JudgedPlace, type SearchItem } from "./gapSearch.js";
import { type JourneyFeedback, satisfactionOf } from "./journeyFeedback.js";
import { checkInput, type JourneyGapsInput } from "./journeyGapsInput.js";
import { outcomeEffects } from "./outcomeEffects.js";
import { type PathFinding, pathGaps } from "./pathGaps.js";
import { personaCounts } from "./personaCounts.js";
import { emotionPledge, promiseGaps, satisfactionPledge } from "./promiseGaps.js";
import { promiseItem, searchItems } from "./searchItems.js";
import { tellOnce } from "./tellOnce.js";
import { walkLog } from "./walkLog.js";

/** A place of the design at which too little is known to look for a kind of gap. */
export interface ThinPlace {
  readonly id: string;
  readonly kind: GapKind;
  readonly stage: string | null;
  readonly touchpoint: string | null;
  /** How many customers it could affect, or how many answered. */
  readonly n: number;
  /** How many it would take (`minimumN`). */
  readonly needed: number;
}

/** What a search for gaps came to. */
export interface JourneyGapReport {
  /** The gaps, most severe first. */
  readonly gaps: readonly Gap[];
  /** Every place that was judged by a test. */
  readonly judged: readonly JudgedPlace[];
  /** Where nobody can tell yet. */
  readonly tooThin: readonly ThinPlace[];
  /**
   * Answers with a score or sentiment whose customer the log does not have, such as where ids are written in another way: they tell
   * nothing of the effect of a gap in the paths. Anonymous answers do not count. Null where log or feedback is not given.
   */
  readonly unmatched: number | null;
  /** How many tests were made in all, each search for the places of a gap as one; the rate of false discoveries is held over them. */
  readonly tests: number;
}

/**
 * The gaps of a journey, as `journeyGaps` gives them, with all that was judged and what was too thin to judge.
 *
 * @param input As for `journeyGaps`.
 * @returns The gaps; each place that a test judged, with its p-value before and after the adjustment for the whole search; and the
 * places where fewer than `minimumN` customers could have been affected, or answered.
 * @throws A {@link CxError} as `journeyGaps` does.
 *
 * @example
 * ```ts
 * import { eventLog, journeyGapReport } from "cxkit";
 *
 * const touchpoints = ["order", "deliver", "review"].map((id) => ({ id, name: id }));
 * const paths = Array.from({ length: 60 }, (_, i) => (i < 5 ? ["order", "deliver", "review"] : i < 8 ? ["order", "deliver"] : ["order"]));
 * const rows = paths.flatMap((path, who) => path.map((touchpoint, at) => ({ who: `c${who}`, touchpoint, at })));
 * const log = eventLog(rows, { customer: (row) => row.who, touchpoint: (row) => row.touchpoint, at: (row) => row.at });
 * const report = journeyGapReport({ journey: { stages: [{ id: "s", name: "Buy", touchpoints }] }, log, dropOffAfterSeconds: 0 });
 * report.gaps.map(({ id }) => id); // => ["drop-off/s/order"]
 * report.tooThin.map(({ id, n }) => [id, n]); // => […]
 * ```
 */
export function journeyGapReport<Row extends JourneyFeedback>(input: JourneyGapsInput<Row>): JourneyGapReport {
  checkInput(input);
  const { journey, kpiDirection, level = 0.95, tolerance = 0.05, minimumN = 10 } = input;
  const options = { level, tolerance, minimumN };
  const readNow = timeReader(input.timeZone, "journeyGaps: now");
  const readCheckedAt = timeReader(input.timeZone, "journeyGaps: checkedAt");
  const now = input.now === undefined ? null : readNow(input.now);
  const log = input.log === undefined || now === null ? input.log : filterLog(input.log, { to: now });
  const design = journeyDesign(journey, log?.touchpoints);
  const feedback = input.feedback === undefined ? null : Array.from(input.feedback);
  const walk =
    log === undefined
      ? null
      : walkLog(log, design, { dropOffAfterSeconds: input.dropOffAfterSeconds, end: now ?? undefined });
  const answers = feedback === null ? null : answersByPlace("journeyGaps", feedback, journey, design, input.sentiment);
  const unmatched = log === undefined || answers === null ? null : countUnmatched(answers.byCustomer, log);
  const effectOf = effects(input, feedback, level);

  const items: SearchItem[] = [];
  if (log !== undefined && walk !== null) {
    const findings = [...pathGaps(walk, design, tolerance), ...deviations(input, log, design, now, tolerance)];
    items.push(...searchItems(findings, log, input.timeZone, { ...options, everyone: walk.customers, effectOf }));
  }
  if (answers !== null) {
    const broken = [
      ...promiseGaps(satisfactionPledge, answers.satisfaction, design, walk, effectOf, options),
      ...promiseGaps(emotionPledge, answers.emotion, design, walk, effectOf, options),
    ];
    items.push(...broken.map((one) => promiseItem(one, level)));
  }
  const search = gapSearch(items, level);
  // A sentiment is heard in comments too, so that the emotion rests on more than the scores.
  const { facts, within } =
    input.sentiment === undefined ? tellOnce(search.facts) : { facts: search.facts, within: new Set<string>() };
  const judged = search.judged.map((place) => (within.has(place.id) ? { ...place, told: false } : place));

  const counts = answers && {
    places: answers.emotion.map(({ length }) => length),
    stages: new Map(Array.from(answers.stages, ([stage, about]) => [stage, about.length])),
    elsewhere: answers.elsewhere,
  };
  const checkedAt = journey.checkedAt === undefined ? null : readCheckedAt(journey.checkedAt);
  const lastEvent = log === undefined || log.at.length === 0 ? null : log.at.reduce((last, at) => Math.max(last, at));
  facts.push(
    ...coverageGaps(journey.stages, design, walk, counts, options),
    ...designGaps({
      design,
      walk,
      stakeholders: input.stakeholders,
      level,
      checkedAt,
      now: now ?? lastEvent,
      staleAfterDays: input.staleAfterDays ?? 365,
      personas: input.personas ?? [],
      designedFor: journey.persona,
      ...personaCounts(log, feedback, input.personaOf),
    }),
  );

  const casesAt = input.cases === undefined ? null : countCases(input.cases);
  const harm = { level, lowerIsBetter: kpiDirection === "lower-is-better" };
  const gaps = withAdjustedEffects(facts)
    .map((fact) => {
      const evidence = casesAt === null ? fact.evidence : { ...fact.evidence, cases: casesAt(fact) };
      return frameGap({ ...fact, evidence }, harm);
    })
    .sort((a, b) => b.severity - a.severity || (a.id < b.id ? -1 : 1));
  const tooThin = items.flatMap(({ place, customers, pValues }): ThinPlace[] =>
    pValues.length > 0 ? [] : [{ id: gapId(place), ...place, n: customers.of, needed: minimumN }],
  );
  return { gaps, judged, tooThin, unmatched, tests: search.tests };
}

/** How many answers are of customers whom a log does not know. */
function countUnmatched(byCustomer: ReadonlyMap<string, number>, log: EventLog): number {
  const known = new Set(log.customers);
  let unmatched = 0;
  for (const [customer, count] of byCustomer) if (!known.has(customer)) unmatched += count;
  return unmatched;
}

/** What effects are told in: the outcome, the KPI, or satisfaction. */
function effects<Row extends JourneyFeedback>(
  input: JourneyGapsInput<Row>,
  feedback: readonly Row[] | null,
  level: number,
): EffectOf {
  if (input.outcome !== undefined) return outcomeEffects(input.outcome, level);
  if (feedback === null) return () => null;
  const kpi: KpiMetric<Row> = input.kpi ?? averageMetric(satisfactionOf, { name: "satisfaction", level });
  return gapEffects(feedback, kpi, level);
}

/** The findings that come of aligning paths with the design. */
function deviations<Row extends JourneyFeedback>(
  { journey, dropOffAfterSeconds, failedOutcomes = usualFailures }: JourneyGapsInput<Row>,
  log: EventLog,
  design: JourneyDesign,
  now: number | null,
  tolerance: number,
): PathFinding[] {
  if (design.places.length === 0) return [];
  const model = designModel(journey, log.touchpoints);
  const judged = judgeLog(log, model, { end: now ?? undefined, dropOffAfterSeconds, failedOutcomes });
  const end = now ?? log.at.reduce((last, at) => Math.max(last, at), Number.NEGATIVE_INFINITY);
  return deviationGaps(design.places, deviationExposures(log, model, judged, failedOutcomes, end), tolerance);
}

/** The same facts, with the p-values of their effects adjusted for how many they are. */
function withAdjustedEffects(facts: readonly GapFacts[]): GapFacts[] {
  const adjusted = benjaminiHochberg(facts.map(({ effect }) => effect?.pValue ?? null));
  return facts.map((fact, index) => {
    if (fact.effect === null) return fact;
    return { ...fact, effect: { ...fact.effect, adjustedPValue: adjusted[index] ?? null } };
  });
}
