import ts from "typescript";
import { specifiersOf } from "./imports.js";
import { folderOf } from "./source.js";

/** What an entry point exports: `values` exist at run time, `types` do not. Both sorted. */
interface EntryNames {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** The names of each entry point, by the folder's name. */
export interface PublicNames {
  readonly [folder: string]: EntryNames;
}

/** What each folder's `index.ts` exports, as it is written there. */
export function publicNames(files: readonly ts.SourceFile[]): PublicNames {
  const entries = files.filter((file) => /^src\/[^/]+\/index\.ts$/.test(file.fileName));
  return Object.fromEntries(entries.map((file) => [folderOf(file.fileName) ?? "", namesOf(file)]));
}

function namesOf(index: ts.SourceFile): EntryNames {
  const values: string[] = [];
  const types: string[] = [];
  for (const statement of index.statements.filter(ts.isExportDeclaration)) {
    for (const { name, isTypeOnly } of specifiersOf(statement)) {
      (statement.isTypeOnly || isTypeOnly ? types : values).push(name.text);
    }
  }
  return { values: values.sort(), types: types.sort() };
}

/** Every name that came, went, or changed between value and type, one line each; none where both lists agree. */
export function nameChanges(before: PublicNames, now: PublicNames): string[] {
  const flat = (names: PublicNames): Set<string> =>
    new Set(
      Object.entries(names).flatMap(([folder, { values, types }]) => [
        ...values.map((name) => `cxkit/${folder}: the value ${name}`),
        ...types.map((name) => `cxkit/${folder}: the type ${name}`),
      ]),
    );
  const [old, current] = [flat(before), flat(now)];
  return [
    ...[...current].filter((name) => !old.has(name)).map((name) => `${name} is new`),
    ...[...old].filter((name) => !current.has(name)).map((name) => `${name} is gone`),
  ];
}

/** The folders that `src/index.ts` re-exports whole, in alphabetical order. */
export function reexportedFolders(index: ts.SourceFile): string[] {
  return index.statements
    .flatMap((statement) =>
      ts.isExportDeclaration(statement) &&
      statement.exportClause === undefined &&
      statement.moduleSpecifier !== undefined &&
      ts.isStringLiteral(statement.moduleSpecifier)
        ? [/^\.\/(\w+)\/index\.js$/.exec(statement.moduleSpecifier.text)?.[1] ?? statement.moduleSpecifier.text]
        : [],
    )
    .sort();
}
