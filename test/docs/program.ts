import ts from "typescript";
import type { Block } from "./blocks.js";
import { claimedValue } from "./claimedValue.js";
import { syntaxErrors } from "./syntaxErrors.js";

/** A block turned into a module that checks its own claims. */
export interface Program {
  /** TypeScript, each line at the number that it has in the document. */
  readonly code: string;
  /** The lines that claim something. */
  readonly claims: readonly number[];
  /** What is wrong with the block before it is run. */
  readonly faults: readonly string[];
}

/** Text to be put in at a position of the block. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** A statement that may carry a claim. */
type Claimant = ts.ExpressionStatement | ts.VariableStatement;

/**
 * Turns each claim of a block into a check. A claim is a comment behind a statement, or on a line of its own right below:
 *
 * - `expression; // => value` and `const name = expression; // => value`: it is that value (a JavaScript expression, in
 *   which `…` stands for further digits of a number or for what else an object or array holds at its end). A value that
 *   does not fit in the line goes on in further comment lines.
 * - `statement; // throws code`: it throws a `CxError` of that code.
 */
export function toProgram(block: Block): Program {
  const source = ts.createSourceFile("example.ts", block.code, ts.ScriptTarget.Latest, true);
  const faults: string[] = [];
  const claims: number[] = [];
  const insertions: Insertion[] = [];
  const lineOf = (position: number): number => block.line + source.getLineAndCharacterOfPosition(position).line;

  const claimants = claimantsOf(source);
  for (const { pos, text } of commentsOf(source)) {
    const [, kind, value = ""] = /^\/\/\s*(=>|throws\b)(.*)$/.exec(text) ?? [];
    if (kind === undefined) continue;
    const line = lineOf(pos);
    const claimant = claimants.findLast(
      ({ end }) => end <= pos && /^[ \t]*\n?[ \t]*$/.test(block.code.slice(end, pos)),
    );
    const found =
      claimant === undefined
        ? "the claim stands behind no statement"
        : kind === "throws"
          ? throwsCheck(claimant, value.trim(), line)
          : valueCheck(claimant, claimedValue(block.code, pos, value), line);
    if (typeof found === "string") faults.push(`${block.file}:${line}: ${found}`);
    else insertions.push(...found);
    claims.push(line);
  }

  const imports = source.statements.filter(ts.isImportDeclaration).filter((node) => entryOf(node) !== null);
  if (block.run && imports.length === 0) faults.push(`${block.file}:${block.line}: it imports nothing from cxkit`);
  if (block.run && claims.length === 0) faults.push(`${block.file}:${block.line}: it asserts nothing`);
  if (!block.run && claims.length > 0) faults.push(`${block.file}:${block.line}: it claims something, and is not run`);
  for (const error of syntaxErrors(block.code)) faults.push(`${block.file}:${block.line}: ${error}`);

  const header = [
    'declare const __doc: import("../../../test/docs/checks.js").Checks;',
    ...imports.flatMap((node, index) => importCheck(node, index, lineOf(node.getStart()))),
  ].join(" ");
  const code = `${header}${"\n".repeat(block.line - 1)}${inserted(block.code, insertions)}\nexport {};\n`;
  return { code, claims, faults };
}

/** `expression` → `__doc.claim(line, [(expression)][0], (value))`, or the same after a `const name = expression;`. */
function valueCheck(claimant: Claimant, value: string | null, line: number): Insertion[] | string {
  if (value === null) return "the value that is claimed is no JavaScript expression";
  if (ts.isExpressionStatement(claimant)) {
    const { expression } = claimant;
    // Out of a list it keeps the types that it has by itself; as an argument, its own could be inferred differently.
    return [
      { at: expression.getStart(), text: `__doc.claim(${line}, [(` },
      { at: expression.getEnd(), text: `)][0], (${value}))` },
    ];
  }
  const [declaration, ...others] = claimant.declarationList.declarations;
  if (declaration === undefined || others.length > 0 || !ts.isIdentifier(declaration.name)) {
    return "a claim about a declaration needs one declared name";
  }
  const text = `; __doc.claim(${line}, ${declaration.name.text}, (${value}));`;
  return [{ at: claimant.getEnd(), text }];
}

/** `statement` → `__doc.throws(line, "code", () => { statement })`, awaited where the statement awaits. */
function throwsCheck(claimant: Claimant, code: string, line: number): Insertion[] | string {
  if (!/^[a-z-]+$/.test(code)) return "a claim that something throws needs the code, and nothing else";
  const [open, close] = awaits(claimant)
    ? [`await __doc.rejects(${line}, "${code}", async () => { `, " });"]
    : [`__doc.throws(${line}, "${code}", () => { `, " });"];
  return [
    { at: claimant.getStart(), text: open },
    { at: claimant.getEnd(), text: close },
  ];
}

/** Checks that what a block imports is there: a name that is not would only be undefined. */
function importCheck(node: ts.ImportDeclaration, index: number, line: number): string[] {
  const bindings = node.importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return [];
  if (node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const names = bindings.elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ name, propertyName }) => (propertyName ?? name).text);
  const entry = JSON.stringify(entryOf(node));
  return [
    `import * as __entry${index} from ${entry};`,
    `__doc.imports(${line}, ${entry}, __entry${index}, ${JSON.stringify(names)});`,
  ];
}

function entryOf(node: ts.ImportDeclaration): string | null {
  const specifier = ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : "";
  return /^cxkit(\/|$)/.test(specifier) ? specifier : null;
}

/** Whether a statement awaits something itself, and not in a function within it. */
function awaits(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node)) return true;
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, (child) => awaits(child) || undefined) ?? false);
}

/** The statements that may carry a claim, each before those within it. */
function claimantsOf(source: ts.SourceFile): Claimant[] {
  const claimants: Claimant[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node) || ts.isVariableStatement(node)) claimants.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return claimants;
}

function commentsOf(source: ts.SourceFile): { pos: number; text: string }[] {
  const found = new Map<number, string>();
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(source);
    for (const child of children) visit(child);
    if (children.length > 0) return;
    const ranges = [
      ...(ts.getLeadingCommentRanges(source.text, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(source.text, node.end) ?? []),
    ];
    for (const { pos, end } of ranges) found.set(pos, source.text.slice(pos, end));
  };
  visit(source);
  return [...found].sort(([a], [b]) => a - b).map(([pos, text]) => ({ pos, text }));
}

function inserted(code: string, insertions: readonly Insertion[]): string {
  // From the end, so that the positions of those still to come stay right.
  return insertions
    .toSorted((a, b) => b.at - a.at)
    .reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), code);
}
