import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";

/** A number at the start, or alone in brackets or after a dash at the end. */
const leading = /^([+-]?\d+(?:\.\d+)?)(?!\d)/;
const trailing = /[\s(–—:=-](\d+(?:\.\d+)?)\)?$/;
/** "/10" or "out of 10", which says how long the scale is. */
const outOf = /^\s*(?:\/|(?:out )?of)\s*\d+(?:\.\d+)?/i;

/**
 * The score in an answer that carries its label: "10 - Extremely likely" is 10, "Not at all likely (0)" is 0, "4 / 5" is 4.
 *
 * It only ever takes a number that stands at the start or at the end; a label that holds two numbers, or none, is refused rather than
 * guessed at. For use in an accessor: `npsMetric((row) => scalestrip(row.answer))`; with `invalid: "exclude"` what it refuses is counted
 * there.
 *
 * @param answer The answer as it was exported; a number stays as it is. null, undefined, NaN and text without a character stand for
 * none.
 * @returns The score, or null.
 * @throws A {@link CxError} `invalid-value` when there is not exactly one number at the start or the end.
 *
 * @example
 * ```ts
 * import { measure, npsMetric, scalestrip } from "cxkit";
 *
 * scalestrip("10 - Extremely likely"); // => 10
 * scalestrip("Not at all likely (0)"); // => 0
 * scalestrip(""); // => null
 * scalestrip("9 or 10"); // throws invalid-value
 * const rows = [{ answer: "10 - Extremely likely" }, { answer: "3" }, { answer: "no idea" }];
 * measure(rows, npsMetric((row) => scalestrip(row.answer), { invalid: "exclude" })); // => { value: 0, n: 2, invalid: 1, … }
 * ```
 *
 * @see The exports of survey tools, which write the ends of a scale as number and label.
 */
export function scalestrip(answer: string | number | null | undefined): number | null {
  if (isMissing(answer)) return null;
  if (typeof answer === "number") return answer;
  const text = typeof answer === "string" ? answer.trim() : null;
  if (text === "") return null;
  const start = text === null ? null : leading.exec(text);
  if (text !== null && start !== null) {
    const rest = text.slice(start[0].length).replace(outOf, "");
    if (!/\p{N}/u.test(rest)) return Number(start[1]);
  } else if (text !== null && text.length <= 1000) {
    const end = trailing.exec(text);
    if (end !== null && !/\p{N}/u.test(text.slice(0, end.index))) return Number(end[1]);
  }
  throw new CxError("invalid-value", "scalestrip requires one number at the start or the end of an answer", answer);
}
