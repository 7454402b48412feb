import { createTagger, type PhraseNode, parsePhrase } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";

const letter = fc.constantFrom("a", "b", "c", "d");
const run = fc.array(letter, { minLength: 1, maxLength: 2 }).map((words) => words.join(" "));
const either = fc.array(run, { minLength: 1, maxLength: 3 }).map((runs) => `(${runs.join(" OR ")})`);
const near = fc.tuple(either, fc.nat({ max: 3 }), either).map(([a, n, b]) => `(${a} NEAR/${n} ${b})`);
const { phrase } = fc.letrec<{ phrase: string }>((tie) => ({
  phrase: fc.oneof(
    { depthSize: "small" },
    run,
    near,
    fc.tuple(tie("phrase"), tie("phrase")).map(([a, b]) => `(${a}) AND (${b})`),
    fc.tuple(tie("phrase"), tie("phrase")).map(([a, b]) => `(${a}) OR (${b})`),
    fc.tuple(tie("phrase"), tie("phrase")).map(([a, b]) => `(${a}) NOT (${b})`),
  ),
}));
const sentence = fc.array(letter, { maxLength: 8 });

/** From which word to which the words of a node stand in a sentence. */
function places(node: PhraseNode, words: readonly string[]): (readonly [first: number, last: number])[] {
  if (node.kind === "or") return node.parts.flatMap((part) => places(part, words));
  if (node.kind !== "words") throw new Error("only words and OR have places here");
  const wanted = node.words.map(({ text }) => text).join(" ");
  const length = node.words.length;
  return words.flatMap((_, first) =>
    words.slice(first, first + length).join(" ") === wanted ? [[first, first + length - 1] as const] : [],
  );
}

/** Whether a node holds in a sentence, by the definitions of the operators. */
function holds(node: PhraseNode, words: readonly string[]): boolean {
  switch (node.kind) {
    case "words":
      return places(node, words).length > 0;
    case "and":
      return node.parts.every((part) => holds(part, words));
    case "or":
      return node.parts.some((part) => holds(part, words));
    case "not":
      return holds(node.wanted, words) && !holds(node.unwanted, words);
    case "near": {
      const { left, right, distance } = node;
      const between = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): number =>
        Math.max(c - b, a - d) - 1;
      return places(left, words).some((one) =>
        places(right, words).some((other) => between(one, other) >= 0 && between(one, other) <= distance),
      );
    }
  }
}

test("a phrase is found where its definition holds in one of the sentences, and nowhere else", () => {
  fc.assert(
    fc.property(phrase, fc.array(sentence, { maxLength: 3 }), (some, sentences) => {
      const taxonomy = { id: "t", version: "1", themes: [{ id: "t", name: "T", phrases: [some] }] };
      const found = createTagger(taxonomy).tag(sentences.map((words) => `${words.join(" ")}! `).join(""));
      const node = parsePhrase(some);
      expect(found.length > 0).toBe(sentences.some((words) => holds(node, words)));
    }),
    { numRuns: 2000 },
  );
});
