import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));
// Tests and examples import the library by its name; this resolves the name to the sources, so no build is needed.
const alias = [
  { find: /^cxkit$/, replacement: source("index.ts") },
  { find: /^cxkit\/(\w+)$/, replacement: source("$1/index.ts") },
];
// A browser has no files: the tests that read some, or CSV, are for Node alone.
const needsNode = /from "(node:|csv-parse)/;
const testsForBrowsers = readdirSync("src")
  .map((folder) => `test/${folder}`)
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith(".test.ts") && !needsNode.test(readFileSync(path, "utf8")));
const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  resolve: { alias },
  test: {
    // By default one core is left idle, which doubles the time where there are two.
    maxWorkers: "100%",
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: ["text", "json-summary"],
      thresholds: { lines: 95, functions: 95, branches: 90, statements: 95 },
    },
    projects: [
      {
        extends: true,
        // The library has no state that one file could leave to the next, so files share their modules: less than half the time.
        test: {
          name: "node",
          environment: "node",
          include: ["test/**/*.test.ts"],
          testTimeout: 60_000,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "types",
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ["test/**/*.test-d.ts"],
            checker: "./node_modules/typescript-7/bin/tsc",
            tsconfig: "./tsconfig.test.json",
          },
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: testsForBrowsers,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
                args: chromiumArguments,
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
