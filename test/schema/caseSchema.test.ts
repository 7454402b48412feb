import { caseSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const supportCase = {
  id: "k-1",
  customer: "c-1",
  openedAt: "2026-03-29T08:30:00Z",
  firstAnsweredAt: "2026-03-29T09:00:00Z",
  resolvedAt: "2026-03-30T09:00:00Z",
  reopened: 0,
  contacts: 2,
  channel: "phone",
  topic: "invoice",
};
const message = "requires a time that is not before openedAt";

describe("caseSchema", () => {
  test("a case passes, and so does one that is open and unanswered", () => {
    expect(caseSchema.parse(supportCase)).toEqual(supportCase);
    const open = { ...supportCase, firstAnsweredAt: null, resolvedAt: null };
    expect(caseSchema.parse(open)).toEqual(open);
    expect(caseSchema.parse({ id: "k-2", openedAt: "2026-03-29" })).toEqual({ id: "k-2", openedAt: "2026-03-29" });
  });

  test("a case that was answered or resolved before it was opened is refused", () => {
    for (const field of ["firstAnsweredAt", "resolvedAt"]) {
      expect(issuesOf(caseSchema, { ...supportCase, [field]: "2026-03-29T08:29:59Z" })).toEqual([
        { path: [field], message },
      ]);
      expect(issuesOf(caseSchema, { ...supportCase, [field]: supportCase.openedAt })).toEqual([]);
    }
  });

  test("times are compared as instants, whatever their offsets", () => {
    expect(issuesOf(caseSchema, { ...supportCase, firstAnsweredAt: "2026-03-29T10:00:00+02:00" })).toEqual([
      { path: ["firstAnsweredAt"], message },
    ]);
    expect(issuesOf(caseSchema, { ...supportCase, firstAnsweredAt: "2026-03-29T04:00:00-05:00" })).toEqual([]);
  });

  test("times that cannot be read are named, not compared", () => {
    const wrong = { ...supportCase, openedAt: "soon", resolvedAt: "2026-03-29T08:30:00" };
    expect(issuesOf(caseSchema, wrong)).toEqual([
      {
        path: ["openedAt"],
        message: "requires an ISO 8601 date, or a time with its offset, such as 2026-03-29T08:30:00+02:00",
      },
      {
        path: ["resolvedAt"],
        message: "requires the time's offset: add Z where it is UTC, or else such as +02:00",
      },
    ]);
  });

  test("contacts and reopenings are whole numbers, 0 or more", () => {
    for (const field of ["contacts", "reopened"]) {
      for (const value of [-1, 1.5, "2"]) {
        expect(issuesOf(caseSchema, { ...supportCase, [field]: value })).toEqual([
          { path: [field], message: "requires a whole number, 0 or more" },
        ]);
      }
    }
  });
});
