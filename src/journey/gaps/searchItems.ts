import type { EventLog } from "../log/eventLog.js";
import { type Concentrated, concentrations, type SiteSearch } from "./concentrations.js";
import { affectedCustomers } from "./exposure.js";
import type { EffectOf } from "./gapEffects.js";
import type { SearchItem } from "./gapSearch.js";
import type { PathFinding } from "./pathGaps.js";
import type { BrokenPromise } from "./promiseGaps.js";
import { siteColumns } from "./siteColumns.js";
import { siteScanner } from "./siteScanner.js";
import { tellFinding } from "./tellFinding.js";

/** Fewer affected customers than this are in no place that stands out. */
const fewestToPlace = 3;

/** The findings with the places where each concentrates. */
export function searchItems(
  findings: readonly PathFinding[],
  log: EventLog,
  timeZone: string | undefined,
  options: { level: number; tolerance: number; minimumN: number; everyone: number; effectOf: EffectOf },
): SearchItem[] {
  const { level, minimumN } = options;
  const where = siteColumns(log, timeZone);
  const searches = new Map<string | undefined, SiteSearch>();
  const searchOf = ({ blindTo }: PathFinding): SiteSearch => {
    const known = searches.get(blindTo);
    if (known !== undefined) return known;
    const visible = { ...where, columns: where.columns.filter(({ name }) => name !== blindTo) };
    const made = {
      scan: siteScanner(visible, log.at, minimumN),
      scanValues: siteScanner({ ...visible, periods: null }, log.at, minimumN),
    };
    searches.set(blindTo, made);
    return made;
  };
  const canPlace = where.columns.length > 0 || where.periods !== null;
  return findings.map((finding): SearchItem => {
    const { kind, stage, touchpoint, exposure, pValue } = finding;
    const customers = affectedCustomers(exposure, level);
    const place = { kind, stage, touchpoint };
    // What is only news if it concentrates is not missed where it is too thin.
    if (exposure.of < minimumN) return { place, customers, pValues: pValue === null ? [null] : [], tell: () => [] };
    const places: Concentrated[] =
      canPlace && exposure.affected.length >= fewestToPlace
        ? concentrations(exposure, searchOf(finding), where, level)
        : [];
    return {
      place,
      customers,
      pValues: [pValue, ...places.map((one) => one.pValue)],
      tell: (adjusted) => tellFinding(finding, places, adjusted, options),
    };
  });
}

/** A promise with its test, if there are enough answers to make one. */
export function promiseItem(
  { kind, stage, touchpoint, pValue, customers, facts }: BrokenPromise,
  level: number,
): SearchItem {
  return {
    place: { kind, stage, touchpoint },
    customers,
    pValues: pValue === null ? [] : [pValue],
    tell: ([adjusted]) => ((adjusted ?? 1) <= 1 - level ? [facts()] : []),
  };
}
