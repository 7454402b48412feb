import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import type { EstimateOptions } from "../metric/estimateOptions.js";
import type { TimeInput } from "../time/parseTime.js";
import type { FirstContactVariant, JudgeSettings } from "./caseJudge.js";
import type { ProportionMethod } from "./proportionInterval.js";
import type { SupportCase } from "./supportCase.js";

/** Options of {@link firstContactResolution}. */
export interface FirstContactResolutionOptions<Row = SupportCase | null | undefined>
  extends Omit<EstimateOptions<Row>, "weight"> {
  /**
   * What is measured: `windowed`, issues resolved in one contact that stayed solved for some days, among those resolved that long
   * ago; `gross`, cases resolved with one contact and not reopened, among those resolved; `net`, the same without those that
   * first-level support could not have solved; `one-touch`, cases resolved with one public reply, among those resolved;
   * `one-teammate`, cases closed once with one teammate, among those resolved; `survey`, customers who say so, among those who
   * answered. @defaultValue "windowed"
   */
  readonly variant?: FirstContactVariant;
  /** For `windowed`: for how many days of 24 hours an issue must stay solved, at least 0. @defaultValue 7 */
  readonly days?: number;
  /** For `one-touch`: the fewest public replies that count; 0 counts cases solved without any, as Zendesk does. @defaultValue 1 */
  readonly minimumReplies?: 0 | 1;
  /**
   * The moment that things are seen from: what had not been resolved by then was open. Give it where groups or periods are measured,
   * which would each have their own. @defaultValue the latest time in the rows
   */
  readonly now?: TimeInput;
  /** The IANA zone of times without an offset. @defaultValue none: such times are refused */
  readonly timeZone?: string;
  /** How the interval is made. @defaultValue "wilson" */
  readonly method?: ProportionMethod;
}

const variants: readonly FirstContactVariant[] = ["windowed", "gross", "net", "one-touch", "one-teammate", "survey"];

/** The options that decide the value, after refusing wrong ones. */
export function firstContactSettings(
  options: FirstContactResolutionOptions<never>,
): Omit<JudgeSettings, "window"> & { readonly days: number } {
  checkOptions("firstContactResolution", options, [
    "level",
    "invalid",
    "dismissed",
    "minimumN",
    "variant",
    "days",
    "minimumReplies",
    "now",
    "timeZone",
    "method",
  ]);
  const { variant = "windowed", days, minimumReplies } = options;
  checkChoice("variant", variant, variants);
  const refusals = [
    ["days to be a number of at least 0", days, days === undefined || (days >= 0 && days <= 36_500)],
    ["minimumReplies to be 0 or 1", minimumReplies, [undefined, 0, 1].includes(minimumReplies)],
    ["days only for the variant windowed", days, days === undefined || variant === "windowed"],
    [
      "minimumReplies only for the variant one-touch",
      minimumReplies,
      minimumReplies === undefined || variant === "one-touch",
    ],
  ] as const;
  for (const [requirement, received, isRight] of refusals) {
    if (!isRight) throw new CxError("invalid-option", `firstContactResolution requires ${requirement}`, received);
  }
  return { variant, days: days ?? 7, minimumReplies: minimumReplies ?? 1 };
}
