import { eventLog } from "cxkit";

const names = {
  a: "register request",
  b: "examine thoroughly",
  c: "examine casually",
  d: "check ticket",
  e: "decide",
  f: "reinitiate request",
  g: "pay compensation",
  h: "reject request",
};

/** The activities of each case with their times, an hour ahead of UTC. */
const cases: Record<string, readonly (readonly [keyof typeof names, string])[]> = {
  3: [
    ["a", "2010-12-30T14:32"],
    ["c", "2010-12-30T15:06"],
    ["d", "2010-12-30T16:34"],
    ["e", "2011-01-06T09:18"],
    ["f", "2011-01-06T12:18"],
    ["b", "2011-01-06T13:06"],
    ["d", "2011-01-08T11:43"],
    ["e", "2011-01-09T09:55"],
    ["g", "2011-01-15T10:45"],
  ],
  2: [
    ["a", "2010-12-30T11:32"],
    ["d", "2010-12-30T12:12"],
    ["c", "2010-12-30T14:16"],
    ["e", "2011-01-05T11:22"],
    ["g", "2011-01-08T12:05"],
  ],
  1: [
    ["a", "2010-12-30T11:02"],
    ["b", "2010-12-31T10:06"],
    ["d", "2011-01-05T15:12"],
    ["e", "2011-01-06T11:18"],
    ["h", "2011-01-07T14:24"],
  ],
  6: [
    ["a", "2011-01-06T15:02"],
    ["c", "2011-01-06T16:06"],
    ["d", "2011-01-07T16:22"],
    ["e", "2011-01-07T16:52"],
    ["g", "2011-01-16T11:47"],
  ],
  5: [
    ["a", "2011-01-06T09:02"],
    ["c", "2011-01-07T10:16"],
    ["d", "2011-01-08T11:22"],
    ["e", "2011-01-10T13:28"],
    ["f", "2011-01-11T16:18"],
    ["d", "2011-01-14T14:33"],
    ["c", "2011-01-16T15:50"],
    ["e", "2011-01-19T11:18"],
    ["f", "2011-01-20T12:48"],
    ["c", "2011-01-21T09:06"],
    ["d", "2011-01-21T11:34"],
    ["e", "2011-01-23T13:12"],
    ["h", "2011-01-24T14:56"],
  ],
  4: [
    ["a", "2011-01-06T15:02"],
    ["d", "2011-01-07T12:06"],
    ["b", "2011-01-08T14:43"],
    ["e", "2011-01-09T12:02"],
    ["h", "2011-01-12T15:44"],
  ],
};

/** The running example of the process mining literature: six requests for compensation of an airline (van der Aalst 2016, table 2.2). */
export const runningExample = () =>
  eventLog(
    Object.entries(cases).flatMap(([id, events]) => events.map(([name, at]) => ({ id, name, at }))),
    {
      customer: (row) => row.id,
      touchpoint: (row) => names[row.name],
      at: (row) => row.at,
      timeZone: "Etc/GMT-1",
    },
  );
