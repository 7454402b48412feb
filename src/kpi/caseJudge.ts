import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { readCustomer } from "./customerMetric.js";
import type { IssueContact } from "./issueOutcomes.js";
import type { RowTimes } from "./rowTimes.js";
import type { SupportCase } from "./supportCase.js";

/** Which definition of first contact resolution is meant. */
export type FirstContactVariant = "windowed" | "gross" | "net" | "one-touch" | "one-teammate" | "survey";

/** Whether a case was solved at the first contact, or why it is in no share; a contact where others must be seen to tell. */
export type CaseJudgement = boolean | "open" | "excluded" | IssueContact | null;

/** What decides, beside the variant. */
export interface JudgeSettings {
  readonly variant: FirstContactVariant;
  /** The window in milliseconds. */
  readonly window: number;
  readonly minimumReplies: number;
}

const kpi = "firstContactResolution";
const requires = `${kpi} requires`;

function countOf(what: string, value: number | null | undefined): number | null {
  if (isMissing(value)) return null;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  throw new CxError("invalid-value", `${requires} ${what} to be a whole number of at least 0`, value);
}

function flagOf(what: string, value: boolean | null | undefined): boolean | null {
  if (isMissing(value)) return null;
  if (typeof value === "boolean") return value;
  throw new CxError("invalid-value", `${requires} ${what} to be true or false`, value);
}

/** A function that judges cases by a variant. It throws `invalid-value` for a case with a field that is not allowed. */
export function caseJudge(
  { variant, window, minimumReplies }: JudgeSettings,
  { now, stretchOf }: RowTimes,
): (supportCase: SupportCase) => CaseJudgement {
  const contactOf = (supportCase: SupportCase): IssueContact | null => {
    const { openedAt, resolvedAt, reopenedAt } = supportCase;
    const stretch = stretchOf(openedAt, resolvedAt);
    const customer = readCustomer(kpi, supportCase.customer);
    const topic = readCustomer(kpi, supportCase.topic, "topic");
    if (stretch === null) return null;
    const { from: opened, to: resolved } = stretch;
    const contacts = countOf("contacts", supportCase.contacts) ?? 1;
    const times = countOf("reopened", supportCase.reopened) ?? 0;
    const reopening = isMissing(reopenedAt) ? null : (stretchOf(openedAt, reopenedAt)?.to ?? Number.POSITIVE_INFINITY);
    const until = Math.min((resolved ?? Number.POSITIVE_INFINITY) + window, now ?? Number.POSITIVE_INFINITY);
    const reopened = reopening === null ? times > 0 : reopening <= until;
    return {
      customer,
      topic,
      opened,
      resolved,
      solvedAtOnce: contacts <= 1 && !reopened,
    };
  };
  const atFirst = (supportCase: SupportCase): boolean | null => {
    const contacts = countOf("contacts", supportCase.contacts);
    const reopened = countOf("reopened", supportCase.reopened) ?? 0;
    return contacts === null ? null : contacts <= 1 && reopened === 0;
  };
  const ofResolved: { readonly [Variant in FirstContactVariant]?: (supportCase: SupportCase) => CaseJudgement } = {
    gross: atFirst,
    net: (supportCase) => {
      const firstLevel = flagOf("firstLevel", supportCase.firstLevel);
      const solved = atFirst(supportCase);
      return firstLevel === null ? null : firstLevel ? solved : "excluded";
    },
    "one-touch": (supportCase) => {
      const replies = countOf("replies", supportCase.replies);
      return replies === null ? null : replies >= minimumReplies && replies <= 1;
    },
    "one-teammate": (supportCase) => {
      const teammates = countOf("teammates", supportCase.teammates);
      const reopened = countOf("reopened", supportCase.reopened) ?? 0;
      return teammates === null ? null : teammates === 1 && reopened === 0;
    },
  };
  if (variant === "windowed") return contactOf;
  if (variant === "survey") return (supportCase) => flagOf("solved", supportCase.solved);
  return (supportCase) => {
    const { openedAt, resolvedAt } = supportCase;
    // A case whose opening nobody noted was open by its resolution at the latest.
    const stretch = stretchOf(isMissing(openedAt) ? resolvedAt : openedAt, resolvedAt);
    const judgement = ofResolved[variant]?.(supportCase) ?? null;
    return stretch === null || stretch.to === null ? "open" : judgement;
  };
}
