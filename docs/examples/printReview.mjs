// A review as text for a terminal. Rounding is for people and happens here only.

const signed = (value) => (value > 0 ? `+${value}` : String(value).replace("-", "−"));

/** "+12 (+8 to +16, n = 812)"; a figure that rests on nothing says so. */
export function estimateText({ value, n, interval, definition }) {
  if (value === null) return "no answers";
  const shown = (figure) => {
    if (definition.unit === "points") return signed(Math.round(figure));
    if (definition.unit === "value") return String(Number(figure.toPrecision(3)));
    return `${Math.round(definition.unit === "share" ? 100 * figure : figure)} %`;
  };
  return `${shown(value)} (${interval === null ? "" : `${shown(interval.low)} to ${shown(interval.high)}, `}n = ${n})`;
}

/** Columns under headings, each as wide as its widest cell. */
export function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => [...String(row[column])].length)));
  const line = (row) =>
    row
      .map((cell, column) => String(cell).padEnd(widths[column]))
      .join("   ")
      .trimEnd();
  return [line(head), widths.map((width) => "─".repeat(width)).join("   "), ...rows.map(line)].join("\n");
}

const kpiTable = (what, groups, nameOf) =>
  table(
    [what, "NPS", "CSAT", "CES"],
    groups.map(({ key, result }) => [nameOf(key), ...["NPS", "CSAT", "CES"].map((kpi) => estimateText(result[kpi]))]),
  );

/** What a gap costs in the KPI, where that is sure. */
function effectText({ effect }) {
  if (effect === null || effect.interval === null) return "";
  const { difference, interval, definition } = effect;
  const [low, high] = [Math.round(interval.low), Math.round(interval.high)];
  const sure = interval.low > 0 || interval.high < 0;
  return `\n   ${definition.kpi.toUpperCase()} against the others: ${signed(Math.round(difference))} (${signed(low)} to ${signed(high)})${sure ? "" : ", which may be chance"}.`;
}

export function printReview({ journey, observed, overall, channels, stages, themes, gaps, priorities }) {
  const stageNames = new Map(journey.stages.map(({ id, name }) => [id, name]));
  const stageOrder = journey.stages.map(({ id }) => id);
  const byStage = stages.toSorted((a, b) => stageOrder.indexOf(a.key) - stageOrder.indexOf(b.key));
  const worst = gaps.slice(0, 10);
  const ranks = new Map(priorities.map(({ id }, index) => [id, index + 1]));
  const sections = [
    `${journey.name}`,
    `${observed.customers} customers, ${observed.events} events, ${observed.variants.length} different paths, ${themes.comments} comments`,
    kpiTable("all", [{ key: "all", result: overall }], () => "all answers"),
    kpiTable("by channel", channels, (key) => key ?? "(none)"),
    kpiTable("by stage", byStage, (key) => stageNames.get(key) ?? key ?? "(none)"),
    `What comments are about (NPS of all comments: ${estimateText(themes.all)}; ${themes.untagged} comments about no theme)`,
    table(
      ["theme", "comments", "NPS with", "impact", "surely?"],
      themes.themes.map((theme) => [
        theme.parent === null ? theme.name : `  ${theme.name}`,
        String(theme.comments),
        estimateText(theme.with),
        theme.impact === null ? "" : `${signed(Number(theme.impact.toFixed(1)))}`,
        theme.adjustedPValue !== null && theme.adjustedPValue < 0.05 ? "yes" : "no",
      ]),
    ),
    `The ${worst.length} worst gaps of ${gaps.length}`,
    worst
      .map(
        (gap, index) =>
          `${index + 1}. ${gap.kind}, severity ${gap.severity.toFixed(2)}, ${gap.remedy}, priority ${ranks.get(gap.id)}\n   ${gap.explanation}${effectText(gap)}`,
      )
      .join("\n"),
  ];
  return `${sections.join("\n\n")}\n`;
}
