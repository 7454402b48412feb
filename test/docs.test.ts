/**
 * Runs every example of README.md, CONTRIBUTING.md, docs and the doc comments of src, and holds it to what it claims:
 *
 *     nps([10, 9, 8, 3]).value; // => 25
 *     nps([10, 8, 7]); // => { value: 33.33…, n: 3, … }
 *     nps([11]); // throws invalid-value
 *
 * `…` behind a number stands for further digits (those shown are cut off, not rounded); at the end of an object or array
 * it stands for whatever else is in it. A block fenced "ts" must import from cxkit and claim something; one fenced
 * "ts type-only" is only type-checked, one fenced "ts no-run" is left alone. `npm run check` type-checks the modules that
 * are made of the blocks here. What is plain functions stands in test/docs, with tests that plant false claims.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { blocksOf } from "./docs/blocks.js";
import { moduleName, runBlock } from "./docs/runBlock.js";
import { undocumented } from "./docs/undocumented.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const modules = join(root, "node_modules/.cache/doc-examples");

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll(sep, "/")}`)
    .filter((name) => name.endsWith(ending) && !name.startsWith("docs/api/"))
    .sort();
}

const documents = ["README.md", "CONTRIBUTING.md", ...filesBelow("docs", ".md"), ...filesBelow("src", ".ts")];
const found = documents
  .filter((path) => existsSync(join(root, path)))
  .map((path) => blocksOf(path, readFileSync(join(root, path), "utf8")));
const blocks = found.flatMap((each) => each.blocks);

describe("the examples", () => {
  test("can all be read", () => {
    expect(found.flatMap(({ faults }) => faults)).toEqual([]);
    expect(blocks.length).toBeGreaterThan(1);
  });
  test.each(blocks.map((block) => [`${block.file}:${block.line}`, block] as const))(
    "of %s hold",
    async (_place, block) => {
      expect(await runBlock(block, modules)).toEqual([]);
    },
  );
  test("leave no module of an example that is gone", () => {
    const current = new Set(blocks.map(moduleName));
    for (const name of readdirSync(modules)) if (!current.has(name)) rmSync(join(modules, name));
    expect(readdirSync(modules).sort()).toEqual([...current].sort());
  });
});

describe("the public names", () => {
  test("have a docstring each, and the functions an example with a claim", () => {
    const entries = filesBelow("src", "/index.ts");
    const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
    const program = ts.createProgram(
      entries.map((entry) => join(root, entry)),
      options,
    );
    const faults = undocumented(
      program,
      entries.map((entry) => join(root, entry)),
    );
    expect(faults.map((fault) => relative(root, fault))).toEqual([]);
  });
});
