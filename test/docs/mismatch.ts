import { inspect } from "node:util";

const rest = Symbol("…");
const digits = Symbol("digits");

/** A number of which a claim shows the first digits: "33.33" for `33.33…`, "1.2e-7" for `1.2…e-7`. */
export interface ClaimedDigits {
  readonly [digits]: string;
  readonly [inspect.custom]: () => string;
}

/** What `33.33…` stands for in a claim. */
export function claimedDigits(text: string): ClaimedDigits {
  const [mantissa, exponent] = text.split("e");
  const written = `${mantissa}…${exponent === undefined ? "" : `e${exponent}`}`;
  return { [digits]: text, [inspect.custom]: () => written };
}

/** What `…` stands for at the end of an array or an object in a claim, to be spread into it. */
export const more: readonly unknown[] = Object.defineProperty(Object.assign([], { [rest]: true }), 0, {
  value: rest,
  // Spread into an object it must leave its mark only.
  enumerable: false,
});

/**
 * Where a value first differs from what is claimed of it, in words; null where it does not. Numbers are compared to the
 * last bit, and `0` is not `-0`. A number that is claimed with `…` must begin with the digits shown: its further
 * digits are cut off, not rounded.
 */
export function mismatch(actual: unknown, claimed: unknown, path = ""): string | null {
  const differs = (): string =>
    `${path === "" ? "it" : path.replace(/^\./, "")} is ${shown(actual)}, and not ${shown(claimed)}`;

  if (typeof claimed !== "object" || claimed === null) return Object.is(actual, claimed) ? null : differs();
  if (digits in claimed) return startsWithDigits(actual, String(claimed[digits])) ? null : differs();
  if (typeof actual !== "object" || actual === null || kindOf(actual) !== kindOf(claimed)) return differs();
  if (claimed instanceof Date) return Object.is(Number(actual), Number(claimed)) ? null : differs();
  if (isList(actual) && isList(claimed)) {
    const [have, want] = [Array.from(actual), Array.from(claimed)];
    const open = want.at(-1) === rest;
    if (open ? have.length < want.length - 1 : have.length !== want.length) return differs();
    return firstOf(open ? want.slice(0, -1) : want, (item, index) => mismatch(have[index], item, `${path}[${index}]`));
  }
  const [have, want] = [new Map(Object.entries(actual)), new Map(Object.entries(claimed))];
  const surplus = rest in claimed ? undefined : [...have.keys()].find((key) => !want.has(key));
  if (surplus !== undefined) return `${differs()}, which has no ${surplus}`;
  return firstOf([...want], ([key, item]) =>
    have.has(key) ? mismatch(have.get(key), item, `${path}.${key}`) : `${differs()}: it has no ${key}`,
  );
}

function firstOf<T>(items: readonly T[], find: (item: T, index: number) => string | null): string | null {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== null) return found;
  }
  return null;
}

/** What two values must share to be compared part by part. An object without a prototype is as plain as any. */
function kindOf(value: object): unknown {
  return Object.getPrototypeOf(value) ?? Object.prototype;
}

function isList(value: object): value is Iterable<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set;
}

/** Whether a number begins with the digits shown, when it is written out in full. */
function startsWithDigits(actual: unknown, text: string): boolean {
  if (typeof actual !== "number" || !Number.isFinite(actual)) return false;
  const [mantissa = "", exponent] = text.split("e");
  // Both give the exact decimal digits of a double, as far as a claim could show them.
  const [written = "", power] = exponent === undefined ? [actual.toFixed(100)] : actual.toExponential(100).split("e");
  const agrees = mantissa.includes(".") ? written.startsWith(mantissa) : written.split(".")[0] === mantissa;
  return agrees && (exponent === undefined || Number(power) === Number(exponent));
}

function shown(value: unknown): string {
  return inspect(value, { depth: 5, breakLength: Number.POSITIVE_INFINITY });
}
