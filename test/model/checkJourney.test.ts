import { emotionCurve, isCxError, journeyGaps } from "cxkit";
import { expect, test } from "vitest";

const touchpoint = { id: "pay", name: "Paying" };
const stage = { id: "buy", name: "Buying", touchpoints: [touchpoint] };

test.each<[string, unknown, RegExp]>([
  ["no stages", {}, /a journey requires stages, a list/],
  ["nothing at all", undefined, /a journey requires stages, a list/],
  ["a stage without an id", { stages: [{ ...stage, id: undefined }] }, /stage 0 requires an id/],
  ["a stage that is none", { stages: [null] }, /stage 0 requires an id/],
  ["a stage without a name", { stages: [{ ...stage, name: undefined }] }, /stage "buy" requires a name/],
  ["two stages of one id", { stages: [stage, { ...stage, touchpoints: [] }] }, /stage "buy" requires an id of its own/],
  [
    "a flow that there is not",
    { stages: [{ ...stage, flow: "any_order" }] },
    /flow to be one of sequence, any-order, alt/,
  ],
  ["no touchpoints", { stages: [{ ...stage, touchpoints: undefined }] }, /stage "buy" requires touchpoints, a list/],
  [
    "touchpoints that are words",
    { stages: [{ ...stage, touchpoints: ["pay"] }] },
    /touchpoint 0 of stage "buy" requires/,
  ],
  [
    "a touchpoint without an id",
    { stages: [{ ...stage, touchpoints: [{ name: "x" }] }] },
    /touchpoint 0 of stage "buy" requires an id/,
  ],
  [
    "a touchpoint without a name",
    { stages: [{ ...stage, touchpoints: [{ id: "x" }] }] },
    /touchpoint "x" requires a name/,
  ],
  [
    "events in a string",
    { stages: [{ ...stage, touchpoints: [{ ...touchpoint, events: "on" }] }] },
    /events to be a list of names/,
  ],
  ...(
    [
      ["a word for optional", { optional: "yes" }, /optional to be true or false, received "yes"/],
      ["a number for repeatable", { repeatable: 1 }, /repeatable to be true or false/],
      ["a time in words", { withinSeconds: "10 min" }, /withinSeconds of at least 0/],
      ["a time before", { withinSeconds: -1 }, /withinSeconds of at least 0, received -1/],
      ["a channel that is a number", { channel: ["web", 7] }, /channel to be a name or a list of names/],
      ["a layer that there is not", { layer: "onstage" }, /layer to be one of frontstage, backstage, support/],
    ] as const
  ).map(([what, more, message]): [string, unknown, RegExp] => [
    what,
    { stages: [{ ...stage, touchpoints: [{ ...touchpoint, ...more }] }] },
    message,
  ]),
  [
    "a promise that is a number",
    { stages: [{ ...stage, touchpoints: [{ ...touchpoint, expected: 80 }] }] },
    /expected to be an object/,
  ],
  [
    "a satisfaction off 0 to 100",
    { stages: [{ ...stage, touchpoints: [{ ...touchpoint, expected: { satisfaction: 180 } }] }] },
    /expected.satisfaction from 0 to 100, received 180/,
  ],
  [
    "two touchpoints of one id",
    { stages: [{ ...stage, touchpoints: [touchpoint, touchpoint] }] },
    /touchpoint "pay" requires an id of its own/,
  ],
  [
    "an event that two claim",
    {
      stages: [
        {
          ...stage,
          touchpoints: [
            { ...touchpoint, events: ["e"] },
            { id: "x", name: "x", events: ["e"] },
          ],
        },
      ],
    },
    /touchpoint "x" requires events that no other touchpoint claims, received "e"/,
  ],
])("a journey with %s is refused, by name", (_what, journey, message) => {
  for (const read of [() => journeyGaps({ journey: journey as never }), () => emotionCurve(journey as never, [])]) {
    let caught: unknown = null;
    try {
      read();
    } catch (error) {
      caught = error;
    }
    expect(isCxError(caught) ? caught.code : caught).toBe("invalid-definition");
    expect(String(caught)).toMatch(message);
  }
});
