import { incompleteBeta } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";

test("incompleteBeta is the tail of a binomial, added up term by term", () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.nat(),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (n, seed, p) => {
        const atLeast = 1 + (seed % n);
        let tail = 0;
        for (let k = atLeast; k <= n; k++) tail += choose(n, k) * p ** k * (1 - p) ** (n - k);
        expect(Math.abs(incompleteBeta(p, atLeast, n - atLeast + 1) - tail)).toBeLessThan(1e-12);
      },
    ),
  );
});
