/** How the answers of a happy, a content and a troubled crowd are spread over the scale, from its low end. */
const crowds = {
  csat: [
    [0.01, 0.03, 0.07, 0.27, 0.62],
    [0.03, 0.05, 0.13, 0.38, 0.41],
    [0.27, 0.26, 0.2, 0.17, 0.1],
  ],
  ces: [
    [0, 0.01, 0.02, 0.05, 0.13, 0.3, 0.49],
    [0.02, 0.03, 0.05, 0.12, 0.22, 0.28, 0.28],
    [0.2, 0.16, 0.16, 0.15, 0.14, 0.11, 0.08],
  ],
};

/** The mean in percent of the scale. @param {readonly number[]} shares */
const mean = (shares) => shares.reduce((sum, share, i) => sum + (share * i * 100) / (shares.length - 1), 0);

/**
 * The shares of the answers, for a mean satisfaction in percent of the scale: a mixture of the two nearest crowds.
 *
 * @param {"csat" | "ces"} kind
 * @param {number} felt
 * @returns {number[]}
 */
export function scoresFor(kind, felt) {
  const [happy, content, troubled] = crowds[kind];
  const [high, low] = felt > mean(content) ? [happy, content] : [content, troubled];
  const weight = (felt - mean(low)) / (mean(high) - mean(low));
  return high.map((share, i) => weight * share + (1 - weight) * low[i]);
}

/** The score below which a share `u` of the answers lie. @param {readonly number[]} shares @param {number} u */
export function scoreAt(shares, u) {
  let sum = 0;
  const at = shares.findIndex((share) => {
    sum += share;
    return u < sum;
  });
  return at === -1 ? shares.length : at + 1;
}
