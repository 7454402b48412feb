/** Rows that hold figures in the same columns. */
export interface RowBlock {
  /** Which columns, ascending. */
  readonly columns: readonly number[];
  /** The figures, row after row, standardised: sums of squares lose digits where means are far from zero. */
  readonly scores: Float64Array;
  /** The place of the first row's count among all counts. */
  readonly start: number;
}

/** Correlations of columns, as rows of one square. */
export interface Correlations {
  /** 1 on the diagonal; NaN where one of two columns does not vary over the rows that hold both. */
  readonly matrix: Float64Array;
  /** How many rows hold both columns. */
  readonly pairs: Float64Array;
}

/**
 * Pearson's correlations of every two columns over the rows that hold both, each row as often as its count says. It is the
 * inner loop of a bootstrap, so a row costs little more than one multiplication for each pair of its columns.
 */
export function correlationMatrix(blocks: readonly RowBlock[], counts: ArrayLike<number>, size: number): Correlations {
  const square = (): Float64Array => new Float64Array(size * size);
  const [pairs, products] = [square(), square()];
  // At row i and column j: sums of column i over the rows that hold j too.
  const [sums, squares] = [square(), square()];
  for (const { columns, scores, start } of blocks) {
    const moments = blockMoments(scores, columns.length, counts, start);
    let place = 0;
    columns.forEach((i, a) => {
      for (const [b, j] of columns.slice(0, a + 1).entries()) {
        pairs[i * size + j] = (pairs[i * size + j] ?? 0) + moments.n;
        products[i * size + j] = (products[i * size + j] ?? 0) + (moments.products[place++] ?? 0);
        for (const [from, to, of] of i === j
          ? [[i, j, a] as const]
          : ([
              [i, j, a],
              [j, i, b],
            ] as const)) {
          sums[from * size + to] = (sums[from * size + to] ?? 0) + (moments.sums[of] ?? 0);
          squares[from * size + to] = (squares[from * size + to] ?? 0) + (moments.products[(of * (of + 3)) / 2] ?? 0);
        }
      }
    });
  }
  const matrix = square();
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const [ij, ji] = [i * size + j, j * size + i];
      const n = pairs[ij] ?? 0;
      pairs[ji] = n;
      const varies = (place: number): number => {
        const all = squares[place] ?? 0;
        const variation = all - (sums[place] ?? 0) ** 2 / n;
        // Of equal figures, rounding leaves a little.
        return variation > 1e-12 * all ? variation : Number.NaN;
      };
      const shared = (products[ij] ?? 0) - ((sums[ij] ?? 0) * (sums[ji] ?? 0)) / n;
      const correlation = i === j ? 1 : shared / Math.sqrt(varies(ij) * varies(ji));
      matrix[ij] = matrix[ji] = Math.max(-1, Math.min(1, correlation));
    }
  }
  return { matrix, pairs };
}

/** The count, the sums and the lower triangle of the sums of products of a block's columns. */
function blockMoments(scores: Float64Array, width: number, counts: ArrayLike<number>, start: number) {
  const rows = scores.length / width;
  // Three more, so that the last rows make up four with rows of no weight.
  const [places, weights] = [new Uint32Array(rows + 3), new Float64Array(rows + 3)];
  let [drawn, n] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const count = counts[start + row] as number;
    if (count === 0) continue;
    n += count;
    places[drawn] = row * width;
    weights[drawn++] = count;
  }
  const sums = new Float64Array(width);
  const products = new Float64Array((width * (width + 1)) / 2);
  // Four rows at a time: each sum is fetched and stored once for all of them, which halves the time.
  for (let i = 0; i < drawn; i += 4) {
    const [at0, at1, at2, at3] = [places[i], places[i + 1], places[i + 2], places[i + 3]] as Four;
    const [weight0, weight1, weight2, weight3] = [weights[i], weights[i + 1], weights[i + 2], weights[i + 3]] as Four;
    for (let a = 0, place = 0; a < width; a++) {
      const first = weight0 * (scores[at0 + a] as number);
      const second = weight1 * (scores[at1 + a] as number);
      const third = weight2 * (scores[at2 + a] as number);
      const fourth = weight3 * (scores[at3 + a] as number);
      (sums[a] as number) += first + second + third + fourth;
      for (let b = 0; b <= a; b++) {
        (products[place++] as number) +=
          first * (scores[at0 + b] as number) +
          second * (scores[at1 + b] as number) +
          third * (scores[at2 + b] as number) +
          fourth * (scores[at3 + b] as number);
      }
    }
  }
  return { n, sums, products };
}

type Four = [number, number, number, number];
