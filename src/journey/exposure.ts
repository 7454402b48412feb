import { incompleteBeta } from "../stats/incompleteBeta.js";
import { wilson } from "../stats/wilson.js";
import type { AffectedCustomers } from "./gap.js";

const mostExamples = 5;

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

  customers(level: number): AffectedCustomers {
    const { count, of } = this;
    if (of === 0) return { count, of, share: null, interval: null };
    return { count, of, share: count / of, interval: wilson(count, of, { level }) };
  }

  /** The exact binomial probability of as many affected, or more, were the true share no larger than `share`. */
  pValueOver(share: number): number {
    return this.count === 0 ? 1 : incompleteBeta(share, this.count, this.of - this.count + 1);
  }
}
