// Runs in a project of ES modules that has installed the library; consumer.mjs puts it there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const cxkit = await import("cxkit");
const names = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const [folder, { values }] of Object.entries(names)) {
  const entry = await import(`cxkit/${folder}`);
  assert.deepEqual(Object.keys(entry).sort(), values, `cxkit/${folder}`);
  // What the main entry exports too is the very same thing.
  if (folder !== "schema" && folder !== "import")
    for (const name of values) assert.equal(cxkit[name], entry[name], name);
}
assert.equal(cxkit.nps([10, 9, 8, 3]).value, 25);

// An error of the other copy of the library is known as one.
const commonJs = createRequire(import.meta.url)("cxkit");
assert.notEqual(commonJs.nps, cxkit.nps);
assert.throws(() => commonJs.nps([11]), cxkit.isCxError);

console.log(`${Object.keys(names).length} entries, ${Object.keys(cxkit).length} values in the main one`);
