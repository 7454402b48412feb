/** What is known of customers by number: the cohort of each, and how many of its ages have fully elapsed. */
export interface CohortMembers {
  /** Numbers of cohorts from 0. */
  readonly cohort: ArrayLike<number>;
  readonly elapsed: ArrayLike<number>;
}

/** One row of the table, by age from 0. */
export interface CohortCounts {
  size: number;
  /** Customers whose age has fully elapsed. */
  readonly eligible: number[];
  /** Of these, the ones active at that age. */
  readonly retained: number[];
  /** Of these, the ones active at that age or later. */
  readonly retainedOrLater: number[];
}

/** Replaces every figure by the sum of it and all that follow. */
function sumFromEnd(figures: number[]): void {
  for (let index = figures.length - 2; index >= 0; index--)
    figures[index] = (figures[index] ?? 0) + (figures[index + 1] ?? 0);
}

/** Events in the order of their ages, by a counting sort; those of ages beyond the table are left out. */
function byAge(ages: ArrayLike<number>, width: number): Int32Array {
  const offsets = new Int32Array(width + 1);
  for (let event = 0; event < ages.length; event++) {
    const age = ages[event] ?? 0;
    if (age < width) offsets[age + 1] = (offsets[age + 1] ?? 0) + 1;
  }
  for (let age = 0; age < width; age++) offsets[age + 1] = (offsets[age + 1] ?? 0) + (offsets[age] ?? 0);
  const order = new Int32Array(offsets[width] ?? 0);
  for (let event = 0; event < ages.length; event++) {
    const age = ages[event] ?? 0;
    if (age >= width) continue;
    const place = offsets[age] ?? 0;
    order[place] = event;
    offsets[age] = place + 1;
  }
  return order;
}

/**
 * The table of cohorts by age, linear in customers, events and cells.
 *
 * @param members Who is in which cohort.
 * @param cohorts How many cohorts there are.
 * @param codes Per event, the number of its customer.
 * @param ages Per event, the customer's age at it.
 * @param width How many ages the table has.
 */
export function cohortTable(
  { cohort, elapsed }: CohortMembers,
  cohorts: number,
  codes: ArrayLike<number>,
  ages: ArrayLike<number>,
  width: number,
): CohortCounts[] {
  const zeros = (): number[] => new Array<number>(width).fill(0);
  const table = Array.from({ length: cohorts }, () => ({
    size: 0,
    eligible: zeros(),
    retained: zeros(),
    retainedOrLater: zeros(),
  }));
  const oldest = new Int32Array(cohort.length);
  for (let event = 0; event < codes.length; event++) {
    const code = codes[event] ?? 0;
    const age = ages[event] ?? 0;
    if (age > (oldest[code] ?? 0)) oldest[code] = age;
  }
  for (let code = 0; code < cohort.length; code++) {
    const row = table[cohort[code] ?? 0];
    const last = Math.min(elapsed[code] ?? 0, width) - 1;
    if (row === undefined) continue;
    row.size++;
    if (last < 0) continue;
    row.eligible[last] = (row.eligible[last] ?? 0) + 1;
    const seen = Math.min(oldest[code] ?? 0, last);
    row.retainedOrLater[seen] = (row.retainedOrLater[seen] ?? 0) + 1;
  }
  for (const row of table) {
    sumFromEnd(row.eligible);
    sumFromEnd(row.retainedOrLater);
  }
  // In the order of ages a customer's events of one age follow each other, whoever else's stand between.
  const counted = new Int32Array(cohort.length).fill(-1);
  for (const event of byAge(ages, width)) {
    const code = codes[event] ?? 0;
    const age = ages[event] ?? 0;
    if (counted[code] === age || age >= (elapsed[code] ?? 0)) continue;
    counted[code] = age;
    const retained = table[cohort[code] ?? 0]?.retained;
    if (retained !== undefined) retained[age] = (retained[age] ?? 0) + 1;
  }
  return table;
}
