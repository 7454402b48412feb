import { clauses, closers, emoji, misspelt, openers, short, words } from "./phrases.mjs";

/** @typedef {import("./random.mjs").Random} Random */
/** @typedef {import("./customers.mjs").Person} Person */
/** @typedef {ReturnType<typeof createWriter>} Writer */
/** @typedef {"+" | "~" | "-"} Tone Good, mixed, bad. */
/** @typedef {readonly (readonly [topic: string, weight: number])[]} Topics */

const connectors = {
  same: [
    [". ", 9],
    [" and ", 5],
    [", and ", 2],
    ["; ", 1],
    [" - ", 1],
    [", also ", 1],
    [". Also, ", 1],
    [". And ", 1],
  ],
  contrast: [
    [", but ", 6],
    [" but ", 5],
    [". But ", 2],
    [". Still, ", 1],
    [". On the other hand ", 1],
    [", though ", 1],
  ],
};

/**
 * Writes comments that fit what happened to a customer. No piece comes back before all others of its topic were used, and
 * no longer comment is written twice.
 *
 * @param {Random} random
 */
export function createWriter(random) {
  /** @type {Map<readonly string[], string[]>} The pieces of each pool that are still to be used. */
  const left = new Map();
  const written = new Set();

  /** @param {readonly string[]} pool @returns {string} */
  const draw = (pool) => {
    const rest = left.get(pool) ?? [];
    const piece = rest.pop() ?? "";
    if (rest.length === 0) left.set(pool, random.shuffle(pool));
    return piece === "" ? draw(pool) : piece;
  };
  /** @param {string} topic @param {Person} person */
  const clause = (topic, person) => {
    const dishes = random.shuffle(words.dish);
    /** @type {Record<string, readonly string[]>} */
    const fill = { ...words, who: words.who[person.persona], dish: [dishes[0]], dish2: [dishes[1]] };
    return draw(clauses[topic]).replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) =>
      random.pick(fill[name]),
    );
  };
  /** @param {Topics} topics @param {number} count @param {Person} person @returns {string[]} */
  const several = (topics, count, person) => {
    const chosen = [];
    let rest = topics;
    while (chosen.length < count && rest.length > 0) {
      const topic = random.weighted(rest);
      chosen.push(clause(topic, person));
      rest = rest.filter(([name]) => name !== topic);
    }
    return chosen;
  };

  /** @param {Person} person @param {Tone} tone @param {Topics} good @param {Topics} bad */
  const compose = (person, tone, good, bad) => {
    const count = random.weighted([
      [1, 46],
      [2, 37],
      [3, 17],
    ]);
    let body = "";
    if (tone === "~" && random.chance(0.7)) {
      const [first, second] = random.chance(0.75) ? [good, bad] : [bad, good];
      body = join([...several(first, 1, person), ...several(second, 1, person)], connectors.contrast, random);
    } else {
      const main = tone === "+" || (tone === "~" && random.chance(0.35)) ? good : bad;
      body = join(several(main, tone === "~" ? 1 : count, person), connectors.same, random);
      if (tone !== "~" && random.chance(0.13)) {
        body = join([body, ...several(main === good ? bad : good, 1, person)], connectors.contrast, random);
      }
    }
    if (body.length < 90 && random.chance(0.13) && !isQuestion(body)) body = `${draw(openers[tone])} ${body}`;
    let text = sentence(body, tone, random);
    if (text.length < 160 && random.chance(0.16)) text += ` ${draw(closers[tone])}`;
    return inTheirHand(text, tone, random);
  };

  /**
   * @param {Person} person
   * @param {Tone} tone
   * @param {Topics} good What there is to praise.
   * @param {Topics} bad What there is to complain about.
   * @param {boolean} [mayBeShort] Whether a word or two will do.
   * @returns {string}
   */
  return function write(person, tone, good, bad, mayBeShort = true) {
    if (mayBeShort && random.chance(tone === "~" ? 0.15 : 0.12)) return inTheirHand(draw(short[tone]), tone, random);
    let text = compose(person, tone, good, bad);
    for (let tries = 0; tries < 20 && text.length > 18 && written.has(text.toLowerCase()); tries++) {
      text = compose(person, tone, good, bad);
    }
    written.add(text.toLowerCase());
    return text;
  };
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** Whether the last sentence is a question. @param {string} text */
const isQuestion = (text) => /^(why|what am) /i.test(text.split(/[.?!] /).at(-1) ?? "");

/** @param {readonly string[]} parts @param {any} choices @param {Random} random */
function join(parts, choices, random) {
  let text = parts[0] ?? "";
  for (const part of parts.slice(1)) {
    const connector = isQuestion(text) ? "? " : isQuestion(part) ? ". " : random.weighted(choices);
    text += connector + (/[.?] $/.test(connector) ? capital(part) : part);
  }
  return text;
}

/** @param {string} body @param {Tone} tone @param {Random} random */
function sentence(body, tone, random) {
  const text = capital(body);
  if (isQuestion(text)) return `${text}?`;
  if (tone !== "~" && random.chance(0.1)) return `${text}!`;
  return `${text}.`;
}

/** Haste, slips and emoji. @param {string} text @param {Tone} tone @param {Random} random */
function inTheirHand(text, tone, random) {
  let own = text;
  if (random.chance(0.06)) {
    const slips = [...misspelt].filter(([word]) => new RegExp(`\\b${word}\\b`).test(own));
    if (slips.length > 0) {
      const [word, slip] = random.pick(slips);
      own = own.replace(new RegExp(`\\b${word}\\b`), slip);
    }
  }
  if (random.chance(0.09)) own = own.toLowerCase();
  if (random.chance(0.1)) own = own.replace(/\.$/, "");
  else if (random.chance(0.03)) own = own.replace(/[.!]$/, "!!");
  if (random.chance(0.07)) own += ` ${random.pick(emoji[tone])}`;
  if (random.chance(0.012)) own = own.replace(". ", ".\n");
  return own;
}
