/** Choices for 100,000 customers, affinities of 200,000 baskets and the assignment of a million ids, against bare loops. */
import { type ContentVariant, createAssigner, createChooser, itemAffinities, murmurHash3, recommend } from "cxkit";
import { bench, describe } from "vitest";
import { seededRandom } from "../seededRandom.js";

const channels = ["app", "email", "sms", "phone"];
const channel = (at: number): string => channels[at % 4] ?? "app";
const purpose = (at: number): string => ["marketing", "research", "service"][at % 3] ?? "service";
const now = Date.parse("2026-06-30T21:00:00Z");
const day = 86_400_000;
const few = { iterations: 3, warmupIterations: 1 };
/** Calls a function for every element and keeps no result. */
function each<Value>(values: readonly Value[], visit: (value: Value) => unknown): void {
  for (const value of values) visit(value);
}

const variants: ContentVariant[] = Array.from({ length: 10 }, (_, i) => ({
  id: `v${i}`,
  purpose: purpose(i),
  channels: [channel(i), channel(i + 1)],
  priority: i % 5,
  products: [`p${i}`],
  coolDownDays: 14,
  ...(i % 2 === 0 ? {} : { segments: ["a", "b"] }),
  ...(i % 3 === 0 ? { language: "en" } : {}),
}));
const customersOf = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    id: `c${i}`,
    preferences: {
      channels: [channel(i), channel(i * 7 + 2)],
      language: i % 5 === 0 ? "de" : "en-GB",
      contactsPerMonth: [2, 4, 8, 12][i % 4] ?? 4,
    },
    consent: { marketing: i % 3 !== 0, research: i % 8 !== 0 },
    attributes: { timeZone: ["Europe/Oslo", "America/New_York", "Asia/Tokyo", null][i % 4] ?? null },
    group: "abc".charAt(i % 3),
    history: Array.from({ length: i % 6 }, (_, k) => ({
      at: now - ((i * 31 + k * 17) % 40) * day,
      channel: channel(i + k),
      purpose: purpose(k),
      variant: `v${(i + k) % 10}`,
    })),
  }));
type Customer = ReturnType<typeof customersOf>[0];

/** Consent, channels, segments and a monthly count, without quiet hours, zones, windows or any word of why. */
function firstAllowed({ preferences, consent, group, history }: Customer): string | null {
  const month = history.filter(({ at }) => now - at < 30 * day).length;
  if (month >= preferences.contactsPerMonth) return null;
  let best: ContentVariant | null = null;
  for (const variant of variants) {
    if (consent[variant.purpose as "marketing"] === false) continue;
    if (variant.segments && !variant.segments.includes(group)) continue;
    if (!variant.channels.some((each) => preferences.channels.includes(each))) continue;
    if (best === null || (variant.priority ?? 0) > (best.priority ?? 0)) best = variant;
  }
  return best?.id ?? null;
}

for (const n of [25_000, 100_000]) {
  describe(`${n} customers × 10 variants`, () => {
    const customers = customersOf(n);
    const chooser = createChooser<Customer>(variants, {
      segments: ({ group }) => group,
      quietHours: { from: "21:00", to: "08:00" },
      purposes: [{ purpose: "service", consent: "opt-out" }],
      frequencyCap: [
        { contacts: 2, per: "week" },
        { contacts: 1, per: "day", channel: "sms" },
      ],
      languages: ["en"],
    });
    bench("the first that a bare loop allows", () => each(customers, firstAllowed), few);
    bench(
      "createChooser",
      () => each(customers, (customer) => chooser(customer, { now, history: customer.history })),
      few,
    );
  });
}

/** Baskets of 2 to 12 of 2,000 items, a few of them in every other basket. */
function basketsOf(n: number): string[][] {
  const random = seededRandom(1);
  return Array.from({ length: n }, () => {
    const size = 2 + Math.floor(random() * 11);
    return [...new Set(Array.from({ length: size }, () => `item ${Math.floor(2000 * random() ** 2)}`))];
  });
}

function mapOfMaps(baskets: readonly (readonly string[])[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const basket of baskets) {
    for (const first of basket) {
      let partners = counts.get(first);
      if (partners === undefined) {
        partners = new Map();
        counts.set(first, partners);
      }
      for (const second of basket) {
        if (second !== first) partners.set(second, (partners.get(second) ?? 0) + 1);
      }
    }
  }
  return counts;
}

const allBaskets = basketsOf(200_000);
for (const n of [50_000, 200_000]) {
  const baskets = allBaskets.slice(0, n);
  const itself = { items: (basket: readonly string[]) => basket };
  describe(`${n} baskets`, () => {
    bench("a Map of Maps that only counts pairs", () => void mapOfMaps(baskets), few);
    bench("itemAffinities", () => void itemAffinities(baskets, itself), few);
  });
}

describe("10,000 recommendations", () => {
  const baskets = allBaskets.slice(0, 100_000);
  const affinities = itemAffinities(baskets, { items: (basket) => basket });
  const some = baskets.slice(0, 10_000);
  bench("recommend", () => each(some, (basket) => recommend(affinities, basket)), few);
});

describe("a million ids", () => {
  const ids = Array.from({ length: 1_000_000 }, (_, i) => `customer-${i}`);
  const assign = createAssigner({
    experiment: "checkout",
    variants: [
      { id: "a", share: 0.5 },
      { id: "b", share: 0.3 },
      { id: "c", share: 0.2 },
    ],
  });
  bench("murmurHash3 alone", () => each(ids, (id) => murmurHash3(id, 7)), few);
  bench("createAssigner", () => each(ids, assign), few);
});
