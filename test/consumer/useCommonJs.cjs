// Runs in a CommonJS project that has installed the library; consumer.mjs puts it there.
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const cxkit = require("cxkit");

const names = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const [folder, { values }] of Object.entries(names)) {
  assert.deepEqual(Object.keys(require(`cxkit/${folder}`)).sort(), values, `cxkit/${folder}`);
}
assert.equal(cxkit.nps([10, 9, 8, 3]).value, 25);
assert.equal(require("cxkit/package.json").name, "cxkit");

console.log(`${Object.keys(names).length} entries, ${Object.keys(cxkit).length} values in the main one`);
