import { checkOptions, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { hashText } from "../../stats/murmurHash3.js";
import { checkLog, type EventLog } from "./eventLog.js";
import { subsetLog } from "./subsetLog.js";

/** Options of {@link sampleLog}. */
export interface SampleLogOptions {
  /** How many customers, a whole number of at least 0; of a log with no more customers the sample is the log. */
  readonly customers: number;
  /** A whole number from 0 to 2^32 − 1; another one gives another sample. @defaultValue 1 */
  readonly seed?: number;
}

/**
 * A sample of customers, each with all events: to try on a thousand customers what will run on a million. (A sample of events would
 * tear paths apart.)
 *
 * Customers are drawn by a hash of their ids: whoever is in the sample of one log is in that of another with the same seed as far as
 * the number allows, the smaller sample is part of the larger one, and the order of rows does not matter.
 *
 * @param log An event log.
 * @param options How many customers, and the seed.
 * @returns The log of the sample, with the `missing` and `invalid` of the whole.
 * @throws A {@link CxError} `invalid-option` when it is no event log, or an option is wrong.
 *
 * @example
 * ```ts
 * import { eventLog, sampleLog } from "cxkit";
 *
 * const visits = Array.from({ length: 300 }, (_, index) => ({ id: `c${index % 100}`, at: index }));
 * const log = eventLog(visits, { customer: (row) => row.id, touchpoint: () => "visit", at: (row) => row.at });
 * const sample = sampleLog(log, { customers: 10 });
 * sample.customers.length; // => 10
 * sample.at.length; // => 30
 * ```
 */
export function sampleLog(log: EventLog, options: SampleLogOptions): EventLog {
  checkLog("sampleLog", log);
  checkOptions("sampleLog", options, ["customers", "seed"]);
  const { customers: size, seed = 1 } = options;
  if (!(Number.isSafeInteger(size) && size >= 0)) {
    refuseOption("sampleLog requires customers to be a whole number of at least 0", size);
  }
  if (!(Number.isSafeInteger(seed) && seed >= 0 && seed < 2 ** 32)) {
    refuseOption("sampleLog requires a seed that is a whole number from 0 to 4294967295", seed);
  }
  const ranked = log.customers.map((id, customer) => ({ id, customer, hash: hashText(id, seed) }));
  ranked.sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : 1));
  const mask = new Uint8Array(log.at.length);
  for (const { customer } of ranked.slice(0, size)) mask.fill(1, log.offsets[customer], log.offsets[customer + 1]);
  return subsetLog(log, mask);
}
