import { wilson } from "../../stats/wilson.js";
import type { CustomerShare } from "./deviation.js";

/** Some customers out of others, with Wilson's interval. */
export function customerShare(count: number, of: number, level: number): CustomerShare {
  if (of === 0) return { count, of, share: null, interval: null };
  return { count, of, share: count / of, interval: wilson(count, of, { level }) };
}
