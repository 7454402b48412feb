import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import ts from "typescript";

/** A source file, parsed; `path` counts from the root of the repository, with slashes: "src/kpi/nps.ts". */
export function parseSource(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** Every TypeScript file below `src`, parsed, in the order of their paths. */
export function readSources(root: string): ts.SourceFile[] {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => posix.join("src", name.replaceAll(sep, "/")))
    .sort()
    .map((path) => parseSource(path, readFileSync(join(root, path), "utf8")));
}

/** The folder of `src` that a file is in; null for `src/index.ts`, which is in none. */
export function folderOf(path: string): string | null {
  const [, folder, ...rest] = path.split("/");
  return folder === undefined || rest.length === 0 ? null : folder;
}

/** The folders of `src` that hold files, in alphabetical order. */
export function foldersOf(files: readonly ts.SourceFile[]): string[] {
  return [...new Set(files.map((file) => folderOf(file.fileName)))].filter((folder) => folder !== null).sort();
}

/** Where a node stands: "src/kpi/nps.ts:12". */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** Calls `visit` for a node and for everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}
