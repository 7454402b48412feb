/** A fenced piece of TypeScript in a document or in a doc comment. */
export interface Block {
  /** Where it stands, from the root of the repository: "README.md". */
  readonly file: string;
  /** The line of its first line of code, counted from 1. */
  readonly line: number;
  /** Whether it is run; a block fenced "ts type-only" is only type-checked. */
  readonly run: boolean;
  readonly code: string;
}

/** The blocks of a text, and what keeps others from being read. */
export interface Blocks {
  readonly blocks: readonly Block[];
  readonly faults: readonly string[];
}

/**
 * The TypeScript blocks of a Markdown text, or of the doc comments of a source file (by the ending of `file`): those
 * fenced "ts" and "ts type-only". One fenced "ts no-run", and any other language, is left alone.
 */
export function blocksOf(file: string, text: string): Blocks {
  const lines = text.split(/\r?\n/);
  const prose = file.endsWith(".ts") ? docCommentLines(lines) : lines;
  const blocks: Block[] = [];
  const faults: string[] = [];
  let fence: { marks: string; indent: string; info: string; line: number } | null = null;
  let code: string[] = [];

  const unclosed = (line: number): void => {
    faults.push(`${file}:${line}: the fence is not closed`);
    fence = null;
  };
  for (const [index, line] of prose.entries()) {
    if (fence === null) {
      const [, indent = "", marks, info = ""] = /^(\s*)(`{3,}|~{3,})\s*(.*?)\s*$/.exec(line ?? "") ?? [];
      if (marks !== undefined) fence = { marks, indent, info, line: index + 2 };
      code = [];
    } else if (line === null) {
      unclosed(fence.line - 1);
    } else if (line.trim().startsWith(fence.marks) && line.trim().replaceAll(fence.marks.slice(0, 1), "") === "") {
      const block = { file, line: fence.line, code: code.join("\n") };
      if (fence.info === "ts" || fence.info === "ts type-only") blocks.push({ ...block, run: fence.info === "ts" });
      else if (fence.info === "ts no-run") {
        if (/\/\/ *=>/.test(block.code)) faults.push(`${file}:${fence.line}: it claims something, and is not run`);
      } else if (/^(ts|tsx|mts|cts|typescript)\b/i.test(fence.info)) {
        faults.push(`${file}:${fence.line - 1}: "${fence.info}" is none of "ts", "ts type-only" and "ts no-run"`);
      }
      fence = null;
    } else {
      code.push(line.startsWith(fence.indent) ? line.slice(fence.indent.length) : line);
    }
  }
  if (fence !== null) unclosed(fence.line - 1);
  return { blocks, faults };
}

/** What the doc comments of a source file say, line by line; null for a line outside them. */
function docCommentLines(lines: readonly string[]): (string | null)[] {
  let inside = false;
  return lines.map((line) => {
    const starts = !inside && /^\s*\/\*\*/.test(line);
    if (!inside && !starts) return null;
    inside = !line.includes("*/");
    const text = line.replace(/\*\/.*$/, "").replace(/^\s*(?:\/\*)?\*? ?/, "");
    // A last line that holds nothing but the end of the comment is no longer part of it.
    return inside || text.trim() !== "" ? text : null;
  });
}
