import type { CustomerId } from "./customerMetric.js";

/** What the windowed first contact resolution keeps of a case; times in epoch milliseconds. */
export interface IssueContact {
  /** Null for a case that is compared with no other. */
  readonly customer: CustomerId | null;
  readonly topic: CustomerId | null;
  readonly opened: number;
  /** Null while it is open. */
  readonly resolved: number | null;
  /** Whether the case by itself took one contact and stayed solved. */
  readonly solvedAtOnce: boolean;
}

/** What became of issues. */
export interface IssueOutcomes {
  readonly solvedAtFirst: number;
  readonly notSolvedAtFirst: number;
  /** Resolved, but not long enough ago to tell. */
  readonly pending: number;
  readonly open: number;
  /** Contacts about an issue that came before. */
  readonly repeats: number;
}

/** The contacts of each key. */
function groupsOf(
  contacts: readonly IssueContact[],
  keyOf: (contact: IssueContact) => string | number | null,
): IssueContact[][] {
  const groups = new Map<string | number | null, IssueContact[]>();
  for (const contact of contacts) {
    const group = groups.get(keyOf(contact));
    if (group === undefined) groups.set(keyOf(contact), [contact]);
    else group.push(contact);
  }
  return [...groups.values()];
}

/** Cuts the contacts of a customer about a topic into issues. */
function issuesOf(contacts: IssueContact[], window: number): IssueContact[][] {
  const issues: IssueContact[][] = [];
  let until = Number.NEGATIVE_INFINITY;
  for (const contact of contacts.sort((a, b) => a.opened - b.opened)) {
    const current = issues.at(-1);
    if (current === undefined || contact.opened > until) issues.push([contact]);
    else current.push(contact);
    // A case that nobody ever closed must not swallow all that its customer asks later.
    until = Math.max(until, (contact.resolved ?? contact.opened) + window);
  }
  return issues;
}

/**
 * Joins contacts into issues: one that was opened before an earlier one about the same was resolved, or within the window after, is
 * about the same issue. An issue is resolved when the first of its contacts is.
 */
export function issueOutcomes(contacts: readonly IssueContact[], now: number, window: number): IssueOutcomes {
  let [solvedAtFirst, notSolvedAtFirst, pending, open, repeats] = [0, 0, 0, 0, 0];
  const settle = (issue: readonly IssueContact[]): void => {
    const resolved = issue.reduce((least, one) => Math.min(least, one.resolved ?? least), Number.POSITIVE_INFINITY);
    repeats += issue.length - 1;
    if (resolved === Number.POSITIVE_INFINITY) open++;
    else if (resolved + window > now) pending++;
    else if (issue.length === 1 && issue[0]?.solvedAtOnce) solvedAtFirst++;
    else notSolvedAtFirst++;
  };
  for (const ofCustomer of groupsOf(contacts, ({ customer }) => customer)) {
    if (ofCustomer.length === 1 || ofCustomer[0]?.customer === null) {
      for (const contact of ofCustomer) settle([contact]);
    } else {
      for (const alike of groupsOf(ofCustomer, ({ topic }) => topic)) issuesOf(alike, window).forEach(settle);
    }
  }
  return { solvedAtFirst, notSolvedAtFirst, pending, open, repeats };
}
