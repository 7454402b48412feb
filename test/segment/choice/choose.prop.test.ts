/** What holds of every choice, whatever the variants, the customer and the rules. */
import { type ChooseRules, choose, createChooser, type FrequencyCap, type PastContact, parseTime } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const channels = ["email", "sms", "app", "__proto__"];
const purposes = ["marketing", "research", "service", "constructor"];
const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });
/** A record without the fields that are not there. */
const present = <Model>(record: { [Key in keyof Model]: Model[Key] | undefined }): Model =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Model;

const now = fc.integer({ min: parseTime("2026-03-20T00:00Z"), max: parseTime("2026-04-10T00:00Z") });
const language = fc.constantFrom("en", "de-CH", "pt-BR", "pt");
const segment = fc.constantFrom("new", "lapsed", "loyal");
const hours = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 24 }))
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => ({ from: `${String(from).padStart(2, "0")}:00`, to: `${String(to).padStart(2, "0")}:00` }));
const variants = fc
  .array(
    fc.record({
      purpose: fc.constantFrom(...purposes),
      channels: fc.uniqueArray(fc.constantFrom(...channels), { minLength: 1 }),
      language: some(language),
      segments: some(fc.uniqueArray(segment)),
      exceptSegments: some(fc.uniqueArray(segment)),
      products: some(fc.subarray(["tea", "beef"])),
      from: some(fc.constantFrom("2026-03-25", "2026-04-01")),
      to: some(fc.constantFrom("2026-04-02", "2026-04-09")),
      priority: some(fc.integer({ min: -2, max: 2 })),
      coolDownDays: some(fc.integer({ min: 0, max: 5 })),
    }),
    { maxLength: 5 },
  )
  .map((list) => list.map((each, i) => present<{ id: string } & (typeof list)[0]>({ id: `v${i}`, ...each }) as never));
const consent = fc.dictionary(fc.constantFrom(...purposes, ...channels), fc.constantFrom(true, true, false), {
  minKeys: 4,
  noNullPrototype: true,
});
const customer = fc.record({
  id: fc.constant("c"),
  consent,
  preferences: fc
    .record({
      channels: some(fc.uniqueArray(fc.constantFrom(...channels))),
      language: some(language),
      contactsPerMonth: some(fc.constantFrom(0, 0.5, 1, 3, 8)),
      quietHours: some(hours),
      excludedProducts: some(fc.subarray(["tea", "beef"])),
    })
    .map((record) => present(record)),
  attributes: fc.record({ timeZone: fc.constantFrom("Europe/Oslo", "America/New_York", "UTC", null) }),
});
const cap = fc
  .record({
    contacts: fc.integer({ min: 0, max: 4 }),
    per: fc.constantFrom("day" as const, "week" as const, "month" as const),
    window: some(fc.constantFrom("rolling" as const, "calendar" as const)),
    channel: some(fc.constantFrom(...channels)),
    purpose: some(fc.constantFrom(...purposes)),
  })
  .map((record) => present<FrequencyCap>(record));
const rules = fc
  .record({
    purposes: some(
      fc.uniqueArray(
        fc.record({
          purpose: fc.constantFrom(...purposes),
          consent: fc.constantFrom("opt-in" as const, "opt-out" as const),
          capped: fc.boolean(),
          quietHours: fc.boolean(),
        }),
        { selector: ({ purpose }) => purpose },
      ),
    ),
    quietHours: some(fc.array(hours, { maxLength: 2 })),
    frequencyCap: some(fc.array(cap, { maxLength: 3 })),
    window: some(fc.constantFrom("rolling" as const, "calendar" as const)),
    coolDownDays: some(fc.constantFrom(0, 2)),
    otherChannels: some(fc.constantFrom("refuse" as const, "last" as const)),
    languages: some(fc.array(language, { maxLength: 2 })),
    segments: fc.uniqueArray(segment).map((list) => () => list),
  })
  .map((record) => present<ChooseRules>(record));
const history = fc.array(
  fc
    .record({
      at: now,
      channel: some(fc.constantFrom(...channels)),
      purpose: some(fc.constantFrom(...purposes)),
      variant: some(fc.constantFrom("v0", "v1", "v2")),
    })
    .map((record) => present<PastContact>(record as never)),
  { maxLength: 6 },
);

describe("every choice", () => {
  test("keeps to a refusal, whatever the rules: neither a refused purpose nor a refused channel is ever used", () => {
    let contacts = 0;
    fc.assert(
      fc.property(variants, customer, rules, history, now, (list, who, policy, past, at) => {
        const result = choose(list, who, { now: at, history: past, ...policy });
        const said = (key: string | null): boolean | undefined =>
          key !== null && Object.hasOwn(who.consent, key) ? who.consent[key] : undefined;
        for (const { purpose, channel } of [result, ...result.alternatives]) {
          expect(said(purpose)).not.toBe(false);
          expect(said(channel)).not.toBe(false);
          const rule = policy.purposes?.find((each) => each.purpose === purpose);
          if (purpose !== null && rule?.consent !== "opt-out") expect(said(purpose)).toBe(true);
          if (purpose !== null) contacts++;
        }
      }),
      { numRuns: 1000 },
    );
    // Refusing everybody would keep to refusals too.
    expect(contacts).toBeGreaterThan(500);
  });

  test("loses no reason: every channel of every variant is chosen, an alternative, or has something against it", () => {
    fc.assert(
      fc.property(variants, customer, rules, history, now, (list, who, policy, past, at) => {
        const result = choose(list, who, { now: at, history: past, ...policy });
        const allowed = [result, ...result.alternatives].map(({ variant, channel }) => `${variant} ${channel}`);
        for (const { id, channels: each } of list as { id: string; channels: string[] }[]) {
          for (const channel of each) {
            const against = result.refusals.filter(
              (refusal) => refusal.variant === id && (refusal.channel === null || refusal.channel === channel),
            );
            expect(allowed.filter((key) => key === `${id} ${channel}`).length).toBe(against.length === 0 ? 1 : 0);
            expect(against.every(({ words }) => words.length > 0)).toBe(true);
          }
        }
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });

  test("keeps the customer's channels, products and language where they named some", () => {
    fc.assert(
      fc.property(variants, customer, rules, now, (list, who, policy, at) => {
        const { variant, channel } = choose(list, who, { now: at, ...policy });
        if (variant === null) return;
        const { preferences } = who as { preferences: { channels?: string[]; excludedProducts?: string[] } };
        const chosen = (list as { id: string; products?: string[] }[]).find(({ id }) => id === variant);
        if (preferences.channels && policy.otherChannels !== "last") expect(preferences.channels).toContain(channel);
        for (const product of preferences.excludedProducts ?? []) expect(chosen?.products ?? []).not.toContain(product);
      }),
    );
  });

  test("is the same whatever the order of the history", () => {
    fc.assert(
      fc.property(variants, customer, rules, history, now, (list, who, policy, past, at) => {
        const options = { now: at, ...policy };
        const turned = choose(list, who, { ...options, history: [...past].reverse() });
        expect(turned).toEqual(choose(list, who, { ...options, history: past }));
      }),
      { numRuns: 50 },
    );
  });
});

describe("choices one after the other, each fed back into the history", () => {
  const day = 86_400_000;

  test("never make more contacts than a cap allows in any of its windows, whatever the order of the moments", () => {
    const one = [
      { id: "a", purpose: "marketing", channels: ["email", "sms"] },
      { id: "b", purpose: "research", channels: ["sms"] },
    ];
    const who = { consent: { marketing: true, research: true } };
    const width = { day, week: 7 * day, month: 30 * day };
    const caps = fc.array(
      cap.map(({ window, ...rest }) => rest),
      { minLength: 1, maxLength: 3 },
    );
    const moments = fc.array(now, { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(caps, fc.option(hours, { nil: undefined }), moments, (frequencyCap, quietHours, times) => {
        const chooser = createChooser(one, { frequencyCap, ...(quietHours && { quietHours }) });
        const past: PastContact[] = [];
        for (const at of times) {
          const choice = chooser(who, { now: at, history: past });
          if (choice.variant !== null) past.push(choice);
        }
        for (const { contacts, per, channel, purpose } of frequencyCap) {
          const counted = past
            .filter((each) => (channel ?? each.channel) === each.channel && (purpose ?? each.purpose) === each.purpose)
            .map((each) => parseTime(each.at as string));
          for (const start of counted) {
            expect(counted.filter((each) => each >= start && each < start + width[per]).length).toBeLessThanOrEqual(
              contacts,
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("never make more in a calendar day than allowed, over the change of clocks", () => {
    const chooser = createChooser([{ id: "a", purpose: "marketing", channels: ["email"] }], {
      frequencyCap: { contacts: 2, per: "day", window: "calendar" },
      timeZone: "Europe/Oslo",
    });
    const past: PastContact[] = [];
    // Every hour from 24 to 31 March 2026; on the 29th clocks go forward.
    for (
      let at = parseTime("2026-03-24T00:00:00+01:00");
      at < parseTime("2026-03-31T00:00:00+02:00");
      at += 3_600_000
    ) {
      const choice = chooser({ consent: { marketing: true } }, { now: at, history: past });
      if (choice.variant !== null) past.push(choice);
    }
    expect(past.map(({ at }) => String(at).slice(0, 13))).toEqual(
      [24, 25, 26, 27, 28, 29, 30].flatMap((date) => [`2026-03-${date}T00`, `2026-03-${date}T01`]),
    );
  });

  test("never make more than the customer accepts in any 30 days", () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 0.5, 1, 2.5, 4), fc.array(now, { maxLength: 30 }), (contactsPerMonth, times) => {
        const who = { consent: { marketing: true }, preferences: { contactsPerMonth } };
        const chooser = createChooser([{ id: "a", purpose: "marketing", channels: ["email"] }]);
        const past: PastContact[] = [];
        for (const at of times) {
          const choice = chooser(who, { now: at, history: past });
          if (choice.variant !== null) past.push(choice);
        }
        // All moments are within three weeks.
        expect(past.length).toBe(Math.min(times.length, contactsPerMonth === 0.5 ? 1 : Math.floor(contactsPerMonth)));
      }),
    );
  });
});
