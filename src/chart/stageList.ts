import { estimateInWords } from "./estimateInWords.js";
import { formatCount, formatEmotion, formatEstimate, formatInterval } from "./formatEstimate.js";
import { gapInWords } from "./gapInWords.js";
import type { MapEstimate, MapGap, MapStage, MapTouchpoint } from "./mapContents.js";
import { element, type Markup } from "./markup.js";

const LAYERS = { frontstage: null, backstage: "backstage", support: "support" } as const;

const estimateItems = (estimates: readonly MapEstimate[]): Markup[] =>
  estimates.map(({ kpi, estimate }) => element("li", {}, `${kpi}: ${estimateInWords(estimate)}`));

const gapItems = (gaps: readonly MapGap[]): Markup[] =>
  gaps.map(({ rank, gap }) => {
    const { title, customers } = gapInWords(gap);
    return element("li", {}, element("span", { class: "rank" }, `${rank}`), ` ${title}: ${customers}`);
  });

/** The emotion designed for and felt: "Emotion: designed +1, felt −0.4 (−0.9 to +0.1), n 214". */
function emotionItem({ touchpoint, felt }: MapTouchpoint): Markup | null {
  const parts = [
    touchpoint.emotion === undefined ? null : `designed ${formatEmotion(touchpoint.emotion)}`,
    felt === null || felt.value === null
      ? null
      : `felt ${formatEmotion(felt.value)}${felt.interval === null ? "" : ` (${formatEmotion(felt.interval.low)} to ${formatEmotion(felt.interval.high)})`}, n ${formatCount(felt.n)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : element("li", {}, `Emotion: ${parts.join(", ")}`);
}

/** Who came: "1,342 of 2,000 customers came (67 %, 95 % interval 65 to 69 %), in 1,508 visits". */
function reachItem({ reach }: MapTouchpoint): Markup | null {
  if (reach === null || reach.share === null || reach.interval === null) return null;
  const { customers, of, visits, share, interval } = reach;
  const range = `${formatCount(interval.level * 100)} % interval ${formatInterval(interval, "share")}`;
  return element(
    "li",
    {},
    `${formatCount(customers)} of ${formatCount(of)} customers came (${formatEstimate(share, "share")}, ${range}), in ${formatCount(visits)} visits`,
  );
}

function touchpointItem(placed: MapTouchpoint): Markup {
  const { number, touchpoint, layer, channels, estimates, gaps } = placed;
  const facts = [
    touchpoint.momentOfTruth === true ? "moment of truth" : null,
    touchpoint.optional === true ? "optional" : null,
    LAYERS[layer],
    touchpoint.owner ?? null,
    channels.length === 0 ? null : channels.join(", "),
  ].filter((fact) => fact !== null);
  return element(
    "li",
    {},
    element("h4", {}, element("span", { class: "number" }, number), element("bdi", {}, touchpoint.name)),
    facts.length === 0 ? null : element("p", { class: "small" }, facts.join(" · ")),
    element(
      "ul",
      { class: "facts" },
      reachItem(placed),
      emotionItem(placed),
      estimateItems(estimates),
      (touchpoint.painPoints ?? []).map((text) => element("li", { class: "pain" }, text)),
      (touchpoint.opportunities ?? []).map((text) => element("li", { class: "chance" }, text)),
      gapItems(gaps),
    ),
  );
}

function stageSection({ number, stage, phase, touchpoints, estimates, gaps }: MapStage): Markup {
  const ofStage = gaps.filter((gap) => gap.number === number);
  return element(
    "li",
    { class: "stage" },
    phase === null ? null : element("p", { class: "small" }, phase),
    element("h3", {}, element("span", { class: "number" }, number), element("bdi", {}, stage.name)),
    stage.goal === undefined ? null : element("p", { class: "goal" }, stage.goal),
    element("ul", { class: "facts" }, estimateItems(estimates), gapItems(ofStage)),
    touchpoints.length === 0
      ? element("p", { class: "small" }, "No touchpoints")
      : element("ol", { class: "touchpoints" }, touchpoints.map(touchpointItem)),
  );
}

/**
 * The map as a list to read: every stage with its touchpoints and all that is known about them, nothing cut.
 *
 * @param stages The stages.
 * @returns The list.
 */
export function stageList(stages: readonly MapStage[]): Markup {
  return element("ol", { class: "list" }, stages.map(stageSection));
}
