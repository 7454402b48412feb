import { element, type Markup } from "./markup.js";
import { palette } from "./palette.js";
import { type StageColumn, stepX } from "./stageColumns.js";

/** The room that a row of numbers takes. */
export const NUMBERS_HEIGHT = 20;

/** The numbers of the touchpoints along the axis that the channels and the emotion curve share, on one baseline. */
export function stepNumbers(columns: readonly StageColumn[], baseline: number): Markup[] {
  return columns.flatMap((column) =>
    column.stage.touchpoints.map(({ number }, index) =>
      element(
        "text",
        {
          x: stepX(column, index),
          y: baseline,
          "text-anchor": "middle",
          "font-size": 11,
          "font-weight": 700,
          fill: palette.designed,
        },
        number,
      ),
    ),
  );
}
