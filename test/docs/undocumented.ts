import ts from "typescript";
import { blocksOf } from "./blocks.js";
import { toProgram } from "./program.js";

/**
 * Every exported name without a docstring, and every exported function without an example that claims something, one
 * line each; none when all is well.
 *
 * @param program The sources.
 * @param entries The files whose exports are public.
 */
export function undocumented(program: ts.Program, entries: readonly string[]): string[] {
  const checker = program.getTypeChecker();
  const faults = new Set<string>();
  for (const entry of entries) {
    const file = program.getSourceFile(entry);
    const module = file && checker.getSymbolAtLocation(file);
    for (const exported of module === undefined ? [] : checker.getExportsOfModule(module)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const fault = faultOf(symbol, checker);
      if (fault !== null) faults.add(`${placeOf(symbol)} ${exported.name} ${fault}`);
    }
  }
  return [...faults].sort();
}

function faultOf(symbol: ts.Symbol, checker: ts.TypeChecker): string | null {
  if (ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() === "") return "has no docstring";
  const [declaration] = symbol.declarations ?? [];
  const isValue = (symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Variable)) !== 0;
  if (!isValue || declaration === undefined) return null;
  if (checker.getTypeOfSymbolAtLocation(symbol, declaration).getCallSignatures().length === 0) return null;
  const examples = symbol.getJsDocTags(checker).filter(({ name }) => name === "example");
  const blocks = examples.flatMap(({ text }) => blocksOf("example.md", ts.displayPartsToString(text)).blocks);
  return blocks.some((block) => toProgram(block).claims.length > 0) ? null : "has no example that claims something";
}

function placeOf(symbol: ts.Symbol): string {
  const [declaration] = symbol.declarations ?? [];
  if (declaration === undefined) return "?";
  const file = declaration.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(declaration.getStart()).line + 1}`;
}
