import { average, compare, conformance, eventLog, rate, seededRandom } from "cxkit";
import { describe, expect, test } from "vitest";

const touchpoints = ["order", "pay", "confirm"].map((id) => ({ id, name: id }));
const journey = { stages: [{ id: "buy", name: "Buying", touchpoints }] };
const random = seededRandom(7);
/** Customers of whom the new ones often get no confirmation, and of whom payments fail on the phone. */
const customers = Array.from({ length: 400 }, (_, number) => {
  const isNew = number % 2 === 0;
  const channel = number % 3 === 0 ? "phone" : "web";
  const confirmed = random() > (isNew ? 0.4 : 0.05);
  const failed = random() < (channel === "phone" ? 0.3 : 0.02);
  // Who got no confirmation spends less by 30, and the rest by chance.
  return { id: `c${number}`, isNew, channel, confirmed, failed, spent: (confirmed ? 100 : 70) + 20 * random() };
});
const log = eventLog(
  customers.flatMap(({ id, channel, confirmed, failed }) =>
    ["order", "pay", ...(confirmed ? ["confirm"] : [])].map((on, hour) => ({
      id,
      on,
      at: hour * 3_600_000,
      channel: on === "order" ? "web" : channel,
      outcome: on === "pay" ? (failed ? "failed" : "success") : null,
    })),
  ),
  {
    customer: (row) => row.id,
    touchpoint: (row) => row.on,
    at: (row) => row.at,
    channel: (row) => row.channel,
    outcome: (row) => row.outcome,
  },
);
const byId = new Map(customers.map((one) => [one.id, one]));
const of = (id: string) => byId.get(id) ?? { isNew: false, spent: 0, confirmed: true, failed: false };

describe("which segments and channels deviate", () => {
  const found = conformance(log, journey, { by: (id) => (of(id).isNew ? "new" : "old"), byChannel: true });
  test("the segment in which more customers go without comes first, with both shares and their difference", () => {
    const missing = (some: typeof customers) =>
      rate(
        some.map(({ confirmed }) => !confirmed),
        { name: "deviation" },
      );
    const [inside, outside] = [true, false].map((isNew) => missing(customers.filter((one) => one.isNew === isNew)));
    if (inside === undefined || outside === undefined) throw new Error("both segments have customers");
    const first = found.segments?.deviations.find(({ key }) => key === "new");
    expect(first).toMatchObject({ kind: "missing", touchpoint: "confirm", inside: { count: inside.count, of: 200 } });
    expect(first?.outside).toMatchObject({ count: outside.count, of: 200, interval: outside.interval });
    expect(first).toMatchObject({
      difference: compare(inside, outside).difference,
      pValue: compare(inside, outside).pValue,
    });
    expect(first?.adjustedPValue).toBeLessThan(1e-6);
  });
  test("the channel on which payments fail, at the touchpoint where they do", () => {
    const [first] = found.channels?.deviations ?? [];
    expect(first).toMatchObject({ kind: "failed", touchpoint: "pay" });
    const phone = found.channels?.deviations.find(({ key, kind }) => key === "phone" && kind === "failed");
    const failed = customers.filter((one) => one.channel === "phone" && one.failed).length;
    expect(phone?.inside).toMatchObject({ count: failed, of: 134 });
    // Everybody ordered on the web, so that the paths themselves differ by no channel.
    expect(found.channels?.groups.map(({ key, customers: n }) => [key, n])).toEqual([
      ["web", 400],
      ["phone", 0],
    ]);
  });
  test("how well the paths of each segment fit, against the others", () => {
    const fitnessOf = (isNew: boolean) =>
      average(customers.filter((one) => one.isNew === isNew).map(({ confirmed }) => (confirmed ? 1 : 1 - 1 / 5)));
    const [young, old] = [fitnessOf(true), fitnessOf(false)];
    const group = found.segments?.groups.find(({ key }) => key === "new");
    expect(group?.fitness).toBeCloseTo(young.value ?? 0, 12);
    expect(group?.against.difference).toBeCloseTo((young.value ?? 0) - (old.value ?? 0), 12);
    expect(group?.against.pValue).toBeCloseTo(compare(young, old).pValue ?? 1, 10);
  });
  test("segments may overlap, and nobody asked for is nobody told", () => {
    const both = conformance(log, journey, { by: (id) => (of(id).isNew ? ["new", "all"] : ["all"]) }).segments;
    expect(both?.groups.map(({ key, customers: n }) => [key, n])).toEqual([
      ["all", 400],
      ["new", 200],
    ]);
    // There is nobody outside of all.
    expect(both?.groups[0]?.against).toMatchObject({ difference: null, pValue: null });
    expect(conformance(log, journey)).toMatchObject({ segments: null, channels: null, outcome: null });
  });
  test("who left before a step had no chance to come: they tell nothing of where it is left out", () => {
    // All of a leave after ordering, but for a tenth; of b, half of those who pay get no confirmation.
    const path = (number: number) =>
      number % 2 === 0
        ? number % 20 === 0
          ? ["order", "pay", "confirm", "box"]
          : ["order"]
        : number % 4 === 1
          ? ["order", "pay", "box"]
          : ["order", "pay", "confirm", "box"];
    const rows = Array.from({ length: 400 }, (_, number) =>
      path(number).map((on, at) => ({ id: `${number}`, on, at })),
    ).flat();
    const columns = { customer: (row: (typeof rows)[0]) => row.id, touchpoint: (row: (typeof rows)[0]) => row.on };
    const long = [{ id: "buy", name: "Buying", touchpoints: [...touchpoints, { id: "box", name: "Box" }] }];
    const cut = conformance(
      eventLog(rows, { ...columns, at: (row) => row.at }),
      { stages: long },
      { by: (id) => (Number(id) % 2 === 0 ? "a" : "b"), outcome: (id) => Number(id) % 2, dropOffAfterSeconds: 0 },
    );
    const missing = cut.deviations.find(({ touchpoint }) => touchpoint === "confirm");
    expect(missing).toMatchObject({ customers: { count: 280, of: 400 }, left: 180 });
    const inB = cut.segments?.deviations.find(({ touchpoint, key }) => touchpoint === "confirm" && key === "b");
    expect([inB?.inside.count, inB?.inside.of, inB?.outside.count, inB?.outside.of]).toEqual([100, 200, 0, 20]);
    const effect = cut.outcome?.deviations.find(({ touchpoint }) => touchpoint === "confirm");
    expect([effect?.affected.n, effect?.others.n]).toEqual([100, 120]);
  });
  test("segments drawn by lot are called different about as seldom as promised", () => {
    const runs = 60;
    const lots = Array.from({ length: runs }, (_, seed) => {
      const draw = seededRandom(seed + 1);
      return conformance(log, journey, { by: () => (draw() < 0.5 ? "heads" : "tails") }).segments?.deviations ?? [];
    });
    const alarms = lots.filter((some) => some.some(({ adjustedPValue }) => (adjustedPValue ?? 1) <= 0.05)).length;
    expect(alarms).toBeLessThanOrEqual(8);
  });
});

describe("what goes with deviating", () => {
  const found = conformance(log, journey, { outcome: (id) => (id === "c0" ? null : of(id).spent) }).outcome;
  test("a number: the means of those affected and of the others, and their difference", () => {
    const spent = (confirmed: boolean) =>
      average(
        customers.map((one) => (one.confirmed === confirmed && one.id !== "c0" ? one.spent : null)),
        { name: "outcome" },
      );
    const expected = compare(spent(false), spent(true));
    const effect = found?.deviations.find(({ kind }) => kind === "missing");
    expect(effect?.difference).toBeCloseTo(expected.difference ?? 0, 9);
    expect(effect?.interval?.low).toBeCloseTo(expected.interval?.low ?? 0, 9);
    expect(effect?.interval?.high).toBeLessThan(-25);
    expect((effect?.affected.missing ?? 0) + (effect?.others.missing ?? 0)).toBe(1);
    // That payments failed changed nothing in what they spent.
    expect(found?.deviations.find(({ kind }) => kind === "failed")?.adjustedPValue).toBeGreaterThan(0.01);
  });
  test("true or false: shares, and any deviation against none", () => {
    const bought = conformance(log, journey, { outcome: (id) => of(id).spent > 95 }).outcome;
    const share = (deviates: boolean) =>
      rate(
        customers.filter(({ confirmed, failed }) => (!confirmed || failed) === deviates).map(({ spent }) => spent > 95),
      );
    expect(bought?.affected.value).toBeCloseTo(share(true).value ?? 0, 12);
    expect(bought?.others).toMatchObject({ n: share(false).n, interval: share(false).interval });
    expect(bought?.pValue).toBeLessThan(1e-6);
  });
  test("nothing known is nothing told; an outcome that is neither number nor yes or no is an error", () => {
    expect(conformance(log, journey, { outcome: () => null }).outcome).toMatchObject({
      difference: null,
      pValue: null,
    });
    const wrong = (value: unknown) => () => conformance(log, journey, { outcome: () => value as number });
    expect(wrong("yes")).toThrowError(/outcome/);
    expect(wrong(Number.POSITIVE_INFINITY)).toThrowError(/outcome/);
    expect(() => conformance(log, journey, { outcome: (id) => (id === "c0" ? 1 : true) })).toThrowError(/outcome/);
    expect(() => conformance(log, journey, { by: "segment" as never })).toThrowError(/a function/);
    expect(() => conformance(log, journey, { by: () => ({}) as never })).toThrowError(/by requires/);
  });
});
