import { type FieldDemand, opOf, valuesOf } from "./demand.js";
import { foldText } from "./foldText.js";

/** What is known of the beginning, the end and the inside of a text. */
interface KnownParts {
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  readonly parts: readonly string[];
}

/** The texts that a demand names, folded; what else it names is in no text. */
function textsOf(demand: FieldDemand): { texts: string[]; others: number } {
  const values = valuesOf(demand);
  const texts = values.flatMap((one) => (typeof one === "string" ? [foldText(one)] : []));
  return { texts, others: values.length - texts.length };
}

/** Whether a text with these known parts meets a demand whatever else is in it. */
function isCertain(demand: FieldDemand, { starts, ends, parts }: KnownParts): boolean {
  const { texts, others } = textsOf(demand);
  const isIn = (text: string): boolean => parts.some((part) => part.includes(text));
  switch (opOf(demand)) {
    case "startsWith":
      return texts.every((text) => starts.some((start) => start.startsWith(text)));
    case "endsWith":
      return texts.every((text) => ends.some((end) => end.endsWith(text)));
    case "containsAll":
      return others === 0 && texts.every(isIn);
    default:
      return texts.some(isIn);
  }
}

const isNested = (texts: readonly string[], isPartOf: (text: string, longest: string) => boolean): boolean => {
  const longest = texts.reduce((a, b) => (b.length > a.length ? b : a), "");
  return texts.every((text) => isPartOf(text, longest));
};

/** Whether a text could meet all demands on what is in it, as far as a few certain contradictions tell. */
export function textsCanBe(demands: readonly FieldDemand[]): boolean {
  const wanted = demands.filter((demand) => demand.wanted);
  const of = (...ops: string[]): string[] =>
    wanted.filter((demand) => ops.includes(opOf(demand))).flatMap((demand) => textsOf(demand).texts);
  const starts = of("startsWith");
  const ends = of("endsWith");
  const single = wanted.filter((demand) => opOf(demand) === "containsAny" && textsOf(demand).texts.length === 1);
  const parts = [
    ...starts,
    ...ends,
    ...of("contains", "containsAll"),
    ...single.flatMap((demand) => textsOf(demand).texts),
  ];
  const isUnfit = wanted.some((demand) => {
    const { texts, others } = textsOf(demand);
    return opOf(demand) === "containsAll" ? others > 0 : texts.length === 0;
  });
  return (
    !isUnfit &&
    isNested(starts, (text, longest) => longest.startsWith(text)) &&
    isNested(ends, (text, longest) => longest.endsWith(text)) &&
    demands.every((demand) => demand.wanted || !isCertain(demand, { starts, ends, parts }))
  );
}
