import { isMissing } from "../../error/isMissing.js";
import type { ConditionOperator, ConditionValue } from "../../model/condition.js";
import { foldText } from "./foldText.js";

/** How a value is compared, ready to be asked many times. */
export interface ValueTest {
  /** Whether the comparison holds for a value; for one that is missing or does not fit it never does, unless the rule asks for null. */
  readonly holds: (value: unknown, now: number) => boolean;
  /** Whether a value that is there is of a type that can be compared so. */
  readonly fits: (value: unknown) => boolean;
  /** The instants at which a comparison with a fixed time turns; none of any other. */
  readonly turns?: readonly number[];
}
type OrderOperator = "lt" | "lte" | "gt" | "gte";

const isThere = (value: unknown): boolean => !isMissing(value);
const anything = (): boolean => true;
const ofType =
  (type: string) =>
  (value: unknown): boolean =>
    typeof value === type;

/** The test of an operator that is not about time; the value has been checked to be one that it takes. */
export function valueTest(op: ConditionOperator, value: unknown): ValueTest {
  switch (op) {
    case "eq":
      return value === null
        ? { holds: isMissing, fits: anything }
        : { holds: (seen) => seen === value, fits: ofType(typeof value) };
    case "ne":
      return noneOf([value as ConditionValue]);
    case "lt":
    case "lte":
    case "gt":
    case "gte":
      return { holds: ordered(op, value), fits: ofType(typeof value) };
    case "between": {
      const [low, high] = value as readonly [unknown, unknown];
      const [fromLow, toHigh] = [ordered("gte", low), ordered("lte", high)];
      return { holds: (seen) => fromLow(seen) && toHigh(seen), fits: ofType(typeof low) };
    }
    case "in":
      return oneOf(value as readonly ConditionValue[]);
    case "notIn":
      return noneOf(value as readonly ConditionValue[]);
    case "contains":
      return partsTest([value], "some");
    case "containsAny":
      return partsTest(value as readonly unknown[], "some");
    case "containsAll":
      return partsTest(value as readonly unknown[], "every");
    case "startsWith":
      return textTest(value as string, (text, part) => text.startsWith(part));
    case "endsWith":
      return textTest(value as string, (text, part) => text.endsWith(part));
    default:
      return { holds: value === true ? isThere : isMissing, fits: anything };
  }
}

function ordered(op: OrderOperator, value: unknown): (seen: unknown) => boolean {
  return typeof value === "number" ? orderedNumber(op, value) : orderedText(op, value as string);
}

function orderedNumber(op: OrderOperator, value: number): (seen: unknown) => boolean {
  switch (op) {
    case "lt":
      return (seen) => typeof seen === "number" && seen < value;
    case "lte":
      return (seen) => typeof seen === "number" && seen <= value;
    case "gt":
      return (seen) => typeof seen === "number" && seen > value;
    case "gte":
      return (seen) => typeof seen === "number" && seen >= value;
  }
}

function orderedText(op: OrderOperator, value: string): (seen: unknown) => boolean {
  switch (op) {
    case "lt":
      return (seen) => typeof seen === "string" && seen < value;
    case "lte":
      return (seen) => typeof seen === "string" && seen <= value;
    case "gt":
      return (seen) => typeof seen === "string" && seen > value;
    case "gte":
      return (seen) => typeof seen === "string" && seen >= value;
  }
}

/** The types that a list can be compared with: those of its values; any where it names none. */
function typesOf(values: readonly ConditionValue[]): (value: unknown) => boolean {
  const types = new Set(values.filter(isThere).map((value) => typeof value));
  return types.size === 0 ? anything : (value) => types.has(typeof value as "string");
}

function oneOf(values: readonly ConditionValue[]): ValueTest {
  const set = new Set<unknown>(values.filter(isThere));
  const orMissing = values.includes(null);
  return { holds: (seen) => set.has(seen) || (orMissing && isMissing(seen)), fits: typesOf(values) };
}

function noneOf(values: readonly ConditionValue[]): ValueTest {
  const set = new Set<unknown>(values);
  const fits = typesOf(values);
  return { holds: (seen) => isThere(seen) && fits(seen) && !set.has(seen), fits };
}

function textTest(part: string, holds: (text: string, part: string) => boolean): ValueTest {
  const folded = foldText(part);
  return { holds: (seen) => typeof seen === "string" && holds(foldText(seen), folded), fits: ofType("string") };
}

/** Whether a text or a list has some or every one of the values in it. */
function partsTest(values: readonly unknown[], how: "some" | "every"): ValueTest {
  const texts = values.map((value) => (typeof value === "string" ? foldText(value) : null));
  const inText = texts.length === 0 || texts.some((text) => text !== null);
  return {
    holds: (seen) => {
      if (Array.isArray(seen)) return values[how]((value) => seen.includes(value));
      if (typeof seen !== "string") return false;
      const text = foldText(seen);
      return texts[how]((part) => part !== null && text.includes(part));
    },
    fits: (seen) => Array.isArray(seen) || (inText && typeof seen === "string"),
  };
}
