import { posix } from "node:path";
import ts from "typescript";
import { placeOf, walk } from "./source.js";

/** One file's use of another module, whichever way it is written. */
export interface Import {
  /** Where it stands: "src/kpi/nps.ts:3". */
  readonly place: string;
  /** As it is written: "../stats/mean.js", "zod". */
  readonly specifier: string;
  /** The file of the library that is meant: "src/stats/mean.ts"; null for a package. */
  readonly target: string | null;
  /** Whether it vanishes when types are stripped. */
  readonly typeOnly: boolean;
}

/** Everything that a file imports: import and export declarations, `import("…")` calls and `import("…")` types. */
export function importsOf(file: ts.SourceFile): Import[] {
  const imports: Import[] = [];
  walk(file, (node) => {
    const found = moduleSpecifier(node);
    if (found === null) return;
    const specifier = found.literal.text;
    imports.push({
      place: placeOf(node),
      specifier,
      target: targetOf(file.fileName, specifier),
      typeOnly: found.typeOnly,
    });
  });
  return imports;
}

/** The file of the library that a specifier means in a file; null for a package. */
export function targetOf(path: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null;
  return posix.join(posix.dirname(path), specifier).replace(/\.js$/, ".ts");
}

function moduleSpecifier(node: ts.Node): { literal: ts.StringLiteralLike; typeOnly: boolean } | null {
  let literal: ts.Node | undefined;
  let typeOnly = false;
  if (ts.isImportDeclaration(node)) {
    literal = node.moduleSpecifier;
    typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  } else if (ts.isExportDeclaration(node)) {
    literal = node.moduleSpecifier;
    typeOnly = node.isTypeOnly;
  } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    literal = node.arguments[0];
  } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    literal = node.argument.literal;
    typeOnly = true;
  }
  return literal !== undefined && ts.isStringLiteralLike(literal) ? { literal, typeOnly } : null;
}

/** The names that an import or export declaration lists; none where it takes all. */
export function specifiersOf(
  statement: ts.ImportDeclaration | ts.ExportDeclaration,
): readonly (ts.ImportSpecifier | ts.ExportSpecifier)[] {
  const clause = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
  return clause !== undefined && (ts.isNamedImports(clause) || ts.isNamedExports(clause)) ? [...clause.elements] : [];
}
