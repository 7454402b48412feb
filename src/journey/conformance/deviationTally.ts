import type { DesignModel } from "./designModel.js";
import { type DeviationKind, type DeviationPlace, deviationKinds } from "./deviation.js";

/** One kind of deviation at one place, with the customers whom it affects. */
export interface DeviationTally extends DeviationPlace {
  /** The number of the place; −1 for an unplanned event, or where any alternative would do. */
  readonly place: number;
  /** The number of the site, see `TallyList`. */
  readonly site: number;
  /** Indices of customers, ascending; of `missing`, some may be among the `untold`. */
  readonly affected: number[];
  /** The customers whom it could affect, ascending; null for all of the log. */
  among: readonly number[] | null;
  /** Those of them of whom nobody can tell, or who tell of the quick alone, ascending. */
  untold: readonly number[];
  visits: number;
  left: number;
  /** Of `missing`, those who left before the step before it: they had no chance to come. */
  readonly early: number[];
}

/** The same without customers who left earlier: neither they nor what goes with them tells of this step. */
export function withChance(tally: DeviationTally): DeviationTally {
  const untold = [...new Set([...tally.untold, ...tally.early])];
  return { ...tally, affected: counted({ ...tally, untold }), untold };
}

/** The customers affected who count in a share. */
export function counted({ affected, untold }: Pick<DeviationTally, "affected" | "untold">): number[] {
  if (untold.length === 0) return affected;
  const out = new Set(untold);
  return affected.filter((customer) => !out.has(customer));
}

/** How many customers a deviation could affect, of those who count. */
export function eligible({ among, untold }: DeviationTally, everyone: number): number {
  return (among?.length ?? everyone) - untold.length;
}

/** Most customers first; alike, in the order of kinds and names. */
export function bySize(a: DeviationTally, b: DeviationTally): number {
  const byName = (x: string | null, y: string | null): number => ((x ?? "") < (y ?? "") ? -1 : x === y ? 0 : 1);
  return (
    b.affected.length - a.affected.length ||
    deviationKinds.indexOf(a.kind) - deviationKinds.indexOf(b.kind) ||
    byName(a.stage, b.stage) ||
    byName(a.touchpoint, b.touchpoint)
  );
}

/** Deviations as they are met, customer by customer. */
export interface TallyList {
  readonly list: DeviationTally[];
  /** Begins a customer. */
  readonly begin: () => void;
  /** The numbers of the deviations of the customer. */
  readonly mine: () => readonly number[];
  /** The number of the site where any of the places of a part is missing. */
  readonly siteOfPart: (part: number) => number;
  /** The number of the site of an unplanned event, by the number of its name in the log. */
  readonly siteOfEvent: (code: number) => number;
  /** A site is a place by its number, a part, or an unplanned event. */
  readonly add: (customer: number, kind: DeviationKind, site: number, visits: number) => DeviationTally;
}

/** Lists deviations as they are met. */
export function tallyList({ design: { places }, parts }: DesignModel, events: readonly string[]): TallyList {
  const list: DeviationTally[] = [];
  const numbers = new Map<number, number>();
  const sites = places.length + parts.length + events.length;
  // Most customers have none, and share the list of them.
  const none: number[] = [];
  let mine = none;
  return {
    list,
    begin: () => {
      mine = none;
    },
    mine: () => mine,
    siteOfPart: (part) => places.length + part,
    siteOfEvent: (code) => places.length + parts.length + code,
    add: (customer, kind, site, visits) => {
      const key = deviationKinds.indexOf(kind) * sites + site;
      let number = numbers.get(key);
      if (number === undefined) {
        const named = places[site];
        const stage = named?.stage.id ?? parts[site - places.length]?.stage.id ?? null;
        const touchpoint = named?.touchpoint.id ?? events[site - places.length - parts.length] ?? null;
        const place = named === undefined ? -1 : site;
        number =
          list.push({
            kind,
            stage,
            touchpoint,
            place,
            site,
            affected: [],
            among: null,
            untold: [],
            visits: 0,
            left: 0,
            early: [],
          }) - 1;
        numbers.set(key, number);
      }
      const tally = list[number] as DeviationTally;
      tally.visits += visits;
      if (tally.affected.at(-1) !== customer) {
        tally.affected.push(customer);
        if (mine === none) mine = [number];
        else mine.push(number);
      }
      return tally;
    },
  };
}
