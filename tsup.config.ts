import { readdirSync } from "node:fs";
import { defineConfig } from "tsup";

// One entry per folder of src, and one for the whole.
const folders = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());

export default defineConfig({
  entry: {
    index: "src/index.ts",
    ...Object.fromEntries(folders.map(({ name }) => [name, `src/${name}/index.ts`])),
  },
  format: ["esm", "cjs"],
  platform: "neutral",
  target: "es2022",
  // TypeScript 6 calls the baseUrl that tsup sets deprecated.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  clean: true,
  sourcemap: true,
  splitting: true,
});
