import { measureAsync, npsMetric } from "cxkit";
import { expect, test } from "vitest";

const metric = npsMetric((row: { score: number }) => row.score);

test("measures rows as they arrive", async () => {
  async function* pages() {
    yield { score: 10 };
    await Promise.resolve();
    yield { score: 0 };
  }
  expect(await measureAsync(pages(), metric)).toMatchObject({ value: 0, n: 2 });
});

test("stops at the first bad row, names it and lets the stream clean up", async () => {
  let closed = false;
  async function* pages() {
    try {
      yield { score: 10 };
      yield { score: 11 };
      yield { score: 12 };
    } finally {
      closed = true;
    }
  }
  await expect(measureAsync(pages(), metric)).rejects.toThrowError(expect.objectContaining({ row: 1 }));
  expect(closed).toBe(true);
});

test("passes on the error of the stream itself, without a row", async () => {
  async function* broken() {
    yield { score: 10 };
    throw new Error("connection lost");
  }
  await expect(measureAsync(broken(), metric)).rejects.toThrowError("connection lost");
});
