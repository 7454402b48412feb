import { average } from "../../kpi/average.js";
import { countShare } from "../../kpi/countShare.js";
import { compare } from "../../metric/compare.js";
import type { Definition } from "../../metric/estimate.js";
import type { GroupKey } from "../../metric/group.js";
import { benjaminiHochberg } from "../../stats/benjaminiHochberg.js";
import type { Interval } from "../../stats/interval.js";
import type { EventLog } from "../log/eventLog.js";
import type { SegmentMembers } from "../log/segmentKeys.js";
import { customerShare } from "./customerShare.js";
import type { CustomerShare, DeviationPlace } from "./deviation.js";
import type { DeviationTally } from "./deviationTally.js";

/** One group's figure less that of all customers outside of it. */
export interface GroupDifference {
  /** Null where either has nobody. */
  readonly difference: number | null;
  readonly interval: Interval | null;
  /** Two-sided, for no difference at all; null where it cannot be told, as where all in a group have the same fitness: see `conforming`. */
  readonly pValue: number | null;
  /** Adjusted for how many there are (Benjamini and Hochberg). */
  readonly adjustedPValue: number | null;
}

/** How the paths of a segment, or of the customers of a channel, fit the design. */
export interface GroupConformance {
  readonly key: GroupKey;
  readonly customers: number;
  /** The mean fitness, 0–1. */
  readonly fitness: number | null;
  readonly fitnessInterval: Interval | null;
  /** Customers without any deviation. */
  readonly conforming: CustomerShare;
  /** The mean fitness, less that of all others. */
  readonly against: GroupDifference;
}

/** How common a deviation is in a group, beside all customers outside of it. */
export interface DeviationContrast extends DeviationPlace, GroupDifference {
  readonly key: GroupKey;
  readonly inside: CustomerShare;
  readonly outside: CustomerShare;
}

/** Conformance by segment or by channel. */
export interface ConformanceCut {
  readonly groups: readonly GroupConformance[];
  /** Every deviation in every group: the surest first, of those the ones in which it is more common. */
  readonly deviations: readonly DeviationContrast[];
}

/** Which groups each customer is of, as numbers. */
export interface Grouping {
  readonly keys: readonly GroupKey[];
  readonly groupsOf: (customer: number) => readonly number[];
}

/** A grouping by segments. */
export function segmentGrouping(segments: readonly SegmentMembers[], everyone: number): Grouping {
  const groups = Array.from({ length: everyone }, (): number[] => []);
  segments.forEach(({ members }, number) => {
    for (const customer of members) groups[customer]?.push(number);
  });
  return { keys: segments.map(({ key }) => key), groupsOf: (customer) => groups[customer] ?? [] };
}

/**
 * A grouping by channel: that of the first visit to a place, or, where a deviation is at none, that of the customer's first event
 * with a channel.
 */
export function channelGrouping(log: EventLog, placeOfCode: Int32Array, place: number | null): Grouping {
  const each = log.channels.map((_, channel) => [channel]);
  return {
    keys: log.channels,
    groupsOf: (customer) => {
      for (let event = log.offsets[customer] ?? 0; event < (log.offsets[customer + 1] ?? 0); event++) {
        if (place !== null && placeOfCode[log.touchpoint[event] ?? 0] !== place) continue;
        const channel = log.channel[event] ?? -1;
        if (channel >= 0) return each[channel] ?? [];
        if (place !== null) return [];
      }
      return [];
    },
  };
}

/** Cuts conformance by a grouping of customers; deviations that are at a touchpoint may have groupings of their own. */
export function conformanceCut(
  fitness: Float64Array,
  deviationsOf: readonly (readonly number[])[],
  tallies: readonly DeviationTally[],
  grouping: Grouping,
  level: number,
  groupingOf: (tally: DeviationTally) => Grouping = () => grouping,
): ConformanceCut {
  const members = grouping.keys.map((): number[] => []);
  fitness.forEach((_, customer) => {
    for (const group of grouping.groupsOf(customer)) members[group]?.push(customer);
  });
  const meanOf = (some: readonly number[]) =>
    average(
      some.map((customer) => fitness[customer] ?? 0),
      { level },
    );
  const groups = members.map((inside, group) => {
    const flags = new Uint8Array(fitness.length);
    for (const customer of inside) flags[customer] = 1;
    const mean = meanOf(inside);
    const { definition: _, ...against } = compare(
      mean,
      meanOf(Array.from(flags.keys()).filter((one) => flags[one] === 0)),
      {
        level,
      },
    );
    const conforming = inside.filter((customer) => deviationsOf[customer]?.length === 0).length;
    return {
      key: grouping.keys[group] ?? null,
      customers: inside.length,
      fitness: mean.value,
      fitnessInterval: mean.interval && {
        ...mean.interval,
        low: Math.max(0, mean.interval.low),
        high: Math.min(1, mean.interval.high),
      },
      conforming: customerShare(conforming, inside.length, level),
      against,
    };
  });
  const groupChances = benjaminiHochberg(groups.map(({ against }) => against.pValue));
  // Whoever could deviate at no touchpoint in particular are all, in the grouping of all.
  const sizes = countGroups(grouping, fitness.keys());
  const contrasts = tallies.flatMap((tally) => contrastsOf(tally, groupingOf(tally), sizes, level));
  const chances = benjaminiHochberg(contrasts.map(({ pValue }) => pValue));
  return {
    groups: groups.map((one, group) => ({
      ...one,
      against: { ...one.against, adjustedPValue: groupChances[group] ?? null },
    })),
    deviations: contrasts
      .map((one, index) => ({ ...one, adjustedPValue: chances[index] ?? null }))
      .sort((a, b) => (a.adjustedPValue ?? 1) - (b.adjustedPValue ?? 1) || (b.difference ?? 0) - (a.difference ?? 0)),
  };
}

/** Customers by group, and how many of them are of any. */
interface GroupCounts {
  readonly by: readonly number[];
  readonly total: number;
}

function countGroups({ keys, groupsOf }: Grouping, customers: Iterable<number>): GroupCounts {
  const by = keys.map(() => 0);
  let total = 0;
  for (const customer of customers) {
    const groups = groupsOf(customer);
    if (groups.length > 0) total++;
    for (const group of groups) by[group] = (by[group] ?? 0) + 1;
  }
  return { by, total };
}

/** One deviation in every group that could have it. */
function contrastsOf(
  { kind, stage, touchpoint, affected, among, untold }: DeviationTally,
  { keys, groupsOf }: Grouping,
  sizes: GroupCounts,
  level: number,
): Omit<DeviationContrast, "adjustedPValue">[] {
  const count = (some: Iterable<number>): GroupCounts => countGroups({ keys, groupsOf }, some);
  const [hit, could, unknown] = [count(affected), among === null ? sizes : count(among), count(untold)];
  const all = could.total - unknown.total;
  const shareOf = countShare("conformance", { level });
  const definition: Definition = { kpi: "deviation", family: "proportion", unit: "share", options: {} };
  const share = (some: number, of: number) => shareOf(some, of, { missing: 0, invalid: 0 }, definition);
  return keys.flatMap((key, group) => {
    const [inside, of] = [hit.by[group] ?? 0, (could.by[group] ?? 0) - (unknown.by[group] ?? 0)];
    if (of === 0) return [];
    const [outside, rest] = [hit.total - inside, all - of];
    const { difference, interval, pValue } = compare(share(inside, of), share(outside, rest), { level });
    return [
      {
        kind,
        stage,
        touchpoint,
        key,
        inside: customerShare(inside, of, level),
        outside: customerShare(outside, rest, level),
        difference,
        interval,
        pValue,
      },
    ];
  });
}
