export { type ClassWord, classTfIdf } from "./classTfIdf.js";
export { type CoOccurrence, type CoOccurrenceOptions, coOccurrence, type ThemePair } from "./coOccurrence.js";
export { createLanguageGuesser } from "./createLanguageGuesser.js";
export { createSentimentScorer, type SentimentOptions, type SentimentScorer } from "./createSentimentScorer.js";
export { createTagger, type Tag, type Tagger } from "./createTagger.js";
export {
  type Classification,
  type ClassifyOptions,
  classify,
  createTextClassifier,
} from "./createTextClassifier.js";
export { createTextFeatures, type TextFeatureOptions } from "./createTextFeatures.js";
export { type CrossValidateOptions, type CrossValidation, crossValidate } from "./crossValidate.js";
export { describePhrase } from "./describePhrase.js";
export { diffTaxonomies, type TaxonomyDiff, type ThemeChange } from "./diffTaxonomies.js";
export {
  type EmergingTheme,
  type EmergingThemes,
  type EmergingThemesOptions,
  emergingThemes,
} from "./emergingThemes.js";
export { english } from "./english/english.js";
export {
  type CodedComment,
  type EvaluateTaggerOptions,
  evaluateTagger,
  type TaggerEvaluation,
  type ThemeScore,
} from "./evaluateTagger.js";
export { fitTextClassifier, type TextClassifierOptions } from "./fitTextClassifier.js";
export { german } from "./german/german.js";
export type { LabelScore, LabelScores, ScoreSummary } from "./labelScores.js";
export { type MergeTaxonomiesOptions, mergeTaxonomies } from "./mergeTaxonomies.js";
export { type ModelScorer, type ModelScorerOptions, type ModelSentiment, modelScorer } from "./modelScorer.js";
export { type ModelTaggerOptions, modelTagger } from "./modelTagger.js";
export { parsePhrase } from "./parsePhrase.js";
export type {
  PhraseExclusion,
  PhraseJunction,
  PhraseNearness,
  PhraseNode,
  PhraseWord,
  PhraseWords,
} from "./phraseNode.js";
export type { TextExample } from "./readExamples.js";
export { type PersonalDetail, type Redacted, type RedactedSpan, type RedactOptions, redact } from "./redact.js";
export type { CommentCounts } from "./reports/eachComment.js";
export { type HeatMap, type HeatMapOptions, heatMap } from "./reports/heatMap.js";
export type { HeatMapCell } from "./reports/heatMapCell.js";
export type { SentimentReader } from "./reports/mention.js";
export {
  type PerformanceLag,
  type PerformanceLink,
  type PerformanceLinkOptions,
  performanceLink,
} from "./reports/performanceLink.js";
export {
  type RepresentativeComment,
  type RepresentativeComments,
  type RepresentativeCommentsOptions,
  representativeComments,
} from "./reports/representativeComments.js";
export type { TrendRemoval } from "./reports/steadySeries.js";
export type { ThemeCourse, ThemePoint, ThemeShift, ThemeTrend } from "./reports/themeCourse.js";
export type { ThemeName, ThemeSource } from "./reports/themeSource.js";
export { type ThemeTrendOptions, themeTrend } from "./reports/themeTrend.js";
export {
  type ReviewTaxonomyOptions,
  reviewTaxonomy,
  type TaxonomyFinding,
  type ThemePhrase,
} from "./reviewTaxonomy.js";
export type { SentimentContribution, SentimentExplanation } from "./sentiment/explainComment.js";
export type { SentimentRule } from "./sentiment/sentimentRule.js";
export type {
  BriefSentiment,
  EmotionFound,
  Sentiment,
  SentimentLabel,
  SentimentSentence,
  SentimentSpan,
} from "./sentiment.js";
export { sentimentAt } from "./sentimentAt.js";
export type { Emotion, SentimentLanguage, WordMark } from "./sentimentLanguage.js";
export {
  type PhraseSuggestions,
  type SuggestedPhrase,
  type SuggestPhrasesOptions,
  suggestPhrases,
} from "./suggestPhrases.js";
export { taggedThemes } from "./taggedThemes.js";
export {
  type TaggingCoverage,
  type TaggingCoverageOptions,
  taggingCoverage,
  type UntaggedTerm,
} from "./taggingCoverage.js";
export { bankingTaxonomy } from "./taxonomies/bankingTaxonomy.js";
export { retailTaxonomy } from "./taxonomies/retailTaxonomy.js";
export { softwareTaxonomy } from "./taxonomies/softwareTaxonomy.js";
export { supportTaxonomy } from "./taxonomies/supportTaxonomy.js";
export { travelTaxonomy } from "./taxonomies/travelTaxonomy.js";
export type { TextFeature, TextModel } from "./textModel.js";
export type { TextFeatures } from "./textVector.js";
export type { ThemeComparison, ThemeDevelopment } from "./themeDevelopments.js";
export type { ThemeImpact, ThemeReport, ThemeShare } from "./themeImpact.js";
export { type ThemeReportOptions, themeReport } from "./themeReport.js";
export { type TermWeight, type TopTermsOptions, topTerms } from "./topTerms.js";
export { type WordCounts, type WordLogOdds, type WordLogOddsOptions, wordLogOdds } from "./wordLogOdds.js";
