import { expect } from "vitest";

/** Expects a figure to be within a share of another. */
export function expectRelative(actual: number, wanted: number, relative: number, what = ""): void {
  expect(Math.abs(actual - wanted), `${what} ${actual} against ${wanted}`).toBeLessThanOrEqual(
    relative * Math.abs(wanted),
  );
}
