import * as z from "zod";

/** As much of a text as a message can carry. */
function short(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

/**
 * The schema of an object with these fields and no others. An unknown key is an issue, for else a slip of the pen in a
 * stored map would vanish without a word.
 */
export function closedObject<Fields extends z.core.$ZodLooseShape>(
  fields: Fields,
): z.ZodObject<z.core.util.Writeable<Fields>, z.core.$strict> {
  const known = Object.keys(fields);
  const own = known.includes("attributes")
    ? 'put columns of your own under "attributes"'
    : 'columns of your own go under the "attributes" of a record that has them';
  return z.strictObject(fields, {
    error: (issue) => {
      // Any other issue keeps zod's own message.
      if (issue.code !== "unrecognized_keys") return undefined;
      const [first = "", ...others] = issue.keys;
      const more = others.length === 0 ? "" : ` and ${others.length} more`;
      return `unknown key ${short(first)}${more}: the keys here are ${known.join(", ")}; ${own}`;
    },
  });
}
