import { createTagger, type PhraseNode, parsePhrase } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";

const letter = fc.constantFrom("a", "b", "c", "d");
const run = fc.array(letter, { minLength: 1, maxLength: 2 }).map((words) => words.join(" "));
const either = fc.array(run, { minLength: 1, maxLength: 3 }).map((runs) => `(${runs.join(" OR ")})`);
const near = fc.tuple(either, fc.nat({ max: 3 }), either).map(([a, n, b]) => `(${a} NEAR/${n} ${b})`);
const nearInNear = fc
  .tuple(near, fc.nat({ max: 3 }), fc.oneof(either, near), fc.boolean())
  .map(([a, n, b, swapped]) => (swapped ? `(${b} NEAR/${n} ${a})` : `(${a} NEAR/${n} ${b})`));
const { phrase } = fc.letrec<{ phrase: string }>((tie) => ({
  phrase: fc.oneof(
    { depthSize: "small" },
    run,
    near,
    nearInNear,
    fc.tuple(tie("phrase"), tie("phrase")).map(([a, b]) => `(${a}) AND (${b})`),
    fc.tuple(tie("phrase"), tie("phrase")).map(([a, b]) => `(${a}) OR (${b})`),
    fc.tuple(tie("phrase"), tie("phrase")).map(([a, b]) => `(${a}) NOT (${b})`),
  ),
}));
const sentence = fc.array(letter, { maxLength: 8 });

/** From which word to which the words of a node stand in a sentence. */
function places(node: PhraseNode, words: readonly string[]): (readonly [first: number, last: number])[] {
  if (node.kind === "or") return node.parts.flatMap((part) => places(part, words));
  if (node.kind === "near") {
    return places(node.left, words).flatMap((one) =>
      places(node.right, words).flatMap((other) => {
        const between = Math.max(other[0] - one[1], one[0] - other[1]) - 1;
        const isNear = between >= 0 && between <= node.distance;
        return isNear ? [[Math.min(one[0], other[0]), Math.max(one[1], other[1])] as const] : [];
      }),
    );
  }
  if (node.kind !== "words") throw new Error("only words, OR and NEAR have places here");
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
    case "near":
      return places(node, words).length > 0;
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

test.each([
  ["room NEAR/1 dirty NEAR/1 bathroom", "The dirty room, dirty old bathroom", "room, dirty old bathroom"],
  ["refund NEAR/0 (late NEAR/0 flight)", "flight late flight refund", "late flight refund"],
  ["room NEAR/5 dirty NEAR/5 bathroom", "Dirty, and it is the room dirty bathroom", "room dirty bathroom"],
])("%s is found once in %j, where it is tightest", (some, text, found) => {
  const { tag } = createTagger({ id: "t", version: "1", themes: [{ id: "t", name: "T", phrases: [some] }] });
  expect(tag(text).map(({ start, end }) => text.slice(start, end))).toEqual([found]);
});

test("many words within reach of each other are read to their end", () => {
  const { tag } = createTagger({
    id: "t",
    version: "1",
    themes: [{ id: "t", name: "T", phrases: ["(a NEAR/9 b) NEAR/9 (a NEAR/9 c)"] }],
  });
  expect(tag("a b a c ".repeat(20_000)).length).toBeGreaterThan(0);
});
