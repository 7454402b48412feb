/** Numbers pairs of small integers without gaps, in the order in which they are met. */
export interface PairCodes {
  /** Replaces the first `count` of `seconds` by the number of their pair with the first at the same index. */
  readonly read: (firsts: ArrayLike<number>, seconds: number[], count: number) => void;
  /** The pair of a number. */
  readonly pairOf: (code: number) => readonly [first: number, second: number];
  /** How many pairs there are. */
  readonly size: () => number;
}

/** A matrix of the numbers, several times quicker than a map; and a map of those outside of a matrix that would be mostly empty. */
export function createPairCodes(): PairCodes {
  const pairs: (readonly [number, number])[] = [];
  let [height, width] = [16, 16];
  // Numbers plus one; 0 where there is none.
  let matrix = new Int32Array(height * width);
  const outside = new Map<number, number>();

  const makeRoom = (first: number, second: number): boolean => {
    let [higher, wider] = [height, width];
    while (first >= higher) higher *= 2;
    while (second >= wider) wider *= 2;
    if (higher * wider > Math.max(2 ** 20, 32 * pairs.length)) return false;
    const larger = new Int32Array(higher * wider);
    for (let row = 0; row < height; row++) larger.set(matrix.subarray(row * width, (row + 1) * width), row * wider);
    [height, width, matrix] = [higher, wider, larger];
    return true;
  };
  const codeOf = (first: number, second: number): number => {
    const name = first * 2 ** 26 + second;
    let code = outside.get(name);
    if (code === undefined) {
      code = pairs.length;
      pairs.push([first, second]);
    }
    if ((first < height && second < width) || makeRoom(first, second)) matrix[first * width + second] = code + 1;
    else outside.set(name, code);
    return code;
  };
  return {
    read: (some, others, count) => {
      let [cells, rows, columns] = [matrix, height, width];
      for (let index = 0; index < count; index++) {
        const [first, second] = [some[index] as number, others[index] as number];
        const code = first < rows && second < columns ? (cells[first * columns + second] as number) : 0;
        if (code > 0) others[index] = code - 1;
        else {
          others[index] = codeOf(first, second);
          [cells, rows, columns] = [matrix, height, width];
        }
      }
    },
    pairOf: (code) => pairs[code] ?? [0, 0],
    size: () => pairs.length,
  };
}
