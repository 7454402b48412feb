import { CxError } from "../../error/cxError.js";
import { checkJourney } from "../../model/checkJourney.js";
import type { Journey } from "../../model/journey.js";
import type { Degree, Stakeholder } from "../../model/stakeholder.js";

/** Who answers for a touchpoint. */
export interface TouchpointResponsibility {
  readonly stage: string;
  readonly touchpoint: string;
  readonly name: string;
  readonly momentOfTruth: boolean;
  /** The owner as the map has it; null where it has none. */
  readonly owner: string | null;
  /** The id of the stakeholder that is the owner, by id or by name; null where none is. */
  readonly accountable: string | null;
  /** The ids of the stakeholders that say they answer for it, in their order; the owner among them where it does. */
  readonly responsible: readonly string[];
  /**
   * `clear`: one stakeholder answers for it. `overlap`: several do, of whom the owner, where the map has one, is accountable.
   * `orphan`: nobody does. `unknown-owner`: the map names an owner that no stakeholder is.
   */
  readonly status: "clear" | "overlap" | "orphan" | "unknown-owner";
}

/** What a stakeholder answers for. */
export interface StakeholderResponsibility {
  readonly stakeholder: string;
  readonly name: string;
  readonly interest: Degree | null;
  readonly influence: Degree | null;
  /** The ids of the touchpoints of the journey that it owns or says it answers for, in the order of the journey. */
  readonly touchpoints: readonly string[];
  /** The ids of the stages that these are in. */
  readonly stages: readonly string[];
  /** How many of them are moments of truth. */
  readonly momentsOfTruth: number;
  /** Touchpoints that it says it answers for and that the journey does not have: misspelt, or of another journey. */
  readonly elsewhere: readonly string[];
  /** Whether it answers for a moment of truth with low influence. */
  readonly powerless: boolean;
}

/** A place where who answers for the customer changes. */
export interface Handover {
  readonly from: string;
  readonly to: string;
  /** Who answers for the one and for the other: ids of stakeholders, or owners that no stakeholder is. */
  readonly between: readonly [string, string];
}

/** Who answers for what in a journey. */
export interface Responsibilities {
  readonly touchpoints: readonly TouchpointResponsibility[];
  readonly stakeholders: readonly StakeholderResponsibility[];
  /** The ids of touchpoints for which nobody answers. */
  readonly orphans: readonly string[];
  /** The ids of touchpoints for which several answer. */
  readonly overlaps: readonly string[];
  /** Owners in the map that no stakeholder is, each once. */
  readonly unknownOwners: readonly string[];
  /** From one touchpoint to the next in the order of the map, where the one who answers is another; none between alternatives. */
  readonly handovers: readonly Handover[];
}

function checkStakeholders(stakeholders: Iterable<Stakeholder>): Stakeholder[] {
  if (typeof stakeholders?.[Symbol.iterator] !== "function") {
    throw new CxError("invalid-option", "responsibilities requires a list of stakeholders", stakeholders);
  }
  const list = Array.from(stakeholders);
  const ids = new Set<string>();
  list.forEach((stakeholder, row) => {
    const { id, touchpoints = [] } = stakeholder ?? {};
    if (typeof id !== "string" || id === "" || ids.has(id)) {
      throw new CxError(
        "invalid-value",
        "responsibilities requires each stakeholder to have an id of its own",
        id,
        row,
      );
    }
    if (!Array.isArray(touchpoints)) {
      throw new CxError("invalid-value", "responsibilities requires touchpoints to be a list of ids", touchpoints, row);
    }
    ids.add(id);
  });
  return list;
}

/**
 * Who answers for what in a journey, and where nobody or too many do: the owners in the map held against what the stakeholders say.
 *
 * The owner of a touchpoint is accountable for it (the A of a RACI chart), the stakeholders that list it are responsible (R); who is
 * consulted or informed, no record says. An owner is the stakeholder of that id, or else of that name, whatever its case.
 *
 * @param journey The design.
 * @param stakeholders Departments or roles; each with the ids of the touchpoints it answers for.
 * @returns Both views, what is not clear, and where the customer is handed over, as plain data.
 * @throws A {@link CxError} `invalid-definition` when the journey contradicts itself, `invalid-value` when a stakeholder has no id of
 * its own (with its index).
 *
 * @example
 * ```ts
 * import { responsibilities } from "cxkit";
 *
 * const touchpoints = [
 *   { id: "order", name: "Ordering", owner: "Shop" },
 *   { id: "pay", name: "Paying" },
 *   { id: "box", name: "The box", owner: "Logistics" },
 * ];
 * const stakeholders = [
 *   { id: "shop", name: "Shop", touchpoints: ["order"] },
 *   { id: "logistics", name: "Logistics" },
 * ];
 * const found = responsibilities({ stages: [{ id: "buy", name: "Buying", touchpoints }] }, stakeholders);
 * found.orphans; // => ["pay"]
 * found.stakeholders.map(({ name, touchpoints }) => [name, touchpoints]); // => [["Shop", ["order"]], ["Logistics", ["box"]]]
 * ```
 */
export function responsibilities(
  journey: Pick<Journey, "stages">,
  stakeholders: Iterable<Stakeholder>,
): Responsibilities {
  checkJourney(journey);
  const list = checkStakeholders(stakeholders);
  const folded = (text: string): string => text.trim().toLowerCase();
  const byName = new Map(list.toReversed().map(({ id, name }) => [folded(name ?? id), id]));
  const byId = new Map(list.map(({ id }) => [id, id]));

  const touchpoints = journey.stages.flatMap((stage) =>
    stage.touchpoints.map(({ id, name, owner: written = "", momentOfTruth }): TouchpointResponsibility => {
      const owner = written.trim() === "" ? undefined : written;
      const accountable = owner === undefined ? null : (byId.get(owner) ?? byName.get(folded(owner)) ?? null);
      const responsible = list.filter((one) => one.touchpoints?.includes(id)).map((one) => one.id);
      const answering = new Set([...responsible, ...(accountable === null ? [] : [accountable])]).size;
      let status: TouchpointResponsibility["status"] = answering === 1 ? "clear" : "overlap";
      if (owner !== undefined && accountable === null) status = "unknown-owner";
      else if (answering === 0) status = "orphan";
      return {
        stage: stage.id,
        touchpoint: id,
        name,
        momentOfTruth: momentOfTruth === true,
        owner: owner ?? null,
        accountable,
        responsible,
        status,
      };
    }),
  );
  const known = new Set(touchpoints.map(({ touchpoint }) => touchpoint));
  const answering = ({ accountable, owner, responsible, status }: TouchpointResponsibility): string | null =>
    accountable ?? owner ?? (status === "clear" ? (responsible[0] ?? null) : null);
  const handovers = touchpoints.slice(1).flatMap((to, before) => {
    const from = touchpoints[before] as TouchpointResponsibility;
    const [first, second] = [answering(from), answering(to)];
    const stage = journey.stages.find(({ id }) => id === to.stage);
    // Of alternatives a customer takes one.
    const between = from.stage === to.stage && stage?.flow === "alternatives";
    if (between || first === null || second === null || first === second) return [];
    return [{ from: from.touchpoint, to: to.touchpoint, between: [first, second] as const }];
  });
  const having = (wanted: TouchpointResponsibility["status"]): string[] =>
    touchpoints.filter(({ status }) => status === wanted).map(({ touchpoint }) => touchpoint);
  return {
    touchpoints,
    stakeholders: list.map(({ id, name, interest = null, influence = null, touchpoints: claimed = [] }) => {
      const mine = touchpoints.filter(({ accountable, responsible }) => accountable === id || responsible.includes(id));
      const momentsOfTruth = mine.filter(({ momentOfTruth }) => momentOfTruth).length;
      return {
        stakeholder: id,
        name: name ?? id,
        interest,
        influence,
        touchpoints: mine.map(({ touchpoint }) => touchpoint),
        stages: [...new Set(mine.map(({ stage }) => stage))],
        momentsOfTruth,
        elsewhere: claimed.filter((touchpoint) => !known.has(touchpoint)),
        powerless: influence === "low" && momentsOfTruth > 0,
      };
    }),
    orphans: having("orphan"),
    overlaps: having("overlap"),
    unknownOwners: [
      ...new Set(
        touchpoints.flatMap(({ owner, accountable }) => (owner !== null && accountable === null ? [owner] : [])),
      ),
    ],
    handovers,
  };
}
