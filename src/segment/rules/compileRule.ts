import type { EventsNode, RuleNode } from "./ruleNode.js";

/** What a rule is tested at: the time, and the events of the customer who is tested. */
export interface RuleMoment {
  readonly now: number;
  events: readonly unknown[];
}

/** A rule as a function of a row. */
export type RuleTest = (row: unknown, moment: RuleMoment) => boolean;

/** A checked condition as one function: no look at the rule, and nothing allocated, while rows go by. */
export function compileRule(node: RuleNode): RuleTest {
  switch (node.kind) {
    case "comparison": {
      const { read, holds } = node;
      return (row, moment) => holds(read(row), moment.now);
    }
    case "not": {
      const test = compileRule(node.part);
      return (row, moment) => !test(row, moment);
    }
    case "events": {
      const count = compileCount(node);
      const { enough } = node;
      return (_, moment) => enough(count(moment));
    }
    default: {
      const tests = node.parts.map(compileRule);
      // All hold unless one does not; any holds as soon as one does.
      const found = node.kind === "any";
      return (row, moment) => {
        for (let part = 0; part < tests.length; part++) {
          if ((tests[part] as RuleTest)(row, moment) === found) return found;
        }
        return !found;
      };
    }
  }
}

/** How many of a customer's events a condition asks for. */
export function compileCount({ where, window }: EventsNode): (moment: RuleMoment) => number {
  const test = where === null ? null : compileRule(where);
  const inWindow = window === null ? null : compileRule(window);
  return (moment) => {
    const { events } = moment;
    let count = 0;
    for (let index = 0; index < events.length; index++) {
      const event = events[index];
      if ((test === null || test(event, moment)) && (inWindow === null || inWindow(event, moment))) count++;
    }
    return count;
  };
}
