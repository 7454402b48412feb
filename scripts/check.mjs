/**
 * Everything that is checked beside the tests. Every step runs, whatever became of those before it; what a failing one
 * said is printed.
 *
 *     npm run check                  all steps
 *     npm run check -- types lint    some of them; package, size and consumer use what was built last
 */
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

/** Runs a command; gives what it printed, or throws it. */
async function run(command, ...args) {
  try {
    const { stdout } = await promisify(execFile)(command, args, { encoding: "utf8", maxBuffer: 1e8 });
    return stdout;
  } catch (error) {
    throw new Error(`$ ${command} ${args.join(" ")}\n${error.stdout ?? ""}${error.stderr ?? error}`);
  }
}
const tool = (name, ...args) => run(join("node_modules/.bin", name), ...args);
// The typescript package is version 6, which the other tools need; version 7 checks several times as fast.
const typeCheck = (config) => run("node", "node_modules/typescript-7/bin/tsc", "-p", config);

/** Cruises the imports, and makes sure that it saw them: without a compiler that it knows it sees none, and is content. */
async function cruise() {
  await tool("depcruise", "src");
  const { modules } = JSON.parse(await tool("depcruise", "src", "--output-type", "json"));
  const cruised = modules.filter(({ source }) => source.startsWith("src/")).length;
  const files = readdirSync("src", { recursive: true }).filter((name) => name.endsWith(".ts")).length;
  if (files === 0 || cruised !== files) throw new Error(`depcruise saw ${cruised} of the ${files} files of src`);
  return `${cruised} modules`;
}

let packed;
/** The library as it would be published, made of what is built. */
function tarball() {
  packed ??= run("npm", "pack", "--ignore-scripts", "--json", "--pack-destination", work).then((output) =>
    join(work, JSON.parse(output)[0].filename),
  );
  return packed;
}

/** Each step's tasks, one after the other. What a task returns is put behind the step's line, if it is a short note. */
const steps = {
  types: [() => typeCheck("tsconfig.json"), () => typeCheck("tsconfig.test.json")],
  lint: [() => tool("biome", "ci", "--colors=off", "--error-on-warnings", "."), cruise, () => tool("knip")],
  build: [() => tool("tsup")],
  docs: [
    () => tool("typedoc", "--emit", "none"),
    // Writes the modules that the next task type-checks.
    () => tool("vitest", "run", "--project", "node", "test/docs.test.ts"),
    () => typeCheck("tsconfig.examples.json"),
  ],
  package: [
    async () => tool("publint", "--strict", await tarball()),
    async () => tool("attw", "--no-color", await tarball()),
  ],
  size: [() => tool("size-limit")],
  consumer: [async () => (await run("node", "test/consumer/consumer.mjs", await tarball())).trim().split("\n").at(-1)],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0)
  throw new Error(`no step is called ${unknown.join(", ")}; there are ${Object.keys(steps).join(", ")}`);

const work = mkdtempSync(join(tmpdir(), "cxkit-check-"));
let failed = false;
for (const [name, tasks] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const start = performance.now();
  const failures = [];
  const notes = [];
  for (const task of tasks) {
    try {
      const note = await task();
      if (/^.+$/.test(note)) notes.push(note);
    } catch (error) {
      failures.push(error.message.trimEnd());
    }
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const line = [failures.length === 0 ? "ok    " : "FAILED", name.padEnd(9), `${seconds.padStart(5)} s`, ...notes].join(
    "  ",
  );
  console.log([line.trimEnd(), ...failures].join("\n\n"));
  failed ||= failures.length > 0;
}
rmSync(work, { recursive: true });
process.exitCode = failed ? 1 : 0;
