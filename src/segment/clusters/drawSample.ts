/** Draws some of the places 0 to n − 1, none twice, each set of them with the same chance; sorted. */
export function drawSample(n: number, size: number, random: () => number): Uint32Array {
  const places = new Uint32Array(n).map((_, place) => place);
  for (let drawn = 0; drawn < size; drawn++) {
    const other = drawn + Math.floor(random() * (n - drawn));
    const place = places[drawn] as number;
    places[drawn] = places[other] as number;
    places[other] = place;
  }
  return places.subarray(0, size).sort();
}
