/**
 * What is wrong at Ladlewick, on purpose. The generator decides with these figures, and writes them to
 * `sample/planted.json` with the figures that came out.
 */

/** The NPS of customers for whom all went well. Each `nps` below is what being hit costs, in points, all else equal. */
export const npsBase = 40;

export const planted = {
  missingNotice: {
    kind: "missing-touchpoint",
    stage: "first-box",
    touchpoint: "delivery-notice",
    share: 0.38,
    of: "customers whose first box was delivered or who came to something after it",
    /** By region: a courier partner was changed in two of them. */
    byRegion: { north: 0.3, east: 0.3, south: 0.46, west: 0.5 },
    nps: -24,
    customers: { region: ["south", "west"] },
    story: "The notice that names the delivery day is promised for the day before and is never sent.",
  },
  missingTips: {
    kind: "missing-touchpoint",
    stage: "first-box",
    touchpoint: "cooking-tips",
    share: 0.15,
    of: "customers whose first box was delivered or who came to something after it",
    /** By the channel that the tips go out on. */
    byChannel: { app: 0.3, email: 0.02 },
    nps: -8,
    customers: { device: ["phone"], channel: ["app"] },
    story: "The cooking tips of the first evening go out as a push message to app users, and many are not delivered.",
  },
  addressCall: {
    kind: "unplanned-touchpoint",
    stage: null,
    touchpoint: "call_address_change",
    share: 0.22,
    of: "all customers in the log (a third of those who paid)",
    nps: -30,
    customers: {},
    story: "The checkout takes the billing address only; who wants the box anywhere else has to call.",
  },
  /** Real, but harmless: its rank should be low. */
  recipePrinted: {
    kind: "unplanned-touchpoint",
    stage: null,
    touchpoint: "recipe_printed",
    share: 0.12,
    of: "all customers in the log",
    nps: 0,
    customers: {},
    story: "Customers print the recipe cards; the design does not know it and it does no harm.",
  },
  dropOff: {
    kind: "drop-off",
    stage: "purchase",
    touchpoint: "plan-choice",
    share: 0.3,
    of: "customers who chose a plan",
    /** By device; customers of the first-flat persona leave more often by `firstFlat` on any device. */
    byDevice: { phone: 0.35, tablet: 0.18, laptop: 0.16 },
    firstFlat: 0.1,
    nps: -25,
    customers: { device: ["phone"], persona: ["first-flat"] },
    story: "Between choosing a plan and paying many leave, most of them on phones, where the payment step crashes.",
  },
  lateBox: {
    kind: "experience",
    stage: "first-box",
    touchpoint: "delivery",
    share: 0.42,
    of: "customers whose first box was delivered",
    promised: 80,
    felt: 55,
    nps: -14,
    customers: {},
    story: "The box comes hours after its slot. The log only says that it was delivered: the answers tell.",
  },
  chat: {
    kind: "experience",
    stage: "help",
    touchpoint: "chat",
    share: 0.6,
    of: "customers who used the chat",
    promised: 75,
    felt: 50,
    nps: -12,
    customers: {},
    story: "The chat bot leads in circles and hands over late.",
  },
  unmeasured: {
    kind: "unmeasured",
    stage: "purchase",
    touchpoint: "payment",
    share: 1,
    of: "customers who paid",
    nps: null,
    customers: {},
    story: "Nobody is asked about paying, although plan choice, voucher and confirmation are asked about.",
  },
  uncovered: {
    kind: "uncovered-stage",
    stage: "awareness",
    touchpoint: null,
    share: 1,
    of: "all customers in the log",
    nps: null,
    customers: {},
    story: "The surveys begin with the menu: no answer says anything about how people come to know the company.",
  },
};

/**
 * What goes wrong with single boxes, by share of the first boxes and what it costs in NPS points. Not a gap in the journey,
 * but a theme report sees it.
 */
export const mishaps = {
  missingItem: { share: 0.09, nps: -6 },
  notFresh: { share: 0.055, nps: -6 },
  tooMuchPackaging: { share: 0.12, nps: -6 },
};

/** Everything else goes wrong no more often than this: noise that no analysis should report. */
export const noise = {
  /** Share of customers lost at each step but the planted one. */
  loss: {
    awareness: 0.015,
    "menu-browse": 0.02,
    payment: 0.004,
    "order-confirmation": 0.012,
    "recipe-pick": 0.01,
    "first-box": 0.02,
  },
  /** Share of customers for whom a required touchpoint was not logged. */
  skip: {
    awareness: 0.008,
    "menu-browse": 0.012,
    "plan-choice": 0.004,
    payment: 0.002,
    "order-confirmation": 0.01,
    "recipe-pick": 0.015,
    delivery: 0.005,
  },
  /** Share of customers with an event that the design does not know, by its log name. */
  unplanned: { newsletter_unsubscribed: 0.011, allergy_list_view: 0.009, job_page_view: 0.004 },
  /** Share of customers with two neighbouring events in the wrong order. */
  disorder: 0.012,
};
