import type ts from "typescript";
import { importsOf } from "./imports.js";
import { folderOf, foldersOf } from "./source.js";

/** What the imports of `src` are held to. */
export interface LayerRules {
  /** The folders, highest line first; a folder imports from its own and from lower lines only. */
  readonly layers: readonly (readonly string[])[];
  /** The packages that may be imported at all. */
  readonly packages: readonly string[];
  /** The folders that may import a package, where not all may. */
  readonly onlyIn: { readonly [packageName: string]: readonly string[] };
  /** Specifiers that pull in a whole package where one file of it would do. */
  readonly barrels: readonly string[];
}

/** Every import that the rules forbid, one line each; none when all is well. */
export function layerFaults(files: readonly ts.SourceFile[], rules: LayerRules): string[] {
  const line = new Map(rules.layers.flatMap((folders, index) => folders.map((folder) => [folder, index] as const)));

  const faultOf = (from: string, target: string): string | null => {
    const folder = folderOf(from);
    const other = folderOf(target);
    if (folder === null) return target.endsWith("/index.ts") ? null : "src/index.ts re-exports index files only";
    if (target.endsWith("/index.ts")) return "import the file itself, not an index.ts";
    if (other === folder) return null;
    const [own, its] = [line.get(folder), line.get(other ?? "")];
    return own !== undefined && its !== undefined && own < its ? null : `${folder} does not stand above ${other}`;
  };

  const packageFaultOf = (from: string, specifier: string): string | null => {
    const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
    const folder = folderOf(from);
    const only = Object.hasOwn(rules.onlyIn, name) ? rules.onlyIn[name] : undefined;
    if (!rules.packages.includes(name)) return `${name} is no dependency of the library`;
    if (rules.barrels.includes(specifier)) return "import one function from its own path, not the barrel";
    return only === undefined || (folder !== null && only.includes(folder)) ? null : `only ${only.join(", ")} may`;
  };

  const unplaced = foldersOf(files).filter((folder) => !line.has(folder));
  const imports = files.flatMap((file) =>
    importsOf(file).flatMap(({ place, specifier, target }) => {
      const fault = target === null ? packageFaultOf(file.fileName, specifier) : faultOf(file.fileName, target);
      return fault === null ? [] : [`${place} imports ${specifier}: ${fault}`];
    }),
  );
  return [...unplaced.map((folder) => `src/${folder} stands in no layer`), ...imports];
}
