import { expect, test } from "vitest";
import { lbfgs } from "../../src/stats/lbfgs.js";

test("finds the bottom of Rosenbrock's valley in several dimensions (Rosenbrock 1960: all ones)", () => {
  const valley = (at: Float64Array, gradient: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i + 1 < at.length; i++) {
      const [x = 0, y = 0] = at.subarray(i, i + 2);
      sum += 100 * (y - x * x) ** 2 + (1 - x) ** 2;
      gradient[i] = (gradient[i] ?? 0) - 400 * x * (y - x * x) - 2 * (1 - x);
      gradient[i + 1] = 200 * (y - x * x);
    }
    return sum;
  };
  const { at, converged } = lbfgs(valley, new Float64Array([-1.2, 1, -1.2, 1, -1.2, 1]), { tolerance: 1e-9 });
  expect(converged).toBe(true);
  for (const value of at) expect(value).toBeCloseTo(1, 7);
});

test("leaves the start as it is, and says when it was stopped early", () => {
  const start = new Float64Array([30]);
  const bowl = (at: Float64Array, gradient: Float64Array): number => {
    gradient[0] = 4 * (at[0] ?? 0) ** 3;
    return (at[0] ?? 0) ** 4;
  };
  expect(lbfgs(bowl, start, { maximumIterations: 1 })).toMatchObject({ iterations: 1, converged: false });
  expect(start[0]).toBe(30);
});

test("stops where no step is downhill, rather than search for ever", () => {
  const nowhere = (_: Float64Array, gradient: Float64Array): number => {
    gradient[0] = 1;
    return 0;
  };
  expect(lbfgs(nowhere, new Float64Array([0]))).toMatchObject({ iterations: 0, converged: false });
});
