// The review of a journey: from records to KPIs with intervals, themes with their effect, and the gaps, worst first.
import {
  allOf,
  cesMetric,
  csatMetric,
  discover,
  emotionCurve,
  eventLog,
  groupBy,
  journeyGaps,
  journeyMap,
  measure,
  npsMetric,
  prioritize,
  themeReport,
  touchpointReach,
  where,
} from "cxkit";

const ofKind = (kind, metric) =>
  where(
    (row) => row.kind === kind,
    metric((row) => row.score),
  );
const kpis = allOf({
  NPS: ofKind("nps", npsMetric),
  CSAT: ofKind("csat", csatMetric),
  CES: ofKind("ces", cesMetric),
});

export function reviewOf({ journey, personas, taxonomy, interactions, feedback, cases }) {
  const log = eventLog(interactions, {
    customer: (row) => row.customer,
    touchpoint: (row) => row.touchpoint,
    at: (row) => row.at,
    channel: (row) => row.channel,
    outcome: (row) => row.outcome,
  });
  const gaps = journeyGaps({ journey, log, feedback, cases, kpi: ofKind("nps", npsMetric) });
  const stages = measure(
    feedback,
    groupBy((row) => row.stage, kpis),
  );
  const touchpoints = measure(
    feedback,
    groupBy((row) => row.touchpoint, kpis),
  );
  return {
    observed: discover(log),
    overall: measure(feedback, kpis),
    channels: measure(
      feedback,
      groupBy((row) => row.channel, kpis),
    ),
    stages,
    themes: themeReport(feedback, { taxonomy, text: (row) => row.comment, metric: ofKind("nps", npsMetric) }),
    gaps,
    priorities: prioritize(gaps),
    map: journeyMap(journey, {
      persona: personas,
      gaps,
      // Answers that name no stage are shown beside the map; that they name no touchpoint either says nothing new.
      results: [...stages, ...touchpoints.filter(({ key }) => key !== null)],
      emotion: emotionCurve(journey, feedback).points,
      reach: touchpointReach(log, journey),
    }),
  };
}
