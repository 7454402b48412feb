import ts from "typescript";
import { specifiersOf, targetOf } from "./imports.js";
import { publicNames } from "./publicNames.js";

/**
 * Every name that means different things in several of the folders, and that `cxkit` could therefore not export; none
 * when all is well. One thing may be exported by two folders.
 */
export function nameClashes(files: readonly ts.SourceFile[], folders: readonly string[]): string[] {
  const byPath = new Map(files.map((file) => [file.fileName, file]));
  const names = publicNames(files);
  const origins = new Map<string, Set<string>>();
  for (const folder of folders) {
    const { values, types } = names[folder] ?? { values: [], types: [] };
    for (const name of [...values, ...types]) {
      const origin = originOf(byPath, `src/${folder}/index.ts`, name);
      origins.set(name, (origins.get(name) ?? new Set()).add(origin));
    }
  }
  return [...origins]
    .filter(([, meanings]) => meanings.size > 1)
    .map(([name, meanings]) => `${name} is both ${[...meanings].join(" and ")}`);
}

/** What a name in a file stands for: "nps of src/kpi/nps.ts", followed through imports and re-exports. */
function originOf(files: ReadonlyMap<string, ts.SourceFile>, path: string, name: string): string {
  for (const statement of files.get(path)?.statements ?? []) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const specifier = specifiersOf(statement).find((each) => each.name.text === name);
    if (specifier === undefined) continue;
    const original = (specifier.propertyName ?? specifier.name).text;
    const module = statement.moduleSpecifier;
    if (module !== undefined && ts.isStringLiteral(module)) {
      return originOf(files, targetOf(path, module.text) ?? module.text, original);
    }
    if (original !== name) return originOf(files, path, original);
  }
  return `${name} of ${path}`;
}
