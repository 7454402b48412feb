/** Expressions whose words alone say something else: each with sentences that hold it and such that only look like it. */
import { createSentimentScorer } from "cxkit";
import { describe, expect, test } from "vitest";
import type { Reading } from "./englishSentences.js";

interface Expression {
  readonly means: readonly Reading[];
  readonly leaves: readonly Reading[];
}

const expressions: Readonly<Record<string, Expression>> = {
  "the end of something bad, or less of it, is good": {
    means: [
      ["The app stopped freezing after the update.", "positive"],
      ["The leak is gone.", "positive"],
      ["It freezes less often now.", "positive"],
      ["Fewer delays than in spring.", "positive"],
      ["My phone no longer overheats.", "positive"],
    ],
    leaves: [
      ["It stopped responding.", "negative"],
      ["Fewer staff at the desk.", "negative"],
      ["It no longer starts.", "negative"],
      ["We stopped at the lake.", "neutral"],
    ],
  },
  "stars for something bad, or that would have been given, are no praise": {
    means: [
      ["5 stars for ruining my birthday.", "negative"],
      ["Five stars for the worst service ever.", "negative"],
      ["I would have given it five stars.", "negative"],
      ["Would give 5 stars if it did not freeze.", "negative"],
    ],
    leaves: [
      ["Five stars for helping with my broken bag.", "positive"],
      ["I'd give it five stars.", "positive"],
      ["Would give zero stars if I could.", "negative"],
      ["Would give 10 stars if I could.", "neutral"],
    ],
  },
  "the only good thing means that the rest is bad": {
    means: [
      ["The only positive thing is the price.", "negative"],
      ["The only decent part was dessert.", "negative"],
    ],
    leaves: [
      ["I have only good things to say.", "positive"],
      ["A good thing about it is the price.", "positive"],
    ],
  },
  "rolling eyes turn praise over": {
    means: [
      ["Lovely people at the desk 🙄", "negative"],
      ["What a great airline! 🙄", "negative"],
    ],
    leaves: [
      ["Lovely people at the desk 🙂", "positive"],
      ["Lovely people. The ferry at six 🙄", "positive"],
    ],
  },
  "easy to break is bad": {
    means: [
      ["Easy to lose.", "negative"],
      ["The screen is easy to scratch.", "negative"],
    ],
    leaves: [
      ["Easy to clean.", "positive"],
      ["Not easy to break.", "positive"],
    ],
  },
  "better than feared is good, not as good as hoped is bad": {
    means: [
      ["Expected far worse.", "positive"],
      ["Not as bad as I feared.", "positive"],
      ["It wasn't as easy as advertised.", "negative"],
      ["Not as good as I remember.", "negative"],
      ["Not the best, not the worst.", "neutral"],
    ],
    leaves: [
      ["It got worse.", "negative"],
      ["Worse than expected.", "negative"],
      ["Just as advertised.", "positive"],
    ],
  },
  "what cannot be bettered is good": {
    means: [
      ["I wouldn't change a thing.", "positive"],
      ["We would not change anything.", "positive"],
      ["You won't find a nicer host.", "positive"],
      ["I don't think you can find better.", "positive"],
    ],
    leaves: [
      ["They wouldn't change my flight.", "negative"],
      ["I couldn't find the entrance.", "negative"],
    ],
  },
  "an answer is a sentence of its own": {
    means: [
      ["No. Lovely people though.", "positive"],
      ["Any trouble? No. Great stay.", "positive"],
    ],
    leaves: [
      ["No good.", "negative"],
      ["Mr. Smith was lovely.", "positive"],
    ],
  },
  "absurdly good or cheap is good": {
    means: [
      ["Insanely cheap tickets.", "positive"],
      ["Ludicrously comfortable bed.", "positive"],
      ["Absurdly good burgers.", "positive"],
    ],
    leaves: [
      ["Ridiculously cheap plastic.", "negative"],
      ["Absurdly expensive.", "negative"],
      ["This is absurd.", "negative"],
    ],
  },
  "what spares a queue is good": {
    means: [
      ["It avoids long lines.", "positive"],
      ["Skipped the queue.", "positive"],
    ],
    leaves: [
      ["Avoid this hotel.", "negative"],
      ["The queue was long and slow.", "negative"],
    ],
  },
  "sarcastic joy before a nuisance": {
    means: [
      ["Oh perfect, another password to remember.", "negative"],
      ["Oh lovely. Another survey.", "negative"],
      ["Exactly what we needed: a broken lift.", "negative"],
    ],
    leaves: [
      ["Oh great, thank you!", "positive"],
      ["Oh great, another lovely present!", "positive"],
      ["Just what I needed: a warm coat.", "positive"],
    ],
  },
  "left in the rain, asked in vain, written to too often": {
    means: [
      ["The box was dumped in the snow.", "negative"],
      ["We asked for towels and got none.", "negative"],
      ["Please stop calling me.", "negative"],
    ],
    leaves: [
      ["I left my coat in the car.", "neutral"],
      ["Does the bus stop at the museum?", "neutral"],
      ["Got nothing but praise from my guests.", "positive"],
    ],
  },
  "cold meals are bad, cold beer is good": {
    means: [
      ["My coffee came stone cold.", "negative"],
      ["Dinner was served cold.", "negative"],
      ["The drinks were nicely cold.", "positive"],
    ],
    leaves: [
      ["The lake was cold.", "neutral"],
      ["The food was not cold.", "neutral"],
    ],
  },
  "what they used to do they do no more, what they turned around is good now": {
    means: [
      ["They used to reply the same day.", "negative"],
      ["Your drivers used to care.", "negative"],
      ["The hotel used to be awful but new owners turned things around.", "positive"],
    ],
    leaves: [
      ["I used to live in Kent.", "neutral"],
      ["The bus turned around.", "neutral"],
    ],
  },
  "wishes are complaints, but not the wish to have come sooner": {
    means: [
      ["I wish they would answer.", "negative"],
      ["I wish it had a lid.", "negative"],
      ["Wish I'd known about this place earlier.", "positive"],
    ],
    leaves: [
      ["I wish to change my address.", "neutral"],
      ["We wish to book a table.", "neutral"],
    ],
  },
  "small rooms are bad, small problems are small": {
    means: [
      ["Cosy but tiny.", "negative"],
      ["The cabin was nice but tiny.", "negative"],
    ],
    leaves: [
      ["Tiny but lovely.", "positive"],
      ["Small but lovely.", "positive"],
    ],
  },
  "what is sorted, easy to leave, quick to wait for or there at last is good": {
    means: [
      ["One email and everything was sorted.", "positive"],
      ["Cancelling my subscription was easy.", "positive"],
      ["The wait was short.", "positive"],
      ["Finally a bank that listens.", "positive"],
    ],
    leaves: [
      ["The list is sorted by price.", "neutral"],
      ["Cancelling was a nightmare.", "negative"],
      ["We finally left at noon.", "neutral"],
    ],
  },
  "praise behind something conceded counts in full": {
    means: [
      ["Despite the delay great fun.", "positive"],
      ["In spite of the noise lovely stay.", "positive"],
    ],
    leaves: [
      ["Despite my complaint no good answer.", "negative"],
      ["Good although slow.", "positive"],
    ],
  },
};

const score = createSentimentScorer();

describe.each(Object.entries(expressions))("%s", (_, { means, leaves }) => {
  test("is how it is read", () => {
    expect(means.map(([text]) => [text, score.brief(text).label])).toEqual(means);
  });
  test("changes nothing that only looks like it", () => {
    expect(leaves.map(([text]) => [text, score.brief(text).label])).toEqual(leaves);
  });
});
