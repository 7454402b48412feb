import { CxError } from "../../error/cxError.js";
import { type SequentialBoundariesResult, sequentialBoundaries } from "../../stats/sequentialBoundaries.js";
import type { ExperimentLooks, ExperimentWarning } from "./experimentResult.js";

/** How often an experiment is looked at, and how large it is to become. */
export interface ExperimentSchedule {
  /**
   * How many times results are looked at in all, equally far apart (O'Brien and Fleming); or the share of the planned customers at each
   * look until now, rising (Lan and DeMets). @defaultValue a single look
   */
  readonly looks?: number | readonly number[];
  /** Which of the looks this is, from 1. @defaultValue the one that comes nearest to `plannedN`, or else the last */
  readonly look?: number;
  /** How many customers were planned for all variants together. */
  readonly plannedN?: number;
}

/** What is to be told of the looks, and what adjusted p-values are held against. */
interface JudgedLooks {
  readonly sequential: ExperimentLooks | null;
  readonly threshold: number;
  readonly warnings: readonly ExperimentWarning[];
}

// The least share of information that boundaries are computed for.
const leastInformation = 1e-4;

const inPercent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function lookFrom(boundaries: SequentialBoundariesResult, look: number): ExperimentLooks {
  const { looks, peeking, method } = boundaries;
  return { look, looks, peeking, method };
}

/** Reads the schedule at once; what it means for the results depends on the customers that there are. */
export function readSchedule(schedule: ExperimentSchedule, level: number): (n: number) => JudgedLooks {
  const { looks, look, plannedN } = schedule;
  if (plannedN !== undefined && !(plannedN >= 1 && Number.isFinite(plannedN))) {
    throw new CxError("invalid-option", "experiment requires a plannedN of at least 1", plannedN);
  }
  const method = typeof looks === "number" ? "obrien-fleming" : "lan-demets";
  const planned = looks === undefined ? null : sequentialBoundaries({ looks, level, method });
  const count = planned?.looks.length ?? 1;
  if (look !== undefined && !(Number.isInteger(look) && look >= 1 && look <= count)) {
    throw new CxError("invalid-option", `experiment requires a look from 1 to ${count}`, look);
  }
  return (n) => {
    const information = plannedN === undefined ? null : Math.min(1, n / plannedN);
    if (planned === null) {
      if (information === null) return { sequential: null, threshold: 1 - level, warnings: [] };
      const now = sequentialBoundaries({ looks: [Math.max(information, leastInformation)], level, method });
      const words = `only ${n} of ${plannedN} customers are in: the difference counts from an adjusted p-value of ${now.looks[0]?.nominal.toPrecision(2)} on, if this is the first look`;
      return {
        sequential: lookFrom(now, 1),
        threshold: now.looks[0]?.nominal ?? 0,
        warnings: information < 1 ? [{ code: "early-look", words }] : [],
      };
    }
    const nearest = information === null || typeof looks !== "number" ? count : Math.round(information * count);
    const current = look ?? Math.min(count, Math.max(1, nearest));
    const threshold = planned.looks[current - 1]?.nominal ?? 0;
    const words = `of ${count} looks this is number ${current}: tested at ${inPercent(1 - level)} each, they would find a difference where there is none in ${inPercent(planned.peeking)} of experiments; at this one the difference counts from an adjusted p-value of ${threshold.toPrecision(2)} on`;
    return {
      sequential: lookFrom(planned, current),
      threshold,
      warnings: count > 1 ? [{ code: "peeking", words }] : [],
    };
  };
}
