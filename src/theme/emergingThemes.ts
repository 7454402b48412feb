import { checkOptions, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { eachRow } from "../error/eachRow.js";
import { isMissing } from "../error/isMissing.js";
import { benjaminiHochberg } from "../stats/benjaminiHochberg.js";
import { poissonRateTest } from "../stats/poissonRateTest.js";
import { createTermReader, type TermReader } from "./createTermReader.js";
import { logOddsOf } from "./wordLogOdds.js";

/** Options of {@link emergingThemes}. */
export interface EmergingThemesOptions<Row> {
  /** The comment of a row. @defaultValue the row itself, where rows are texts */
  readonly text?: (row: Row) => string | null | undefined;
  /** The least number of comments of now that a word must be in. @defaultValue 5 */
  readonly minimumCount?: number;
  /** The least rise of its share of comments. @defaultValue 1.5 */
  readonly minimumLift?: number;
  /** Of what is told, how much may be chance: the bound of the false discovery rate. @defaultValue 0.05 */
  readonly falseDiscoveryRate?: number;
}

/** A word or pair of words that rises. */
export interface EmergingTheme {
  /** As it folds: in lower case, without accents. */
  readonly term: string;
  /** How many comments of now hold it. */
  readonly now: number;
  /** How many comments of before held it. */
  readonly before: number;
  /** Its share of the comments now over that before; null where it is new. */
  readonly lift: number | null;
  readonly isNew: boolean;
  /** The rise of the log-odds with an informative prior, by its standard error: what the list is ordered by. */
  readonly z: number;
  /** Of no rise, exact. */
  readonly pValue: number;
  /** Adjusted for the number of words that were looked at (Benjamini and Hochberg). */
  readonly adjustedPValue: number;
  /** Other terms that rise in nearly the same comments (four of five at least), and have no line of their own. */
  readonly together: readonly string[];
  /** The rows of now that hold it, the first five. */
  readonly examples: readonly number[];
}

/** What {@link emergingThemes} finds. */
export interface EmergingThemes {
  /** What rises most surely first. */
  readonly terms: readonly EmergingTheme[];
  /** How many words and pairs were common enough to be tested. */
  readonly tested: number;
  /** Comments of now, and of before. */
  readonly comments: readonly [now: number, before: number];
  /** Rows of either without a comment. */
  readonly missing: number;
}

const mostExamples = 5;

interface Mentions {
  /** For each term, the rows that hold it. */
  readonly rows: Map<string, number[]>;
  comments: number;
  missing: number;
}

function readMentions<Row>(rows: Iterable<Row>, text: (row: Row) => unknown, readTerms: TermReader): Mentions {
  const mentions: Mentions = { rows: new Map(), comments: 0, missing: 0 };
  eachRow(rows, (row) => {
    const at = mentions.comments + mentions.missing;
    const comment = text(row);
    if (isMissing(comment) || comment === "") {
      mentions.missing++;
      return;
    }
    if (typeof comment !== "string")
      throw new CxError("invalid-value", "emergingThemes requires comments as strings", comment);
    mentions.comments++;
    readTerms(comment, (term) => {
      const known = mentions.rows.get(term);
      if (known === undefined) mentions.rows.set(term, [at]);
      else if (known.at(-1) !== at) known.push(at);
    });
  });
  return mentions;
}

/** Whether two terms stand in nearly the same comments: they are one thing to tell. */
function isTogether(rows: readonly number[], others: ReadonlySet<number>): boolean {
  const shared = rows.filter((row) => others.has(row)).length;
  return shared >= 0.8 * Math.max(rows.length, others.size);
}

/**
 * What customers have begun to talk about: words and pairs of words in a larger share of the comments than before, beyond what chance
 * gives. It needs no taxonomy, so it finds what nobody has thought of yet.
 *
 * @param now The comments of the period in question: texts, or rows with the option `text`.
 * @param before The comments that they are held against: the period before, or several.
 * @param options Where the comment is, and how much it takes to be told.
 * @returns The terms that rise; those that stand in nearly the same comments are one line.
 * @throws A {@link CxError} `invalid-value` when a comment is no string (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { emergingThemes } from "cxkit";
 *
 * const before = Array.from({ length: 200 }, (_, i) => (i % 2 ? "delivery was quick" : "nice shop"));
 * const now = before.map((comment, i) => (i % 10 < 2 ? "the login loops for ever" : comment));
 * const { terms, tested } = emergingThemes(now, before);
 * terms[0]; // => { term: "login loops", now: 40, before: 0, lift: null, isNew: true, examples: [0, 1, 10, 11, 20], … }
 * terms[0]?.together.includes("the login"); // => true
 * tested; // => 17
 * ```
 *
 * @see The exact test: Przyborowski and Wilenski (1940), as in `poissonRateTest`; the order: Monroe, Colaresi and Quinn (2008), as in
 * `wordLogOdds`.
 */
export function emergingThemes<Row = string>(
  now: Iterable<Row>,
  before: Iterable<Row>,
  options: EmergingThemesOptions<Row> = {},
): EmergingThemes {
  checkOptions("emergingThemes", options, ["text", "minimumCount", "minimumLift", "falseDiscoveryRate"]);
  const { text = (row: Row): unknown => row, minimumCount = 5, minimumLift = 1.5, falseDiscoveryRate = 0.05 } = options;
  checkReader("emergingThemes: text", text);
  for (const [name, value, least, most] of [
    ["minimumCount", minimumCount, 1, Number.POSITIVE_INFINITY],
    ["minimumLift", minimumLift, 1, Number.POSITIVE_INFINITY],
    ["falseDiscoveryRate", falseDiscoveryRate, 0, 1],
  ] as const) {
    if (!(value >= least && value <= most)) {
      throw new CxError("invalid-option", `emergingThemes requires ${name} to be a number from ${least}`, value);
    }
  }
  const readTerms = createTermReader(true);
  const current = readMentions(now, text, readTerms);
  const earlier = readMentions(before, text, readTerms);
  const totals = { total: current.comments, referenceTotal: earlier.comments };
  const all = totals.total + totals.referenceTotal;
  const mass = Math.min(500, all / 10);

  const candidates = Array.from(current.rows).filter(([, rows]) => rows.length >= minimumCount);
  const tested = earlier.comments === 0 ? [] : candidates;
  const lines = tested.map(([term, rows]) => {
    const count = rows.length;
    const reference = earlier.rows.get(term)?.length ?? 0;
    const counts = { count, reference, ...totals };
    const { pValue } = poissonRateTest(
      { count, exposure: totals.total },
      { count: reference, exposure: totals.referenceTotal },
      { alternative: "greater" },
    );
    const lift = reference === 0 ? null : count / totals.total / (reference / totals.referenceTotal);
    // A word in every comment of both has no odds against it.
    const { z } = logOddsOf(counts, (mass * (count + reference)) / (all + 1), mass);
    return { term, rows, count, reference, lift, z, pValue: pValue ?? 1 };
  });
  const adjusted = benjaminiHochberg(lines.map(({ pValue }) => pValue));
  const risen = lines
    .map((line, i) => ({ ...line, adjustedPValue: adjusted[i] ?? 1 }))
    .filter(
      ({ lift, adjustedPValue }) => adjustedPValue <= falseDiscoveryRate && (lift === null || lift >= minimumLift),
    )
    .sort((a, b) => b.z - a.z || b.term.length - a.term.length || (a.term < b.term ? -1 : 1));
  const told: {
    readonly line: (typeof risen)[number];
    readonly rows: ReadonlySet<number>;
    readonly together: string[];
  }[] = [];
  for (const line of risen) {
    const same = told.find(({ rows }) => isTogether(line.rows, rows));
    if (same === undefined) told.push({ line, rows: new Set(line.rows), together: [] });
    else same.together.push(line.term);
  }
  return {
    terms: told.map(({ line: { term, rows, count, reference, lift, z, pValue, adjustedPValue }, together }) => ({
      term,
      now: count,
      before: reference,
      lift,
      isNew: reference === 0,
      z,
      pValue,
      adjustedPValue,
      together,
      examples: rows.slice(0, mostExamples),
    })),
    tested: tested.length,
    comments: [current.comments, earlier.comments],
    missing: current.missing + earlier.missing,
  };
}
