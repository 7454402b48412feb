import { posix } from "node:path";
import ts from "typescript";
import { foldersOf, placeOf } from "./source.js";

const longestFile = 250;
const emptyWords = /^(utils?|helpers?|common|misc)$/i;

/** Every file whose name, length or index breaks the rules of the tree, one line each; none when all is well. */
export function fileFaults(files: readonly ts.SourceFile[]): string[] {
  const indexes = new Set(files.filter(isIndex).map((file) => file.fileName));
  return [
    ...foldersOf(files).flatMap((folder) =>
      indexes.has(`src/${folder}/index.ts`) ? [] : [`src/${folder} has no index.ts`],
    ),
    ...files.flatMap((file) => [...pathFaults(file), ...(isIndex(file) ? indexFaults(file) : nameFaults(file))]),
  ];
}

function isIndex(file: ts.SourceFile): boolean {
  return posix.basename(file.fileName) === "index.ts";
}

function pathFaults(file: ts.SourceFile): string[] {
  const words = file.fileName.replace(/\.ts$/, "").split("/");
  const lines = file.text.split("\n").length - 1;
  return [
    ...words
      .filter((word) => emptyWords.test(word))
      .map((word) => `${file.fileName}: the name ${word} says nothing about what is in it`),
    ...words
      .filter((word) => !/^[a-z][a-zA-Z0-9]*$/.test(word))
      .map((word) => `${file.fileName}: ${word} is not written in camelCase`),
    ...(lines > longestFile ? [`${file.fileName} has ${lines} lines; ${longestFile} are the most`] : []),
  ];
}

/** `src/index.ts` re-exports whole folders; the index of a folder re-exports names, and nothing else stands in either. */
function indexFaults(file: ts.SourceFile): string[] {
  const isMain = file.fileName === "src/index.ts";
  return file.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) {
      return [`${placeOf(statement)} does more than re-export`];
    }
    const named = statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause);
    return isMain || named ? [] : [`${placeOf(statement)} re-exports without naming what`];
  });
}

function nameFaults(file: ts.SourceFile): string[] {
  const exported = exportedNames(file);
  const base = posix.basename(file.fileName, ".ts");
  return exported.some((name) => name.slice(0, 1).toLowerCase() + name.slice(1) === base)
    ? []
    : [`${file.fileName} exports ${exported.join(", ") || "nothing"}, and nothing named like the file`];
}

/** The names that a file exports, declared in it or re-exported. */
function exportedNames(file: ts.SourceFile): string[] {
  return file.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      return clause !== undefined && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : [];
    }
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    }
    return "name" in statement ? [(statement as ts.DeclarationStatement).name?.getText() ?? "default"] : [];
  });
}
