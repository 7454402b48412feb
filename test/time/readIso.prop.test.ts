import fc from "fast-check";
import { expect, test } from "vitest";
import { instantReader } from "../../src/time/parseTime.js";

const read = instantReader();
const two = (value: number): string => String(value).padStart(2, "0");
const field = (last: number) => fc.integer({ min: 0, max: last });

test("a time is read from its fields, however they are written", () => {
  const year = fc.integer({ min: 0, max: 9999 });
  const offset = fc.record({ sign: fc.constantFrom(1, -1), hours: field(23), minutes: field(59) });
  const manner = fc.record({
    separator: fc.constantFrom("T", "t", " "),
    point: fc.constantFrom(".", ","),
    gap: fc.constantFrom("", " "),
    colon: fc.constantFrom(":", ""),
  });
  fc.assert(
    fc.property(
      year,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      fc.tuple(field(23), field(59), field(59), field(999)),
      offset,
      manner,
      (y, month, day, [hour, minute, second, ms], { sign, hours, minutes }, { separator, point, gap, colon }) => {
        const date = `${String(y).padStart(4, "0")}-${two(month)}-${two(day)}`;
        const clock = `${two(hour)}:${two(minute)}:${two(second)}${point}${String(ms).padStart(3, "0")}`;
        const text = `${date}${separator}${clock}${gap}${sign < 0 ? "-" : "+"}${two(hours)}${colon}${two(minutes)}`;
        const midnight = new Date(0);
        midnight.setUTCFullYear(y, month - 1, day);
        if (midnight.getUTCDate() !== day) expect(read(text)).toMatch(/^an ISO 8601 date or time/);
        else {
          const local = midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
          expect(read(text)).toBe(local - sign * (hours * 60 + minutes) * 60_000);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

const form = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)? ?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

test("a text with one character too many, too few or in place of another is a time only where it still has the form of one", () => {
  const text = fc.constantFrom(
    "2026-03-29T08:30:00.125+02:00",
    "2026-03-29 08:30Z",
    "2026-03-29",
    "2026-12-31T23:59:59 -05",
  );
  const slip = fc.constantFrom("", "0", "9", "x", " ", "-", "+", ":", "Z", "T", "²", "٣", "\u0000");
  fc.assert(
    fc.property(text, fc.nat(30), slip, fc.nat(1), (right, at, character, dropped) => {
      const wrong = right.slice(0, at) + character + right.slice(at + dropped);
      if (typeof read(wrong) === "number") expect(wrong).toMatch(form);
      if (!form.test(wrong)) expect(read(wrong)).toMatch(/^an ISO 8601 date or time/);
    }),
    { numRuns: 2000 },
  );
});
