import { compare, emotionCurve, emotionCurvesBy, type JourneyFeedback } from "cxkit";
import { describe, expect, test } from "vitest";

const journey = {
  stages: [
    {
      id: "buy",
      name: "Buy",
      touchpoints: [
        { id: "search", name: "Search" },
        { id: "pay", name: "Pay" },
      ],
    },
    {
      id: "get",
      name: "Get",
      touchpoints: [
        { id: "box", name: "Box" },
        { id: "thanks", name: "Thanks" },
      ],
    },
  ],
};
type Row = JourneyFeedback & { readonly tone?: number; readonly plan?: string };
const answer = (touchpoint: string, score: number | null, more: Partial<Row> = {}): Row => ({
  kind: "csat",
  touchpoint,
  score,
  ...more,
});

describe("emotionCurve", () => {
  const rows = [answer("search", 5), answer("pay", 2), answer("box", 1), answer("thanks", 4)];

  test("has the peak, the end, what is remembered and the area of pain", () => {
    // 2, −1, −2, 1: the lowest is −2, the end 1.
    expect(emotionCurve(journey, rows)).toMatchObject({ peakEnd: -0.5, peak: "box", end: "thanks", pain: 3 });
    expect(emotionCurve(journey, [])).toMatchObject({ peakEnd: null, peak: null, end: null, pain: 0 });
  });

  test("takes the point farthest from neutral for the peak where that is asked for", () => {
    const good = [answer("search", 5), answer("pay", 2), answer("box", 3)];
    expect(emotionCurve(journey, good)).toMatchObject({ peak: "pay", peakEnd: -0.5 });
    expect(emotionCurve(journey, good, { peak: "most-intense" })).toMatchObject({ peak: "search", peakEnd: 1 });
  });

  test("gives stages the answers about their touchpoints and about themselves", () => {
    const about = [
      ...rows,
      { kind: "csat" as const, stage: "get", score: 3 },
      answer("elsewhere", 3, { stage: "get" }),
      answer("elsewhere", 1),
      answer("", 1),
      answer("pay", null),
    ];
    expect(emotionCurve(journey, about)).toMatchObject({ elsewhere: 1, nowhere: 1, unscored: 1 });
    expect(emotionCurve(journey, about).stages).toMatchObject([
      { stage: "buy", felt: { value: 0.5, n: 2 } },
      { stage: "get", felt: { value: -0.25, n: 4 } },
    ]);
  });

  test("hears comments of answers without a score, and only of these", () => {
    const heard = [answer("pay", null, { tone: -0.5 }), answer("pay", 5, { tone: -1 }), answer("pay", null)];
    const { points } = emotionCurve(journey, heard, { sentiment: (row) => row.tone });
    expect(points[1]?.felt).toMatchObject({ value: 0.5, n: 2 });
    expect(() => emotionCurve(journey, heard, { sentiment: () => -3 })).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 0 }),
    );
  });

  test("refuses wrong options", () => {
    for (const wrong of [{ peak: "highest" }, { sentiment: 3 }, { levels: 1 }]) {
      expect(() => emotionCurve(journey, [], wrong as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });
});

describe("emotionCurvesBy", () => {
  const rows = [
    answer("pay", 5, { plan: "family" }),
    answer("pay", 4, { plan: "family" }),
    answer("pay", 1, { plan: "single" }),
    answer("pay", 2, { plan: "single" }),
    answer("pay", 3),
  ];

  test("sets the curves of groups side by side, and counts who is in none", () => {
    const { groups, ungrouped } = emotionCurvesBy(journey, rows, (row) => row.plan);
    expect(ungrouped).toBe(1);
    expect(groups.map(({ key, n }) => [key, n])).toEqual([
      ["family", 2],
      ["single", 2],
    ]);
    const [family, single] = groups.map(({ curve }) => curve.points[1]?.felt);
    expect([family?.value, single?.value]).toEqual([1.5, -1.5]);
    if (family === undefined || single === undefined) throw new Error("both paid");
    expect(compare(family, single).difference).toBe(3);
    expect(groups.every(({ curve }) => curve.points.length === 4)).toBe(true);
  });

  test("puts an answer into every one of its groups", () => {
    const { groups } = emotionCurvesBy(journey, rows, () => ["a", "b"]);
    expect(groups.map(({ n }) => n)).toEqual([5, 5]);
    expect(groups[0]?.curve).toEqual(emotionCurve(journey, rows));
  });

  test("names the row of a wrong score among all", () => {
    expect(() => emotionCurvesBy(journey, [...rows, answer("pay", 9)], (row) => row.plan)).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 5 }),
    );
  });
});
