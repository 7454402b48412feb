import type { SentimentLabel, SentimentRule } from "cxkit";

/** A sentence and how a careful reader takes it. */
export type Reading = readonly [text: string, label: SentimentLabel];

/** Sentences that are read rightly only with a rule, and such that it must leave as they are. */
export interface RuleCases {
  readonly needs: readonly Reading[];
  readonly leaves: readonly Reading[];
}

/** By rule, made up for this test: how customers of shops, banks, carriers and apps write. */
export const casesByRule: Readonly<Record<SentimentRule, RuleCases>> = {
  negation: {
    needs: [
      ["The receptionist was not helpful.", "negative"],
      ["I wasn't happy with the repair.", "negative"],
      ["The new menu is not clean, modern or attractive.", "negative"],
      ["There was nobody at the desk.", "negative"],
      ["The lid doesn't close.", "negative"],
      ["Your driver never smiled.", "negative"],
      ["The lamp won't glow.", "negative"],
      ["It is not expensive.", "positive"],
      ["I don't think the technician was competent.", "negative"],
      ["Nothing broken on arrival.", "positive"],
    ],
    leaves: [
      ["Not only friendly but also quick.", "positive"],
      ["No doubt the best bakery in town.", "positive"],
      ["The room was bad, not the breakfast.", "negative"],
      ["Why not try it: delicious soup.", "positive"],
      ["Great value.", "positive"],
    ],
  },
  intensity: {
    needs: [
      ["Awfully nice people.", "positive"],
      ["The crust was a bit cheap.", "neutral"],
      ["The parcel was a little old.", "neutral"],
    ],
    leaves: [
      ["Pretty bad.", "negative"],
      ["Terribly slow.", "negative"],
      ["Incredibly rude clerk.", "negative"],
      ["The soup was very good.", "positive"],
    ],
  },
  hypothetical: {
    needs: [
      ["The seats would be comfortable with cushions.", "negative"],
      ["The seats might be comfortable one day.", "negative"],
      ["The lounge used to be lovely.", "negative"],
      ["The pillow was supposed to be soft and comfortable.", "negative"],
      ["We wanted a friendly host.", "neutral"],
    ],
    leaves: [
      ["I would buy it again, excellent boots.", "positive"],
      ["We hope to return, the hosts were wonderful.", "positive"],
      ["If you like tea, go there, it is lovely.", "positive"],
    ],
  },
  question: {
    needs: [
      ["Is the delivery fast?", "neutral"],
      ["Was the last owner friendly?", "neutral"],
      ["Which of the two is good for kids?", "neutral"],
      ["Is breakfast free?", "neutral"],
    ],
    leaves: [
      ["Why is the line always terrible?", "negative"],
      ["How can you be so incompetent?", "negative"],
      ["What time do you open?", "neutral"],
      ["Great food. Do you open on Sundays?", "positive"],
    ],
  },
  request: {
    needs: [
      ["Please send me a nice photo.", "neutral"],
      ["Please book a comfortable seat for me.", "neutral"],
      ["Could you please reserve a quiet table.", "neutral"],
    ],
    leaves: [
      ["Please fix this terrible app.", "negative"],
      ["Please change the address on my order.", "neutral"],
      ["Please tell Anna she is amazing! Fantastic evening.", "positive"],
    ],
  },
  courtesy: {
    needs: [
      ["My statement is wrong. Thank you.", "negative"],
      ["Can you check my booking? Thanks", "neutral"],
      ["I need the invoice for March. Thanks!", "neutral"],
    ],
    leaves: [
      ["Thanks!", "positive"],
      ["Thank you so much, the flowers arrived.", "positive"],
      ["Thanks in advance.", "neutral"],
    ],
  },
  sarcasm: {
    needs: [
      ["Great, another delay.", "negative"],
      ["Wonderful, the train is late again.", "negative"],
      ["Thanks for making us wait.", "negative"],
      ["Great job losing my parcel.", "negative"],
      ["Oh brilliant, more excuses.", "negative"],
      ["Love how my order got cancelled again.", "negative"],
    ],
    leaves: [
      ["Thanks for the quick refund after the cancelled show.", "positive"],
      ["Great job!", "positive"],
      ["Great phone, poor battery.", "neutral"],
      ["Thank you for fixing the problem.", "positive"],
      ["Great, but late.", "negative"],
    ],
  },
  resolution: {
    needs: [
      ["There was an error and a delay, but it was solved.", "positive"],
      ["The damaged lamp was replaced.", "neutral"],
      ["A mistake with the bill was corrected.", "neutral"],
      ["The crash was fixed in the last update.", "positive"],
    ],
    leaves: [
      ["The problem was not resolved.", "negative"],
      ["The error needs to be fixed.", "negative"],
      ["Nothing was fixed, still broken.", "negative"],
      ["Resolved quickly.", "positive"],
    ],
  },
  waiting: {
    needs: [
      ["In line for 40 minutes.", "negative"],
      ["Still two hours to go.", "negative"],
      ["On the phone 50 minutes.", "negative"],
      ["My call was put through within 2 minutes.", "positive"],
      ["Waited 3 minutes.", "neutral"],
    ],
    leaves: [
      ["The flight takes off at 9.", "neutral"],
      ["It is a 3 hour drive to the coast.", "neutral"],
      ["The warranty covers 24 months.", "neutral"],
      ["I have had this kettle for 2 years and love it.", "positive"],
    ],
  },
  counting: {
    needs: [
      ["I have called three times about the invoice.", "negative"],
      ["This is the third time I emailed you.", "negative"],
      ["Emailed twice.", "negative"],
    ],
    leaves: [
      ["Our third time here and always lovely.", "positive"],
      ["I go there twice a week.", "neutral"],
      ["The same bug for the third time.", "negative"],
      ["It still looks beautiful.", "positive"],
    ],
  },
  excess: {
    needs: [
      ["The letters are too small.", "negative"],
      ["Way too spicy.", "negative"],
      ["The handle is too short.", "negative"],
    ],
    leaves: [
      ["Me too.", "neutral"],
      ["The cake was lovely too.", "positive"],
      ["Not too spicy.", "neutral"],
      ["Too slow.", "negative"],
    ],
  },
  contrast: {
    needs: [
      ["The room was lovely, but the bathroom was filthy.", "negative"],
      ["The app is slow, but it is useful.", "positive"],
      ["Good food although the waiter was unfriendly.", "positive"],
      ["Despite the broken lift we had fun.", "positive"],
    ],
    leaves: [
      ["Nothing but praise.", "positive"],
      ["I liked the tour. However, that was last year.", "positive"],
      ["But why is it so slow?", "negative"],
    ],
  },
  emphasis: {
    needs: [
      ["Nice garden!!! Poor rooms.", "neutral"],
      ["The garden is NICE, the rooms are poor.", "neutral"],
      ["niiiice garden, poor rooms", "neutral"],
    ],
    leaves: [
      ["TERRIBLE", "negative"],
      ["loooove it", "positive"],
      ["We leave at noon!!!", "neutral"],
      ["The ATM is on the left.", "neutral"],
    ],
  },
  rating: {
    needs: [
      ["1 star", "negative"],
      ["Five stars", "positive"],
      ["10/10", "positive"],
      ["2 out of 10", "negative"],
      ["I give it 9 out of 10.", "positive"],
      ["★☆☆☆☆", "negative"],
      ["★★★★★", "positive"],
      ["Zero stars.", "negative"],
      ["It was a 5/5 for me.", "positive"],
    ],
    leaves: [
      ["The desk is open 24/7.", "neutral"],
      ["We were there on 5/10.", "neutral"],
      ["I work 9 to 5.", "neutral"],
    ],
  },
  emoji: {
    needs: [
      ["👍🏽", "positive"],
      ["The waiter 🤦🏻‍♀️", "negative"],
      ["See you next week :-)", "positive"],
      ["We landed at six :(", "negative"],
      ["The dessert ❤️", "positive"],
      ["My parcel <3", "positive"],
      ["This is what I got 😡", "negative"],
    ],
    leaves: [
      ["Open from 9:00 (not on Sundays).", "neutral"],
      ["See https://example.com/:D", "neutral"],
      ["Flight ✈️ at nine.", "neutral"],
    ],
  },
};

/** What is said by idioms, and what is only a fact. */
export const idiomReadings: readonly Reading[] = [
  ["No issues at all.", "positive"],
  ["Nothing to complain about.", "positive"],
  ["I can't complain.", "positive"],
  ["I have no complaints whatsoever.", "positive"],
  ["We never had a single problem.", "positive"],
  ["The app is not working.", "negative"],
  ["The card doesn't work abroad.", "negative"],
  ["It stopped working after a week.", "negative"],
  ["Could be better.", "negative"],
  ["Could not be happier.", "positive"],
  ["Couldn't be easier to set up.", "positive"],
  ["It could be worse.", "neutral"],
  ["It used to be so much better.", "negative"],
  ["An apology would have been nice.", "negative"],
  ["I waited 45 minutes on hold.", "negative"],
  ["2 weeks and still no answer.", "negative"],
  ["Two weeks and still waiting.", "negative"],
  ["This is the third time I have asked.", "negative"],
  ["Thanks for nothing.", "negative"],
  ["What a joke.", "negative"],
  ["What a waste of money.", "negative"],
  ["Worth every penny.", "positive"],
  ["Not worth the money.", "negative"],
  ["I would not recommend this bank.", "negative"],
  ["I would definitely recommend this bank.", "positive"],
  ["I can't recommend it enough.", "positive"],
  ["Will never order from here again.", "negative"],
  ["We will be back!", "positive"],
  ["You get what you pay for, a piece of junk.", "negative"],
  ["Does exactly what it says.", "positive"],
  ["Just what I needed.", "positive"],
  ["Works like a charm.", "positive"],
  ["They went above and beyond.", "positive"],
  ["Left a lot to be desired.", "negative"],
  ["Fed up with your call centre.", "negative"],
  ["I want my money back.", "negative"],
  ["Nobody answers the phone.", "negative"],
  ["Nobody called me back.", "negative"],
  ["I was hung up on twice.", "negative"],
  ["The website is down.", "negative"],
  ["Your site keeps crashing.", "negative"],
  ["I can't log in.", "negative"],
  ["I am unable to pay.", "negative"],
  ["They don't care about customers.", "negative"],
  ["No one cares.", "negative"],
  ["Better than expected.", "positive"],
  ["Better than the last one.", "positive"],
  ["Worse than last year.", "negative"],
  ["Cheaper than anywhere else.", "positive"],
  ["Not bad at all.", "positive"],
  ["Not too bad.", "positive"],
  ["Nothing special.", "negative"],
  ["Not good enough.", "negative"],
  ["Not very good.", "negative"],
  ["Far from perfect.", "negative"],
  ["Anything but easy.", "negative"],
  ["Hard to beat.", "positive"],
  ["On time and in good condition.", "positive"],
  ["My bag was lost.", "negative"],
  ["They lost my luggage.", "negative"],
  ["I was charged twice.", "negative"],
  ["Hidden fees everywhere.", "negative"],
  ["Issue fixed quickly.", "positive"],
  ["They fixed my problem within an hour.", "positive"],
  ["They went out of their way to help.", "positive"],
  ["Please help.", "neutral"],
  ["Kind regards, Peter", "neutral"],
  ["Good morning, I have a question about my invoice.", "neutral"],
  ["I paid by credit card.", "neutral"],
  ["The free trial ends on Monday.", "neutral"],
  ["I spoke to customer service.", "neutral"],
  ["Where is the lost and found?", "neutral"],
  ["I would like to change my seat.", "neutral"],
  ["How do I reset the code?", "neutral"],
  ["The order was delivered on Tuesday.", "neutral"],
  ["I bought it last week.", "neutral"],
  ["It looks like a lamp.", "neutral"],
  ["I love it.", "positive"],
  ["I hate it.", "negative"],
  ["soooo goooood", "positive"],
  ["Excellent", "positive"],
  ["refund!!! scam!!!", "negative"],
  ["The staff were rude and the food was cold.", "negative"],
  ["So far so good.", "positive"],
  ["Customer for life.", "positive"],
  ["I am switching to another provider.", "negative"],
  ["Please cancel my subscription, I am fed up.", "negative"],
  ["Do something about your app.", "negative"],
  ["Avoid at all costs.", "negative"],
  ["Stay away!", "negative"],
  ["Rip-off.", "negative"],
  ["My order never arrived.", "negative"],
  ["Neither helpful nor polite.", "negative"],
  ["Hardly any choice and no help.", "negative"],
  ["Without any problems.", "positive"],
  ["They made it easy.", "positive"],
  ["They made me wait.", "negative"],
];

/** Texts of several clauses, with each clause's reading. */
export const clauseReadings: readonly (readonly [text: string, clauses: readonly Reading[]])[] = [
  [
    "Love the app but the checkout keeps crashing.",
    [
      ["Love the app", "positive"],
      ["but the checkout keeps crashing", "negative"],
    ],
  ],
  [
    "The food was great and the service was terrible.",
    [
      ["The food was great", "positive"],
      ["and the service was terrible", "negative"],
    ],
  ],
  ["Friendly, fast and cheap.", [["Friendly, fast and cheap", "positive"]]],
  [
    "Although the room was small, we loved the view.",
    [
      ["Although the room was small", "neutral"],
      ["we loved the view", "positive"],
    ],
  ],
  [
    "Delivery was late; the driver was polite.",
    [
      ["Delivery was late", "negative"],
      ["the driver was polite", "positive"],
    ],
  ],
  [
    "The price is fair, however the app is awful.",
    [
      ["The price is fair", "positive"],
      ["however the app is awful", "negative"],
    ],
  ],
];
