import { lightWord } from "./lightWord.js";
import { scaleUnit } from "./scaleUnit.js";
import { ruleBit } from "./sentimentRule.js";
import { SENTENCE, type Unit, unitAt } from "./unit.js";
import { SIGN, wordMark } from "./wordMark.js";

const { contrast, concession, praise, irony, again } = wordMark;
/** Words that can stand beside a sarcastic "great" and change nothing. */
const LIGHT = wordMark.function | wordMark.subject | wordMark.link;

/**
 * Plain sarcasm: praise that stands alone before a complaint in the same sentence, or before one more ("Great, another
 * delay."), thanks for a complaint ("thanks for ruining my day"), and praise with rolling eyes.
 *
 * @param eyeRoll The number of the emoji that rolls its eyes.
 */
export function applySarcasm(units: readonly Unit[], count: number, eyeRoll: number): void {
  for (let at = 0; at < count; at++) {
    const unit = unitAt(units, at);
    if (unit.word === eyeRoll && (unit.marks & SIGN) !== 0) turnSentence(units, at);
    if (unit.value <= 0 || (unit.marks & (praise | irony)) === 0) continue;
    const isMeant =
      (unit.marks & irony) !== 0 ? !hasComplaintBehind(units, at, count) : !standsBeforeComplaint(units, at, count);
    if (!isMeant) scaleUnit(unit, -0.6, ruleBit.sarcasm);
  }
}

/** How many words back rolling eyes are meant; it keeps the rule linear in the text. */
const EYES_REACH = 40;

/** Turns over the praise of the sentence before a sign. */
function turnSentence(units: readonly Unit[], sign: number): void {
  for (let at = sign; at > Math.max(0, sign - EYES_REACH) && unitAt(units, at).parted < SENTENCE; at--) {
    const unit = unitAt(units, at - 1);
    if (unit.value > 0 && (unit.marks & SIGN) === 0) scaleUnit(unit, -0.6, ruleBit.sarcasm);
  }
}

function hasComplaintBehind(units: readonly Unit[], at: number, count: number): boolean {
  const { clause, marks } = unitAt(units, at);
  for (let next = at + 1; next <= at + 5; next++) {
    const unit = unitAt(units, next);
    if (unit.clause !== clause || next >= count || unit.value > 0) return false;
    // "Five stars for handling my lost bag" is praise.
    if ((marks & SIGN) !== 0 && unit.value === 0 && (unit.marks & lightWord) === 0) return false;
    if (unit.value < 0) return unit.value <= -0.8;
  }
  return false;
}

function standsBeforeComplaint(units: readonly Unit[], at: number, count: number): boolean {
  const { clause, marks: own } = unitAt(units, at);
  // Only light words and other praise may stand with it: "oh great", "just great".
  for (let side = at - 1; side >= 0 && unitAt(units, side).clause === clause; side--) {
    const unit = unitAt(units, side);
    if ((unit.marks & LIGHT) === 0 && unit.meaning.factor === 1) return false;
  }
  let next = at + 1;
  for (; next < count && unitAt(units, next).clause === clause; next++) {
    if ((unitAt(units, next).marks & (LIGHT | praise)) === 0 || unitAt(units, next).value < 0) return false;
  }
  const first = unitAt(units, next);
  if (next >= count || (first.marks & (contrast | concession)) !== 0) return false;
  let sum = 0;
  let marks = 0;
  for (let other = next; other < count && unitAt(units, other).clause === first.clause; other++) {
    sum += unitAt(units, other).value;
    marks |= unitAt(units, other).marks;
  }
  const isSameSentence = first.parted < SENTENCE && unitAt(units, next - 1).exclaims === 0;
  // "Oh great, another survey."
  if ((own & first.marks & again) !== 0 && sum <= 0) return true;
  return sum <= -0.8 && (isSameSentence || (marks & again) !== 0);
}
