import { symmetricEigen } from "./symmetricEigen.js";

/**
 * Correlations that each rest on other rows may contradict each other: no data could have them all, and R² could exceed 1.
 * Then they are replaced by close ones that do not: negative eigenvalues become zero, and the diagonal 1 again.
 *
 * Rebonato and Jäckel (1999), Journal of Risk 2 (2), 17–27.
 *
 * @returns The same matrix where nothing is to repair, or the repaired one.
 */
export function repairCorrelations(matrix: Float64Array, size: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, size);
  if (values.every((value) => value > -1e-10)) return matrix;
  const repaired = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      values.forEach((value, axis) => {
        const term = Math.max(0, value) * (vectors[i * size + axis] ?? 0) * (vectors[j * size + axis] ?? 0);
        repaired[i * size + j] = (repaired[i * size + j] ?? 0) + term;
      });
    }
  }
  const lengths = Array.from({ length: size }, (_, i) => Math.sqrt(repaired[i * (size + 1)] ?? 0));
  return repaired.map((value, place) => {
    const [i, j] = [Math.floor(place / size), place % size];
    return i === j ? 1 : value / ((lengths[i] ?? 0) * (lengths[j] ?? 0));
  });
}
