import type { Stage } from "../../model/stage.js";
import type { Touchpoint, TouchpointLayer } from "../../model/touchpoint.js";
import type { GapKind, Remedy } from "../gaps/gap.js";
import type { ChangeDirection, ChangeFacts, FieldValue } from "./journeyChange.js";

interface Place {
  readonly stage: Stage;
  readonly touchpoint: Touchpoint;
}

/** One field that two versions of a touchpoint are compared by. */
interface ComparedField {
  readonly field: string;
  readonly kind: GapKind;
  readonly read: (touchpoint: Touchpoint) => FieldValue;
  /** What it is called in a sentence. */
  readonly words: string;
  readonly remedy: Remedy;
  /** Of numbers, whether less is asked for more. */
  readonly lessIsMore?: boolean;
}

const fields: readonly ComparedField[] = [
  {
    field: "withinSeconds",
    kind: "delay",
    read: (t) => t.withinSeconds ?? null,
    words: "the time in which it must come",
    remedy: "automate",
    lessIsMore: true,
  },
  {
    field: "expected.waitSeconds",
    kind: "delay",
    read: (t) => t.expected?.waitSeconds ?? null,
    words: "the longest wait promised",
    remedy: "automate",
    lessIsMore: true,
  },
  {
    field: "expected.satisfaction",
    kind: "experience",
    read: (t) => t.expected?.satisfaction ?? null,
    words: "the satisfaction promised",
    remedy: "redesign",
  },
  {
    field: "expected.success",
    kind: "failed-touchpoint",
    read: (t) => t.expected?.success ?? null,
    words: "the share of visits that succeed",
    remedy: "redesign",
  },
  {
    field: "emotion",
    kind: "low-emotion",
    read: (t) => t.emotion ?? null,
    words: "the emotion it is to leave",
    remedy: "redesign",
  },
  {
    field: "repeatable",
    kind: "rework",
    read: (t) => t.repeatable ?? false,
    words: "whether customers may come again",
    remedy: "redesign",
  },
  { field: "owner", kind: "unowned", read: (t) => t.owner ?? null, words: "who answers for it", remedy: "assign" },
];

const depth: Readonly<Record<TouchpointLayer, number>> = { frontstage: 0, backstage: 1, support: 2 };
const shown = (value: FieldValue): string =>
  value === null ? "nothing" : Array.isArray(value) ? value.join(", ") || "nothing" : String(value);

function directionOf(before: FieldValue, after: FieldValue, lessIsMore: boolean): ChangeDirection {
  if (before === null) return "added";
  if (after === null) return "removed";
  if (typeof before !== "number" || typeof after !== "number") return "changed";
  return after > before === lessIsMore ? "lowered" : "raised";
}

/** What has been added to a list and taken from it; null where both hold the same, in whatever order. */
function listChange(before: readonly string[], after: readonly string[]): { added: number; removed: number } | null {
  const added = after.filter((item) => !before.includes(item)).length;
  const removed = before.filter((item) => !after.includes(item)).length;
  return added + removed === 0 ? null : { added, removed };
}

const channelsOf = ({ channel = [] }: Touchpoint): readonly string[] =>
  typeof channel === "string" ? [channel] : channel;

/** What differs between a touchpoint of one journey and the same of another. */
export function touchpointChanges(old: Place, { stage, touchpoint }: Place, moved: boolean): ChangeFacts[] {
  const at = { stage: stage.id, touchpoint: touchpoint.id };
  const name = `“${touchpoint.name}”`;
  const changes: ChangeFacts[] = [];
  const add = (
    kind: GapKind,
    field: string,
    values: readonly [FieldValue, FieldValue],
    direction: ChangeDirection,
    remedy: Remedy,
    words: string,
  ): void => {
    const [before, after] = values;
    const explanation = `${name}: ${words} is ${shown(after)}, and was ${shown(before)}.`;
    changes.push({ ...at, kind, field, before, after, direction, remedy, explanation });
  };
  for (const { field, kind, read, words, remedy, lessIsMore = false } of fields) {
    const [before, after] = [read(old.touchpoint), read(touchpoint)];
    if (before !== after) add(kind, field, [before, after], directionOf(before, after, lessIsMore), remedy, words);
  }
  const [wasOptional, isOptional] = [old.touchpoint.optional ?? false, touchpoint.optional ?? false];
  if (wasOptional !== isOptional) {
    const kind = isOptional ? "unplanned-touchpoint" : "missing-touchpoint";
    const direction = isOptional ? "lowered" : "raised";
    add(
      kind,
      "optional",
      [wasOptional, isOptional],
      direction,
      isOptional ? "redesign" : "automate",
      "whether it is optional",
    );
  }
  const [wasLayer, isLayer] = [old.touchpoint.layer ?? "frontstage", touchpoint.layer ?? "frontstage"];
  if (wasLayer !== isLayer) {
    const deeper = depth[isLayer] > depth[wasLayer];
    const kind = deeper ? "unplanned-touchpoint" : "missing-touchpoint";
    add(kind, "layer", [wasLayer, isLayer], deeper ? "lowered" : "raised", deeper ? "automate" : "add", "its layer");
  }
  const [wasOn, isOn] = [channelsOf(old.touchpoint), channelsOf(touchpoint)];
  const channels = listChange(wasOn, isOn);
  if (channels !== null) {
    const direction = channels.removed === 0 ? "raised" : channels.added === 0 ? "lowered" : "changed";
    const remedy = direction === "raised" ? "add" : direction === "lowered" ? "remove" : "redesign";
    add("channel-break", "channel", [wasOn, isOn], direction, remedy, "where it is offered");
  }
  const [pains, left] = [old.touchpoint.painPoints ?? [], touchpoint.painPoints ?? []];
  const pain = listChange(pains, left);
  if (pain !== null) {
    const direction = pain.added === 0 ? "raised" : pain.removed === 0 ? "lowered" : "changed";
    add("experience", "painPoints", [pains, left], direction, "redesign", "what pains");
  }
  if (old.stage.id !== stage.id) {
    add("out-of-order", "stageOf", [old.stage.id, stage.id], "changed", "redesign", "its stage");
  } else if (moved) {
    const placeIn = (place: Place): number => place.stage.touchpoints.indexOf(place.touchpoint) + 1;
    const places = [placeIn(old), placeIn({ stage, touchpoint })] as const;
    add("out-of-order", "position", places, "changed", "redesign", "its place in the stage");
  }
  return changes;
}
