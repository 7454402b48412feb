import { CxError } from "../error/cxError.js";
import type { Journey } from "./journey.js";
import type { Stage } from "./stage.js";
import type { Touchpoint } from "./touchpoint.js";

const flows = ["sequence", "any-order", "alternatives"];
const layers = ["frontstage", "backstage", "support"];

/** A value from a place where anything may stand: a journey that was written by hand or came out of a file. */
type Unchecked = { readonly [field: string]: unknown };

function requires(holds: boolean, where: string, requirement: string, received: unknown): void {
  if (!holds) throw new CxError("invalid-definition", `${where} requires ${requirement}`, received);
}

const isObject = (value: unknown): value is Unchecked => typeof value === "object" && value !== null;
const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
const isListOf = (value: unknown, holds: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(holds);

function checkTouchpoint(touchpoint: unknown, where: string): void {
  if (!isObject(touchpoint)) throw new CxError("invalid-definition", `${where} requires to be an object`, touchpoint);
  requires(isText(touchpoint["id"]), where, "an id", touchpoint["id"]);
  const named = `touchpoint ${JSON.stringify(touchpoint["id"])}`;
  requires(typeof touchpoint["name"] === "string", named, "a name", touchpoint["name"]);
  const { events, expected, withinSeconds, channel } = touchpoint as { [field: string]: unknown };
  requires(events === undefined || isListOf(events, isText), named, "events to be a list of names", events);
  for (const field of ["optional", "repeatable"]) {
    const flag = touchpoint[field];
    requires(flag === undefined || typeof flag === "boolean", named, `${field} to be true or false`, flag);
  }
  const isTime = typeof withinSeconds === "number" && withinSeconds >= 0;
  requires(withinSeconds === undefined || isTime, named, "withinSeconds of at least 0", withinSeconds);
  const isName = (name: unknown): boolean => typeof name === "string";
  const isChannel = channel === undefined || isName(channel) || isListOf(channel, isName);
  requires(isChannel, named, "channel to be a name or a list of names", channel);
  const { layer = "frontstage" } = touchpoint;
  requires(layers.includes(layer as string), named, `layer to be one of ${layers.join(", ")}`, layer);
  requires(expected === undefined || isObject(expected), named, "expected to be an object", expected);
  const satisfaction = isObject(expected) ? expected["satisfaction"] : undefined;
  requires(
    satisfaction === undefined || (typeof satisfaction === "number" && satisfaction >= 0 && satisfaction <= 100),
    named,
    "expected.satisfaction from 0 to 100",
    satisfaction,
  );
}

/**
 * Checks all of a journey that functions rest on, and throws `invalid-definition` where it contradicts itself, naming the
 * stage or touchpoint. The schema in `cxkit/schema` checks more, and needs zod.
 */
export function checkJourney(journey: Pick<Journey, "stages">): void {
  requires(isObject(journey) && Array.isArray(journey.stages), "a journey", "stages, a list", journey?.stages);
  const stageIds = new Set<string>();
  const touchpointIds = new Set<string>();
  const touchpointOfEvent = new Map<string, string>();
  journey.stages.forEach((stage: Stage, index) => {
    requires(isObject(stage) && isText(stage.id), `stage ${index}`, "an id", isObject(stage) ? stage.id : stage);
    const named = `stage ${JSON.stringify(stage.id)}`;
    requires(!stageIds.has(stage.id), named, "an id of its own", stage.id);
    stageIds.add(stage.id);
    requires(typeof stage.name === "string", named, "a name", stage.name);
    requires(flows.includes(stage.flow ?? "sequence"), named, `flow to be one of ${flows.join(", ")}`, stage.flow);
    requires(Array.isArray(stage.touchpoints), named, "touchpoints, a list", stage.touchpoints);
    stage.touchpoints.forEach((touchpoint: Touchpoint, place) => {
      checkTouchpoint(touchpoint, `touchpoint ${place} of ${named}`);
      const { id, events = [id] } = touchpoint;
      requires(!touchpointIds.has(id), `touchpoint ${JSON.stringify(id)}`, "an id of its own", id);
      touchpointIds.add(id);
      for (const event of events) {
        const other = touchpointOfEvent.get(event);
        requires(
          other === undefined || other === id,
          `touchpoint ${JSON.stringify(id)}`,
          "events that no other touchpoint claims",
          event,
        );
        touchpointOfEvent.set(event, id);
      }
    });
  });
}
