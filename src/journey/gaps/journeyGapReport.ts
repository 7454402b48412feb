import type { CxError } from "../../error/cxError.js";
import { averageMetric } from "../../kpi/average.js";
import { benjaminiHochberg } from "../../stats/benjaminiHochberg.js";
import { timeReader } from "../../time/parseTime.js";
import { failedOutcomes as usualFailures } from "../conformance/conformance.js";
import { designModel } from "../conformance/designModel.js";
import { judgeLog } from "../conformance/judgeLog.js";
import { type JourneyDesign, journeyDesign } from "../design/journeyDesign.js";
import type { EventLog } from "../log/eventLog.js";
import { answersByPlace } from "./answersByPlace.js";
import { type Concentrated, concentrations } from "./concentrations.js";
import { coverageGaps } from "./coverageGaps.js";
import { staleEvidenceGaps, unownedGaps, untouchedPersonaGaps } from "./designGaps.js";
import { deviationExposures } from "./deviationExposures.js";
import { deviationGaps } from "./deviationGaps.js";
import { affectedCustomers } from "./exposure.js";
import { frameGap, type GapFacts, gapId } from "./frameGap.js";
import type { AffectedCustomers, Gap, GapKind } from "./gap.js";
import { type EffectOf, gapEffects, type KpiMetric } from "./gapEffects.js";
import { type JourneyFeedback, satisfactionOf } from "./journeyFeedback.js";
import { checkInput, type JourneyGapsInput } from "./journeyGapsInput.js";
import { outcomeEffects } from "./outcomeEffects.js";
import { type PathFinding, pathGaps } from "./pathGaps.js";
import { personaCounts } from "./personaCounts.js";
import { type BrokenPromise, emotionPledge, promiseGaps, satisfactionPledge } from "./promiseGaps.js";
import { siteScanner } from "./scanSites.js";
import { tellFinding } from "./searchPaths.js";
import { siteColumns } from "./siteColumns.js";
import { walkLog } from "./walkLog.js";

/** A place of the design at which a kind of gap was looked for, whether it was found or not. */
export interface JudgedPlace {
  /** The id that the gap has, or would have. */
  readonly id: string;
  readonly kind: GapKind;
  readonly stage: string | null;
  readonly touchpoint: string | null;
  /** Whom it affects; null of an experience or emotion, which are means, where no gap is told. */
  readonly customers: AffectedCustomers | null;
  readonly pValue: number;
  /** For the whole search, by Benjamini and Hochberg. */
  readonly adjustedPValue: number;
  /** Whether it is told as a gap. */
  readonly told: boolean;
}

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
  /** How many tests were made in all, each search for the places of a gap as one; the rate of false discoveries is held over them. */
  readonly tests: number;
}

/** A test, or several that belong together, and what is told when their adjusted p-values are known. */
interface Item {
  readonly place: Pick<Gap, "kind" | "stage" | "touchpoint">;
  readonly customers: AffectedCustomers | null;
  readonly pValues: readonly (number | null)[];
  readonly tell: (adjusted: readonly (number | null)[]) => GapFacts[];
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
  const { journey, log, kpiDirection, level = 0.95, tolerance = 0.05, minimumN = 10 } = input;
  const options = { level, tolerance, minimumN };
  const design = journeyDesign(journey);
  const readTime = timeReader(undefined, "journeyGaps: now");
  const now = input.now === undefined ? null : readTime(input.now);
  const feedback = input.feedback === undefined ? null : Array.from(input.feedback);
  const walk =
    log === undefined
      ? null
      : walkLog(log, design, { dropOffAfterSeconds: input.dropOffAfterSeconds, end: now ?? undefined });
  const answers = feedback === null ? null : answersByPlace("journeyGaps", feedback, design, input.sentiment);
  const effectOf = effects(input, feedback, level);

  const items: Item[] = [];
  if (log !== undefined && walk !== null) {
    const findings = [...pathGaps(walk, design, tolerance), ...deviations(input, log, design, now, tolerance)];
    items.push(...pathItems(findings, log, input, { ...options, everyone: walk.customers, effectOf }));
  }
  if (answers !== null) {
    const broken = [
      ...promiseGaps(satisfactionPledge, answers.satisfaction, design, walk, effectOf, options),
      ...promiseGaps(emotionPledge, answers.emotion, design, walk, effectOf, options),
    ];
    items.push(...broken.map((one) => promiseItem(one, level)));
  }
  const { facts, judged, tests } = search(items, level);

  const counts = answers && {
    places: answers.emotion.map(({ length }) => length),
    stages: answers.stages,
    elsewhere: answers.elsewhere,
  };
  const checkedAt = journey.checkedAt === undefined ? null : readTime(journey.checkedAt);
  const lastEvent = log === undefined || log.at.length === 0 ? null : log.at.reduce((last, at) => Math.max(last, at));
  facts.push(
    ...coverageGaps(journey.stages, design, walk, counts, options),
    ...unownedGaps(design, walk, input.stakeholders, level),
    ...staleEvidenceGaps(checkedAt, now ?? lastEvent, input.staleAfterDays ?? 365),
    ...untouchedPersonaGaps(input.personas ?? [], journey.persona, personaCounts(log, feedback, input.personaOf)),
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
    pValues.length > 0 ? [] : [{ id: gapId(place), ...place, n: customers?.of ?? 0, needed: minimumN }],
  );
  return { gaps, judged, tooThin, tests };
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
  const model = designModel(journey);
  const judged = judgeLog(log, model, { end: now ?? undefined, dropOffAfterSeconds, failedOutcomes });
  return deviationGaps(design.places, deviationExposures(log, model, judged, failedOutcomes), tolerance);
}

/** Fewer affected customers than this are in no place that stands out. */
const fewestToPlace = 3;

/** The findings with the places where each concentrates. */
function pathItems<Row extends JourneyFeedback>(
  findings: readonly PathFinding[],
  log: EventLog,
  { timeZone }: JourneyGapsInput<Row>,
  options: { level: number; tolerance: number; minimumN: number; everyone: number; effectOf: EffectOf },
): Item[] {
  const { level, minimumN } = options;
  const where = siteColumns(log, timeZone);
  const scan = siteScanner(where, log.at, minimumN);
  const blind = new Map<string, ReturnType<typeof siteScanner>>();
  const scanOf = ({ blindTo }: PathFinding): ReturnType<typeof siteScanner> => {
    if (blindTo === undefined) return scan;
    const columns = where.columns.filter(({ name }) => name !== blindTo);
    const made = blind.get(blindTo) ?? siteScanner({ ...where, columns }, log.at, minimumN);
    blind.set(blindTo, made);
    return made;
  };
  const canPlace = where.columns.length > 0 || where.periods !== null;
  return findings.map((finding): Item => {
    const { kind, stage, touchpoint, exposure, pValue } = finding;
    const customers = affectedCustomers(exposure, level);
    const place = { kind, stage, touchpoint };
    if (exposure.of < minimumN) return { place, customers, pValues: [], tell: () => [] };
    const places: Concentrated[] =
      canPlace && exposure.affected.length >= fewestToPlace
        ? concentrations(exposure, scanOf(finding), where, level)
        : [];
    return {
      place,
      customers,
      pValues: [pValue, ...places.map((one) => one.pValue)],
      tell: (adjusted) => tellFinding(finding, places, adjusted, options),
    };
  });
}

function promiseItem({ kind, stage, touchpoint, pValue, respondents, facts }: BrokenPromise, level: number): Item {
  const customers = affectedCustomers({ affected: [], of: respondents }, level);
  return {
    place: { kind, stage, touchpoint },
    customers,
    pValues: pValue === null ? [] : [pValue],
    tell: ([adjusted]) => ((adjusted ?? 1) <= 1 - level ? [facts()] : []),
  };
}

/** Tells what the whole search found, with the rate of false discoveries held over all of it. */
function search(
  items: readonly Item[],
  level: number,
): { readonly facts: GapFacts[]; readonly judged: readonly JudgedPlace[]; readonly tests: number } {
  const pValues = items.flatMap((item) => item.pValues);
  const adjusted = benjaminiHochberg(pValues);
  const facts: GapFacts[] = [];
  const judged: JudgedPlace[] = [];
  let from = 0;
  for (const { place, customers, pValues: mine, tell } of items) {
    const own = adjusted.slice(from, from + mine.length);
    from += mine.length;
    const told = tell(own);
    facts.push(...told);
    const [pValue, adjustedPValue] = [mine[0] ?? null, own[0] ?? null];
    if (pValue === null || adjustedPValue === null) continue;
    const isMean = place.kind === "experience" || place.kind === "low-emotion";
    judged.push({
      id: gapId(place),
      ...place,
      customers: isMean ? (told[0]?.customers ?? null) : customers,
      pValue,
      adjustedPValue,
      told: adjustedPValue <= 1 - level,
    });
  }
  return { facts, judged, tests: pValues.filter((pValue) => pValue !== null).length };
}

/** The same facts, with the p-values of their effects adjusted for how many they are. */
function withAdjustedEffects(facts: readonly GapFacts[]): GapFacts[] {
  const adjusted = benjaminiHochberg(facts.map(({ effect }) => effect?.pValue ?? null));
  return facts.map((fact, index) => {
    if (fact.effect === null) return fact;
    return { ...fact, effect: { ...fact.effect, adjustedPValue: adjusted[index] ?? null } };
  });
}

/** How many cases are about the touchpoint of a gap, or about its stage where it has none. */
function countCases(
  cases: Iterable<Pick<JourneyFeedback, "stage" | "touchpoint">>,
): (place: Pick<Gap, "stage" | "touchpoint">) => number {
  const touchpoints = new Map<unknown, number>();
  const stages = new Map<unknown, number>();
  for (const { stage, touchpoint } of cases) {
    touchpoints.set(touchpoint, (touchpoints.get(touchpoint) ?? 0) + 1);
    stages.set(stage, (stages.get(stage) ?? 0) + 1);
  }
  return ({ stage, touchpoint }) => (touchpoint === null ? stages.get(stage) : touchpoints.get(touchpoint)) ?? 0;
}
