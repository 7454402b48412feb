import ts from "typescript";
import { placeOf, walk } from "./source.js";

/** Names that only a browser or Node gives, or that reach the outside world. */
const impureNames = new Set([
  "Buffer",
  "console",
  "crypto",
  "document",
  "fetch",
  "global",
  "globalThis",
  "localStorage",
  "navigator",
  "performance",
  "process",
  "queueMicrotask",
  "require",
  "self",
  "sessionStorage",
  "setImmediate",
  "setInterval",
  "setTimeout",
  "window",
]);
const impureMembers = new Set(["Date.now", "Math.random"]);

/**
 * Every place where code reads the clock, chance, the machine's locale or the outside world, one line each; none when
 * all is well. Comments and strings may speak of them, and a variable or a field may be named like them.
 */
export function purityFaults(files: readonly ts.SourceFile[]): string[] {
  return files.flatMap((file) => {
    const faults: string[] = [];
    const own = declaredNames(file);
    walk(file, (node) => {
      const impure = impurity(node, own);
      if (impure !== null) faults.push(`${placeOf(node)} ${impure}`);
    });
    return faults;
  });
}

function impurity(node: ts.Node, own: ReadonlySet<string>): string | null {
  if (node.kind === ts.SyntaxKind.DeclareKeyword && !ts.isPropertyDeclaration(node.parent))
    return "declares what only some platforms have";
  if (ts.isIdentifier(node) && impureNames.has(node.text) && !own.has(node.text) && isReference(node)) {
    return `uses ${node.text}`;
  }
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const name = memberName(node);
    return name !== null && impureMembers.has(name) ? `uses ${name}` : null;
  }
  if (ts.isNewExpression(node) && (node.arguments ?? []).length === 0) {
    const name = node.expression.getText();
    if (name === "Date") return "uses new Date() without a time";
    return name.startsWith("Intl.") ? `uses new ${name}() without a locale` : null;
  }
  return ts.isCallExpression(node) ? callImpurity(node) : null;
}

function callImpurity(call: ts.CallExpression): string | null {
  const callee = call.expression;
  if (callee.getText() === "Date") return "uses Date(), which reads the clock";
  if (!ts.isPropertyAccessExpression(callee)) return null;
  const name = callee.name.text;
  const localeArgument = name === "localeCompare" ? 1 : name.startsWith("toLocale") ? 0 : Number.NaN;
  return call.arguments.length <= localeArgument ? `uses ${name} without a locale` : null;
}

/** "Math.random" for `Math.random` and `Math["random"]`. */
function memberName(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | null {
  if (ts.isPropertyAccessExpression(node)) return `${node.expression.getText()}.${node.name.text}`;
  const key = node.argumentExpression;
  return ts.isStringLiteralLike(key) ? `${node.expression.getText()}.${key.text}` : null;
}

/** The names that a file gives to its own variables, parameters, functions and imports. */
function declaredNames(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  walk(file, (node) => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (declares && node.name !== undefined && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}

/** Whether an identifier stands for a value, and is not the name of a field or of a declaration. */
function isReference(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  const isName = "name" in parent && parent.name === node;
  const isPropertyName = "propertyName" in parent && parent.propertyName === node;
  return !isName && !isPropertyName;
}
