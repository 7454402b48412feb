/**
 * Installs the packed library the way users do, into fresh projects, and uses it from each: as ES modules, as CommonJS,
 * from TypeScript under every module resolution, and through a bundler.
 *
 *     node test/consumer/consumer.mjs [tarball]     without a tarball it packs one, which builds the library
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "cxkit-consumer-"));
const publicNames = join(root, "test/exports.json");

function run(command, args, cwd) {
  try {
    return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")} failed in ${cwd}\n${error.stdout}${error.stderr}`);
  }
}

function pack() {
  const [{ filename }] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", work], root));
  return join(work, filename);
}

/** A new project that depends on nothing but the library. */
function project(name, type, files) {
  const folder = join(work, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "0.0.0", private: true, type }));
  for (const [from, to] of files) copyFileSync(join(root, "test/consumer", from), join(folder, to));
  run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", tarball], folder);
  return folder;
}

const tarball = process.argv[2] === undefined ? pack() : resolve(process.argv[2]);

const esm = project("esm", "module", [["useEsm.js", "index.js"]]);
console.log("ES modules:", run("node", ["index.js", publicNames], esm).trim());

const commonJs = project("commonjs", "commonjs", [["useCommonJs.cjs", "index.js"]]);
console.log("CommonJS:  ", run("node", ["index.js", publicNames], commonJs).trim());

const typescript = project("typescript", "module", [
  ["useTypes.ts", "esm.ts"],
  ["useTypes.ts", "commonjs.cts"],
]);
const resolutions = [
  { module: "node16", moduleResolution: "node16", files: ["esm.ts", "commonjs.cts"] },
  { module: "nodenext", moduleResolution: "nodenext", files: ["esm.ts", "commonjs.cts"] },
  { module: "esnext", moduleResolution: "bundler", files: ["esm.ts"] },
];
for (const compiler of ["typescript", "typescript-7"]) {
  const tsc = join(root, "node_modules", compiler, "bin/tsc");
  for (const { module, moduleResolution, files } of resolutions) {
    const options = [
      "--noEmit",
      "--strict",
      "--exactOptionalPropertyTypes",
      "--target",
      "es2022",
      "--lib",
      "es2022,dom",
    ];
    const modules = ["--module", module, "--moduleResolution", moduleResolution];
    run("node", [tsc, ...options, ...modules, ...files], typescript);
  }
  const version = run("node", [tsc, "--version"], typescript).trim().replace("Version ", "");
  console.log(`TypeScript: ${version} with node16, nodenext and bundler resolution`);
}

const { outputFiles, metafile } = await build({
  stdin: { contents: 'export { nps } from "cxkit";', resolveDir: esm },
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  metafile: true,
  write: false,
});
const [{ text, contents }] = outputFiles;
const packages = Object.values(metafile.outputs).flatMap(({ inputs }) =>
  Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
);
assert.deepEqual(
  packages.filter((path) => !path.includes("node_modules/cxkit/")),
  [],
  "a bundle of nps holds code of other packages",
);
assert.ok(!/zod/i.test(text), "a bundle of nps speaks of zod");
const { nps } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
assert.equal(nps([10, 9, 8, 3]).value, 25);
console.log(`Bundle:     nps is ${contents.length} bytes, ${gzipSync(contents).length} compressed, without zod`);

// Kept where something failed, to look at.
rmSync(work, { recursive: true });
