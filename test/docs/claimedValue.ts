import ts from "typescript";
import { syntaxErrors } from "./syntaxErrors.js";

/**
 * The value of a claim as JavaScript; null where it is none.
 *
 * @param code The block.
 * @param position Where the comment of the claim starts.
 * @param first What it says. As long as that is unfinished, the comment lines below are taken too.
 */
export function claimedValue(code: string, position: number, first: string): string | null {
  const below = code.slice(position).split("\n").slice(1);
  let value = first.trim();
  while (!isExpression(withMarks(value))) {
    const [, more] = /^\s*\/\/(?!\s*(?:=>|throws\b))(.*)$/.exec(below.shift() ?? "") ?? [];
    if (more === undefined) return null;
    value = `${value} ${more.trim()}`;
  }
  return withMarks(value);
}

/** Gives `…` its meaning: further digits behind a number, anything else at the end of an array or object. */
function withMarks(value: string): string {
  const text = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|(-?\d+(?:\.\d+)?)…(e[+-]?\d+)?|…(?=\s*[\]}])/g;
  return value.replace(text, (match, mantissa?: string, exponent = "") => {
    if (match === "…") return "...__doc.more";
    return mantissa === undefined ? match : `__doc.digits("${mantissa}${exponent}")`;
  });
}

function isExpression(text: string): boolean {
  const [statement] = ts.createSourceFile("value.ts", `(${text})`, ts.ScriptTarget.Latest, true).statements;
  if (statement === undefined || !ts.isExpressionStatement(statement) || syntaxErrors(`(${text})`).length > 0)
    return false;
  const { expression } = statement;
  // Prose behind the value ("0, because …") must not pass for a part of it.
  return (
    ts.isParenthesizedExpression(expression) &&
    !(
      ts.isBinaryExpression(expression.expression) &&
      expression.expression.operatorToken.kind === ts.SyntaxKind.CommaToken
    )
  );
}
