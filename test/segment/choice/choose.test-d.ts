import { type Choice, type Customer, choose, createChooser } from "cxkit";
import { expectTypeOf, test } from "vitest";

const offer = { id: "offer", purpose: "marketing", channels: ["email"] };
const now = "2026-03-02T09:00:00Z";

test("customers of the model and rows of one's own are taken, and accessors know their fields", () => {
  const customer: Customer = { id: "c", consent: { marketing: true } };
  expectTypeOf(choose([offer], customer, { now })).toEqualTypeOf<Choice>();
  const own = { id: 7, consent: { marketing: true }, zone: "Europe/Oslo", group: ["a"] };
  choose([offer], own, { now, timeZoneOf: (row) => row.zone, segments: (row) => row.group });
  // @ts-expect-error there is no such field
  choose([offer], own, { now, timeZoneOf: (row) => row.timezone });
});

test("a variant without a purpose, and consent that is no yes or no, do not compile", () => {
  // @ts-expect-error nobody could say whether the customer agreed
  choose([{ id: "offer", channels: ["email"] }], {}, { now });
  // @ts-expect-error neither true nor false
  choose([offer], { consent: { marketing: "yes" } }, { now });
  // @ts-expect-error there is no rule that sets a refusal aside
  createChooser([offer], { purposes: [{ purpose: "service", consent: "none" }] });
});

test("a choice goes back into the history as it is", () => {
  const first = choose([offer], {}, { now });
  choose([offer], {}, { now, history: [first, ...first.alternatives] });
});
