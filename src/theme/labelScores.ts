/** How often a label was given rightly. */
export interface LabelScore {
  readonly label: string;
  /** Texts that have it, by who coded them. */
  readonly support: number;
  /** Texts that were given it. */
  readonly predicted: number;
  /** Texts of both. */
  readonly right: number;
  /** Of the texts that were given it, how many have it, 0–1; 0 where none was. */
  readonly precision: number;
  /** Of the texts that have it, how many were given it, 0–1; 0 where none has. */
  readonly recall: number;
  /** The harmonic mean of precision and recall, 0–1; 0 where both are. */
  readonly f1: number;
}

/** A summary over labels. */
export type ScoreSummary = Pick<LabelScore, "precision" | "recall" | "f1">;

/** How well labels that were given agree with labels that are right. */
export interface LabelScores {
  /** One for each label that occurs on either side, in ascending order. */
  readonly labels: readonly LabelScore[];
  /** Over all decisions alike: common labels count more. */
  readonly micro: ScoreSummary;
  /** The plain mean over the labels: a rare label counts as much as a common one. Its F1 is the mean of the F1, not the F1 of the means. */
  readonly macro: ScoreSummary;
  /** The share of texts whose labels are exactly right, 0–1; null where there are none. */
  readonly accuracy: number | null;
  readonly n: number;
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function summary(right: number, predicted: number, support: number): ScoreSummary {
  return {
    precision: ratio(right, predicted),
    recall: ratio(right, support),
    f1: ratio(2 * right, predicted + support),
  };
}

/**
 * Precision, recall and F1 by label and over all, for any number of labels a text.
 *
 * @param truth For each text, its labels.
 * @param predicted For each text, the labels that it was given.
 * @see van Rijsbergen (1979), "Information Retrieval"; Manning, Raghavan and Schütze (2008), section 13.6, for micro and macro.
 */
export function labelScores(
  truth: readonly (readonly string[])[],
  predicted: readonly (readonly string[])[],
): LabelScores {
  const counts = new Map<string, { support: number; predicted: number; right: number }>();
  const countOf = (label: string): { support: number; predicted: number; right: number } => {
    const count = counts.get(label) ?? { support: 0, predicted: 0, right: 0 };
    counts.set(label, count);
    return count;
  };
  let exact = 0;
  for (const [row, labels] of truth.entries()) {
    const own = new Set(labels);
    const given = new Set(predicted[row] ?? []);
    for (const label of own) countOf(label).support++;
    for (const label of given) countOf(label).predicted++;
    const shared = [...given].filter((label) => own.has(label));
    for (const label of shared) countOf(label).right++;
    if (shared.length === own.size && shared.length === given.size) exact++;
  }
  const labels = Array.from(
    counts,
    ([label, count]): LabelScore => ({
      label,
      ...count,
      ...summary(count.right, count.predicted, count.support),
    }),
  ).sort((a, b) => (a.label < b.label ? -1 : 1));
  const sum = (read: (score: LabelScore) => number): number => labels.reduce((total, score) => total + read(score), 0);
  const mean = (read: (score: LabelScore) => number): number => ratio(sum(read), labels.length);
  return {
    labels,
    micro: summary(
      sum((score) => score.right),
      sum((score) => score.predicted),
      sum((score) => score.support),
    ),
    macro: {
      precision: mean((score) => score.precision),
      recall: mean((score) => score.recall),
      f1: mean((score) => score.f1),
    },
    accuracy: truth.length === 0 ? null : exact / truth.length,
    n: truth.length,
  };
}
