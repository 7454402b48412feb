import { type Cohort, cohortRetention, type ProtectedCohortRetention } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** Customers by month of their first order, and how many months later each came back. */
const orders = (cohorts: readonly (readonly number[])[]) =>
  cohorts.flatMap((later, month) =>
    later.flatMap((age, index) =>
      [0, age].map((months) => ({ customer: `${month}-${index}`, at: Date.UTC(2026, month + months, 10) })),
    ),
  );
const options = { by: "month", now: "2026-09-01" } as const;
const sizes = ({ cohorts }: ProtectedCohortRetention) => cohorts.map(({ size }) => size);

describe("cohortRetention with minimumN", () => {
  test("hides a small cohort, and the next-smallest that would tell it from the total", () => {
    const rows = orders([[1, 1, 2], [0, 0, 1, 1, 1, 2, 2], new Array(20).fill(1), new Array(9).fill(0)]);
    const plain = cohortRetention(rows, options);
    expect(plain.cohorts.map(({ size }) => size)).toEqual([3, 7, 20, 9]);
    const found = cohortRetention(rows, { ...options, minimumN: 5 });
    expect(sizes(found)).toEqual([null, null, 20, 9]);
    expect(found.cohorts[0]).toEqual({
      start: "2026-01-01T00:00:00Z",
      size: null,
      eligible: new Array(8).fill(null),
      retained: new Array(8).fill(null),
      retainedOrLater: new Array(8).fill(null),
      suppressed: true,
    });
    expect(found.cohorts[2]).toEqual(plain.cohorts[2]);
    expect(found.n).toBe(39);
  });

  test("hides an age over all cohorts where it would tell what is hidden in it", () => {
    // Of age 7 there is only the first cohort, of age 6 the two that are hidden.
    const rows = orders([[1, 1, 2], [0, 0, 1, 1, 1, 2, 2], new Array(20).fill(1), new Array(9).fill(0)]);
    const { ages } = cohortRetention(rows, { ...options, minimumN: 5 });
    expect(ages.map(({ eligible }) => eligible)).toEqual([39, 39, 39, 39, 39, 30, 10, null]);
    expect(ages[7]).toMatchObject({ age: 7, retained: null, rate: { suppressed: true, value: null, n: null } });
    expect(ages[6]).toEqual(cohortRetention(rows, options).ages[6]);
  });

  test("hides all of fewer customers than that, and the cells of a cohort that few have reached", () => {
    const few = cohortRetention(orders([[1, 1, 2]]), { ...options, minimumN: 5 });
    expect([few.n, sizes(few), few.ages.every(({ eligible }) => eligible === null)]).toEqual([null, [null], true]);
    // With rolling ages the customers of one cohort grow older one by one.
    const rows = Array.from({ length: 10 }, (_, index) => ({ customer: index, at: Date.UTC(2026, 0, 1 + index) }));
    const rolling = { by: "month", ages: "rolling", now: "2026-03-05" } as const;
    expect(cohortRetention(rows, rolling).cohorts[0]?.eligible).toEqual([10, 4]);
    const shown = cohortRetention(rows, { ...rolling, minimumN: 5 });
    expect(shown.cohorts[0]).toMatchObject({ size: 10, eligible: [10, null], retained: [10, null] });
    expect(shown.ages.map(({ eligible }) => eligible)).toEqual([10, null]);
  });

  test("is no option where it is no number of customers", () => {
    for (const minimumN of [-1, Number.NaN, "5"]) {
      expect(() => cohortRetention([], { ...options, minimumN: minimumN as number })).toThrowError(/minimumN to be/);
    }
    expect(cohortRetention([], { ...options, minimumN: 5 })).toMatchObject({ n: null, cohorts: [], ages: [] });
  });

  test("never lets a hidden figure be worked out from the totals, and changes none that it shows", () => {
    const months = fc.array(fc.array(fc.nat(5), { maxLength: 12 }), { maxLength: 7 });
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 8 }), (cohorts, minimumN) => {
        const rows = orders(cohorts);
        const plain = cohortRetention(rows, options);
        const found = cohortRetention(rows, { ...options, minimumN });
        const hidden = plain.cohorts.filter((_, place) => found.cohorts[place]?.size === null);
        if (found.n !== null && hidden.length > 0 && hidden.length < plain.cohorts.length) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(hidden.reduce((sum, { size }) => sum + size, 0)).toBeGreaterThanOrEqual(minimumN);
        }
        found.ages.forEach(({ age, eligible }) => {
          if (eligible === null) return;
          expect(eligible).toBe(plain.ages[age]?.eligible);
          const secret = plain.cohorts.filter(
            (cohort: Cohort, place) => (cohort.eligible[age] ?? 0) > 0 && found.cohorts[place]?.eligible[age] === null,
          );
          if (secret.length === 0) return;
          expect(secret.length).toBeGreaterThan(1);
          const rest = secret.reduce((sum, cohort) => sum + (cohort.eligible[age] ?? 0), 0);
          expect(rest).toBeGreaterThanOrEqual(minimumN);
        });
        found.cohorts.forEach((cohort, place) => {
          if (cohort.size !== null) expect(cohort.size).toBe(plain.cohorts[place]?.size);
          if (cohort.size !== null) expect(cohort.size).toBeGreaterThanOrEqual(minimumN);
        });
      }),
    );
  });
});
