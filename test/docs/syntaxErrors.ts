import ts from "typescript";

/** Why a text is no TypeScript, in words; none where it is. Types are not looked at. */
export function syntaxErrors(code: string): string[] {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { diagnostics = [] } = ts.transpileModule(code, { compilerOptions, reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}
