// Type-checked in a TypeScript project that has installed the library, as a module of either kind; consumer.mjs puts it there.
import { isCxError, nps } from "cxkit";
import * as chart from "cxkit/chart";
import * as error from "cxkit/error";
import * as rows from "cxkit/import";
import * as journey from "cxkit/journey";
import * as kpi from "cxkit/kpi";
import * as metric from "cxkit/metric";
import * as model from "cxkit/model";
import * as schema from "cxkit/schema";
import * as stats from "cxkit/stats";
import * as theme from "cxkit/theme";
import * as time from "cxkit/time";

export const entries: object[] = [chart, error, rows, journey, kpi, metric, model, schema, stats, theme, time];
export const sameFunction: typeof nps = kpi.nps;
export const score: number | null = nps([10, 9, null]).value;
export const feedback: model.Feedback = { id: "f1", at: "2026-03-01T09:00:00Z", kind: "nps", score: 9 };
export const code = (thrown: unknown): error.CxErrorCode | null => (isCxError(thrown) ? thrown.code : null);

// @ts-expect-error A wrong use is refused, so the types are really there.
export const wrong: string = nps([10]).value;
