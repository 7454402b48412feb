/**
 * Other tools' definitions by name, as options for the KPI that they belong to, so that a number can be made to match the tool that
 * the company looks at today. A result says in its `definition` how it was measured, and `compare` mixes no two.
 *
 * | preset | for | what it is |
 * |---|---|---|
 * | `ces1` | `ces` | CES 1.0: the mean effort on 1–5, lower is better |
 * | `ces2` | `ces` | CES 2.0: the share of 5–7 on 1–7; the default, spelled out |
 * | `cesMean` | `ces` | the mean answer on 1–7, as Nicereply shows it |
 * | `netEasy` | `ces` | 6–7 minus 1–3 on 1–7 |
 * | `netEasyFrom5` | `ces` | 5–7 minus 1–3 on 1–7 |
 * | `zendesk.csat` | `csat` | good ÷ (good + bad), with good read as 2 and bad as 1 |
 * | `zendesk.oneTouch` | `firstContactResolution` | cases solved with fewer than two public replies of an agent, among those solved |
 * | `intercom.csat` | `csat` | the share of 4 and 5 among ratings of 1–5 |
 * | `intercom.firstContactResolution` | `firstContactResolution` | conversations closed once with one teammate, among those closed |
 *
 * @example
 * ```ts
 * import { ces, csat, firstContactResolution, presets } from "cxkit";
 *
 * ces([1, 2, 2, 5], presets.ces1).value; // => 2.5
 * ces([7, 6, 4, 2], { ...presets.netEasy, level: 0.9 }).value; // => 25
 * csat(["good", "bad", "good"].map((score) => (score === "good" ? 2 : 1)), presets.zendesk.csat).value; // => 66.66…
 * const tickets = [
 *   { resolvedAt: "2026-03-02T09:30:00Z", replies: 1 },
 *   { resolvedAt: "2026-03-02T11:00:00Z", replies: 3 },
 * ];
 * firstContactResolution(tickets, presets.zendesk.oneTouch).value; // => 0.5
 * ```
 *
 * @see The tools' help pages; CES 1.0: Dixon, Freeman and Toman, Harvard Business Review, July 2010.
 */
export const presets = {
  ces1: { variant: "mean", scale: [1, 5], direction: "lower-is-better" },
  ces2: { variant: "easy", scale: [1, 7], easyFrom: 5 },
  cesMean: { variant: "mean", scale: [1, 7] },
  netEasy: { variant: "net", scale: [1, 7], easyFrom: 6, hardFrom: 3 },
  netEasyFrom5: { variant: "net", scale: [1, 7], easyFrom: 5, hardFrom: 3 },
  zendesk: {
    csat: { scale: [1, 2], satisfiedFrom: 2 },
    oneTouch: { variant: "one-touch", minimumReplies: 0 },
  },
  intercom: {
    csat: { scale: [1, 5], satisfiedFrom: 4 },
    firstContactResolution: { variant: "one-teammate" },
  },
} as const;
