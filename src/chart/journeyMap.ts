import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import type { TouchpointReach } from "../journey/discovery/touchpointReach.js";
import type { Gap } from "../journey/gaps/gap.js";
import type { EmotionPoint } from "../journey/moments/emotionCurve.js";
import type { Estimate } from "../metric/estimate.js";
import type { Group } from "../metric/group.js";
import { checkJourney } from "../model/checkJourney.js";
import type { Journey } from "../model/journey.js";
import type { Persona } from "../model/persona.js";
import { journeyMapPage } from "./journeyMapPage.js";
import { journeyMapSvg } from "./journeyMapSvg.js";
import { mapContents } from "./mapContents.js";
import { renderMarkup } from "./markup.js";

/** Options of {@link journeyMap}. */
export interface JourneyMapOptions {
  /**
   * The gaps, in the order in which they are to be ranked: as `journeyGaps` and `prioritize` give them. Without this option
   * the map says nothing of gaps; with an empty list it says that there is none.
   */
  readonly gaps?: readonly Gap[];
  /**
   * The KPIs by stage, by touchpoint or by both: what `measure` gives for a `groupBy` over an `allOf`. The key of a group is
   * the id of a stage or of a touchpoint; other groups are listed as not on the map.
   */
  readonly results?: readonly Group<{ readonly [kpi: string]: Estimate }>[];
  /** The emotion felt, as in the `points` of `emotionCurve`. The designed one is read from the journey itself. */
  readonly emotion?: readonly EmotionPoint[];
  /** How many customers came to each touchpoint, as `touchpointReach` counts them in a log. */
  readonly reach?: readonly TouchpointReach[];
  /** The heading. @defaultValue the name of the journey */
  readonly title?: string;
  /** Whose journey it is. */
  readonly persona?: Persona | readonly Persona[];
  /** The most gaps to show, in the map and in the table; what is left out is counted. @defaultValue 25 */
  readonly maximumGaps?: number;
  /** A whole page, or the picture alone. @defaultValue "html" */
  readonly format?: "html" | "svg";
  /**
   * The language of the page as a BCP 47 tag, for screen readers and hyphenation. The library's own words are English
   * whatever it says. @defaultValue "en"
   */
  readonly language?: string;
}

const OPTIONS = ["gaps", "results", "emotion", "reach", "title", "persona", "maximumGaps", "format", "language"];

function check(journey: Journey, options: JourneyMapOptions): void {
  const { maximumGaps = 0, format = "html", language = "en" } = options;
  checkOptions("journeyMap", options, OPTIONS);
  checkChoice("format of journeyMap", format, ["html", "svg"]);
  checkJourney(journey);
  for (const field of ["id", "name"] as const) {
    if (typeof journey[field] !== "string") {
      throw new CxError(
        "invalid-definition",
        `journeyMap requires the journey to have ${/^i/.test(field) ? "an" : "a"} ${field}`,
        journey[field],
      );
    }
  }
  for (const list of ["gaps", "results", "emotion", "reach"] as const) {
    if (options[list] !== undefined && !Array.isArray(options[list])) {
      throw new CxError("invalid-option", `journeyMap requires ${list} to be a list`, options[list]);
    }
  }
  if (!Number.isInteger(maximumGaps) || maximumGaps < 0) {
    throw new CxError(
      "invalid-option",
      "journeyMap requires maximumGaps to be a whole number of 0 or more",
      maximumGaps,
    );
  }
  if (!/^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,8}$/.test(language)) {
    throw new CxError("invalid-option", "journeyMap requires language to be a tag such as en or pt-BR", language);
  }
  for (const { emotion = 0 } of journey.stages.flatMap(({ touchpoints }) => touchpoints)) {
    if (!(emotion >= -2 && emotion <= 2)) {
      throw new CxError(
        "invalid-definition",
        "journeyMap requires the emotion of a touchpoint to be from −2 to 2",
        emotion,
      );
    }
  }
}

/**
 * A journey map that can be put on a screen, sent by mail or printed and pinned on a wall: the stages as columns, and as
 * rows the customer's goals, the touchpoints (with a line of visibility where some are behind the scenes), how many customers came to
 * them, the channels, the
 * emotion designed for and felt, the KPIs with their intervals, the gaps by rank, pain points and opportunities. Rows for
 * which there is nothing to show are left out.
 *
 * The page needs nothing but itself: no script, no image, no font, no network, so it opens from a disk and under a strict
 * content policy. It prints on A3 in landscape. Everything in the picture stands below it as text and tables, uncut, and a
 * phone shows that first. The picture numbers stages and touchpoints (2.3 is the third touchpoint of the second stage) and
 * cuts long names with an ellipsis; the whole name is its tooltip. All text that comes from you is escaped.
 *
 * NPS is printed in points ("+32"), percentages and shares in percent ("84 %"), other KPIs with up to two decimals; an
 * estimate without a value reads "no answers". The order of the gaps is their rank.
 *
 * @param journey The journey. An emotion of a touchpoint is from −2 to 2.
 * @param options What goes on the map, and how.
 * @returns An HTML document, or an SVG document with `format: "svg"`. The same input always gives the same text.
 * @throws A {@link CxError} `invalid-option` for an unknown option, a `maximumGaps` that is no count, an unknown format or a
 * language that is no tag.
 * @throws A {@link CxError} `invalid-definition` for a touchpoint whose emotion is not from −2 to 2.
 *
 * @example
 * ```ts
 * import { journeyMap } from "cxkit";
 *
 * const journey = {
 *   id: "meal-kit", name: "Meal kit", state: "to-be" as const,
 *   stages: [
 *     { id: "order", name: "Order", touchpoints: [{ id: "menu", name: "Choose the menu", emotion: 1 }] },
 *     { id: "cook", name: "Cook", goal: "A good dinner in half an hour", touchpoints: [] },
 *   ],
 * };
 * const page = journeyMap(journey);
 * page.startsWith("<!doctype html>"); // => true
 * page.includes("A good dinner in half an hour"); // => true
 * const svg = journeyMap({ ...journey, name: "Fish & chips" }, { format: "svg" });
 * svg.startsWith("<svg"); // => true
 * svg.includes("Fish &amp; chips"); // => true
 * ```
 *
 * @see L. G. Shostack, "Designing Services That Deliver", Harvard Business Review, January 1984: the line of visibility.
 */
export function journeyMap(journey: Journey, options: JourneyMapOptions = {}): string {
  check(journey, options);
  const {
    gaps,
    results = [],
    emotion = [],
    reach = [],
    title = journey.name,
    persona = [],
    maximumGaps = 25,
  } = options;
  // Array.isArray does not narrow a readonly array, so the other way round.
  const personas: readonly Persona[] = "id" in persona ? [persona] : persona;
  const contents = mapContents(journey, { gaps, results, emotion, reach, title, personas, maximumGaps });
  return options.format === "svg"
    ? `${renderMarkup(journeyMapSvg(contents, true).svg)}\n`
    : journeyMapPage(contents, options.language ?? "en");
}
