import type { Taxonomy } from "../../model/taxonomy.js";

/**
 * A starter taxonomy for banks: cards, payments and transfers, cash, fees and rates, accounts, loans, fraud, identity, app and branch.
 * Plain data to copy and edit: add the names of your own products and accounts, take out what you do not offer.
 *
 * Phrases are written in the base form; see `createTagger` for their grammar. Try it on your comments with `taggingCoverage`, and
 * against your own coding with `evaluateTagger`, before you rely on it.
 *
 * @example
 * ```ts
 * import { bankingTaxonomy, createTagger, taggedThemes } from "cxkit";
 *
 * const { tag } = createTagger(bankingTaxonomy);
 * taggedThemes(tag("My card was declined abroad, and I was charged a fee."));
 * // => ["card", "declined", "travel", "fees"]
 * ```
 */
// biome-ignore format: the phrases of a theme read best in a few lines
export const bankingTaxonomy: Taxonomy = {
  id: "banking",
  version: "1",
  language: "en",
  inflection: true,
  regionalSpelling: true,
  themes: [
    { id: "card", name: "Card", phrases: ["card", "visa", "mastercard", "amex", "american express", "maestro"] },
    { id: "card-delivery", name: "Card on its way", parent: "card", phrases: ["(arrive OR deliver OR delivery OR receive OR come OR send OR sent OR wait OR track OR mail OR post OR get) NEAR/5 card", "card NEAR/5 (in the mail OR in the post OR how long OR when)"] },
    { id: "new-card", name: "New and spare cards", parent: "card", phrases: ["(order OR new OR another OR second OR extra OR spare OR additional OR replacement OR replace OR request OR physical OR reorder OR expire OR expiry) NEAR/3 card", "card NEAR/3 (expire OR expiry OR renew)"] },
    { id: "virtual-card", name: "Virtual cards and wallets", parent: "card", phrases: ["virtual", "disposable", "apple pay", "google pay", "samsung pay", "apple watch", "digital wallet", "mobile wallet"] },
    { id: "activation", name: "Activating and linking", parent: "card", phrases: ["activate", "activation", "(link OR add OR connect OR register OR put OR view) NEAR/4 card"] },
    { id: "declined", name: "Declined and not working", parent: "card", phrases: ["decline", "reject", "(card OR payment OR contactless OR atm OR chip) NEAR/5 (not work OR doesn't work OR won't work OR isn't working OR not working OR stop OR stopped working OR broken OR refuse OR fail OR block)", "card reader", "contactless", "tap to pay", "not accepted", "accept NEAR/3 card"] },
    { id: "lost-card", name: "Lost or stolen card", parent: "card", phrases: ["(lose OR lost OR steal OR stolen OR misplace OR missing OR find OR found) NEAR/4 (card OR wallet OR purse OR phone)", "(freeze OR unfreeze OR block OR unblock OR cancel) NEAR/4 card", "(swallow OR eat OR retain OR keep OR kept OR stuck OR take OR took) NEAR/5 card"] },
    { id: "pin", name: "PIN and passcode", parent: "card", phrases: ["pin", "passcode", "cvv", "security code"] },

    { id: "payments", name: "Payments and transfers", phrases: ["payment", "pay", "transaction", "purchase", "statement"] },
    { id: "transfers", name: "Transfers", parent: "payments", phrases: ["transfer", "wire", "send NEAR/3 money", "receive NEAR/3 money", "beneficiary", "recipient", "payee", "iban", "swift", "sepa", "bacs", "sort code", "account number", "zelle", "faster payment"] },
    { id: "pending", name: "Pending, late or missing money", parent: "payments", phrases: ["pending", "(not OR hasn't OR hasnt OR haven't OR didn't OR doesn't OR isn't OR never OR still OR yet) NEAR/4 (arrive OR show OR appear OR receive OR go through OR gone through OR update OR complete OR credit OR process OR there)", "how long NEAR/6 (transfer OR take OR deposit OR refund OR payment)", "where is my money", "(money OR fund OR salary OR deposit OR transfer) NEAR/4 (disappear OR missing OR gone OR delay OR late OR lost)", "stuck"] },
    { id: "failed", name: "Failed and reversed", parent: "payments", phrases: ["(transfer OR payment OR transaction OR top up OR deposit) NEAR/5 (fail OR not allowed OR not go through OR couldn't OR cancel OR revert OR reverse OR return OR unsuccessful)", "revert", "reversed", "go through", "undo"] },
    { id: "unknown-payment", name: "Unknown or double payment", parent: "payments", phrases: ["(not OR didn't OR don't OR never OR without) NEAR/4 (recognise OR authorise OR make this OR made OR make OR request)", "unrecognised", "unauthorised", "unknown payment", "unknown charge", "strange payment", "twice", "double charge", "duplicate", "charged NEAR/3 (multiple OR again)", "wrong amount", "extra charge", "weird charge"] },
    { id: "regular-payments", name: "Direct debits and standing orders", parent: "payments", phrases: ["direct debit", "standing order", "recurring", "regular payment", "scheduled payment", "subscription", "bill"] },
    { id: "refunds", name: "Refunds and disputes", parent: "payments", phrases: ["refund", "money back", "dispute", "chargeback", "reimburse", "reimbursement", "return my money", "claim"] },
    { id: "top-up", name: "Deposits and top-ups", parent: "payments", phrases: ["top up", "topup", "topping up", "topped up", "deposit", "cheque", "add money", "pay in", "paid in", "load money"] },
    { id: "cash", name: "Cash and machines", parent: "payments", phrases: ["cash", "atm", "cashpoint", "withdraw", "withdrawal", "money out"] },

    { id: "fees", name: "Fees and charges", phrases: ["\"fee\"", "\"fees\"", "charge", "cost", "penalty", "surcharge", "expensive", "price"] },
    { id: "exchange", name: "Currencies and exchange", phrases: ["exchange", "currency", "currencies", "foreign", "convert", "conversion", "fiat", "euro", "eur", "dollar", "usd", "gbp", "crypto", "bitcoin"] },
    { id: "travel", name: "Abroad", phrases: ["abroad", "overseas", "travel", "international", "country", "countries", "holiday", "vacation"] },
    { id: "rates", name: "Interest", phrases: ["\"interest\" NOT (no interest in OR any interest in OR little interest in)", "apr", "apy", "savings rate", "base rate"] },
    { id: "limits", name: "Limits", phrases: ["limit", "maximum", "minimum", "cap", "allowance", "how much can i", "how many times", "restriction", "exceed"] },

    { id: "account", name: "Account", phrases: ["account NOT (can't account for OR cannot account for OR couldn't account for OR to account for OR account for it OR account for this OR account for that OR on account of OR into account)", "balance", "isa"] },
    { id: "opening", name: "Opening", parent: "account", phrases: ["(open OR apply OR set up OR create OR start OR get OR have) NEAR/4 account", "application", "apply", "eligible", "eligibility", "age limit", "(how old OR age OR child OR son OR daughter OR teenager OR kid) NEAR/6 (account OR open OR card OR use OR minor)", "open an account"] },
    { id: "closing", name: "Closing and switching", parent: "account", phrases: ["(close OR delete OR terminate OR deactivate OR end OR switch OR leave) NEAR/4 account", "leave this bank", "(switch OR change OR move OR leave) NEAR/3 bank", "(lock OR block OR freeze OR suspend OR restrict) NEAR/4 account"] },
    { id: "details", name: "Personal details", parent: "account", phrases: ["(change OR update OR edit OR modify OR correct) NEAR/4 (name OR address OR detail OR number OR email OR information)", "change of address", "personal detail", "maiden name", "got married", "moved house", "new address"] },
    { id: "savings", name: "Savings and investments", parent: "account", phrases: ["saving", "savings account", "invest", "investment", "mutual fund", "index fund", "stock", "share dealing", "pension", "ira", "bond"] },

    { id: "borrowing", name: "Borrowing", phrases: ["borrow", "credit score", "credit limit", "credit history", "repay", "repayment", "debt", "instalment", "refinanc*"] },
    { id: "loans", name: "Loans and overdrafts", parent: "borrowing", phrases: ["loan", "overdraft", "overdrawn", "line of credit"] },
    { id: "mortgage", name: "Mortgage", parent: "borrowing", phrases: ["mortgage", "remortgage", "home loan", "property", "house purchase", "first time buyer", "valuation", "escrow"] },
    { id: "insurance", name: "Insurance", phrases: ["insurance", "insure", "insured", "policy", "cover"] },

    { id: "security", name: "Fraud and security", phrases: ["security", "secure", "safe", "safety", "protect"] },
    { id: "fraud", name: "Fraud", parent: "security", phrases: ["fraud", "fraudulent", "scam", "scammer", "hack", "compromise", "phishing", "suspicious", "someone NEAR/5 (use OR used OR access OR using OR my card OR my account)", "identity theft", "stolen money", "clone", "copied"] },
    { id: "identity", name: "Identity checks", parent: "security", phrases: ["verify", "verification", "identity", "identification", "prove", "proof of", "source of fund", "passport", "driving licence", "selfie", "document", "kyc", "code NEAR/4 (receive OR sms OR text OR sent)", "one time code", "otp"] },

    { id: "digital", name: "App and online banking", phrases: ["app", "online", "internet banking", "mobile banking", "website", "log in", "login", "log on", "sign in", "password", "username", "locked out", "face id", "fingerprint", "crash", "error message", "notification"] },
    { id: "branch", name: "Branch", phrases: ["branch", "teller", "counter", "queue", "long line", "opening hours", "appointment", "in person", "drive through"] },
    { id: "service", name: "Customer service", phrases: ["customer service", "customer support", "customer care", "call centre", "call center", "on hold", "phone call", "chatbot", "live chat", "agent", "representative", "advisor", "adviser", "human", "speak to", "talk to", "complaint", "complain", "manager", "staff", "helpful", "unhelpful", "rude", "no reply", "no response", "contact you", "someone help"] },
    { id: "loyalty", name: "Will stay or leave", phrases: ["recommend", "best bank", "worst bank", "another bank", "other bank", "loyal customer", "years with", "switch bank", "taking my money", "cashback", "reward", "points", "bonus"] },
  ],
};
