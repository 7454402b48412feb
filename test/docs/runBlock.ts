import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Block } from "./blocks.js";
import { createChecks } from "./checks.js";
import { toProgram } from "./program.js";

/** The name of the module that is made of a block: "src.kpi.nps.ts.12.ts". */
export function moduleName(block: Block): string {
  return `${block.file.replaceAll("/", ".")}.${block.line}.ts`;
}

/**
 * Writes the module that is made of a block into a folder, two levels below node_modules, and runs it.
 *
 * @returns What is wrong with the block, each with file and line; nothing where all its claims hold.
 */
export async function runBlock(block: Block, folder: string): Promise<readonly string[]> {
  const { code, claims, faults: before } = toProgram(block);
  const path = join(folder, moduleName(block));
  mkdirSync(folder, { recursive: true });
  if (!existsSync(path) || readFileSync(path, "utf8") !== code) writeFileSync(path, code);
  if (before.length > 0 || !block.run) return before;

  const { checks, faults, reached } = createChecks(block.file);
  Object.assign(globalThis, { __doc: checks });
  try {
    await import(/* @vite-ignore */ pathToFileURL(path).href);
  } catch (error) {
    return [...faults, `${block.file}:${Math.max(block.line, lineOf(error, path))}: ${String(error)}`];
  }
  const missed = claims.filter((line) => !reached.has(line));
  return [...faults, ...missed.map((line) => `${block.file}:${line}: the claim is never reached`)];
}

/** The line of a module that an error comes from, which is the document's own; 0 where it is not known. */
function lineOf(error: unknown, path: string): number {
  const [, ...places] = (error instanceof Error ? (error.stack ?? "") : "").split(`${basename(path)}:`);
  // The last is the outermost: the statement of the example, and not a function that it calls.
  return Number.parseInt(places.at(-1) ?? "", 10) || 0;
}
