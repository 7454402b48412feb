/**
 * The lower triangle L of a symmetric positive definite matrix A = L·Lᵀ, row after row; null where rounding leaves it no such
 * matrix. Reads the lower triangle only.
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let left = matrix[i * size + j] as number;
      for (let k = 0; k < j; k++) left -= (factor[i * size + k] as number) * (factor[j * size + k] as number);
      if (i > j) factor[i * size + j] = left / (factor[j * size + j] as number);
      else if (left > 0 && left < Number.POSITIVE_INFINITY) factor[i * size + i] = Math.sqrt(left);
      else return null;
    }
  }
  return factor;
}

/** Solves L·x = right. */
export function solveLower(factor: Float64Array, size: number, right: Float64Array): Float64Array {
  const solution = right.slice();
  for (let i = 0; i < size; i++) {
    let left = solution[i] as number;
    for (let k = 0; k < i; k++) left -= (factor[i * size + k] as number) * (solution[k] as number);
    solution[i] = left / (factor[i * size + i] as number);
  }
  return solution;
}

/** Solves A·x = right, by the factor of A. */
export function solveCholesky(factor: Float64Array, size: number, right: Float64Array): Float64Array {
  const solution = solveLower(factor, size, right);
  for (let i = size - 1; i >= 0; i--) {
    let left = solution[i] as number;
    for (let k = i + 1; k < size; k++) left -= (factor[k * size + i] as number) * (solution[k] as number);
    solution[i] = left / (factor[i * size + i] as number);
  }
  return solution;
}
