import type { Taxonomy } from "../../model/taxonomy.js";

/**
 * A starter taxonomy for comments on customer support, whatever the trade: how hard it was to reach somebody, how long it took, what
 * people were like and what they knew, whether it was solved, how much effort it was. Plain data to copy and edit.
 *
 * Phrases are written in the base form; see `createTagger` for their grammar. Try it on your comments with `taggingCoverage`, and
 * against your own coding with `evaluateTagger`, before you rely on it.
 *
 * @example
 * ```ts
 * import { createTagger, supportTaxonomy, taggedThemes } from "cxkit";
 *
 * const { tag } = createTagger(supportTaxonomy);
 * taggedThemes(tag("On hold for an hour, then passed from department to department. Still not fixed."));
 * // => ["access", "on-hold", "effort", "transfers", "outcome", "not-solved"]
 * ```
 */
// biome-ignore format: the phrases of a theme read best in a few lines
export const supportTaxonomy: Taxonomy = {
  id: "support",
  version: "1",
  language: "en",
  inflection: true,
  regionalSpelling: true,
  themes: [
    { id: "access", name: "Reaching somebody", phrases: ["reach someone", "(reach OR contact OR find OR get hold of OR get a hold of OR get ahold of) NEAR/3 (someone OR somebody OR anyone OR anybody OR person OR human OR support OR agent)", "(impossible OR hard OR difficult OR easy OR unable) NEAR/3 (contact OR reach)", "phone number", "contact number", "no way to contact", "opening hours", "office hours", "weekend", "out of hours", "24/7"] },
    { id: "on-hold", name: "Hold and queues", parent: "access", phrases: ["on hold", "hold time", "hold music", "holding for", "queue", "wait NEAR/5 (phone OR line OR call OR hour OR minute OR speak OR talk OR agent OR answer)", "wait time", "waiting time", "long wait", "pick* up the phone", "(no one OR nobody) NEAR/2 (answer OR pick)", "busy signal", "ring out", "rang out"] },
    { id: "cut-off", name: "Cut off", parent: "access", phrases: ["hung up", "hang up", "cut off", "disconnect", "call NEAR/3 (drop OR end)", "got cut", "chat NEAR/3 (close OR end OR drop)"] },
    { id: "menus", name: "Menus and bots", parent: "access", phrases: ["automated", "phone menu", "ivr", "press NEAR/2 (one OR two OR 1 OR 2 OR button)", "voice recognition", "bot", "chatbot", "virtual assistant", "robot", "(real OR actual OR live) NEAR/1 (person OR human OR agent)", "a human"] },
    { id: "channels", name: "Channels", parent: "access", phrases: ["live chat", "chat window", "whatsapp", "facebook", "twitter", "social media", "contact form", "web form", "self service", "help centre", "help center", "knowledge base", "faq"] },

    { id: "speed", name: "Speed", phrases: ["slow", "quick", "quickly", "fast", "prompt", "promptly", "speedy", "immediate", "immediately", "straight away", "right away", "instant", "instantly", "in no time", "timely", "within minutes"] },
    { id: "first-answer", name: "Time to an answer", parent: "speed", phrases: ["(no OR never OR not OR still OR yet OR without OR any OR awaiting OR didn't OR hasn't) NEAR/3 (reply OR response OR answer OR respond OR hear back OR heard back)", "response time", "reply time", "(reply OR respond OR answer) NEAR/3 (quick OR quickly OR fast OR prompt OR promptly OR slow OR slowly OR late OR day OR week OR hour OR minute)", "ignore", "no word", "unanswered", "auto reply", "automatic reply"] },
    { id: "time-to-solve", name: "Time to a solution", parent: "speed", phrases: ["(take OR took OR wait) NEAR/4 (day OR week OR month OR year OR forever OR ages OR too long OR so long)", "(day OR week OR month) NEAR/0 later", "drag* on", "still waiting", "for weeks", "for months", "delay", "deadline", "same day"] },
    { id: "callback", name: "Promised calls and follow-up", parent: "speed", phrases: ["call NEAR/2 back", "callback", "follow up", "followup", "keep* me informed", "kept me informed", "keep me updated", "kept me updated", "kept informed", "no update", "(promise OR told OR say OR said) NEAR/5 (call OR email OR back OR within)", "get back to me", "got back to me", "status update"] },

    { id: "people", name: "People", phrases: ["agent", "representative", "rep", "advisor", "adviser", "staff", "employee", "support team", "operator", "technician", "engineer", "the NEAR/0 (lady OR guy)", "person i spoke", "colleague"] },
    { id: "friendly", name: "Friendly", parent: "people", phrases: ["friendly NOT (user friendly OR not friendly OR eco friendly)", "kind NOT (kind of OR any kind OR some kind OR what kind OR this kind)", "nice", "polite NOT not polite", "courteous", "pleasant", "lovely", "caring", "patient", "patience", "warm", "cheerful", "respectful", "professional NOT not professional", "empathy", "empathetic", "understanding", "compassion*", "went above", "above and beyond", "extra mile"] },
    { id: "unfriendly", name: "Unfriendly", parent: "people", phrases: ["rude", "impolite", "unfriendly", "unprofessional", "attitude", "disrespect*", "condescending", "arrogant", "dismissive", "aggressive", "shout", "yell", "argue", "bored", "don't care", "doesn't care", "didn't care", "could not care less", "couldn't care less", "indifferent", "no empathy", "lack of empathy", "patronis*", "not friendly", "not polite", "not professional"] },
    { id: "knowledge", name: "Knowledge", parent: "people", phrases: ["knowledge", "knowledgeable", "competent", "incompetent", "incompetence", "expert", "expertise", "experienced", "untrained", "well trained", "training", "clueless", "no idea", "no clue", "(not OR didn't OR don't OR doesn't) NEAR/2 (know OR understand)", "wrong information", "wrong advice", "incorrect information", "conflicting", "contradict*", "different answer", "(different OR another) NEAR/1 (answer OR story OR information)", "misinform*", "script", "scripted", "canned", "copy and paste", "generic"] },
    { id: "listening", name: "Listening and clarity", parent: "people", phrases: ["listen", "(explain OR explanation) NEAR/4 (clear OR clearly OR well OR simple OR poor OR everything OR step)", "clear explanation", "step by step", "walk* me through", "understood my", "(language OR accent OR english) NEAR/5 (barrier OR understand OR hard OR heavy OR speak OR poor)", "jargon", "talk over", "interrupt"] },
    { id: "helpful", name: "Helpful or not", parent: "people", phrases: ["helpful", "unhelpful", "useless", "no help", "great help", "big help", "so much help", "willing to help", "happy to help", "refuse to help", "unwilling", "went out of their"] },

    { id: "outcome", name: "Outcome", phrases: ["outcome", "end result", "in the end"] },
    { id: "solved", name: "Solved", parent: "outcome", phrases: ["(resolve OR solve OR fix OR sort OR sorted) NEAR/5 (quick OR quickly OR fast OR immediately OR problem OR issue OR everything OR straight OR minute OR first) NOT (not OR never OR still OR isn't OR wasn't OR hasn't OR couldn't OR can't OR didn't OR unable OR without)", "resolved NOT (not OR never OR isn't OR wasn't OR hasn't OR still OR un OR until)", "problem solved", "all sorted", "up and running", "first time fix", "first call", "found a solution"] },
    { id: "not-solved", name: "Not solved", parent: "outcome", phrases: ["(not OR never OR still OR unable OR without OR cannot OR can't OR couldn't OR didn't OR isn't OR hasn't OR wasn't OR failed) NEAR/4 (resolve OR solve OR fix OR sort OR solution OR resolution)", "unresolved", "unsolved", "still broken", "still not working", "same problem", "same issue", "problem persists", "no solution", "no resolution", "close NEAR/4 (ticket OR case OR complaint)"] },
    { id: "redress", name: "Refunds and goodwill", parent: "outcome", phrases: ["refund", "compensation", "compensate", "replacement", "voucher", "goodwill", "discount", "apology", "apologise", "sorry"] },
    { id: "policy", name: "Rules and policies", parent: "outcome", phrases: ["policy", "policies", "terms and conditions", "rule", "not allowed", "refuse", "loophole", "small print", "fine print", "warranty", "exception"] },

    { id: "effort", name: "Effort", phrases: ["effort", "effortless", "hassle", "frustrating", "painless", "painful", "nightmare", "ordeal", "simple process", "easy process", "smooth process", "complicated", "bureaucra*", "paperwork", "jump through hoops", "waste NEAR/3 time", "easy to deal with"] },
    { id: "repeat-contact", name: "Contacting again and again", parent: "effort", phrases: ["(call OR email OR contact OR ring OR phone OR write OR wrote OR message OR chat) NEAR/4 (twice OR again OR times OR several OR multiple OR many OR three OR four OR five)", "again and again", "over and over", "time and again", "keep calling", "chase", "chasing", "third time", "second time"] },
    { id: "transfers", name: "Passed around", parent: "effort", phrases: ["transfer NEAR/3 (\"times\" OR twice OR again OR repeatedly)", "transfer NEAR/4 (department OR agent OR someone OR another OR me OR call OR person OR team)", "pass* NEAR/3 (around OR department OR pillar OR person OR team)", "from pillar to post", "run around", "runaround", "back and forth", "bounce NEAR/3 (around OR between OR department)", "wrong department", "different department", "another department", "department to department", "escalate", "escalation", "supervisor", "speak to a manager"] },
    { id: "repeating", name: "Explaining again", parent: "effort", phrases: ["(repeat OR explain OR explaining) NEAR/5 (again OR everything OR myself OR story OR issue OR every time OR same OR all over)", "start over", "start again", "from scratch", "no record", "no history", "no notes"] },

    { id: "complaint", name: "Complaints", phrases: ["complaint", "complain", "ombudsman", "trading standards", "legal action", "lawyer", "unacceptable", "disgrace", "disgraceful", "appalling", "shambles", "joke of a"] },
    { id: "praise", name: "Praise", phrases: ["(great OR excellent OR good OR amazing OR fantastic OR outstanding OR brilliant OR superb OR wonderful OR awesome OR best OR exceptional OR perfect) NEAR/2 (service OR support OR experience OR help OR team)", "thank", "thanks", "much appreciated", "appreciate", "impressed", "well done", "keep up", "five stars", "5 stars", "very satisfied", "very happy", "pleased"] },
    { id: "poor-service", name: "Poor service in general", phrases: ["(terrible OR awful OR horrible OR bad OR poor OR worst OR shocking OR dreadful OR pathetic OR appalling OR disappointing OR non existent OR nonexistent) NEAR/2 (service OR support OR experience)", "disappointed", "dissatisfied", "very unhappy", "let down", "zero stars", "worst company"] },
    { id: "loyalty", name: "Will stay or leave", phrases: ["recommend", "never NEAR/3 (use OR again OR buy OR return)", "lost a customer", "lose a customer", "switch provider", "go elsewhere", "going elsewhere", "taking my business", "loyal", "loyalty", "long standing customer", "cancel my"] },
  ],
};
