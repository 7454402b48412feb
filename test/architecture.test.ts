/**
 * Holds the tree of src, its layers, its public names and the package to the rules of CONTRIBUTING.md. The rules are
 * plain functions in test/architecture; beside them, plantedFaults.test.ts shows that each finds what it is for.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { cycleFaults } from "./architecture/cycleFaults.js";
import { fileFaults } from "./architecture/fileFaults.js";
import { layerFaults } from "./architecture/layerFaults.js";
import layers from "./architecture/layers.json" with { type: "json" };
import { nameClashes } from "./architecture/nameClashes.js";
import { lockFaults, packageFaults } from "./architecture/packageFaults.js";
import { nameChanges, publicNames, reexportedFolders } from "./architecture/publicNames.js";
import { purityFaults } from "./architecture/purityFaults.js";
import { foldersOf, readSources } from "./architecture/source.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, "utf8");
const packageJson = JSON.parse(read("package.json"));
const files = readSources(root);
const folders = foldersOf(files);
const names = publicNames(files);
// zod costs 65 ms at start, so the two entries that need it stand apart from the rest.
const inMain = folders.filter((folder) => folder !== "schema" && folder !== "import");

describe("the tree of src", () => {
  test("has files to look at", () => {
    expect(files.length).toBeGreaterThan(20);
  });
  test("imports only downwards, the file itself, and packages only where they belong", () => {
    const rules = {
      layers,
      packages: Object.keys(packageJson.dependencies),
      onlyIn: { zod: ["schema", "import"] },
      barrels: ["date-fns", "date-fns/fp", "date-fns/locale"],
    };
    expect(layerFaults(files, rules)).toEqual([]);
  });
  test("has no circle of imports", () => {
    expect(cycleFaults(files)).toEqual([]);
  });
  test("names each file after what it exports, keeps it short, and gives each folder an index that only re-exports", () => {
    expect(fileFaults(files)).toEqual([]);
  });
  test("reads no clock, chance, locale, file, network or environment", () => {
    expect(purityFaults(files)).toEqual([]);
  });
});

describe("the public names", () => {
  test("are those of test/exports.json, so that a name comes or goes only on purpose", () => {
    // WRITE_EXPORTS=1 npx vitest run --project node test/architecture.test.ts
    if (process.env["WRITE_EXPORTS"] !== undefined) {
      writeFileSync(`${root}/test/exports.json`, `${JSON.stringify(names, null, 2)}\n`);
    }
    expect(nameChanges(JSON.parse(read("test/exports.json")), names)).toEqual([]);
  });
  test.each(folders)("of cxkit/%s exist at run time where they are values, and only there", async (folder) => {
    const entry: object = await import(pathToFileURL(`${root}/src/${folder}/index.ts`).href);
    expect(Object.keys(entry).sort()).toEqual(names[folder]?.values);
  });
  test("of cxkit are those of every folder but schema and import, each with one meaning", async () => {
    const index = files.find((file) => file.fileName === "src/index.ts");
    expect(index === undefined ? [] : reexportedFolders(index)).toEqual(inMain);
    expect(nameClashes(files, inMain)).toEqual([]);
    const values = inMain.flatMap((folder) => names[folder]?.values ?? []);
    expect(Object.keys(await import("cxkit")).sort()).toEqual([...new Set(values)].sort());
  });
});

describe("the package", () => {
  test("has an entry for every folder, each with types for both module systems, and runs nothing when installed", () => {
    expect(packageFaults(packageJson, folders)).toEqual([]);
  });
  test("documents every folder", () => {
    expect(JSON.parse(read("typedoc.json")).entryPoints).toEqual(["src/*/index.ts"]);
  });
  test("locks its dependencies without naming a download address", () => {
    expect(lockFaults(read("package-lock.json"))).toEqual([]);
  });
  test.each(["LICENSE", "README.md", "CHANGELOG.md", "CONTRIBUTING.md"])("has a %s", (path) => {
    expect(existsSync(`${root}/${path}`)).toBe(true);
  });
});
