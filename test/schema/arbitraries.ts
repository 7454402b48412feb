/** Valid records of every model, at random: every optional field comes and goes. */
import type {
  Attributes,
  Case,
  Condition,
  ConditionOperator,
  Consent,
  ContactPolicy,
  ContentVariant,
  Customer,
  EmpathyMap,
  EventCondition,
  Feedback,
  FieldCondition,
  FrequencyCap,
  Initiative,
  Interaction,
  Journey,
  Persona,
  Preferences,
  Programme,
  PurposeRule,
  QuietHours,
  Scale,
  SegmentRule,
  Stage,
  Stakeholder,
  Subscription,
  Taxonomy,
  Theme,
  Touchpoint,
  TouchpointPromise,
  Transaction,
  TransactionItem,
} from "cxkit/model";
import * as fc from "fast-check";

/** Records in which the named fields are always there and the others come and go. */
function some<Model>(fields: { [Key in keyof Model]-?: fc.Arbitrary<Model[Key]> }, ...required: (keyof Model)[]) {
  // Whether the keys that the model requires are among the named ones is for the schemas' tests to find.
  return fc.record(fields, { requiredKeys: required, noNullPrototype: true }) as fc.Arbitrary<Model>;
}

const word = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "Kasse 4", "支払い", "a\u0000b", "<b>"),
  fc.string({ minLength: 1, maxLength: 8 }).map((text) => `${text}x`),
);
const texts = fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 });
const words = fc.array(word, { maxLength: 3 });
// JSON has no -0.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const between = (low: number, high: number) =>
  fc.double({ min: low, max: high, noNaN: true }).map((value) => value + 0);
const positive = between(0, 1e9);
const language = fc.constantFrom("de", "pt-BR", "zh-Hant-TW");
const currency = fc.constantFrom("EUR", "JPY");

const instant = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2050, 0) });
const manners = ["day", "utc", "east", "west"] as const;
function written(ms: number, manner: (typeof manners)[number]): string {
  const inUtc = (shift: number) => new Date(ms + shift * 3_600_000).toISOString();
  if (manner === "day") return inUtc(0).slice(0, 10);
  if (manner === "utc") return inUtc(0);
  return manner === "east" ? inUtc(5).replace("Z", "+05:00") : inUtc(-8).replace("Z", "-08:00");
}
const manner = fc.constantFrom(...manners);
const time = fc.tuple(instant, manner).map(([ms, how]) => written(ms, how));
/** A time, and times after it in any way of writing. */
const times = fc
  .tuple(instant, manner, fc.array(fc.tuple(fc.nat(1e9), manner), { minLength: 2, maxLength: 2 }))
  .map(([ms, how, later]) => [written(ms, how), ...later.map(([by, laterHow]) => written(ms + by, laterHow))] as const);

export const attributes: fc.Arbitrary<Attributes> = fc.dictionary(
  fc.oneof(word, fc.string()),
  fc.oneof(fc.string(), number, fc.boolean(), fc.constant(null)),
  { maxKeys: 4, noNullPrototype: true },
);
export const consent: fc.Arbitrary<Consent> = fc.dictionary(word, fc.boolean(), { maxKeys: 3, noNullPrototype: true });

const direction = fc.constantFrom("higher-is-better" as const, "lower-is-better" as const);
export const scale: fc.Arbitrary<Scale> = fc
  .tuple(
    fc.integer({ min: -100, max: 100 }),
    fc.integer({ min: 1, max: 100 }),
    fc.option(direction, { nil: undefined }),
  )
  .map(([low, width, way]) => ({ low, high: low + width, ...(way === undefined ? {} : { direction: way }) }));

const single = fc.oneof(fc.string(), number, fc.boolean(), fc.constant(null));
const fieldPath = fc.oneof(word, fc.array(fc.string(), { minLength: 1, maxLength: 3 }));
const part = fc.oneof(fc.string({ minLength: 1 }), number, fc.boolean());
const zone = fc.constantFrom("Europe/Oslo", "UTC");
const ofOps = <Op extends ConditionOperator>(ops: readonly Op[], value: fc.Arbitrary<FieldCondition["value"]>) =>
  fc.record({ field: fieldPath, op: fc.constantFrom(...ops), value });
const byZone = (ops: readonly ConditionOperator[], value: fc.Arbitrary<FieldCondition["value"]>) =>
  fc.record(
    { field: fieldPath, op: fc.constantFrom(...ops), value, timeZone: zone },
    { requiredKeys: ["field", "op", "value"] },
  );
const dayOperators = ["withinLastDays", "moreThanDaysAgo", "withinNextDays", "moreThanDaysAhead"] as const;
/** Every operator with a value that it takes. */
const comparison: fc.Arbitrary<FieldCondition> = fc.oneof(
  ofOps(["eq", "ne"], single),
  ofOps(["lt", "lte", "gt", "gte"], fc.oneof(number, fc.string())),
  ofOps(["between"], fc.oneof(fc.tuple(number, number), fc.tuple(fc.string(), fc.string()))),
  ofOps(["in", "notIn"], fc.array(single, { maxLength: 3 })),
  ofOps(["contains"], part),
  ofOps(["containsAny", "containsAll"], fc.array(part, { maxLength: 3 })),
  ofOps(["startsWith", "endsWith"], fc.string({ minLength: 1 })),
  byZone(["before", "after"], time),
  ofOps(dayOperators, between(0, 1e6)),
  byZone(dayOperators, fc.nat(1000)),
  ofOps(["exists"], fc.boolean()),
);
const eventNumber = fc.record({ op: fc.constantFrom("eq", "ne", "lt", "lte", "gt", "gte"), value: fc.nat(9) });
const eventWindow = fc.oneof(
  fc.constant({}),
  fc.record({ withinDays: between(0, 1e4) }),
  fc.record({ withinDays: fc.nat(99), timeZone: zone }),
);
/** Conditions to any depth, made of such leaves. */
const madeOf = (...leaves: fc.Arbitrary<Condition>[]): fc.Arbitrary<Condition> =>
  fc
    .letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        ...leaves,
        fc.record({ all: fc.array(tie("condition"), { maxLength: 3 }) }),
        fc.record({ any: fc.array(tie("condition"), { maxLength: 3 }) }),
        fc.record({ not: tie("condition") }),
      ),
    }))
    // fast-check builds some records without a prototype; JSON never does.
    .condition.map((rule) => JSON.parse(JSON.stringify(rule)) as Condition);
const eventCount = fc
  .tuple(fc.record({ where: madeOf(comparison), count: eventNumber }, { requiredKeys: [] }), eventWindow)
  .map(([asked, window]): EventCondition => ({ events: { ...asked, ...window } }));
export const condition: fc.Arbitrary<Condition> = madeOf(comparison, eventCount);
export const segmentRule = some<SegmentRule>(
  { name: word, rule: condition, description: fc.string(), attributes },
  "name",
  "rule",
);

export const empathyMap = some<EmpathyMap>({
  says: texts,
  thinks: texts,
  does: texts,
  feels: texts,
  pains: texts,
  gains: texts,
});
export const persona = some<Persona>(
  {
    id: word,
    name: word,
    description: fc.string(),
    goals: texts,
    needs: texts,
    frustrations: texts,
    channels: words,
    empathyMap,
    rule: condition,
    attributes,
  },
  "id",
  "name",
);

export const touchpointPromise = some<TouchpointPromise>({
  satisfaction: between(0, 100),
  waitSeconds: positive,
  success: between(0, 1),
});
export const touchpoint = some<Touchpoint>(
  {
    id: word,
    name: word,
    events: words,
    optional: fc.boolean(),
    repeatable: fc.boolean(),
    withinSeconds: positive,
    channel: fc.oneof(word, words),
    owner: word,
    layer: fc.constantFrom("frontstage", "backstage", "support"),
    emotion: between(-2, 2),
    painPoints: texts,
    opportunities: texts,
    importance: between(0, 1),
    momentOfTruth: fc.boolean(),
    expected: touchpointPromise,
    attributes,
  },
  "id",
  "name",
);
export const stage = some<Stage>(
  {
    id: word,
    name: word,
    phase: word,
    goal: fc.string(),
    flow: fc.constantFrom("sequence", "any-order", "alternatives"),
    touchpoints: fc.array(touchpoint, { maxLength: 3 }),
    attributes,
  },
  "id",
  "name",
  "touchpoints",
);

/** The same list with ids of their own; `prefix` keeps those of several lists apart. */
function numbered<Thing extends { readonly id: string }>(things: readonly Thing[], prefix = ""): Thing[] {
  return things.map((thing, index) => ({ ...thing, id: `${prefix}${index}:${thing.id}` }));
}
export const journey: fc.Arbitrary<Journey> = some<Journey>(
  {
    id: word,
    name: word,
    state: fc.constantFrom("as-is", "to-be"),
    persona: fc.oneof(word, words),
    stages: fc.array(stage, { maxLength: 3 }),
    checkedAt: time,
    attributes,
  },
  "id",
  "name",
  "state",
  "stages",
).map((map) => ({
  ...map,
  stages: numbered(map.stages).map((each, place) => ({
    ...each,
    touchpoints: numbered(each.touchpoints, `${place}.`).map((point) =>
      point.events === undefined ? point : { ...point, events: point.events.map((event) => `${point.id}/${event}`) },
    ),
  })),
}));

const minuteOfDay = fc.integer({ min: 0, max: 1439 });
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
export const quietHours: fc.Arbitrary<QuietHours> = fc
  .tuple(minuteOfDay, fc.oneof(minuteOfDay, fc.constant(1440)))
  .filter(([from, to]) => from !== to)
  .chain(([from, to]) =>
    some<QuietHours>(
      {
        from: fc.constant(clock(from)),
        to: fc.constant(clock(to)),
        days: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
        channels: words,
      },
      "from",
      "to",
    ),
  );
const oneOrMore = <Thing>(thing: fc.Arbitrary<Thing>) => fc.oneof(thing, fc.array(thing, { maxLength: 3 }));
const window = fc.constantFrom("rolling" as const, "calendar" as const);
export const purposeRule = some<PurposeRule>(
  { purpose: word, consent: fc.constantFrom("opt-in", "opt-out"), capped: fc.boolean(), quietHours: fc.boolean() },
  "purpose",
);
export const frequencyCap = some<FrequencyCap>(
  { contacts: fc.nat(9), per: fc.constantFrom("day", "week", "month"), window, channel: word, purpose: word },
  "contacts",
  "per",
);
export const contactPolicy = some<ContactPolicy>({
  purposes: fc.uniqueArray(purposeRule, { maxLength: 3, selector: ({ purpose }) => purpose }),
  quietHours: oneOrMore(quietHours),
  frequencyCap: oneOrMore(frequencyCap),
  window,
  coolDownDays: positive,
  otherChannels: fc.constantFrom("refuse", "last"),
  languages: fc.array(language, { maxLength: 3 }),
});
export const contentVariant: fc.Arbitrary<ContentVariant> = times.chain(([from, to]) =>
  some<ContentVariant>(
    {
      id: word,
      name: word,
      purpose: word,
      channels: fc.array(word, { minLength: 1, maxLength: 3 }),
      language,
      segments: words,
      exceptSegments: words,
      products: words,
      from: fc.constant(from),
      to: fc.constant(to ?? from),
      priority: number,
      coolDownDays: positive,
      attributes,
    },
    "id",
    "purpose",
    "channels",
  ),
);

export const preferences = some<Preferences>({
  channels: words,
  language,
  contactsPerMonth: positive,
  quietHours: oneOrMore(quietHours),
  excludedProducts: words,
  delivery: word,
});
export const customer = some<Customer>({ id: word, preferences, consent, attributes }, "id");

type Answer = Pick<Feedback, "kind" | "score" | "scale">;
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ kind: fc.constant("nps" as const), score: fc.integer({ min: 0, max: 10 }) }),
  fc.record({ kind: fc.constant("csat" as const), score: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant("ces" as const), score: fc.integer({ min: 1, max: 7 }) }),
  fc.record({ kind: fc.constant("open" as const) }),
  fc.record({ kind: fc.constantFrom("nps", "csat", "ces", "rating", "open"), score: fc.constant(null) }),
  scale.chain((own) =>
    fc.record({
      kind: fc.constant("rating" as const),
      score: fc.oneof(between(own.low, own.high), fc.constant(own.low), fc.constant(own.high)),
      scale: fc.constant(own),
    }),
  ),
);
export const feedback: fc.Arbitrary<Feedback> = fc
  .tuple(
    answer,
    some<Omit<Feedback, keyof Answer>>(
      {
        id: word,
        customer: word,
        at: time,
        response: word,
        source: word,
        channel: word,
        stage: word,
        touchpoint: word,
        comment: fc.string(),
        language,
        followUp: fc.constantFrom("none", "open", "acknowledged", "contacted", "resolved", "recovered"),
        attributes,
      },
      "id",
      "at",
    ),
  )
  .map(([given, rest]) => ({ ...rest, ...given }));

export const interaction = some<Interaction>(
  {
    id: word,
    customer: word,
    touchpoint: word,
    at: time,
    channel: word,
    outcome: word,
    durationSeconds: positive,
    attributes,
  },
  "id",
  "customer",
  "touchpoint",
  "at",
);
export const supportCase: fc.Arbitrary<Case> = times.chain(([openedAt, firstAnsweredAt, resolvedAt]) =>
  some<Case>(
    {
      id: word,
      customer: word,
      openedAt: fc.constant(openedAt),
      firstAnsweredAt: fc.constantFrom(firstAnsweredAt ?? null, null),
      resolvedAt: fc.constantFrom(resolvedAt ?? null, null),
      reopened: fc.nat(9),
      contacts: fc.nat(9),
      channel: word,
      topic: word,
      stage: word,
      touchpoint: word,
      attributes,
    },
    "id",
    "openedAt",
  ),
);
export const transactionItem = some<TransactionItem>(
  { product: word, quantity: number, amount: number },
  "product",
  "quantity",
);
export const transaction = some<Transaction>(
  {
    id: word,
    customer: word,
    at: time,
    amount: number,
    currency,
    items: fc.array(transactionItem, { maxLength: 3 }),
    channel: word,
    attributes,
  },
  "id",
  "customer",
  "at",
  "amount",
);
export const subscription: fc.Arbitrary<Subscription> = times.chain(([startedAt, endedAt]) =>
  some<Subscription>(
    {
      id: word,
      customer: word,
      startedAt: fc.constant(startedAt),
      endedAt: fc.constantFrom(endedAt ?? null, null),
      amount: positive,
      every: fc.constantFrom("week", "month", "quarter", "year"),
      currency,
      plan: word,
      attributes,
    },
    "id",
    "customer",
    "startedAt",
    "amount",
  ),
);

const degree = fc.constantFrom("low" as const, "medium" as const, "high" as const);
export const stakeholder = some<Stakeholder>(
  { id: word, name: word, interest: degree, influence: degree, touchpoints: words, attributes },
  "id",
  "name",
);
export const initiative = some<Initiative>(
  {
    id: word,
    name: word,
    gaps: words,
    effort: positive,
    cost: positive,
    expectedLift: number,
    status: fc.constantFrom("planned", "active", "done", "dropped"),
    owner: word,
    attributes,
  },
  "id",
  "name",
  "gaps",
  "status",
);
/** Every persona and every touchpoint that is named is one of the programme's. */
export const programme: fc.Arbitrary<Programme> = some<Programme>(
  {
    journeys: fc.array(journey, { maxLength: 2 }),
    personas: fc.array(persona, { minLength: 1, maxLength: 2 }),
    stakeholders: fc.array(stakeholder, { maxLength: 2 }),
    initiatives: fc.array(initiative, { maxLength: 2 }),
  },
  "journeys",
).map(({ journeys, personas, stakeholders, initiatives }) => {
  const known = numbered(personas ?? []);
  const ids = journeys.flatMap(({ stages }) => stages.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id)));
  return {
    journeys: numbered(journeys).map(({ persona: named, ...map }) => {
      const [first] = known;
      if (named === undefined || first === undefined) return map;
      return { ...map, persona: typeof named === "string" ? first.id : known.map(({ id }) => id) };
    }),
    ...(personas === undefined ? {} : { personas: known }),
    ...(initiatives === undefined ? {} : { initiatives: numbered(initiatives) }),
    ...(stakeholders === undefined
      ? {}
      : { stakeholders: numbered(stakeholders).map((each) => ({ ...each, touchpoints: ids })) }),
  };
});

export const theme = some<Theme>({ id: word, name: word, parent: word, phrases: words }, "id", "name", "phrases");
/** Every theme but the first has, if any, a parent that stands before it. */
export const taxonomy: fc.Arbitrary<Taxonomy> = some<Taxonomy>(
  {
    id: word,
    version: word,
    language,
    inflection: fc.boolean(),
    regionalSpelling: fc.boolean(),
    themes: fc.array(theme, { maxLength: 5 }),
  },
  "id",
  "version",
  "themes",
).map((given) => {
  const themes = numbered(given.themes);
  return {
    ...given,
    themes: themes.map(({ parent, ...each }, index) => {
      const before = themes[Math.floor(index / 2)];
      return parent === undefined || index === 0 || before === undefined ? each : { ...each, parent: before.id };
    }),
  };
});
