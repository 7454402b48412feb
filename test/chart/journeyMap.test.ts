import { allOf, csatMetric, emotionCurve, groupBy, type Journey, journeyMap, measure, npsMetric } from "cxkit";
import { describe, expect, test } from "vitest";
import { markupFaults } from "./markupFaults.js";
import { emotion, estimate, gaps, journey, persona, reach, results } from "./mealKit.js";

const everything = { gaps, results, emotion, persona, reach };
const page = journeyMap(journey, everything);
const svg = journeyMap(journey, { ...everything, format: "svg" });
/** The text of a page as a reader meets it, without tags. */
const textOf = (markup: string): string =>
  markup
    .replace(/<style>[^<]*<\/style>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .replaceAll("&amp;", "&");
const table = (heading: string): string => page.split(`<h2>${heading}</h2>`)[1]?.split("</section>")[0] ?? "";
const bare: Journey = { id: "new", name: "A new journey", state: "as-is", stages: [] };

describe("the page", () => {
  test("is one HTML document that stands on its own", () => {
    expect(page.startsWith('<!doctype html>\n<html lang="en">')).toBe(true);
    expect(page.replaceAll('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
      /https?:|\/\/|@import|url\(|src=|<link|<script|javascript:/,
    );
    expect(page).toContain(`content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"`);
    expect(page).not.toMatch(/ style="| on[a-z]+="/);
  });
  test("is well-formed, so that no browser has to guess", () => {
    expect(markupFaults(page.replace("<!doctype html>", "").replace(/<style>[^<]*<\/style>/, ""))).toEqual([]);
  });
  test("names every stage with its goal and phase, every touchpoint with its owner, channels, pain points and opportunities", () => {
    const text = textOf(table("Stage by stage"));
    for (const { name, goal, phase, touchpoints } of journey.stages) {
      for (const word of [name, goal, phase]) if (word !== undefined) expect(text).toContain(word);
      for (const touchpoint of touchpoints) {
        expect(text).toContain(touchpoint.name);
        expect(text).toContain(touchpoint.owner ?? "");
        for (const note of [...(touchpoint.painPoints ?? []), ...(touchpoint.opportunities ?? [])])
          expect(text).toContain(note);
      }
    }
    expect(text).toContain("Product · app, web");
    expect(text).toContain("backstage · Fulfilment");
  });
  test("says in one line what it holds, and when it was last checked", () => {
    expect(textOf(page)).toContain(
      "The journey as designed (to-be): 3 stages, 5 touchpoints, 1 moment of truth, 3 gaps; last checked against evidence 2025-09-30.",
    );
  });
  test("introduces the persona, or each of several", () => {
    expect(textOf(page)).toContain("Ane, the busy parent Cooks five evenings a week. Goals Dinner at half past five");
    const second = { ...persona, id: "b", name: "Bo, who cooks alone" };
    expect(journeyMap(journey, { persona: [persona, second] })).toContain("Bo, who cooks alone");
    expect(journeyMap(journey)).not.toContain('class="persona"');
  });
  test("lists the gaps with rank, place, customers, effect and remedy", () => {
    const text = textOf(table("Gaps"));
    expect(text).toContain(
      "1 Experience Customers rate the delivery at 52 of 100, 23 under what is promised. 2.2 Receives the box",
    );
    expect(text).toContain("318 of 1,204 (26 %) 95 % interval 24 to 29 %; about 1,340 in all");
    expect(text).toContain("NPS −18 (−25 to −11) against the others −6 (n 318) against +12 (n 886)");
    expect(text).toContain("0.47 Redesign it");
  });
  test("puts an event that the design does not know beside the map, not on it", () => {
    expect(textOf(table("Gaps"))).toContain(
      "2 Unplanned touchpoint 164 customers called to ask where their box was. Not on the map call_where_is_my_box",
    );
    expect(textOf(svg)).toContain("Not on the map");
    expect(textOf(svg)).toContain("“call_where_is_my_box”");
    expect(journeyMap(journey, { gaps: [], format: "svg" })).not.toContain("Not on the map");
  });
  test("puts a gap without customers down as nobody observed, not as 0 %", () => {
    expect(textOf(table("Gaps"))).toContain(
      "3 Uncovered stage Nobody is asked about this stage. 3 Leave no customers observed",
    );
  });
  test("prints NPS in points and satisfaction in percent, each with its interval and n", () => {
    const text = textOf(table("KPIs"));
    expect(text).toContain("1 Order +32 +21 to +43, n 412 84 % 80 to 88 %, n 412");
    expect(text).toContain("2.2 Receives the box −21 −27 to −16, n 1,204 not measured");
    expect(textOf(svg)).toContain("+32 +21 to +43 · n 412");
    expect(textOf(svg)).toContain("84 % 80 to 88 % · n 412");
  });
  test("prints an estimate without a value as no answers, and a place that was not asked about as not measured", () => {
    expect(textOf(table("KPIs"))).toContain("2 Delivery no answers n 0 no answers n 0");
    expect(textOf(svg)).toContain("no answers");
    expect(textOf(svg)).toContain("not measured");
  });
  test("keeps answers that name no stage", () => {
    expect(textOf(table("KPIs"))).toContain("Not on the map No stage named +3 n 12");
    expect(textOf(svg)).toContain("No stage named NPS +3, n 12");
  });
  test("puts the KPIs of one place together, from however many lists they come", () => {
    const [order, ...others] = results;
    const effort = { key: "order", result: { Effort: estimate("ces", "value", 5.6, 9) } };
    const text = textOf(journeyMap(journey, { results: [...(order === undefined ? [] : [order]), effort, ...others] }));
    expect(text).toContain("1 Order +32 +21 to +43, n 412 84 % 80 to 88 %, n 412 5.60 n 9");
  });
  test("prints shares in percent and other KPIs as they are", () => {
    const text = textOf(
      journeyMap(journey, {
        results: [
          {
            key: "order",
            result: {
              Solved: estimate("fcr", "share", 0.263, 80, [0.2, 0.34]),
              Effort: estimate("ces", "value", 5.618, 80, [5.4, 5.9]),
            },
          },
        ],
      }),
    );
    expect(text).toContain("26 % 20 to 34 %, n 80");
    expect(text).toContain("5.62 5.40 to 5.90, n 80");
  });
  test("says what was felt against what was designed", () => {
    expect(textOf(table("Stage by stage"))).toContain("Emotion: designed +2.0, felt +1.6 (+1.3 to +1.8), n 320");
    expect(textOf(svg)).toContain("+1.6");
  });
  test("takes what the metrics and the emotion curve give, as they are", () => {
    const feedback = [9, 10, 3].map((score) => ({ kind: "nps" as const, stage: "order", touchpoint: "menu", score }));
    const score = (row: (typeof feedback)[number]): number => row.score;
    const kpis = allOf({ NPS: npsMetric(score), Satisfied: csatMetric(score, { scale: [0, 10] }) });
    const measured = measure(
      feedback,
      groupBy((row) => row.stage, kpis),
    );
    const text = textOf(journeyMap(journey, { results: measured, emotion: emotionCurve(journey, feedback).points }));
    expect(text).toContain("1 Order +33");
    expect(text).toMatch(/Browses the menu Product · app, web Emotion: designed \+2\.0, felt [+−]\d/);
  });
  test("shows as many gaps as asked for, the first of the list, and counts the others", () => {
    const shorter = textOf(journeyMap(journey, { gaps, maximumGaps: 1 }));
    expect(shorter).toContain("The first 1 of 3.");
    expect(shorter).not.toContain("Unplanned touchpoint");
    expect(textOf(journeyMap(journey, { gaps, maximumGaps: 0 }))).toContain("3 gaps");
  });
  test("tells no gaps from gaps that nobody looked for", () => {
    expect(textOf(journeyMap(journey, { gaps: [] }))).toContain("No gap was found");
    expect(textOf(journeyMap(journey))).not.toMatch(/\bgaps?\b/i);
  });
  test("carries the title and the language that are asked for", () => {
    const other = journeyMap(journey, { title: "Middag fra en kasse", language: "nb-NO" });
    expect(other).toContain('<html lang="nb-NO">');
    expect(other).toContain("<h1>Middag fra en kasse</h1>");
  });
});

describe("the picture", () => {
  test("is an SVG document of its own with a name and a description", () => {
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
    expect(markupFaults(svg)).toEqual([]);
    expect(svg).toContain('role="img"');
    expect(svg).toContain(">Journey map: Dinner from a box</title>");
    expect(svg).toContain("Stage 2, Delivery: Follows the van, Receives the box. Stage 3, Leave: no touchpoints.");
  });
  test("draws a line of visibility only where something is behind the scenes", () => {
    expect(textOf(svg)).toContain("line of visibility");
    const open = { ...journey, stages: journey.stages.slice(1) };
    expect(textOf(journeyMap(open, { format: "svg" }))).not.toContain("visibility");
  });
  test("draws the emotion designed for as a dashed line, and a band only where emotions were measured", () => {
    expect(svg).toMatch(
      /<path d="M[^"]*C[^"]*" fill="none" stroke="#0b5fae" stroke-width="2" stroke-dasharray="6 4"\/>/,
    );
    const band = /<path d="M[^"]*C[^"]*L[^"]*Z" fill="#f6d9c6"\/>/;
    expect(svg).toMatch(band);
    expect(journeyMap(journey, { format: "svg" })).not.toContain('fill="#f6d9c6"');
  });
  test("draws a bar as tall as the share of customers who came, and none where nobody counted", () => {
    const bars = [...svg.matchAll(/width="18" height="([\d.]+)" fill="#0b5fae"/g)].map(([, height]) => Number(height));
    expect(bars).toHaveLength(reach.length);
    expect(bars[1]).toBeCloseTo(0.75 * 44, 1);
    expect(bars[2]).toBe(0);
    expect(textOf(svg)).toContain("share who came");
    expect(textOf(journeyMap(journey, { format: "svg" }))).not.toContain("share who came");
  });
  test("says in the text below how many came", () => {
    expect(textOf(page)).toContain("903 of 1,204 customers came (75 %, 95 % interval 72 to 77 %), in 951 visits");
  });
  test("marks a touchpoint with the ranks of its gaps", () => {
    const door = svg.split("2.2</text>").slice(1).join("");
    expect(door.slice(0, 900)).toMatch(/<rect[^>]*fill="#8f1a4a"\/><text[^>]*>1<\/text>/);
  });
  test("leaves out the rows for which there is nothing to show", () => {
    const sketch: Journey = { ...bare, stages: [{ id: "a", name: "Before", touchpoints: [] }] };
    const text = textOf(journeyMap(sketch, { format: "svg" }));
    expect(text).toContain("No touchpoints");
    expect(text).not.toMatch(/Channels|Emotion|Pain points|Gaps|goal/);
  });
  test("says so where the journey has no stages", () => {
    expect(textOf(journeyMap(bare, { format: "svg" }))).toContain("This journey has no stages yet.");
    expect(textOf(journeyMap(bare, { gaps }))).toContain("call_where_is_my_box");
  });
  test("keeps the whole of a name that it cuts, as a tooltip", () => {
    const name = `Reads ${"the terms and conditions ".repeat(8).trim()}`;
    const long = journeyMap(
      { ...bare, stages: [{ id: "a", name: "A", touchpoints: [{ id: "t", name }] }] },
      { format: "svg" },
    );
    expect(long).toContain(`<title>${name}</title>`);
    expect(long).toContain("…</text>");
  });
  test("has ids that are the same in every run and differ from those of any other map", () => {
    const idsOf = (markup: string): string[] => [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? "");
    const maps = [
      page,
      svg,
      journeyMap(journey),
      journeyMap({ ...journey, id: "meal kit" }),
      journeyMap(journey, { title: "Another" }),
    ];
    const ids = maps.flatMap(idsOf);
    expect(new Set(ids).size).toBe(ids.length);
    expect(idsOf(journeyMap(journey, everything))).toEqual(idsOf(page));
    for (const id of ids) expect(id).toMatch(/^journey-map-[A-Za-z0-9-]+$/);
    for (const [, target] of page.matchAll(/(?:href="#|aria-labelledby="|aria-describedby=")([^"]*)"/g))
      expect(idsOf(page)).toContain(target);
  });
});

describe("a mistake in the call", () => {
  test.each([
    ["an unknown option", { gap: [] }],
    ["an unknown format", { format: "pdf" }],
    ["half a gap", { maximumGaps: 1.5 }],
    ["fewer gaps than none", { maximumGaps: -1 }],
    ["a language that is no tag", { language: '"><script>' }],
  ])("%s is refused as an invalid option", (_, options) => {
    // The types forbid these calls; JavaScript does not.
    expect(() => journeyMap(journey, options as object)).toThrow(expect.objectContaining({ code: "invalid-option" }));
  });
  test.each([3, -2.1, Number.NaN])("an emotion of %s is refused as an invalid definition", (level) => {
    const stages = [{ id: "a", name: "A", touchpoints: [{ id: "t", name: "T", emotion: level }] }];
    expect(() => journeyMap({ ...bare, stages })).toThrow(expect.objectContaining({ code: "invalid-definition" }));
  });
});
