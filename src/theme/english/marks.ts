import type { WordMark } from "../sentimentLanguage.js";

/** English words that negate; the number is what they are worth with nothing to negate. */
export const negators = `
-0.5: nor, neither
-0.6: {not}
-0.35: not
-0.8: never, nobody, no one, noone, none
-0.7: no, zero
-0.4: without, hardly, barely, scarcely, rarely, seldom, free of
0: fewer
-0.6: nothing
-1.8: lack, lacks, lacked, lacking, lack of, devoid of, short on
`;

/** English words that strengthen or weaken. */
export const intensifiers = `
1.4: very, really, so, extremely, incredibly, super, insanely, absolutely, totally, completely, utterly, truly, highly, hugely, exceptionally, extraordinarily, unbelievably, ridiculously, stupidly, absurdly, ludicrously, amazingly, remarkably, terribly, awfully, horribly, beyond, seriously, damn, freaking, frigging, fucking, bloody, deeply, thoroughly, entirely, wholly, massively, immensely, tremendously, enormously, profoundly, purely, vastly, wildly, crazy, mega, uber, way too, far too, much too, ever so, such a, such an, so very, too, painfully, shockingly, outrageously, unusually, especially, particularly, most, the most, beyond, complete, total, absolute, utter, pure, sheer, huge, massive, major, serious, real, extreme, nothing short of, more than, far more, way more, so many, constantly, always, constant, continually, perpetually, repeatedly, such
1.15: pretty, quite, rather, definitely, certainly, surely, much, even, more, far, simply, just plain, big, true, big time, a lot, lots of, as hell, as fuck, af, indeed, so much, to say the least, by far, hands down, clearly, literally, genuinely, consistently, continuously, significantly, considerably, extra, strongly
0.6: a bit, bit, a little, a little bit, slightly, somewhat, kind of, kinda, sort of, sorta, partially, partly, relatively, moderately, mildly, marginally, a tad, a touch, more or less, almost, nearly, sometimes, occasionally, at times, less, small, tiny, minor, slight, little, few, a few, somehow, mostly, maybe, perhaps, possibly, probably
0.85: fairly, reasonably, generally, usually
`;

/** English words by what they are besides. */
export const marks: Readonly<Record<WordMark, string>> = {
  function:
    "oh, ah, hey, a, an, the, of, to, in, at, by, for, from, on, off, with, into, onto, out, up, down, over, under, about, as, than, then, is, are, was, were, be, been, being, am, has, have, had, having, do, does, did, doing, will, would, shall, should, can, could, may, might, must, s, re, ve, ll, d, m, t, this, that, these, those, there, here, which, who, whom, whose, what, when, where, how, all, any, some, each, every, both, one, other, such, own, too, very, just, also, only, now, it, its, me, him, us, them, my, your, his, her, our, their, mine, yours, ours, myself, itself, yourself, and, or, if, because, so, until, while, before, after, during, between, through, again, more, most, get, got, getting, going, make, made, think, thought, feel, felt, seem, seems, seemed, say, said, really, anything, something, anyone, way, not, no, never, but, u, ur, im, ive, id, youre, theyre, thats, whats, dont, cant, wont, didnt, doesnt, isnt, wasnt, don't, can't, won't, didn't, doesn't, isn't, wasn't, couldn't, wouldn't, haven't, hasn't, aren't, weren't",
  subject:
    "i, we, you, he, she, it, they, this, that, these, those, there, the, my, our, your, his, her, their, its, im, ive, youre, theyre, customer, service, staff, everyone, everything",
  link: "and, or, nor, &, plus",
  contrast:
    "but, however, although yet, nevertheless, nonetheless, except, except that, only to, on the other hand, other than that, having said that, that said, otherwise, apart from that, on the downside, on the negative side, sadly, unfortunately, bu, yet, whereas, instead, still though, just wish",
  concession:
    "although, though, even though, despite, in spite of, while, albeit, apart from, aside from, except for, other than, regardless of, notwithstanding, even if",
  hypothetical:
    "would be, would have been, could be, could have been, should be, should have been, might be, might have been, should have, could do with, ought to, ought to be, need to be, needs to be, must be, d be, wish, wished, wishing, coulda, shoulda, woulda, were to, would make, could use",
  former:
    "used to, used to be, supposed to, supposed to be, was supposed, once was, thought it was, thought this was, thought you were, claim to be, claims to be, claim to, claims to, meant to be, meant to, was meant to, pretend to, pretends to, pretending to, so called, allegedly",
  hope: "hope, hoping, hopefully, hoped, want, wants, wanted, wanting, need, needs, needing, looking for, look for, in search of, waiting for, request, requesting, requested, require, requires, would like, d like, id like, like to, trying to, tried to, try to, in order to, able to, asked for, asking for, wondering if, wonder if, interested in, how to, allow me to, for a chance to, chance to, win",
  condition: "if, unless, in case, whether, as long as, provided that, until",
  why: "why, how can you, how can, how could, how is it, how do you, how come, really, seriously, what kind of, when will you, when are you, wtf, do you even, how long, how many times, how many",
  request:
    "please, pls, plz, plse, can you, could you, would you, will you, can i, could i, may i, can we, can someone, can anyone, could someone, is there, are there, is it possible, would it be possible, do you, does anyone, any chance, let me know, let us know, dm, i need, i need help, need help, we need, need assistance, help me, help us, i would like, i d like, id like, wondering if, i was wondering, looking for, how do i, how can i, how do we, where can i, where do i, what is the, when is the, when will, advise, kindly, any update, any updates, any word, follow me, follow back, email me, call me, contact me, tell me",
  courtesy:
    "thanks, thank you, thank u, thx, thnx, thanx, ty, tks, tnx, many thanks, thanks in advance, cheers, thankyou, thanks very much, thank you very much, appreciate it, appreciated, much appreciated, thank you so much, thanks so much",
  praise:
    "great, awesome, nice, fantastic, wonderful, brilliant, lovely, perfect, excellent, amazing, good, super, fabulous, terrific, cool, yay, congrats, congratulations, bravo, well done, good job, great job, nice job, good work, nice work, great work, fun, splendid, wow, kudos, way to go, hooray, woohoo, just great, oh great|brilliant|wonderful|fantastic|perfect|lovely|super|nice, just|exactly what i|we needed, superb",
  irony:
    "{number} star/n for, thanks for, thank you for, thank you so much for, thanks so much for, thx for, great job, good job, nice job, awesome job, great work, good work, nice work, way to, way to go, well done, kudos for, congrats on, congratulations on, love how, love it when, love when, love that, love being, love waiting, love sitting, loving the, loving how, bravo for, props for, appreciate the, appreciate you, nothing like, gotta love, got to love, you have to love, so glad",
  wait: "wait, waits, waiting, waited, on hold, hold, holding, queue, queued, queuing, queueing, in line, late, delayed, delay, delays, stuck, sat, sitting, sit, stranded, took, takes, taking, take, spent, spend, wasted, on the phone, overdue, already, trying, and counting, without, missed, past due, held, not heard, no response, no reply",
  duration:
    "{number} {time}, {number} {number} {time}, {number} and a half {time}, {number} more? full? long? solid? whole? straight? business? working? {time}, {number} plus {time}, {number} + {time}, a|an|half|whole|entire|another|over|couple|few|several|many|full {time}, half an hour, couple of {time}, a couple of? {time}, a few {time}, over an? {time}, for {time}, {time} and {time}, {time} on hold|end, hours, days, weeks, months, years, hour and a half, an hour and a half, {number} hr, {number} hrs, {number} min, {number} mins, {number} h, {number} m, two|three|four and|or|to two|three|four|five {time}, {number} to {number} {time}, {number} or {number} {time}",
  short: "{number} minute|minutes|min|mins|second|seconds|sec|secs",
  quick:
    "within, in under, in less than, less than, under, in only, in just, within just, took only, took just, only took, it only took, just took",
  count:
    "second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|6th|7th|8th|9th|10th|tenth|umpteenth|hundredth|nth time|attempt|call|day|delay|one, {number} times, two|three|four|five|six|several|multiple|numerous|many|countless times, twice, {number} times already|now, {number} calls|emails|attempts|people|agents|different|representatives|reps|tickets, many times, several|multiple|numerous|repeated|countless calls|emails|attempts|requests|messages, again and again, over and over, every time, every single time, each time, in a row",
  contact:
    "call, called, calling, calls, phone, phoned, phoning, email, emailed, emails, contact, contacted, contacting, asked, asking, complained, wrote, written, messaged, messages, reported, reporting, requested, tried, trying, explained, told, spoke, spoken, speaking, chased, chasing, sent, returned, reset, restarted, transferred, rescheduled, changed, rebooked, happened, happens, happening, attempt, attempts, calls",
  still: "still, even now, as of now, to this day",
  again:
    "oh great|brilliant|wonderful|fantastic|perfect|lovely|super|nice, again, another, yet another, once again, yet again, as usual, as always, one more, third, fourth, more, typical, back to back",
  resolved:
    "fixed, fixing, fixes, solving, resolving, resolves, solves, resolved, solved, sorted, repaired, replaced, refunded, rectified, addressed, corrected, sorted out, fixed it, fixed this, fixed that, fix it quickly, got it fixed, got it resolved, taken care of, took care of, cleared up, figured it out, worked it out, made it right, put right, restored, reimbursed, compensated, helped me, helped us, resolved quickly",
  excess: "too, way too, far too, much too, a bit too, a little too",
  stars: "{number} star/n, {number} star/n for, would|d give *? {number} star/n if i|possible",
  outOf: "{number} out of {number}",
  after:
    "at all, a lot, a bit, as hell, as fuck, af, indeed, so much, to say the least, by far, hands down, big time, sometimes, at times, occasionally",
};

/** English words by feeling. */
export const emotions = {
  joy: "lov/e, ador/e, happ/ay, happiness, joy, delighted, delight, delightful, thrilled, thrill, enjoy/v, fun, excited, exciting, excitement, ecstatic, overjoyed, elated, cheerful, yay, hooray, woohoo, wow, amaz/ing, fantastic, wonderful, awesome, smil/e, laugh/v, lol, glad, blissful, made my day, made our day, over the moon",
  gratitude:
    "thank/n, thx, thnx, tysm, thankful, grateful, gratitude, appreciat/e, appreciation, kudos, much appreciated, thanks so much, thank you so much, thank you very much, thanks a lot, thank god, hats off, blessed, indebted",
  anger:
    "angr/ay, anger/v, furious, livid, fuming, outrag/e, outrageous, rage, enrag/e, irate, hat/e, hatred, disgust/v, disgrace, disgraceful, infuriat/e, unacceptable, scam/mm, fraud, thieves, thief, liar/n, lie/n, lied, rip off, ripoff, shame on, appalling, appalled, shameful, insult/v, wtf, damn, fuck/v, bullshit, shit, crap, idiot/n, rude, pathetic, how dare you, boycott",
  frustration:
    "frustrat/e, frustration, annoy/v, irritat/e, fed up, sick of, tired of, sick and tired, ridiculous, on hold, waiting, stuck, again and again, over and over, still waiting, exasperat/e, hassle/n, nuisance, run around, runaround, ugh, argh, grr, facepalm, for hours, struggl/e, no response, no reply, unhelpful, gave up, giv/e up, going in circles, pain in the",
  disappointment:
    "disappoint/v, disappointment, dissapoint/v, letdown, let down, let me down, sad, sadly, sadden/v, unfortunately, underwhelm/v, unimpressed, unsatisfied, dissatisfied, expected better, expected more, hoped for more, used to be, regret/tt, shame, what a shame, such a shame, mediocre, failed to, not up to, fell short, below expectations, gone downhill, not what i expected, heartbroken, overrated, upset, unhappy, not happy, not impressed, not satisfied, not pleased",
  confusion:
    "confus/e, confusion, unclear, bewilder/v, puzzl/e, baffl/e, perplex/x, not clear, no idea, no clue, do not understand, don't understand, doesn't make sense, makes no sense, make no sense, can't figure, cannot figure, don't get it, lost, contradictory, complicated, misleading, ambiguous, vague, not sure, unsure, how do i, where is the, what does it mean, clueless",
  urgency:
    "urgent/l, asap, immediate/l, emergency, emergencies, right now, right away, as soon as possible, at once, urgency, deadline, time sensitive, stranded, desperate/l, i? need this|it|that today|now|asap|tonight|urgently, now please, before it is too late, hurry, quickly please, running out of time, critical",
} as const;
