/** A point of a drawing. */
export interface PathPoint {
  readonly x: number;
  readonly y: number;
}

const slope = (a: PathPoint, b: PathPoint): number => (b.y - a.y) / (b.x - a.x);

/** The slope of the curve in a point that has neighbours: flat at a peak, and never so steep that the curve overshoots. */
function tangent(before: PathPoint, at: PathPoint, after: PathPoint): number {
  const left = slope(before, at);
  const right = slope(at, after);
  if (left * right <= 0) return 0;
  const mean = (left * (after.x - at.x) + right * (at.x - before.x)) / (after.x - before.x);
  return Math.sign(mean) * Math.min(Math.abs(mean), 3 * Math.abs(left), 3 * Math.abs(right));
}

const place = (x: number, y: number): string => `${Number(x.toFixed(1))},${Number(y.toFixed(1))}`;

/**
 * The curve through points as the data of an SVG path. It goes through every point and between two of them never leaves
 * the range of their heights, so that a curve shows no peak that nobody measured.
 *
 * @param points At least one point, ordered by x upwards or downwards, no two at the same x.
 * @returns Path data, starting with a move to the first point.
 *
 * @see F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic Interpolation", SIAM Journal on Numerical Analysis 17
 * (1980): tangents of at most three times both neighbouring slopes keep the curve monotone.
 */
export function smoothPath(points: readonly PathPoint[]): string {
  return points
    .map((end, index) => {
      const start = points[index - 1];
      if (start === undefined) return `M${place(end.x, end.y)}`;
      const before = points[index - 2];
      const after = points[index + 1];
      const chord = slope(start, end);
      const leaving = before === undefined ? chord : tangent(before, start, end);
      const arriving = after === undefined ? chord : tangent(start, end, after);
      const third = (end.x - start.x) / 3;
      return `C${place(start.x + third, start.y + leaving * third)} ${place(end.x - third, end.y - arriving * third)} ${place(end.x, end.y)}`;
    })
    .join("");
}
