import { lightWord } from "./lightWord.js";
import { ruleBit } from "./sentimentRule.js";
import { type Unit, unitAt } from "./unit.js";
import { SIGN, wordMark } from "./wordMark.js";

const { condition, former, hope, hypothetical } = wordMark;

/** What becomes of praise and of blame behind words that say: not so, not any more, not yet, only if. */
const scopes = [
  { mark: hypothetical, praise: -0.5, blame: 0.3, reach: 2 },
  { mark: former, praise: -0.7, blame: -0.2, reach: 3 },
  { mark: hope, praise: 0.1, blame: 0.5, reach: 4 },
  { mark: condition, praise: 0.3, blame: 0.4, reach: 99 },
] as const;

const SCOPED = hypothetical | former | hope | condition;

/** Hypothetical praise ("could be better"), former praise ("used to be good"), hopes and conditions. */
export function applyScopes(units: readonly Unit[], from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const opener = unitAt(units, at);
    if ((opener.marks & SCOPED) === 0) continue;
    for (const { mark, praise, blame, reach } of scopes) {
      if ((opener.marks & mark) === 0) continue;
      let passed = 0;
      for (let next = at + 1; next < to && passed < reach; next++) {
        const unit = unitAt(units, next);
        if (unit.clause !== opener.clause) break;
        if ((unit.marks & lightWord) === 0) passed++;
        if (unit.value === 0 || (unit.marks & SIGN) !== 0) continue;
        unit.value *= unit.value > 0 ? praise : blame;
        unit.rules |= ruleBit.hypothetical;
      }
    }
  }
}
