export { createTagger, type Tag, type Tagger } from "./createTagger.js";
export { taggedThemes } from "./taggedThemes.js";
export { type ThemeImpact, type ThemeReport, type ThemeReportOptions, themeReport } from "./themeReport.js";
