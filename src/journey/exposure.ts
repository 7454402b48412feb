import { incompleteBeta } from "../stats/incompleteBeta.js";
import { wilson } from "../stats/wilson.js";
import type { AffectedCustomers } from "./gap.js";

const mostExamples = 5;

/** So many affected out of so many, who stand for `everyone`. */
export function affectedCustomers(count: number, of: number, level: number, everyone: number = of): AffectedCustomers {
  if (of === 0) return { count, of, share: null, interval: null, estimated: null };
  return { count, of, share: count / of, interval: wilson(count, of, { level }), estimated: (count / of) * everyone };
}

/** The customers whom a gap could affect, and those it does. */
export class Exposure {
  of = 0;
  count = 0;
  readonly affected: string[] = [];
  readonly others: string[] = [];

  /** Counts one more customer. */
  add(customer: string, isAffected: boolean): void {
    this.of++;
    if (isAffected) {
      this.count++;
      this.affected.push(customer);
    } else this.others.push(customer);
  }

  /** A few of the affected, to look at. */
  get examples(): string[] {
    return this.affected.slice(0, mostExamples);
  }

  /** @param everyone How many these customers stand for, where they are a sample. */
  customers(level: number, everyone: number = this.of): AffectedCustomers {
    return affectedCustomers(this.count, this.of, level, everyone);
  }

  /** The exact binomial probability of as many affected, or more, were the true share no larger than `share`. */
  pValueOver(share: number): number {
    return this.count === 0 ? 1 : incompleteBeta(share, this.count, this.of - this.count + 1);
  }
}
