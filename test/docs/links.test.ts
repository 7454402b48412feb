/** Who installs the package reads README.md and the guides from it: what they point to must be in it too. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The anchors that headings make. */
const anchorsOf = (text: string): string[] =>
  Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );

test("every link of README.md, the changelog and the guides leads to a file of the package", () => {
  const [packed] = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: root, encoding: "utf8" }),
  ) as [{ files: { path: string }[] }];
  const files = new Set(packed.files.map(({ path }) => path));
  const documents = [...files].filter((path) => path.endsWith(".md"));
  expect(documents).toEqual(
    expect.arrayContaining(["README.md", "CHANGELOG.md", "docs/guides/numbers-that-hold-up.md"]),
  );
  const dead: string[] = [];
  for (const document of documents) {
    const text = readFileSync(join(root, document), "utf8");
    for (const [, target = ""] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? document : normalize(join(dirname(document), path));
      const there = files.has(file);
      if (!there || (anchor && !anchorsOf(readFileSync(join(root, file), "utf8")).includes(anchor))) {
        dead.push(`${document}: ${target}`);
      }
    }
  }
  expect(dead).toEqual([]);
});
