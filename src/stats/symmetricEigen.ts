/** The eigenvalues of a symmetric matrix and, as the columns of one square, their unit vectors. In no particular order. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/**
 * Jacobi's method: turns two axes at a time until nothing is left beside the diagonal. For small matrices, and exact to the
 * last digits where columns are close to collinear.
 *
 * Jacobi (1846), Journal für die reine und angewandte Mathematik 30, 51–94.
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const a = matrix.slice();
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * (size + 1)] = 1;
  /** Turns the elements of two columns, or of two rows, whose steps from one to the next are given. */
  const turn = (of: Float64Array, first: number, second: number, step: number, cos: number, sin: number): void => {
    for (let i = 0; i < size; i++, first += step, second += step) {
      const [x, y] = [of[first] as number, of[second] as number];
      of[first] = cos * x - sin * y;
      of[second] = sin * x + cos * y;
    }
  };
  // Six or seven rounds are enough; the limit only keeps rounding from going on for ever.
  for (let round = 0; round < 50; round++) {
    let turned = false;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const [beside, atP, atQ] = [a[p * size + q], a[p * (size + 1)], a[q * (size + 1)]] as [number, number, number];
        if (Math.abs(beside) <= 1e-17 * (Math.abs(atP) + Math.abs(atQ))) continue;
        const cotangent = (atQ - atP) / (2 * beside);
        const tangent = (cotangent < 0 ? -1 : 1) / (Math.abs(cotangent) + Math.hypot(cotangent, 1));
        const cos = 1 / Math.hypot(tangent, 1);
        turn(a, p, q, size, cos, tangent * cos);
        turn(a, p * size, q * size, 1, cos, tangent * cos);
        turn(vectors, p, q, size, cos, tangent * cos);
        turned = true;
      }
    }
    if (!turned) break;
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * (size + 1)] ?? 0), vectors };
}
