/** The script that reviews any CSV, on files of a few lines. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "cxkit-csv-"));
const file = (name: string, ...lines: string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, lines.join("\n"));
  return path;
};
const events = file(
  "events.csv",
  "\ufeffwho,page,when",
  ...Array.from({ length: 40 }, (_, who) => `c${who},cart,2026-01-${10 + (who % 20)} 10:00:00`),
  ...Array.from({ length: 20 }, (_, who) => `c${who},pay,2026-01-${10 + (who % 20)} 10:05:00`),
  "c1,,2026-01-01 10:00:00",
  "c1,cart,yesterday",
);
const answers = file(
  "answers.csv",
  "day,score,market,said",
  "31-01-2026,10,NO,late",
  "01-03-2026,3,SE,",
  "02-03-2026,12,SE,",
  "02-03-2026,,SE,",
);
const themes = file(
  "themes.json",
  JSON.stringify({ id: "t", version: "1", themes: [{ id: "late", name: "Late", phrases: ["late"] }] }),
);

/** What the script prints for these arguments; errors last. */
async function printed(...words: string[]): Promise<string> {
  const lines: string[] = [];
  const print = (line: unknown): void => void lines.push(String(line));
  vi.spyOn(console, "log").mockImplementation(print);
  vi.spyOn(console, "error").mockImplementation(print);
  vi.spyOn(process, "argv", "get").mockReturnValue(["node", "anyCsv.mjs", ...words]);
  // A module runs once, unless it is forgotten.
  vi.resetModules();
  await import("../../docs/examples/anyCsv.mjs");
  return lines.join("\n");
}
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("reviews events, counts what it left out, and finds the gap in a path", async () => {
  const columns = [
    "--events",
    events,
    "--customer",
    "who",
    "--touchpoint",
    "page",
    "--at",
    "when",
    "--time-zone",
    "UTC",
  ];
  const text = await printed(...columns, "--path", "cart,pay", "--map", join(folder, "map.html"));
  expect(text).toMatch(/62 rows: 60 events of 40 customers, 1 without customer, touchpoint or time, 1 invalid/);
  expect(text).toMatch(/cart\s+pay\s+20\s+20\s+300\.0/);
  expect(text).toMatch(/drop-off: 20 of \d+ customers/);
});

test("reviews feedback by group and month, and its themes", async () => {
  const columns = [
    "--feedback",
    answers,
    "--kind",
    "nps",
    "--score",
    "score",
    "--answered-at",
    "day",
    "--date-format",
    "dmy",
  ];
  const text = await printed(...columns, "--group", "market", "--comment", "said", "--taxonomy", themes);
  expect(text).toMatch(/4 rows: 2 answers, 1 without one, 1 invalid/);
  expect(text).toMatch(/NO\s+\+100/);
  expect(text).toMatch(/2026-02\s+no answers/);
  expect(text).toMatch(/Late\s+1\s+\+100/);
});

test("says which column a file does not have, and how to give a date", async () => {
  expect(await printed("--feedback", answers, "--kind", "nps", "--score", "points")).toMatch(
    /--score points: .* has no such column; it has day, score, market, said/,
  );
  expect(await printed("--feedback", answers, "--kind", "nps", "--score", "score", "--answered-at", "day")).toMatch(
    /--date-format dmy/,
  );
  expect(await printed()).toBe("say --events file or --feedback file");
});
