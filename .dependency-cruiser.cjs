const layers = require("./test/architecture/layers.json");

const below = (line) => layers.slice(line + 1).flat();
const layerRules = layers.flatMap((folders, line) =>
  folders.map((folder) => ({
    name: `${folder}-imports-downwards`,
    severity: "error",
    from: { path: `^src/${folder}/` },
    to: { path: "^src/", pathNot: `^src/(${[folder, ...below(line)].join("|")})/` },
  })),
);

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: "no-circle",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-index-inside",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/index[.]ts$" },
      to: { path: "/index[.]ts$", pathNot: "node_modules" },
    },
    {
      name: "zod-only-in-schema-and-import",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(schema|import)/" },
      to: { path: "(^|node_modules/)zod(/|$)" },
    },
    { name: "no-node", severity: "error", from: { path: "^src/" }, to: { dependencyTypes: ["core"] } },
    {
      name: "declared-packages-only",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown", "unknown", "undetermined"] },
    },
    { name: "resolves", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
