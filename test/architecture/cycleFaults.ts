import type ts from "typescript";
import { importsOf } from "./imports.js";

/** Every circle of value imports, as "a.ts → b.ts → a.ts"; none when all is well. Types may refer to each other. */
export function cycleFaults(files: readonly ts.SourceFile[]): string[] {
  const imports = new Map(
    files.map((file) => [
      file.fileName,
      importsOf(file).flatMap(({ target, typeOnly }) => (target === null || typeOnly ? [] : [target])),
    ]),
  );
  const faults: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];

  const visit = (name: string): void => {
    const start = path.indexOf(name);
    if (start >= 0) faults.push([...path.slice(start), name].join(" → "));
    if (start >= 0 || done.has(name)) return;
    path.push(name);
    for (const target of imports.get(name) ?? []) visit(target);
    path.pop();
    done.add(name);
  };
  for (const name of imports.keys()) visit(name);
  return faults;
}
