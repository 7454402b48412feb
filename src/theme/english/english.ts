import type { SentimentLanguage } from "../sentimentLanguage.js";
import { actions } from "./actions.js";
import { blame } from "./blame.js";
import { idioms } from "./idioms.js";
import { emotions, intensifiers, marks, negators } from "./marks.js";
import { praise } from "./praise.js";

/** English for `createSentimentScorer`: what customers write in reviews, surveys, support tickets and short messages. */
export const english: SentimentLanguage = /* @__PURE__ */ (() => ({
  language: "en",
  endings: {
    v: "- s ed ing",
    x: "- es ed ing",
    e: "e es ed ing",
    y: "y ies ied ying",
    n: "- s",
    nx: "- es",
    ny: "y ies",
    a: "- er est ly",
    ae: "e er est ely",
    ay: "y ier iest ily",
    l: "- ly",
    le: "le ly",
    ed: "ed",
    ing: "ing ingly",
    bb: "- s bed bing",
    dd: "- s ded ding",
    gg: "- s ged ging",
    ll: "- s led ling",
    mm: "- s med ming",
    nn: "- s ned ning",
    pp: "- s ped ping",
    rr: "- s red ring",
    tt: "- s ted ting",
  },
  classes: {
    number:
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    time: "second/n minute/n hour/n day/n week/n month/n year/n hr/n min/n sec/n night/n decade/n",
    trouble:
      "problem/n issue/n complaint/n trouble/n error/n bug/n delay/n hassle/n fault/n hiccup/n glitch/nx hitch/nx snag/n difficulty difficulties concern/n worry worries drama fuss stress crash/nx defect/n drawback/n downside/n doubt/n",
    not: "not don't doesn't didn't isn't aren't wasn't weren't can't cannot couldn't won't wouldn't shouldn't haven't hasn't hadn't ain't mustn't needn't dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt havent hasnt hadnt aint couldn wouldn",
    cannot: "can't cannot couldn't cant couldnt",
    willnot: "won't wouldn't wont wouldnt",
    be: "is was are were s re",
    no: "no zero",
    never: "never not don't doesn't didn't haven't hasn't hadn't dont didnt havent",
    nothing: "nothing nothin",
    zero: "zero no",
    using:
      "buy/v buying use using order/v book/v shop shopping fly flying stay/v return/v purchase purchasing visit/v go going come coming recommend/v flown bought used eat eating deal dealing shop do doing",
    really: "really very so even ever all definitely certainly surely always highly particularly that",
    real: "real major big serious single further other",
    well: "well great fine perfectly flawlessly beautifully nicely good wonderfully amazingly fantastic awesome smoothly",
    failing: "crash/x freez/e lagging lags leak/v break/v fail/v overheat/v disconnect/v losing",
    meal: "food meal/n dinner coffee tea pizza/n soup fries chips burger/n pasta",
    wait: "wait/n queue/n line/n waiting",
    absurd: "absurdly amazingly crazy incredibly insanely ridiculously stupidly surprisingly unbelievably",
    better: "better easier improved faster quicker clearer cheaper nicer more",
    rival: "competitor competitors competition company provider airline bank carrier",
    subjects: "i we you they he she",
    thing:
      "service customer flight airline company product phone experience purchase hotel meal food place restaurant app store shop website thing bank support staff value deal price movie film book part buy day trip",
  },
  lexicon: praise + blame + actions,
  idioms,
  negators,
  intensifiers,
  marks,
  emotions,
  negationReach: { forward: 3, backward: 0 },
  abbreviations: "mr mrs ms dr st vs etc approx dept no est inc ltd eg ie e.g i.e a.m p.m",
}))();
