/** The checks of the documentation, fed examples that are wrong in one way each, and twins that are right. */
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { blocksOf } from "./blocks.js";
import { claimedDigits, mismatch, more } from "./mismatch.js";
import { runBlock } from "./runBlock.js";
import { undocumented } from "./undocumented.js";

const modules = fileURLToPath(new URL("../../node_modules/.cache/planted-examples", import.meta.url));
const setUp = [
  'import { CxError, isCxError } from "cxkit";',
  'const refuse = (code: "invalid-value" | "invalid-time"): never => {',
  '  throw new CxError(code, "x requires y", 1);',
  "};",
];
let planted = 0;

/** What is found wrong with a block of these lines; its own lines are counted from 1. */
async function faultsOf(lines: readonly string[], before: readonly string[] = setUp): Promise<readonly string[]> {
  planted += 1;
  const text = ["```ts", ...before, ...lines, "```"].join("\n");
  const { blocks, faults } = blocksOf(`planted${planted}.md`, text);
  const found = await Promise.all(blocks.map((block) => runBlock(block, modules)));
  const own = (fault: string): string =>
    fault.replace(/^planted\d+\.md:(\d+)/, (_, line: string) => `${Number(line) - before.length - 1}`);
  return [...faults, ...found.flat()].map(own);
}

describe("an example", () => {
  test.each([
    ["a value that is not so", "1 + 1; // => 3", "1: it is 2, and not 3"],
    ["a value of a constant", "const two = 1 + 1; // => 3", "1: it is 2, and not 3"],
    ["a value that is awaited", "await Promise.resolve(2); // => 3", "1: it is 2, and not 3"],
    ["a promise that is not awaited", "Promise.resolve(2); // => 2", "1: it is Promise { 2 }, and not 2"],
    ["a field deep within", "({ a: [{ b: 1 }] }); // => { a: [{ b: 2 }] }", "1: a[0].b is 1, and not 2"],
    ["nothing thrown", "isCxError(1); // throws invalid-value", "1: nothing is thrown, and not invalid-value"],
    [
      "another code thrown",
      'refuse("invalid-time"); // throws invalid-value',
      "1: invalid-time is thrown, and not invalid-value: x requires y, received 1",
    ],
    [
      "another error thrown",
      "JSON.parse(''); // throws invalid-value",
      "1: SyntaxError: Unexpected end of JSON input is thrown, and no CxError",
    ],
    [
      "nothing thrown later",
      "await Promise.resolve(1); // throws invalid-value",
      "1: nothing is thrown, and not invalid-value",
    ],
    ["a claim that is skipped", "if (isCxError(1)) isCxError(1); // => false", "1: the claim is never reached"],
    ["an exception", "refuse('invalid-time'); isCxError(1); // => false", "1: CxError: x requires y, received 1"],
    [
      "prose behind the value",
      "1 + 1; // => 2, because it is",
      "1: the value that is claimed is no JavaScript expression",
    ],
    ["a value cut short", "isCxError([1]); // => [1,", "1: the value that is claimed is no JavaScript expression"],
    ["a claim on the line below", "1 + 1;\n// => 3", "2: it is 2, and not 3"],
    ["a claim further below", "1 + 1;\n\n// => 2", "3: the claim stands behind no statement"],
    ["two claims about one thing", "1 + 1; // => 2\n// => 2", "2: the claim stands behind no statement"],
    ["a claim within a call", "isCxError([\n  1, // => 1\n]);", "2: the claim stands behind no statement"],
    ["a claim behind a block", "for (const a of []) { } // => 3", "1: the claim stands behind no statement"],
    [
      "a claim about two names",
      "const [a, b] = [1, 2]; // => 1",
      "1: a claim about a declaration needs one declared name",
    ],
    [
      "throws without a code",
      "isCxError(1); // throws",
      "1: a claim that something throws needs the code, and nothing else",
    ],
  ])("with %s fails", async (_title, line, fault) => {
    expect(await faultsOf([line])).toEqual([fault]);
  });

  test("that is right passes: calls over many lines, values over many lines, and claims in a function", async () => {
    const lines = [
      "Math.max(",
      "  1,",
      "  2,",
      "); // => 2",
      "const three = 1 +",
      "  2;",
      "// => 3",
      "const parts = { value: 100 / 3, n: 3, interval: { low: 20, high: 2e-7 / 3 }, missing: 0 }; // => {",
      "//   value: 33.33…, n: 3,",
      "//   interval: { low: 20, high: 6.66…e-8 }, …",
      "// }",
      '"a // => 3 …" // => "a // => 3 …"',
      "const check = (value: number) => {",
      "  value; // => 1",
      "};",
      "check(1);",
      'refuse("invalid-time"); // throws invalid-time',
      'await Promise.resolve().then(() => refuse("invalid-value")); // throws invalid-value',
      "try {",
      '  refuse("invalid-value");',
      "} catch (error) {",
      "  isCxError(error); // => true",
      "}",
    ];
    expect(await faultsOf(lines)).toEqual([]);
  });
  test("with several false claims names each", async () => {
    expect(await faultsOf(["1; // => 2", "", "3; // => 4"])).toEqual([
      "1: it is 1, and not 2",
      "3: it is 3, and not 4",
    ]);
  });
  test("that asserts nothing, or is not about cxkit, fails", async () => {
    expect(await faultsOf(["isCxError(1);"])).toEqual([expect.stringContaining("it asserts nothing")]);
    expect(await faultsOf(["1 + 1; // => 2"], [])).toEqual([expect.stringContaining("it imports nothing from cxkit")]);
  });
  test("that claims something and is only type-checked fails", async () => {
    const block = { file: "planted.md", line: 2, run: false, code: "1; // => 1" };
    expect(await runBlock(block, modules)).toEqual(["planted.md:2: it claims something, and is not run"]);
    expect(await runBlock({ ...block, code: "type A = 1;" }, modules)).toEqual([]);
  });
  test("with a broken import fails", async () => {
    const claim = "1; // => 1";
    expect(await faultsOf(['import { gone } from "cxkit";', claim], [])).toEqual(["1: cxkit exports no value gone"]);
    expect(await faultsOf(['import { Feedback } from "cxkit/model";', claim], [])).toEqual([
      "1: cxkit/model exports no value Feedback",
    ]);
    expect(await faultsOf(['import type { Feedback } from "cxkit/model";', claim], [])).toEqual([]);
    expect(await faultsOf(['import { a } from "cxkit/nowhere";', claim], [])).toEqual([
      expect.stringMatching(/^1: Error: .*nowhere/),
    ]);
  });
  test("that is no TypeScript fails", async () => {
    expect(await faultsOf(["const = 1;", "1; // => 1"])).not.toEqual([]);
  });
});

describe("a claimed value", () => {
  test.each([
    ["0.666…", 2 / 3, claimedDigits("0.666")],
    ["0…", 2 / 3, claimedDigits("0")],
    ["-0.66…", -2 / 3, claimedDigits("-0.66")],
    ["1234…", 1234.5, claimedDigits("1234")],
    ["1.9…e-9", 1.99e-9, claimedDigits("1.9e-9")],
    ["an array with more", { a: 1, b: [1, 2, 3] }, { a: 1, b: [1, ...more] }],
    ["an array with no more", [1], [1, ...more]],
    ["an object with more", { a: 1, b: 2 }, { b: 2, ...more }],
    ["an object without a prototype", Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    ["a Date", new Date(5), new Date(5)],
    ["a typed array", Float64Array.of(1, 2), Float64Array.of(1, 2)],
    ["a Map", new Map([["a", { b: 1 }]]), new Map([["a", { b: 1 }]])],
    ["NaN", Number.NaN, Number.NaN],
  ])("that holds is let pass: %s", (_title, actual, claimed) => {
    expect(mismatch(actual, claimed)).toBeNull();
  });
  test.each([
    ["it is 0.6666666666666666, and not 0.667…", 2 / 3, claimedDigits("0.667")],
    ["it is 123.4, and not 12…", 123.4, claimedDigits("12")],
    ["it is 1.99e-9, and not 1.9…e-8", 1.99e-9, claimedDigits("1.9e-8")],
    ["it is '0.66', and not 0.6…", "0.66", claimedDigits("0.6")],
    ["it is null, and not 0.6…", null, claimedDigits("0.6")],
    ["it is Infinity, and not 1…", Number.POSITIVE_INFINITY, claimedDigits("1")],
    ["it is 0.30000000000000004, and not 0.3", 0.1 + 0.2, 0.3],
    ["it is -0, and not 0", -0, 0],
    ["it is null, and not undefined", null, undefined],
    ["it is null, and not {}", null, {}],
    ["it is '1', and not 1", "1", 1],
    ["a is { b: 1, c: 2 }, and not { b: 1 }, which has no c", { a: { b: 1, c: 2 } }, { a: { b: 1 } }],
    ["it is { a: 1 }, and not { a: 1, b: undefined }: it has no b", { a: 1 }, { a: 1, b: undefined }],
    ["it is [ 1, 2 ], and not [ 1 ]", [1, 2], [1]],
    ["it is [ 1 ], and not [ 1, 2, Symbol(…) ]", [1], [1, 2, ...more]],
    ["[0].a is 1, and not 2", [{ a: 1, b: 2 }], [{ a: 2, ...more }]],
    ["it is [ 1, 2 ], and not Float64Array(2) [ 1, 2 ]", [1, 2], Float64Array.of(1, 2)],
    ["it is 1970-01-01T00:00:00.005Z, and not 1970-01-01T00:00:00.006Z", new Date(5), new Date(6)],
    ["[0][1] is 1, and not 2", new Map([["a", 1]]), new Map([["a", 2]])],
  ])("that does not hold is told: %s", (words, actual, claimed) => {
    expect(mismatch(actual, claimed)).toBe(words);
  });
});

describe("a document", () => {
  const md = [
    "# A",
    "```sh",
    "npm test",
    "```",
    "- b:",
    "  ```ts type-only",
    "  type A = 1;",
    "  ```",
    "```ts",
    "b;",
    "```",
  ];
  test("gives its TypeScript blocks with their lines", () => {
    expect(blocksOf("a.md", md.join("\n"))).toEqual({
      blocks: [
        { file: "a.md", line: 7, run: false, code: "type A = 1;" },
        { file: "a.md", line: 10, run: true, code: "b;" },
      ],
      faults: [],
    });
  });
  test("gives those of doc comments, and of nothing else, in a source file", () => {
    const text = ["/**", " * A", " * ```ts", " * a;", " *", " *   b;", " * ```", " */", "// ```ts", "/** C */"].join(
      "\n",
    );
    expect(blocksOf("a.ts", text)).toEqual({
      blocks: [{ file: "a.ts", line: 4, run: true, code: "a;\n\n  b;" }],
      faults: [],
    });
  });
  test("leaves alone what is not to be run, and a fence within a fence", () => {
    expect(blocksOf("a.md", "```ts no-run\na\n```\n````md\n```ts\na\n```\n````").blocks).toEqual([]);
  });
  test.each([
    ["a.md", "```typescript\na\n```", 'a.md:1: "typescript" is none of "ts", "ts type-only" and "ts no-run"'],
    ["a.md", "```ts norun\na\n```", 'a.md:1: "ts norun" is none of "ts", "ts type-only" and "ts no-run"'],
    ["a.md", "```ts no-run\na; // => 1\n```", "a.md:2: it claims something, and is not run"],
    ["a.md", "\n```ts\na", "a.md:2: the fence is not closed"],
    ["a.ts", "/**\n * ```ts\n * a\n */\n/**\n * ```\n */", "a.ts:2: the fence is not closed"],
  ])("%s with %j fails", (file, text, fault) => {
    expect(blocksOf(file, text).faults[0]).toBe(fault);
  });
});

describe("the public names", () => {
  /** What is found undocumented in an index that exports one file. */
  const faults = (code: string): string[] => {
    const files = new Map([
      ["/index.ts", 'export * from "./a.js";'],
      ["/a.ts", code],
    ]);
    const options: ts.CompilerOptions = { noLib: true, types: [], module: ts.ModuleKind.NodeNext };
    const host: ts.CompilerHost = {
      ...ts.createCompilerHost(options),
      fileExists: (name) => files.has(name),
      readFile: (name) => files.get(name),
      getSourceFile: (name, version) => {
        const text = files.get(name);
        return text === undefined ? undefined : ts.createSourceFile(name, text, version, true);
      },
    };
    return undocumented(ts.createProgram(["/index.ts"], options, host), ["/index.ts"]);
  };
  const example = "@example\n * ```ts\n * a(); // => 1\n * ```";

  test.each([
    ["export const a = 1;", "/a.ts:1 a has no docstring"],
    ["export interface A { b: 1 }", "/a.ts:1 A has no docstring"],
    ["/** */\nexport type A = 1;", "/a.ts:2 A has no docstring"],
    [`/**\n * ${example}\n */\nexport function a(): void {}`, "/a.ts:7 a has no docstring"],
    ["/** A. */\nexport function a(): void {}", "/a.ts:2 a has no example that claims something"],
    ["/** A. */\nexport const a = (): number => 1;", "/a.ts:2 a has no example that claims something"],
    [
      "/** A.\n * @example\n * ```ts\n * a();\n * ```\n */\nexport function a(): void {}",
      "/a.ts:7 a has no example that claims something",
    ],
  ])("with %j fail", (code, fault) => {
    expect(faults(code)).toEqual([fault]);
  });
  test.each([
    "const a = 1;",
    "/** A. */\nexport const a = 1;",
    "/** A. */\nexport interface A { b: 1 }",
    `/**\n * A.\n * ${example}\n */\nexport function a(): void {}`,
    `/**\n * A.\n * ${example}\n */\nexport const a = (): number => 1;`,
  ])("with %j pass", (code) => {
    expect(faults(code)).toEqual([]);
  });
});
