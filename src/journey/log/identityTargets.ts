import { isMissing } from "../../error/isMissing.js";
import { readCustomer } from "../../kpi/customerMetric.js";
import type { IdentityLink } from "./linkIdentities.js";

/** One login: who an id was known as, and from when on; null where that is not known. */
export interface Login {
  readonly customer: string;
  readonly at: number | null;
}

/** The logins of each id, and the customers that each may stand for. */
export interface IdentityTargets {
  readonly logins: ReadonlyMap<string, readonly Login[]>;
  /** The known customers at the end of all chains of links from an id; itself where it has none. Empty where links only go round. */
  readonly customersOf: (id: string) => string[];
  /** Takes one link in; says whether it has both ends. */
  readonly add: (link: IdentityLink) => boolean;
}

/** Collects links, and follows them. */
export function identityTargets(readTime: (time: unknown) => number): IdentityTargets {
  const logins = new Map<string, Login[]>();
  const readId = (what: string, id: unknown): string | null => {
    const read = readCustomer("linkIdentities", id, what);
    return read === null ? null : String(read);
  };
  return {
    logins,
    add: ({ anonymous, customer, at }) => {
      const [from, to] = [readId("anonymous", anonymous), readId("customer", customer)];
      if (from === null || to === null) return false;
      const login = { customer: to, at: isMissing(at) || at === "" ? null : readTime(at) };
      if (from === to) return true;
      const known = logins.get(from);
      if (known === undefined) logins.set(from, [login]);
      else known.push(login);
      return true;
    },
    customersOf: (id) => {
      const seen = new Set([id]);
      const ends: string[] = [];
      // A set is walked on to what is added on the way.
      for (const one of seen) {
        const onward = logins.get(one);
        if (onward === undefined) ends.push(one);
        else for (const { customer } of onward) seen.add(customer);
      }
      return ends;
    },
  };
}
