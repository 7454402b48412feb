import { type ChooseOptions, type ContentVariant, choose, createChooser, type RefusalReason, segmentOf } from "cxkit";
import { describe, expect, test } from "vitest";

const offer: ContentVariant = { id: "offer", purpose: "marketing", channels: ["email"] };
const ann = {
  id: "ann",
  preferences: { channels: ["app", "email"], language: "nb" },
  consent: { marketing: true, research: true },
};
const now = "2026-03-02T09:00:00Z";
/** Days before now, as an ISO time. */
const ago = (days: number): string => new Date(Date.parse(now) - days * 86_400_000).toISOString();

/** What stands against a variant, in short: [channel, reason]. */
function reasonsAgainst(
  variant: Partial<ContentVariant>,
  customer: object = ann,
  options: Partial<ChooseOptions> = {},
): [string | null, RefusalReason][] {
  const result = choose([{ ...offer, ...variant }], customer, { now, ...options });
  expect(result.variant === null).toBe(result.refusals.length > 0);
  return result.refusals.map(({ channel, reason }) => [channel, reason]);
}

describe("a choice", () => {
  test("is the variant, the channel and the moment, with reasons; what else is allowed; and why not the rest", () => {
    const variants: ContentVariant[] = [
      { ...offer, channels: ["sms", "email", "app"], priority: 1, language: "nb" },
      { id: "survey", purpose: "research", channels: ["email"] },
      { id: "call", purpose: "sales", channels: ["phone", "app"], priority: 9 },
    ];
    const result = choose(variants, ann, { now });
    expect(result).toMatchObject({ variant: "offer", purpose: "marketing", channel: "app", at: now });
    expect(result.reasons).toEqual([
      { reason: "consent", words: "the customer agreed to marketing" },
      { reason: "language", words: "in nb, for a reader of nb" },
      { reason: "channel", words: "app, number 1 of the customer's channels" },
      { reason: "moment", words: "now, which is in no quiet hours" },
      { reason: "priority", words: "priority 1, before survey" },
    ]);
    expect(result.alternatives).toEqual([
      { variant: "offer", purpose: "marketing", channel: "email", at: now },
      { variant: "survey", purpose: "research", channel: "email", at: now },
    ]);
    expect(result.refusals).toEqual([
      { variant: "offer", channel: "sms", reason: "channel", words: "the customer wishes to be met by app, email" },
      { variant: "call", channel: null, reason: "consent-missing", words: "no consent to sales is recorded" },
      { variant: "call", channel: "phone", reason: "channel", words: "the customer wishes to be met by app, email" },
    ]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("of nothing is nothing, and of nothing allowed is null with every reason", () => {
    const empty = { variant: null, purpose: null, channel: null, at: null, reasons: [], alternatives: [] };
    expect(choose([], ann, { now })).toEqual({ ...empty, refusals: [], missing: 0 });
    const refused = choose([{ ...offer, channels: ["email", "sms"], to: "2026-01-01" }], {}, { now });
    expect(refused).toMatchObject(empty);
    expect(refused.refusals.map(({ channel, reason }) => [channel, reason])).toEqual([
      [null, "consent-missing"],
      ["email", "expired"],
      ["sms", "expired"],
    ]);
  });

  test("goes to the greatest priority, then to the customer's language, then to their first channel, then to the first of the list", () => {
    const pick = (...variants: Partial<ContentVariant>[]) =>
      choose(
        variants.map((each, i) => ({ ...offer, id: `v${i}`, ...each })),
        ann,
        { now, languages: ["en"] },
      );
    expect(pick({}, {}).variant).toBe("v0");
    expect(pick({}, { channels: ["app"] }).variant).toBe("v1");
    expect(pick({ channels: ["app"] }, { language: "nb" }).variant).toBe("v1");
    expect(pick({ language: "en" }, {}, { language: "nb" }).variant).toBe("v2");
    expect(pick({ language: "nb", channels: ["app"] }, { language: "en", priority: 1 }).variant).toBe("v1");
    expect(pick({ priority: -1 }, {}).variant).toBe("v1");
  });

  test("prefers the channel that the customer ranks first, even where another is allowed sooner", () => {
    const quietHours = { from: "08:00", to: "12:00", channels: ["app"] };
    const result = choose([{ ...offer, channels: ["email", "app"] }], ann, { now, quietHours });
    expect(result).toMatchObject({
      channel: "app",
      at: "2026-03-02T12:00:00Z",
      alternatives: [{ channel: "email", at: now }],
    });
    // Unless it would come too late.
    const short = choose([{ ...offer, channels: ["email", "app"], to: "2026-03-02T11:00:00Z" }], ann, {
      now,
      quietHours,
    });
    expect(short).toMatchObject({ channel: "email", at: now });
    expect(short.refusals).toEqual([
      {
        variant: "offer",
        channel: "app",
        reason: "expired",
        words: "only until 2026-03-02T11:00:00Z, and the quiet hours end no sooner",
      },
    ]);
  });

  test("does the same for many customers as for each", () => {
    const rules = { otherChannels: "last" as const, frequencyCap: { contacts: 1, per: "day" as const } };
    const chooser = createChooser([offer], rules);
    for (const customer of [ann, {}, { consent: { marketing: true } }]) {
      expect(chooser(customer, { now })).toEqual(choose([offer], customer, { now, ...rules }));
    }
  });
});

describe("consent", () => {
  const research = { id: "s", purpose: "research", channels: ["email"] };
  const reasons = (consent: unknown, rule: object = {}) =>
    choose(
      [research],
      { consent: consent as never },
      { now, purposes: [{ purpose: "research", ...rule }] },
    ).refusals.map(({ reason }) => reason);

  test("that is not recorded is not given", () => {
    for (const consent of [undefined, null, {}, { marketing: true }, { research: null }, { research: undefined }]) {
      expect(reasons(consent)).toEqual(["consent-missing"]);
    }
    expect(reasons({ research: true })).toEqual([]);
  });

  test("need not be given where the policy says opt-out, but a refusal holds", () => {
    expect(reasons(undefined, { consent: "opt-out" })).toEqual([]);
    expect(reasons({ research: false }, { consent: "opt-out", capped: false, quietHours: false })).toEqual([
      "consent-refused",
    ]);
    expect(reasons({ research: false })).toEqual(["consent-refused"]);
  });

  test("to a purpose that is called like something every object has is not there unless it was given", () => {
    for (const purpose of ["constructor", "__proto__", "toString"]) {
      const variant = { id: "x", purpose, channels: ["email"] };
      expect(choose([variant], { consent: {} }, { now }).refusals).toMatchObject([{ reason: "consent-missing" }]);
      const given = JSON.parse(`{ "${purpose}": true }`);
      expect(choose([variant], { consent: given }, { now }).variant).toBe("x");
    }
  });

  test("that was refused to a channel by its name holds for every purpose", () => {
    const customer = { consent: { marketing: true, sms: false } };
    expect(reasonsAgainst({ channels: ["sms"] }, customer)).toEqual([["sms", "channel-refused"]]);
    expect(choose([{ ...offer, channels: ["sms", "email"] }], customer, { now }).channel).toBe("email");
  });

  test("that is neither yes nor no is refused", () => {
    expect(() => choose([offer], { consent: { marketing: "yes" as never } }, { now })).toThrow(
      'consent to be true or false, received "yes"',
    );
  });
});

describe("segments", () => {
  const lapsed = { segments: ["lapsed", "new"] };

  test("of the customer have to be one of the variant's, and none of its exceptions", () => {
    expect(reasonsAgainst(lapsed, ann, { segments: () => "loyal" })).toEqual([[null, "segment"]]);
    expect(reasonsAgainst(lapsed, ann, { segments: () => null })).toEqual([[null, "segment"]]);
    expect(reasonsAgainst(lapsed, ann, { segments: () => ["loyal", "new"] })).toEqual([]);
    expect(reasonsAgainst({ ...lapsed, exceptSegments: ["staff"] }, ann, { segments: () => ["new", "staff"] })).toEqual(
      [[null, "excluded-segment"]],
    );
    expect(reasonsAgainst({ segments: [] }, ann, { segments: () => "loyal" })).toEqual([[null, "segment"]]);
  });

  test("come from any segmentation", () => {
    const segment = segmentOf({ customers: [{ customer: "ann", segment: "lapsed" }] });
    const result = choose([{ ...offer, ...lapsed }], ann, { now, segments: ({ id }) => segment(id) });
    expect(result.reasons[0]).toEqual({ reason: "segment", words: "the customer is in lapsed" });
  });

  test("that nobody told are an error, not an empty audience", () => {
    expect(() => choose([{ ...offer, ...lapsed }], ann, { now })).toThrow("requires the option segments");
    expect(() => choose([{ ...offer, exceptSegments: ["x"] }], ann, { now })).toThrow("requires the option segments");
  });
});

describe("preferences", () => {
  test("for channels leave out the others, or put them last", () => {
    expect(reasonsAgainst({ channels: ["sms"] })).toEqual([["sms", "channel"]]);
    const last = choose([{ ...offer, channels: ["sms", "email"] }], ann, { now, otherChannels: "last" });
    expect(last).toMatchObject({ channel: "email", alternatives: [{ channel: "sms" }] });
    expect(choose([{ ...offer, channels: ["sms"] }], ann, { now, otherChannels: "last" }).reasons[1]?.words).toBe(
      "sms, none of the customer's channels",
    );
  });

  test("for no channel at all mean none; of a customer who named none, the variant's first is taken", () => {
    const customer = { consent: { marketing: true } };
    expect(reasonsAgainst({}, { ...customer, preferences: { channels: [] } })).toEqual([["email", "channel"]]);
    expect(choose([{ ...offer, channels: ["sms", "email"] }], customer, { now }).channel).toBe("sms");
  });

  test("for a language leave out what the customer does not read", () => {
    expect(reasonsAgainst({ language: "de" })).toEqual([[null, "language"]]);
    expect(reasonsAgainst({ language: "nb-NO" })).toEqual([]);
    expect(reasonsAgainst({ language: "en-GB" }, ann, { languages: ["en"] })).toEqual([]);
    expect(reasonsAgainst({ language: "pt" }, { ...ann, preferences: { language: "pt-BR" } })).toEqual([]);
    expect(reasonsAgainst({ language: "pt-PT" }, { ...ann, preferences: { language: "pt-BR" } })).toEqual([
      [null, "language"],
    ]);
    expect(reasonsAgainst({ language: "de" }, { consent: { marketing: true } })).toEqual([]);
  });

  test("against products leave out whatever is about one of them", () => {
    const customer = { ...ann, preferences: { excludedProducts: ["beef", "7"] } };
    expect(reasonsAgainst({ products: ["rice", "beef"] }, customer)).toEqual([[null, "excluded-product"]]);
    expect(
      reasonsAgainst({ products: ["7"] }, { ...ann, preferences: { excludedProducts: [7 as never] } }),
    ).toHaveLength(1);
    expect(reasonsAgainst({ products: ["rice"] }, customer)).toEqual([]);
    const [refusal] = choose([{ ...offer, products: ["rice", "beef"] }], customer, { now }).refusals;
    expect(refusal?.words).toBe("the customer does not wish to be offered beef");
  });
});

describe("the moment", () => {
  test("is the end of quiet hours in the customer's own time zone", () => {
    const at = (timeZone: string) =>
      choose([offer], { ...ann, attributes: { timeZone } }, { now, quietHours: { from: "21:00", to: "11:30" } }).at;
    expect(at("Europe/Oslo")).toBe("2026-03-02T11:30:00+01:00");
    expect(at("Asia/Kathmandu")).toBe("2026-03-02T14:45:00+05:45");
    expect(at("America/New_York")).toBe("2026-03-02T11:30:00-05:00");
  });

  test("is by the zone that an accessor says, by that of the attribute, or else by the company's", () => {
    const quietHours = { from: "21:00", to: "11:30" };
    const options = { now, quietHours, timeZone: "Europe/Oslo" };
    expect(choose([offer], ann, options).at).toBe("2026-03-02T11:30:00+01:00");
    expect(choose([offer], { ...ann, attributes: { timeZone: null } }, options).at).toBe("2026-03-02T11:30:00+01:00");
    const zoned = { ...options, timeZoneOf: () => "Asia/Tokyo" };
    expect(choose([offer], { ...ann, attributes: { timeZone: "America/New_York" } }, zoned).at).toBe(
      "2026-03-02T18:00:00+09:00",
    );
    expect(choose([offer], ann, { ...zoned, timeZoneOf: () => null }).at).toBe("2026-03-02T11:30:00+01:00");
  });

  test("keeps the customer's own quiet hours and the company's", () => {
    const customer = { ...ann, preferences: { quietHours: [{ from: "11:00", to: "13:00" }] } };
    expect(choose([offer], customer, { now, quietHours: { from: "20:00", to: "11:00" } }).at).toBe(
      "2026-03-02T13:00:00Z",
    );
  });

  test("need not wait for purposes of which the policy says so", () => {
    const options = {
      now,
      quietHours: { from: "00:00", to: "24:00" },
      purposes: [{ purpose: "marketing", quietHours: false }],
    };
    expect(choose([offer], ann, options)).toMatchObject({ at: now });
    expect(reasonsAgainst({}, ann, { quietHours: { from: "00:00", to: "24:00" } })).toEqual([["email", "quiet-hours"]]);
  });

  test("has to be within the variant's time, its end excluded", () => {
    expect(reasonsAgainst({ from: "2026-03-02T09:00:00Z" })).toEqual([]);
    expect(reasonsAgainst({ from: "2026-03-02T09:00:01Z" })).toEqual([["email", "not-yet-valid"]]);
    expect(reasonsAgainst({ to: "2026-03-02T09:00:01Z" })).toEqual([]);
    expect(reasonsAgainst({ to: "2026-03-02T09:00:00Z" })).toEqual([["email", "expired"]]);
    // From the second of March, in Oslo; with quiet hours until then it is not too soon.
    const evening = { now: "2026-03-01T22:30:00Z", timeZone: "Europe/Oslo" };
    const march = { ...offer, from: "2026-03-02" };
    expect(choose([march], ann, evening).refusals).toMatchObject([
      { reason: "not-yet-valid", words: "not before 2026-03-02" },
    ]);
    expect(choose([march], ann, { ...evening, quietHours: { from: "21:00", to: "08:00" } }).at).toBe(
      "2026-03-02T08:00:00+01:00",
    );
  });

  test("reads times without an offset in the company's zone, and refuses them without one", () => {
    expect(choose([offer], ann, { now: "2026-03-02T10:00:00", timeZone: "Europe/Oslo" }).at).toBe(
      "2026-03-02T10:00:00+01:00",
    );
    expect(() => choose([offer], ann, { now: "2026-03-02T10:00:00" })).toThrow("a time with an offset");
    expect(choose([offer], ann, { now: Date.parse(now) })).toEqual(choose([offer], ann, { now: new Date(now) }));
  });
});

describe("the customer's contacts a month", () => {
  const accepts = (contactsPerMonth: number) => ({ ...ann, preferences: { contactsPerMonth } });
  const reasons = (contactsPerMonth: number, days: number[], options: Partial<ChooseOptions> = {}) =>
    reasonsAgainst({}, accepts(contactsPerMonth), { history: days.map((each) => ({ at: ago(each) })), ...options });
  const full = [["email", "contacts-per-month"]];

  test("are counted in any 30 days, in which a contact of exactly 30 days ago no longer is", () => {
    expect(reasons(2, [10])).toEqual([]);
    expect(reasons(2, [10, 20])).toEqual(full);
    expect(reasons(2, [10, 30])).toEqual([]);
    expect(reasons(2, [10, 29.999])).toEqual(full);
    expect(reasons(0, [])).toEqual(full);
  });

  test("of half a contact are one in two months, of two and a half are two in one", () => {
    expect(reasons(0.5, [59])).toEqual(full);
    expect(reasons(0.5, [60])).toEqual([]);
    expect(reasons(1 / 3, [89])).toEqual(full);
    expect(reasons(1 / 3, [90])).toEqual([]);
    expect(reasons(2.5, [1, 2])).toEqual(full);
    expect(reasons(2.5, [1])).toEqual([]);
  });

  test("are counted in the month of the calendar where the policy says so", () => {
    expect(reasons(1, [2], { window: "calendar" })).toEqual([]);
    expect(reasons(1, [1], { window: "calendar" })).toEqual(full);
    // At one in the morning of the first of March in Auckland it still is February in Oslo.
    const history = [{ at: "2026-02-20T12:00:00Z" }];
    const midnight = { now: "2026-02-28T12:00:00Z", history, window: "calendar" as const };
    expect(choose([offer], { ...accepts(1), attributes: { timeZone: "Pacific/Auckland" } }, midnight).variant).toBe(
      "offer",
    );
    expect(choose([offer], { ...accepts(1), attributes: { timeZone: "Europe/Oslo" } }, midnight).variant).toBeNull();
    expect(reasons(0.5, [40], { window: "calendar" })).toEqual([]);
    expect(reasons(0.5, [15], { window: "calendar" })).toEqual(full);
  });

  test("say how many there are", () => {
    const options = { now, history: [{ at: ago(1) }, { at: ago(2) }] };
    expect(choose([offer], accepts(2), options).refusals[0]?.words).toBe(
      "the customer accepts at the most 2 contacts in 30 days, and there are 2",
    );
    expect(choose([offer], accepts(4), options).reasons).toContainEqual({
      reason: "frequency",
      words: "contact 3 of 4 in 30 days",
    });
  });

  test("are no number below 0", () => {
    for (const wrong of [-1, "4", Number.NaN]) {
      expect(() => choose([offer], accepts(wrong as number), { now })).toThrow(
        "contactsPerMonth to be a number of at least 0",
      );
    }
  });
});

describe("the company's caps", () => {
  const contact = (days: number, more: object = {}) => ({
    at: ago(days),
    channel: "email",
    purpose: "marketing",
    ...more,
  });
  const capped = [["email", "frequency-cap"]];

  test("count contacts in any stretch of a day or a week", () => {
    const perDay = { frequencyCap: { contacts: 1, per: "day" as const } };
    expect(reasonsAgainst({}, ann, { ...perDay, history: [contact(0.999)] })).toEqual(capped);
    expect(reasonsAgainst({}, ann, { ...perDay, history: [contact(1)] })).toEqual([]);
    const perWeek = { frequencyCap: { contacts: 2, per: "week" as const } };
    expect(reasonsAgainst({}, ann, { ...perWeek, history: [contact(1), contact(6.9)] })).toEqual(capped);
    expect(reasonsAgainst({}, ann, { ...perWeek, history: [contact(1), contact(7)] })).toEqual([]);
  });

  test("count those that are planned: a contact between two others may fill their window", () => {
    const perWeek = { frequencyCap: { contacts: 2, per: "week" as const } };
    expect(reasonsAgainst({}, ann, { ...perWeek, history: [contact(-3), contact(3)] })).toEqual(capped);
    expect(reasonsAgainst({}, ann, { ...perWeek, history: [contact(-4), contact(3)] })).toEqual([]);
    expect(reasonsAgainst({}, ann, { ...perWeek, history: [contact(-1), contact(-2)] })).toEqual(capped);
  });

  test("count by the calendar where they say so: by days, weeks from Monday and months", () => {
    // 2 March 2026 was a Monday, 10 in the morning in Oslo.
    const at = (per: "day" | "week" | "month", time: string) =>
      reasonsAgainst({}, ann, {
        timeZone: "Europe/Oslo",
        frequencyCap: { contacts: 1, per, window: "calendar" },
        history: [{ at: time }],
      }).length;
    expect([at("day", "2026-03-01T22:59:59Z"), at("day", "2026-03-01T23:00:00Z")]).toEqual([0, 1]);
    expect([
      at("week", "2026-03-01T22:59:59Z"),
      at("week", "2026-03-08T22:59:59Z"),
      at("week", "2026-03-08T23:00:00Z"),
    ]).toEqual([0, 1, 0]);
    expect([at("month", "2026-02-28T22:59:59Z"), at("month", "2026-02-28T23:00:00Z")]).toEqual([0, 1]);
  });

  test("may be for a channel or a purpose; a contact of which that is not known counts", () => {
    const sms = { frequencyCap: { contacts: 1, per: "week" as const, channel: "sms" } };
    expect(reasonsAgainst({}, ann, { ...sms, history: [contact(1, { channel: "sms" })] })).toEqual([]);
    const email = { frequencyCap: [{ contacts: 1, per: "week" as const, channel: "email", purpose: "marketing" }] };
    expect(reasonsAgainst({}, ann, { ...email, history: [contact(1, { channel: "sms" })] })).toEqual([]);
    expect(reasonsAgainst({}, ann, { ...email, history: [contact(1, { purpose: "service" })] })).toEqual([]);
    expect(reasonsAgainst({}, ann, { ...email, history: [contact(1)] })).toEqual(capped);
    expect(reasonsAgainst({}, ann, { ...email, history: [{ at: ago(1) }] })).toEqual(capped);
    expect(choose([offer], ann, { now, ...email, history: [contact(1)] }).refusals[0]?.words).toBe(
      "there may be at the most 1 contact (marketing by email) in 7 days, and there are 1",
    );
  });

  test("neither count nor limit purposes of which the policy says so", () => {
    const options = {
      frequencyCap: { contacts: 1, per: "week" as const },
      purposes: [{ purpose: "service", consent: "opt-out" as const, capped: false }],
    };
    expect(reasonsAgainst({}, ann, { ...options, history: [contact(1, { purpose: "service" })] })).toEqual([]);
    expect(reasonsAgainst({ purpose: "service" }, ann, { ...options, history: [contact(1), contact(2)] })).toEqual([]);
    expect(reasonsAgainst({}, ann, { ...options, history: [contact(1)] })).toEqual(capped);
  });

  test("are judged when the quiet hours end, not now", () => {
    const options = {
      now: "2026-03-02T22:00:00Z",
      quietHours: { from: "21:00", to: "08:00" },
      frequencyCap: { contacts: 1, per: "day" as const },
    };
    const history = [{ at: "2026-03-02T08:00:00Z" }];
    expect(choose([offer], ann, { ...options, history }).at).toBe("2026-03-03T08:00:00Z");
    expect(choose([offer], ann, { ...options, history: [{ at: "2026-03-02T08:00:01Z" }] }).variant).toBeNull();
  });

  test("of nothing let nothing through", () => {
    expect(reasonsAgainst({}, ann, { frequencyCap: { contacts: 0, per: "day" } })).toEqual(capped);
  });
});

describe("the history", () => {
  test("of a variant keeps it away for its cool-down, or for the policy's", () => {
    const got = (days: number) => ({ history: [{ at: ago(days), variant: "offer" }] });
    expect(reasonsAgainst({ coolDownDays: 14 }, ann, got(13.9))).toEqual([["email", "cool-down"]]);
    expect(reasonsAgainst({ coolDownDays: 14 }, ann, got(14))).toEqual([]);
    expect(reasonsAgainst({ coolDownDays: 14 }, ann, got(-3))).toEqual([["email", "cool-down"]]);
    expect(reasonsAgainst({}, ann, { ...got(2), coolDownDays: 3 })).toEqual([["email", "cool-down"]]);
    expect(reasonsAgainst({ coolDownDays: 1 }, ann, { ...got(2), coolDownDays: 3 })).toEqual([]);
    expect(reasonsAgainst({ coolDownDays: 14 }, ann, { history: [{ at: ago(1), variant: "other" }] })).toEqual([]);
  });

  test("of other customers counts nowhere, nor does a contact without a time, which is counted apart", () => {
    const options = { now, frequencyCap: { contacts: 1, per: "week" as const } };
    expect(choose([offer], ann, { ...options, history: [{ customer: "bob", at: ago(1) }] }).variant).toBe("offer");
    expect(choose([offer], ann, { ...options, history: [{ customer: "ann", at: ago(1) }] }).variant).toBeNull();
    expect(choose([offer], ann, { ...options, history: [{ at: null }] })).toMatchObject({
      variant: "offer",
      missing: 1,
    });
  });

  test("is that of the customer also where one system has the id as a number and another as a text", () => {
    const options = { now, frequencyCap: { contacts: 1, per: "week" as const } };
    const variantFor = (id: string | number | null, customer: string | number) =>
      choose([offer], { ...ann, id }, { ...options, history: [{ customer, at: ago(1) }] }).variant;
    expect([variantFor(1, "1"), variantFor("1", 1)]).toEqual([null, null]);
    expect([variantFor(1, "01"), variantFor("1", 2), variantFor(null, "null")]).toEqual(["offer", "offer", "offer"]);
  });

  test("takes a choice back as it is, also one of nothing", () => {
    const options = { now, frequencyCap: { contacts: 1, per: "week" as const } };
    const first = choose([offer], ann, options);
    const second = choose([offer], ann, { ...options, history: [first] });
    expect([first.variant, second.variant]).toEqual(["offer", null]);
    expect(choose([offer], ann, { ...options, history: [second] }).variant).toBe("offer");
  });

  test("with a time that is none is refused with its row", () => {
    expect(() => choose([offer], ann, { now, history: [{ at: ago(1) }, { at: "yesterday" }] })).toThrow("(row 1)");
    expect(() => choose([offer], ann, { now, history: 3 as never })).toThrow("history as a list of contacts");
    for (const contact of [null, undefined, "2026-03-01", { customer: {}, at: ago(1) }]) {
      expect(() => choose([offer], ann, { now, history: [{ at: ago(1) }, contact] as never })).toThrowError(
        expect.objectContaining({ code: "invalid-value", row: 1 }),
      );
    }
  });
});

describe("wrong input", () => {
  test("a refusal that is written in another way than as a plain object is refused, not taken for none", () => {
    class Agreement {
      get marketing(): boolean {
        return false;
      }
    }
    const choosing = (consent: unknown) => () =>
      choose([offer], { consent } as object, { now, purposes: [{ purpose: "marketing", consent: "opt-out" }] });
    for (const consent of [
      ...[false, "no", new Map([["marketing", false]]), [{ purpose: "marketing", given: false }], new Agreement()],
      ...[Object.create({ marketing: false }), Object.create(Object.assign(Object.create(null), { marketing: false }))],
    ]) {
      expect(choosing(consent)).toThrowError(expect.objectContaining({ code: "invalid-value", received: consent }));
    }
    const bare: object = Object.assign(Object.create(null), { marketing: false });
    const read = Object.defineProperty({}, "marketing", { get: () => false });
    for (const consent of [{ marketing: false }, bare, read]) expect(choosing(consent)().variant).toBeNull();
    for (const none of [null, undefined, {}]) expect(choosing(none)().variant).toBe("offer");
  });

  test("variants that contradict themselves are refused with their index", () => {
    const refused = (variant: object) => () => choose([offer, { ...offer, id: "b", ...variant }], ann, { now });
    expect(refused({ id: "offer" })).toThrow('each variant to have an id of its own, received "offer" (row 1)');
    expect(refused({ id: "" })).toThrow("an id, a text");
    expect(refused({ purpose: undefined })).toThrow(
      'a purpose that customers agree to, such as "marketing", received undefined (row 1)',
    );
    expect(refused({ channels: [] })).toThrow("at least one channel");
    expect(refused({ segments: "lapsed" })).toThrow("segments and products as lists of texts");
    expect(refused({ segment: ["lapsed"] })).toThrow("each variant to have segments, not segment");
    expect(refused({ exceptSegment: ["vip"] })).toThrow("exceptSegments, not exceptSegment");
    expect(refused({ channel: "sms" })).toThrow("channels, not channel");
    expect(refused({ purposes: ["sales"] })).toThrow("purpose, not purposes");
    expect(refused({ from: "2026-02-01", to: "2026-01-01" })).toThrow("an end that is not before its beginning");
    expect(refused({ priority: Number.POSITIVE_INFINITY })).toThrow("a finite priority");
    expect(refused({ coolDownDays: -1 })).toThrow("coolDownDays of at least 0");
    expect(refused({ language: "de_DE" })).toThrow("a BCP 47 language tag");
    expect(() => choose(null as never, ann, { now })).toThrow("variants as a list");
  });

  test("wrong rules are refused", () => {
    const refused = (rules: object) => () => createChooser([offer], rules);
    expect(refused({ quiet: {} })).toThrow("an option of choose must be one of");
    expect(refused({ frequencyCap: { contacts: 1.5, per: "day" } })).toThrow(
      "a frequency cap of a whole number of contacts, received 1.5",
    );
    expect(refused({ frequencyCap: { contacts: 1, per: "fortnight" } })).toThrow("per day, week or month");
    expect(refused({ frequencyCap: [{ contacts: 1, per: "day", window: "fixed" }] })).toThrow(
      "a rolling or calendar window",
    );
    const cap = { contacts: 1, per: "day" };
    const wrong = expect.objectContaining({ code: "invalid-option" });
    for (const rules of [
      ...[{ frequencyCap: null }, { quietHours: null }, { purposes: {} }, { purposes: null }, { languages: "en" }],
      ...[{ frequencyCap: { ...cap, chanel: "sms" } }, { frequencyCap: { ...cap, channel: ["sms"] } }],
      ...[{ quietHours: { from: "21:00", to: "08:00", day: [1] } }, { purposes: [{ purpose: "a", consnt: "opt-in" }] }],
    ]) {
      expect(refused(rules)).toThrowError(wrong);
    }
    expect(refused({ window: "fixed" })).toThrow("window of choose");
    expect(refused({ otherChannels: "any" })).toThrow("otherChannels of choose");
    expect(refused({ purposes: [{ purpose: "a", consent: "none" }] })).toThrow("consent to be opt-in or opt-out");
    expect(refused({ purposes: [{ purpose: "a" }, { purpose: "a" }] })).toThrow("one rule for each purpose");
    expect(refused({ purposes: [{ purpose: "a", capped: "no" }] })).toThrow(
      "capped and quietHours to be true or false",
    );
    expect(refused({ quietHours: { from: "21", to: "8" } })).toThrow("quiet hours to begin at a time of day");
    expect(refused({ timeZone: "Oslo" })).toThrow("an IANA time zone");
    expect(refused({ timeZoneOf: "attribute" })).toThrow("timeZoneOf requires a function");
    expect(refused({ segments: ["lapsed"] })).toThrow("segments requires a function");
    expect(refused({ languages: ["en_GB"] })).toThrow("a BCP 47 language tag");
    expect(refused({ coolDownDays: "7" })).toThrow("coolDownDays of at least 0");
  });

  test("what cannot be in a customer is refused", () => {
    const refused = (customer: unknown) => () => choose([offer], customer as object, { now });
    expect(refused(null)).toThrow("choose requires a customer, received null");
    expect(refused({ attributes: { timeZone: "Mars/Phobos" } })).toThrow(
      'time zone to be one of IANA\'s, received "Mars/Phobos"',
    );
    expect(refused({ attributes: { timeZone: 1 } })).toThrow("time zone to be one of IANA's");
    expect(refused({ preferences: { channels: "email" } })).toThrow("a customer's channels as a list");
    expect(refused({ preferences: { channels: [{ channel: "email" }] } })).toThrow("channels as a list of texts");
    expect(refused({ preferences: { excludedProducts: [{ id: "wine" }] } })).toThrow("excludedProducts as a list of");
    expect(refused({ preferences: { language: "nb_NO" } })).toThrow("a BCP 47 language tag");
    expect(refused({ preferences: { quietHours: { from: "x", to: "y" } } })).toThrow("quiet hours");
    expect(refused(new Map([["consent", { marketing: false }]]))).toThrow("choose requires a customer");
    for (const part of ["email", ["sms"], new Map([["channels", ["sms"]]])]) {
      expect(refused({ preferences: part })).toThrow("a customer's preferences as an object");
      expect(refused({ attributes: part })).toThrow("a customer's attributes as an object");
    }
    expect(() => choose([offer], ann, { now, segments: () => 3 as never })).toThrow(
      "segments to give a text or a list of texts",
    );
  });
});
