import { escapeMarkup } from "./escapeMarkup.js";

/** An element of HTML or SVG. Text becomes markup in {@link renderMarkup} only, so that none gets there unescaped. */
export interface Markup {
  readonly name: string;
  readonly attributes: MarkupAttributes;
  readonly content: readonly MarkupContent[];
}

/** What may stand between two tags: text, which is escaped, elements, or nothing (null). */
export type MarkupContent = string | Markup | null | readonly MarkupContent[];

/** Attributes by name; numbers are rounded to two decimals, null leaves the attribute out. */
export interface MarkupAttributes {
  readonly [attribute: string]: string | number | null;
}

/** Elements that never hold anything, in HTML and in SVG. */
const EMPTY = new Set(["circle", "line", "meta", "path", "rect", "use"]);

/**
 * One element with its attributes and what is in it. Names of elements and attributes, and what is in a style element, are
 * the library's own words; values and text may be anybody's.
 *
 * @param name The name of the element.
 * @param attributes Its attributes.
 * @param content What is in it, in order.
 * @returns The element.
 */
export function element(name: string, attributes: MarkupAttributes, ...content: readonly MarkupContent[]): Markup {
  return { name, attributes, content };
}

/**
 * Writes elements as text that is well-formed in HTML and in XML.
 *
 * @param content What to write.
 * @returns The markup.
 */
export function renderMarkup(content: MarkupContent): string {
  if (content === null) return "";
  if (typeof content === "string") return escapeMarkup(content);
  if (!("name" in content)) return content.map(renderMarkup).join("");
  let tag = `<${content.name}`;
  for (const [attribute, value] of Object.entries(content.attributes)) {
    if (value === null) continue;
    tag += ` ${attribute}="${typeof value === "number" ? Number(value.toFixed(2)) : escapeMarkup(value)}"`;
  }
  if (EMPTY.has(content.name)) return `${tag}/>`;
  // A style element holds the library's own rules, which HTML reads as they are.
  const inner = content.name === "style" ? content.content.join("") : renderMarkup(content.content);
  return `${tag}>${inner}</${content.name}>`;
}
