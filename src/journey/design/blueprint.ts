import type { CxError } from "../../error/cxError.js";
import { checkJourney } from "../../model/checkJourney.js";
import type { Journey } from "../../model/journey.js";
import type { StageFlow } from "../../model/stage.js";
import type { Touchpoint, TouchpointLayer } from "../../model/touchpoint.js";

/** A line of a service blueprint: where the customer meets the company, what they can see of it, and where its parts meet. */
export type BlueprintLine = "interaction" | "visibility" | "internal-interaction";

/** A touchpoint as a blueprint has it. */
export interface BlueprintStep {
  readonly stage: string;
  readonly touchpoint: string;
  readonly name: string;
  readonly layer: TouchpointLayer;
  /** The channels that it is offered on: the physical evidence of the step. */
  readonly channels: readonly string[];
  readonly owner: string | null;
  readonly optional: boolean;
  /** Where it is known to fail: it has pain points, or success is promised for less than all visits. */
  readonly failPoint: boolean;
  /** Where customers wait: it must come within a time, or a longest wait is promised. */
  readonly waitPoint: boolean;
}

/** One step leading to another. */
export interface BlueprintLink {
  /** The id of the touchpoint. */
  readonly from: string;
  readonly to: string;
  /** The lines that it crosses: each is an interaction that somebody has to answer for. */
  readonly crosses: readonly BlueprintLine[];
  /** Whether the two have different owners, so that the customer, or the work, is handed over. */
  readonly handover: boolean;
}

/** A stage as a blueprint has it. */
export interface BlueprintStage {
  readonly stage: string;
  readonly name: string;
  /** What the customer wants to get done. */
  readonly goal: string | null;
  readonly flow: StageFlow;
  /** What the customer sees and does, from above the line of visibility. */
  readonly frontstage: readonly BlueprintStep[];
  readonly backstage: readonly BlueprintStep[];
  readonly support: readonly BlueprintStep[];
}

/** A service blueprint as plain data. */
export interface Blueprint {
  /** From top to bottom; between two of them runs a line. */
  readonly layers: readonly ["customer", "frontstage", "backstage", "support"];
  /** Below the layer of the same place. */
  readonly lines: readonly ["interaction", "visibility", "internal-interaction"];
  readonly stages: readonly BlueprintStage[];
  /** Each step with those that come right after it. */
  readonly links: readonly BlueprintLink[];
  /** How many links cross each line; every frontstage step is an interaction with the customer beside. */
  readonly crossings: Readonly<Record<BlueprintLine, number>>;
}

const depth: Readonly<Record<TouchpointLayer, number>> = { frontstage: 0, backstage: 1, support: 2 };
const between: readonly BlueprintLine[] = ["visibility", "internal-interaction"];

function stepOf(stage: string, touchpoint: Touchpoint): BlueprintStep {
  const { id, name, layer = "frontstage", channel = [], owner, optional, painPoints = [], expected } = touchpoint;
  return {
    stage,
    touchpoint: id,
    name,
    layer,
    channels: typeof channel === "string" ? [channel] : channel,
    owner: owner ?? null,
    optional: optional === true,
    failPoint: painPoints.length > 0 || (expected?.success ?? 1) < 1,
    waitPoint: touchpoint.withinSeconds !== undefined || expected?.waitSeconds !== undefined,
  };
}

function linkOf(from: BlueprintStep, to: BlueprintStep): BlueprintLink {
  const [upper, lower] = [depth[from.layer], depth[to.layer]].sort((a, b) => a - b);
  return {
    from: from.touchpoint,
    to: to.touchpoint,
    crosses: between.slice(upper, lower),
    handover: from.owner !== null && to.owner !== null && from.owner !== to.owner,
  };
}

/** Groups of steps that follow each other: each step of a sequence, or all of a stage in any order or of alternatives. */
function groupsOf(stages: Journey["stages"]): BlueprintStep[][] {
  return stages.flatMap(({ id, flow = "sequence", touchpoints }) => {
    const steps = touchpoints.map((touchpoint) => stepOf(id, touchpoint));
    return flow === "sequence" ? steps.map((step) => [step]) : steps.length === 0 ? [] : [steps];
  });
}

/**
 * A journey as a service blueprint: what customers do, what they meet (frontstage), what happens behind it (backstage) and what
 * supports that, stage by stage; with the lines between, the links that cross them, and where it fails or makes wait.
 *
 * Steps that follow each other are linked: in a sequence each with the next, otherwise every step of a stage with every step
 * before and after the stage. A link from frontstage to support crosses the line of visibility and that of internal interaction.
 *
 * @param journey The design; a touchpoint without a `layer` is frontstage.
 * @returns The blueprint, as plain data for a renderer of yours.
 * @throws A {@link CxError} `invalid-definition` when the journey contradicts itself.
 *
 * @example
 * ```ts
 * import { blueprint } from "cxkit";
 *
 * const touchpoints = [
 *   { id: "order", name: "Ordering", channel: "web", owner: "Shop" },
 *   { id: "pack", name: "Packing", layer: "support" as const, owner: "Warehouse" },
 *   { id: "box", name: "The box", owner: "Warehouse", painPoints: ["Too late"] },
 * ];
 * const { links, crossings, stages } = blueprint({ stages: [{ id: "get", name: "Getting it", touchpoints }] });
 * links[0]; // => { from: "order", to: "pack", crosses: ["visibility", "internal-interaction"], handover: true }
 * crossings; // => { interaction: 2, visibility: 2, "internal-interaction": 2 }
 * stages[0]?.frontstage.map(({ name, failPoint }) => [name, failPoint]); // => [["Ordering", false], ["The box", true]]
 * ```
 *
 * @see Bitner, Ostrom and Morgan (2008), California Management Review 50(3), 66–94.
 */
export function blueprint(journey: Pick<Journey, "stages">): Blueprint {
  checkJourney(journey);
  const groups = groupsOf(journey.stages);
  const links = groups
    .slice(1)
    .flatMap((group, before) => (groups[before] ?? []).flatMap((from) => group.map((to) => linkOf(from, to))));
  const steps = groups.flat();
  const crossing = (line: BlueprintLine): number => links.filter(({ crosses }) => crosses.includes(line)).length;
  return {
    layers: ["customer", "frontstage", "backstage", "support"],
    lines: ["interaction", "visibility", "internal-interaction"],
    stages: journey.stages.map(({ id, name, goal, flow = "sequence" }) => {
      const of = (layer: TouchpointLayer) => steps.filter((step) => step.stage === id && step.layer === layer);
      const layers = { frontstage: of("frontstage"), backstage: of("backstage"), support: of("support") };
      return { stage: id, name, goal: goal ?? null, flow, ...layers };
    }),
    links,
    crossings: {
      interaction: steps.filter(({ layer }) => layer === "frontstage").length,
      visibility: crossing("visibility"),
      "internal-interaction": crossing("internal-interaction"),
    },
  };
}
