/** Each rule of the architecture, fed a fault that it must find and a twin that it must let pass. */
import { describe, expect, test } from "vitest";
import { cycleFaults } from "./cycleFaults.js";
import { fileFaults } from "./fileFaults.js";
import { type LayerRules, layerFaults } from "./layerFaults.js";
import { nameClashes } from "./nameClashes.js";
import { lockFaults, packageFaults } from "./packageFaults.js";
import { nameChanges, publicNames, reexportedFolders } from "./publicNames.js";
import { purityFaults } from "./purityFaults.js";
import { parseSource } from "./source.js";

describe("layers", () => {
  const rules: LayerRules = {
    layers: [["chart", "import"], ["kpi"], ["stats", "time"]],
    packages: ["zod", "date-fns", "@date-fns/tz"],
    onlyIn: { zod: ["import"] },
    barrels: ["date-fns"],
  };
  const faults = (path: string, code: string): string[] => layerFaults([parseSource(path, code)], rules);

  test.each([
    ["an import that runs upwards", 'import { draw } from "../chart/draw.js";', "kpi does not stand above chart"],
    ["a type that runs upwards", 'import type { Chart } from "../chart/draw.js";', "kpi does not stand above chart"],
    ["a re-export that runs upwards", 'export { draw } from "../chart/draw.js";', "kpi does not stand above chart"],
    ["a type in passing", 'type C = import("../chart/draw.js").Chart;', "kpi does not stand above chart"],
    ["a late import", 'const c = await import("../chart/draw.js");', "kpi does not stand above chart"],
    ["a folder without a layer", 'import { a } from "../misc/a.js";', "kpi does not stand above misc"],
    ["an index.ts", 'import { mean } from "../stats/index.js";', "import the file itself, not an index.ts"],
    ["its own index.ts", 'import { nps } from "./index.js";', "import the file itself, not an index.ts"],
    ["the main index", 'import { nps } from "../index.js";', "import the file itself, not an index.ts"],
    ["zod outside its folders", 'import { z } from "zod";', "only import may"],
    ["zod by a subpath", 'import * as z from "zod/mini";', "only import may"],
    ["the barrel of date-fns", 'import { addDays } from "date-fns";', "import one function from its own path"],
    ["a module of Node", 'import { readFileSync } from "node:fs";', "node:fs is no dependency"],
    ["a package that is not declared", 'import x from "@else/where/x";', "@else/where is no dependency"],
    ["the library by its own name", 'import { nps } from "cxkit";', "cxkit is no dependency"],
  ])("%s is found", (_title, code, fault) => {
    expect(faults("src/kpi/nps.ts", `\n${code}`)).toEqual([expect.stringContaining(fault)]);
    expect(faults("src/kpi/nps.ts", `\n${code}`)[0]).toMatch(/^src\/kpi\/nps\.ts:2 imports /);
  });
  test("a folder must stand in a layer, whether it imports or not", () => {
    expect(faults("src/misc/a.ts", "")).toEqual(["src/misc stands in no layer"]);
  });
  test("two folders on one line do not import each other", () => {
    expect(faults("src/stats/mean.ts", 'import { a } from "../time/a.js";')).toHaveLength(1);
  });
  test("downwards, in the folder, and a package where it belongs are let pass", () => {
    const code =
      'import { a } from "../stats/a.js"; import { b } from "./b.js"; import { addDays } from "date-fns/addDays";';
    expect(faults("src/kpi/nps.ts", code)).toEqual([]);
    expect(faults("src/import/rows.ts", 'import * as z from "zod";')).toEqual([]);
    expect(faults("src/index.ts", 'export * from "./kpi/index.js";')).toEqual([]);
  });
  test("the main index re-exports index files only", () => {
    expect(faults("src/index.ts", 'export { nps } from "./kpi/nps.js";')).toHaveLength(1);
  });
});

describe("circles", () => {
  const a = parseSource("src/kpi/a.ts", 'import { b } from "./b.js";');
  const b = parseSource("src/kpi/b.ts", 'export { c } from "../stats/c.js";');
  test("a circle over three files is found once", () => {
    const c = parseSource("src/stats/c.ts", 'import { a } from "../kpi/a.js";');
    expect(cycleFaults([a, b, c])).toEqual(["src/kpi/a.ts → src/kpi/b.ts → src/stats/c.ts → src/kpi/a.ts"]);
  });
  test("types may refer to each other", () => {
    const c = parseSource("src/stats/c.ts", 'import type { A } from "../kpi/a.js";');
    expect(cycleFaults([a, b, c])).toEqual([]);
  });
});

describe("purity", () => {
  const faults = (code: string): string[] => purityFaults([parseSource("src/kpi/nps.ts", code)]);
  test.each([
    ["const now = Date.now();", "uses Date.now"],
    ["const clock = options.now ?? Date.now;", "uses Date.now"],
    ["const now = new Date();", "uses new Date() without a time"],
    ["const now = Date();", "uses Date(), which reads the clock"],
    ["const draw = Math.random();", "uses Math.random"],
    ['const draw = Math["random"]();', "uses Math.random"],
    ["if (process.env.DEBUG) log();", "uses process"],
    ['console.log("nps");', "uses console"],
    ["globalThis.cache = {};", "uses globalThis"],
    ["const zone = window.zone;", "uses window"],
    ["const parts = { document };", "uses document"],
    ["setTimeout(run, 10);", "uses setTimeout"],
    ["const answer = fetch;", "uses fetch"],
    ["declare const process: { env: object };", "declares what only some platforms have"],
    ["names.sort((a, b) => a.localeCompare(b));", "uses localeCompare without a locale"],
    ["const shown = share.toLocaleString();", "uses toLocaleString without a locale"],
    ["const format = new Intl.NumberFormat();", "uses new Intl.NumberFormat() without a locale"],
  ])("%s is found", (code, fault) => {
    expect(faults(`\n${code}`)).toEqual([`src/kpi/nps.ts:2 ${fault}`]);
  });
  test("a comment, a string, a field and a variable of one's own are let pass", () => {
    const code = `
      // Never Date.now() or Math.random().
      const text = "fetch the window";
      const day = new Date(0);
      class Row { declare readonly window: string; }
      const wide = options.window + { window: 3 }.window;
      const share = (document: string) => document.length;
      const sorted = "ä".localeCompare("z", "de") + (1).toLocaleString("en");
    `;
    expect(faults(code)).toEqual([]);
  });
});

describe("files", () => {
  const index = parseSource("src/kpi/index.ts", 'export { nps } from "./nps.js";\nexport type { N } from "./nps.js";');
  const faults = (path: string, code: string): string[] => fileFaults([index, parseSource(path, code)]);

  test.each([
    ["src/kpi/nps.ts", "export const csat = 1;", "exports csat, and nothing named like the file"],
    ["src/kpi/nps.ts", "const nps = 1;", "exports nothing, and nothing named like the file"],
    ["src/kpi/nps.ts", "export default function () {}", "exports default, and nothing named like the file"],
    ["src/kpi/net-promoter.ts", "export const a = 1;", "net-promoter is not written in camelCase"],
    ["src/kpi/Nps.ts", "export const Nps = 1;", "Nps is not written in camelCase"],
    ["src/kpi/helpers.ts", "export const helpers = 1;", "the name helpers says nothing"],
    ["src/kpi/util/nps.ts", "export const nps = 1;", "the name util says nothing"],
    ["src/kpi/nps.ts", `export const nps = 1;\n${"\n".repeat(250)}`, "has 251 lines"],
    ["src/theme/tag.ts", "export const tag = 1;", "src/theme has no index.ts"],
    ["src/time/index.ts", 'export * from "./zone.js";', "re-exports without naming what"],
    ["src/time/index.ts", "export const zone = 1;", "does more than re-export"],
    ["src/index.ts", 'import "./kpi/index.js";', "does more than re-export"],
  ])("%s with %j is found", (path, code, fault) => {
    expect(faults(path, code).join("\n")).toContain(fault);
  });
  test.each([
    ["src/kpi/nps.ts", "export function nps(): void {}"],
    ["src/kpi/npsResult.ts", "export interface NpsResult { n: number }"],
    ["src/kpi/nps.ts", "const a = 1, nps = 2;\nexport { a, nps };"],
    ["src/kpi/language/nps.ts", `export const nps = 1;\n${"\n".repeat(248)}`],
    ["src/index.ts", 'export * from "./kpi/index.js";'],
  ])("%s with %j is let pass", (path, code) => {
    expect(faults(path, code)).toEqual([]);
  });
});

describe("public names", () => {
  const kpi = parseSource("src/kpi/index.ts", 'export { nps, type NpsResult } from "./nps.js";');
  const names = publicNames([kpi]);
  test("values and types are told apart", () => {
    expect(names).toEqual({ kpi: { values: ["nps"], types: ["NpsResult"] } });
    expect(nameChanges(names, names)).toEqual([]);
  });
  test("a name that is not listed, and one that vanished, are found", () => {
    const listed = { kpi: { values: ["csat"], types: ["NpsResult"] } };
    expect(nameChanges(listed, names)).toEqual([
      "cxkit/kpi: the value nps is new",
      "cxkit/kpi: the value csat is gone",
    ]);
  });
  test("an entry that is not listed, and a value that became a type, are found", () => {
    expect(nameChanges({}, names)).toHaveLength(2);
    expect(nameChanges({ kpi: { values: ["NpsResult", "nps"], types: [] } }, names)).toHaveLength(2);
  });
  test("a name with two meanings is found, and one thing exported twice is let pass", () => {
    const faults = (statsIndex: string): string[] => {
      const files = [
        kpi,
        parseSource(
          "src/kpi/nps.ts",
          'import type { Result } from "../stats/mean.js"; export { Result as NpsResult };',
        ),
        parseSource("src/stats/index.ts", statsIndex),
      ];
      return nameClashes(files, ["kpi", "stats"]);
    };
    expect(faults('export { mean as nps } from "./mean.js";')).toEqual([
      "nps is both nps of src/kpi/nps.ts and mean of src/stats/mean.ts",
    ]);
    expect(faults('export type { NpsResult } from "./mean.js";')).toHaveLength(1);
    expect(faults('export type { Result as NpsResult } from "./mean.js";')).toEqual([]);
  });
  test("the main index counts only what it re-exports whole", () => {
    const index = 'export * from "./kpi/index.js";\nexport { mean } from "./stats/index.js";';
    expect(reexportedFolders(parseSource("src/index.ts", index))).toEqual(["kpi"]);
  });
});

describe("the package", () => {
  const file = (name: string) => ({
    import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
    require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
  });
  const good = {
    exports: { ".": file("index"), "./kpi": file("kpi"), "./package.json": "./package.json" },
    typesVersions: { "*": { kpi: ["./dist/kpi.d.cts"] } },
    scripts: { build: "tsup", prepack: "npm run build" },
  };
  test("is let pass as it should be", () => {
    expect(packageFaults(good, ["kpi"])).toEqual([]);
  });
  test("a folder without an entry, and an entry without a folder, are found", () => {
    expect(packageFaults(good, ["kpi", "time"])).toHaveLength(2);
    expect(packageFaults(good, [])).toHaveLength(2);
  });
  test("types that do not come first are found", () => {
    const { import: esm, require: cjs } = file("kpi");
    const late = { import: { default: esm.default, types: esm.types }, require: cjs };
    expect(packageFaults({ ...good, exports: { ...good.exports, "./kpi": late } }, ["kpi"])).toHaveLength(1);
  });
  test("a script that runs on install is found", () => {
    expect(packageFaults({ ...good, scripts: { postinstall: "node x.js" } }, ["kpi"])).toHaveLength(1);
  });
  test("a download address in the lock file is found", () => {
    expect(lockFaults('{\n  "resolved": "https://example.org/a.tgz"\n}')).toEqual([
      "package-lock.json:2 names an address",
    ]);
    expect(lockFaults('{ "integrity": "sha512-x" }')).toEqual([]);
  });
});
