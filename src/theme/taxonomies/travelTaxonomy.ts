import type { Taxonomy } from "../../model/taxonomy.js";

/**
 * A starter taxonomy for journeys by air and rail, hotels and hire cars: delays, cancellations, baggage, staff, booking, refunds, what
 * it is like on board. Plain data to copy and edit: add the names of your own products and places, take out what you do not sell.
 *
 * Phrases are written in the base form; see `createTagger` for their grammar. Try it on your comments with `taggingCoverage`, and
 * against your own coding with `evaluateTagger`, before you rely on it.
 *
 * @example
 * ```ts
 * import { createTagger, taggedThemes, travelTaxonomy } from "cxkit";
 *
 * const { tag } = createTagger(travelTaxonomy);
 * taggedThemes(tag("Flight delayed by three hours, and then they lost our suitcase."));
 * // => ["disruption", "delay", "baggage", "lost-baggage"]
 * ```
 */
// biome-ignore format: the phrases of a theme read best in a few lines
export const travelTaxonomy: Taxonomy = {
  id: "travel",
  version: "1",
  language: "en",
  inflection: true,
  regionalSpelling: true,
  themes: [
    { id: "disruption", name: "Disruption", phrases: ["schedule change", "change of schedule", "(travel OR trip OR holiday OR vacation) NEAR/4 (ruin OR disrupt*)"] },
    {
      id: "delay", name: "Delay and punctuality", parent: "disruption",
      phrases: [
        "delay NOT (delay in reply OR delay in replying OR delay in respond OR delay in response OR delay in answer OR delay in getting OR delay in refund)", "\"late\"", "running behind", "behind schedule", "overdue", "tarmac", "runway",
        "(wait OR sit OR stick) NEAR/4 (plane OR aircraft OR gate OR train OR platform OR pilot OR crew)",
        "(no OR without OR need OR where) NEAR/3 (pilot OR captain)",
        "(wait OR sit OR stand OR stick) NEAR/6 (hour OR minute OR hr OR hrs OR min OR mins)", "waste NEAR/4 (hour OR day OR time)", "(hour OR minute OR hr OR hrs OR min OR mins) NEAR/2 (wait OR past OR behind OR after)", "supposed to NEAR/3 (leave OR land OR board OR arrive OR depart OR fly)", "(hour OR hr OR hrs) NEAR/2 (still OR later)", "postpone", "de ice", "deice", "push* back", "(depart OR departure OR takeoff OR take off) NEAR/5 (hour OR minute OR yet OR never OR supposed OR still OR finally)", "on time", "(leave OR left OR board OR boarded OR land OR arrive) NEAR/3 yet", "(plane OR aircraft OR flight OR train) NEAR/4 (hasn't OR not here OR not arrive OR not left)",
        "get home", "get me home", "get us home", "trying to get to", "gate change", "change of gate", "changed gate", "still at the airport", "still in the airport", "at the airport for", "(departure time OR arrival time) NEAR/4 (change OR move OR push)",
      ],
    },
    { id: "weather", name: "Weather", parent: "disruption", phrases: ["weather", "snow", "storm", "snowstorm", "thunderstorm", "\"ice\" NOT (cream OR drink OR tea OR coffee OR cube)", "icy", "fog", "hurricane", "blizzard", "high winds"] },
    {
      id: "missed-connection", name: "Missed connection", parent: "disruption",
      phrases: [
        "connection NOT (internet OR wifi OR signal)", "connecting flight", "connector", "miss NEAR/1 (flight OR train OR plane)",
        "hold NEAR/1 (flight OR plane OR door)", "layover",
      ],
    },
    {
      id: "cancellation", name: "Cancellation", parent: "disruption",
      phrases: ["cancel", "cancellation", "cancelation", "ground* NEAR/2 (flight OR plane)", "called off", "strike", "no longer fly", "no longer operate"],
    },
    {
      id: "rebooking", name: "Rebooking", parent: "disruption",
      phrases: [
        "rebook", "re book", "reschedule", "reroute", "re route", "(another OR other OR new OR next OR different OR alternate OR alternative OR earlier OR later) NEAR/0 flight",
        "standby", "stand by", "put me on", "put us on", "switch NEAR/2 flight", "bump", "overbook", "oversold", "oversell",
      ],
    },
    {
      id: "stranded", name: "Stranded", parent: "disruption",
      phrases: [
        "strand", "sleep* NEAR/4 (airport OR floor)", "overnight NEAR/6 (airport OR stick)", "stuck NOT (stuck with OR seat)", "spend NEAR/3 night", "hotel voucher", "(pay OR provide OR give OR cover OR offer) NEAR/4 hotel",
        "meal voucher", "food voucher", "(no hotel OR no room) NEAR/6 night",
      ],
    },
    {
      id: "diversion", name: "Diversion or return", parent: "disruption",
      phrases: ["divert", "diversion", "turn around", "turned back", "return to gate", "return to the gate", "emergency landing", "deplane", "de plane"],
    },

    { id: "baggage", name: "Baggage", phrases: ["bag", "baggage", "luggage", "suitcase", "stroller", "golf club", "car seat", "carseat", "skis", "belongings"] },
    {
      id: "lost-baggage", name: "Lost or late baggage", parent: "baggage",
      phrases: [
        "(lose OR miss OR missing OR misplace OR find OR locate OR track OR trace OR forget OR leave OR left OR without OR whereabouts) NEAR/6 (bag OR baggage OR luggage OR suitcase OR stroller OR carseat)",
        "where NEAR/3 (bag OR baggage OR luggage OR suitcase)", "(no OR still OR never OR not OR wait) NEAR/5 (bag OR baggage OR luggage OR suitcase)",
        "(arrive OR deliver OR receive OR get OR return) NEAR/4 (bag OR baggage OR luggage OR suitcase)", "(delay OR \"late\") NEAR/3 (bag OR baggage OR luggage OR suitcase)",
        "baggage claim", "bag claim", "luggage claim", "carousel", "lost and found", "lost item", "(leave OR left OR forget) NEAR/6 (on the plane OR on board OR in the seat pocket)",
      ],
    },
    {
      id: "damaged-baggage", name: "Damaged baggage", parent: "baggage",
      phrases: [
        "(damage OR break OR broken OR ruin OR rip OR tear OR crush OR destroy OR wet OR soak OR crack OR smash OR dent) NEAR/6 (bag OR baggage OR luggage OR suitcase OR stroller OR carseat OR guitar OR instrument)",
        "(steal OR stolen OR theft) NEAR/6 (bag OR baggage OR luggage OR suitcase)", "baggage handler", "luggage handler",
      ],
    },
    {
      id: "baggage-rules", name: "Baggage fees and rules", parent: "baggage",
      phrases: [
        "(\"fee\" OR \"fees\" OR charge OR pay OR cost OR allowance OR overweight OR size OR free) NEAR/5 (bag OR baggage OR luggage OR carry on OR carryon)", "carry on", "carryon", "cabin bag", "hand luggage", "overhead", "gate check",
      ],
    },

    { id: "staff", name: "Staff", phrases: ["staff", "employee", "personnel", "supervisor", "manager"] },
    {
      id: "cabin-crew", name: "Cabin crew", parent: "staff",
      phrases: ["attendant", "crew", "captain", "purser", "steward", "stewardess", "pilot NEAR/5 (rude OR friendly OR great OR nice OR funny OR announce*)"],
    },
    {
      id: "ground-staff", name: "Ground staff", parent: "staff",
      phrases: ["gate agent", "ticket agent", "gate staff", "ground staff", "ground crew", "(agent OR lady OR woman OR man OR guy OR person) NEAR/4 (gate OR counter OR desk OR ticket)", "check in agent", "check in staff", "receptionist", "front desk", "porter", "concierge"],
    },
    {
      id: "staff-attitude", name: "Manner of staff", parent: "staff",
      phrases: [
        "rude", "unprofessional", "unfriendly", "impolite", "disrespect*", "attitude", "nasty", "yell", "shout", "condescending", "surly", "arrogant", "hostile", "snarky", "snap at", "roll* NEAR/2 eye",
        "discriminat*", "racist", "friendly", "courteous", "polite", "professional", "kind", "smile",
      ],
    },

    { id: "service", name: "Customer service", phrases: ["cust serv", "customerservice*", "(treat OR treatment) NEAR/4 (passenger OR people OR us OR me)", "customer care", "customer support", "customer relations", "(treat OR value OR care OR respect OR lose) NEAR/4 customer", "(no OR wrong OR conflicting OR lack of OR any) NEAR/1 information", "policy", "procedure", "misinform*", "service", "communication", "communicate", "agent", "rep", "reps", "representative"] },
    {
      id: "reaching-you", name: "Reaching somebody", parent: "service",
      phrases: [
        "on hold", "hold time", "been holding", "hold for", "disconnect", "hang up", "hung up", "phone", "hotline", "helpline", "busy signal", "busy tone", "wait time", "get through",
        "(speak OR talk) NEAR/4 (human OR person OR someone OR somebody OR anyone OR agent OR representative OR rep)", "real person", "a human", "(no one OR nobody) NEAR/1 (answer OR pick)", "automated", "voicemail",
        "get ahold of", "get a hold of", "get hold of", "reach NEAR/1 (someone OR anyone OR person OR human)", "call", "dial", "800 number", "callback", "customer service line", "customer service number", "contact", "live chat",
      ],
    },
    {
      id: "replies", name: "Replies and follow-up", parent: "service",
      phrases: [
        "respond", "response", "reply", "answer", "dm", "dms", "message", "tweet", "hear back", "heard back", "get back to", "no word", "email NEAR/6 (no OR not OR never OR week OR day OR since)", "ignore", "follow up", "followup",
        "case number", "reference number", "ticket number", "claim number", "feedback", "(no OR any) NEAR/0 (info OR information OR update OR explanation OR reason)", "notify", "notification", "inform",
      ],
    },
    {
      id: "help", name: "Help with a problem", parent: "service",
      phrases: ["help", "unhelpful", "helpful", "assist", "assistance", "resolve", "resolution", "solve", "solution", "fix this", "fix it", "fix the", "fix your", "complaint", "complain", "apology", "apologise", "sorry", "do not care", "don't care", "doesn't care", "dont care", "no one care", "nobody care", "run around", "runaround", "incompeten*", "\"lied\"", "\"lies\"", "\"lying\"", "liar", "excuse"],
    },

    { id: "booking", name: "Booking", phrases: ["book NOT (read OR reading OR e)", "reservation", "reserve", "itinerary", "confirmation", "purchase NEAR/4 (ticket OR flight)", "buy NEAR/4 (ticket OR flight)", "name change", "change NEAR/1 (flight OR ticket OR date)", "change fee"] },
    {
      id: "website", name: "Website and app", parent: "booking",
      phrases: ["website", "webpage", "web page", "site", "app", "log in", "login", "log on", "online", "password", "error", "browser", "page NEAR/4 (load OR crash OR work)", "glitch", "bug", "system NEAR/3 down", "computer NEAR/3 down"],
    },
    {
      id: "fares", name: "Fares and fees", parent: "booking",
      phrases: ["fare", "price", "cost", "expensive", "overpriced", "cheap", "affordable", "\"fee\"", "\"fees\"", "charge", "overcharge", "rip off", "ripoff", "scam", "surcharge", "deal", "promo", "promotion", "discount", "sale", "credit card"],
    },
    {
      id: "loyalty-programme", name: "Loyalty programme", parent: "booking",
      phrases: ["mile", "mileage", "frequent flyer", "frequent flier", "loyalty", "status NOT (flight status OR case status OR status of)", "elite", "platinum", "\"points\"", "reward", "award", "companion pass", "gold"],
    },
    {
      id: "refund", name: "Refunds and compensation", parent: "booking",
      phrases: ["refund", "reimburse", "reimbursement", "compensate", "compensation", "money back", "voucher", "flight credit", "travel credit", "credit NEAR/4 (flight OR ticket OR expire)", "waive", "claim NEAR/4 (form OR money OR denied OR refuse)", "travel insurance", "make it right"],
    },

    { id: "airport", name: "Airport and station", phrases: ["airport experience", "terminal", "station", "lounge", "signage", "parking"] },
    {
      id: "queues", name: "Queues", parent: "airport",
      phrases: ["queue", "long line", "line NEAR/6 (wait OR long OR hour OR minute OR stand OR people OR move OR slow OR security OR check)", "in line", "inline", "(wait OR stand) NEAR/3 line", "lines are", "understaffed", "under staffed", "short staffed", "only NEAR/2 (agent OR person OR people OR counter OR desk)", "(desk OR counter) NEAR/4 (close OR closed OR open OR empty)"],
    },
    {
      id: "check-in", name: "Check-in and boarding", parent: "airport",
      phrases: ["check in", "checkin", "kiosk", "boarding pass", "boarding process", "boarding group", "boarding zone", "boarding order", "pre board", "preboard", "priority boarding", "pre check", "precheck", "security", "passport", "visa", "customs", "immigration"],
    },

    { id: "on-board", name: "On board", phrases: ["legroom NEAR/3 seat", "(flight OR flying OR travel OR trip) NEAR/0 experience", "(bad OR worst OR terrible OR horrible OR awful OR uncomfortable OR miserable OR good OR great OR smooth OR pleasant) NEAR/0 flight", "turbulence", "in flight", "inflight", "rough landing"] },
    {
      id: "seats", name: "Seats and comfort", parent: "on-board",
      phrases: ["seat", "legroom", "leg room", "recline", "cramped", "aisle", "exit row", "upgrade", "downgrade", "first class", "business class", "economy", "uncomfortable", "comfortable", "berth", "sleeper"],
    },
    {
      id: "food", name: "Food and drink", parent: "on-board",
      phrases: ["food", "meal", "snack", "drink", "beverage", "wine", "beer", "coffee", "water", "peanut", "pretzel", "vegan", "vegetarian", "gluten", "kosher", "menu", "hungry", "starve", "sandwich", "catering"],
    },
    {
      id: "wifi", name: "Wi-Fi", parent: "on-board",
      phrases: ["wifi", "wi fi", "internet", "gogo", "connectivity", "power outlet", "charger", "usb", "socket"],
    },
    {
      id: "entertainment", name: "Entertainment", parent: "on-board",
      phrases: ["entertainment", "movie", "film", "tv", "screen", "headphone", "headset", "magazine"],
    },
    {
      id: "cabin", name: "Cleanliness and climate on board", parent: "on-board",
      phrases: ["dirty", "filthy", "clean", "smell", "stink", "stinky", "toilet", "bathroom", "lavatory", "restroom", "trash", "too hot", "too cold", "freezing", "air conditioning", "no heat", "no air", "ac NEAR/3 (broken OR off)", "blanket", "pillow", "noisy", "crying baby"],
    },
    {
      id: "safety", name: "Aircraft and safety", parent: "on-board",
      phrases: ["mechanical", "maintenance", "technical issue", "technical problem", "technical fault", "unsafe", "safety", "old plane", "old aircraft", "broken plane", "engine", "equipment issue", "equipment problem", "equipment failure", "medical emergency", "scary", "fuel", "leak"],
    },

    { id: "special-needs", name: "Families and access", phrases: ["wheelchair", "disabled", "disability", "handicap*", "accessible", "accessibility", "unaccompanied minor", "infant", "toddler", "pregnan*", "service dog", "elderly", "allergy", "allergic", "bassinet"] },

    { id: "stay", name: "Hotel", phrases: ["hotel room", "our room", "my room", "the room", "hotel stay", "suite", "apartment", "resort", "villa", "hostel"] },
    {
      id: "room", name: "Room", parent: "stay",
      phrases: ["bed", "mattress", "shower", "bath", "towel", "bedding", "sheets", "mould", "cockroach", "bedbug", "balcony", "sea view", "ocean view", "room service", "minibar", "thin walls", "(room OR hotel) NEAR/4 (noisy OR noise OR quiet OR dirty OR clean OR small OR tiny OR spacious OR dated OR shabby)"],
    },
    {
      id: "hotel-facilities", name: "Facilities and place", parent: "stay",
      phrases: ["pool", "gym", "spa", "sauna", "breakfast", "buffet", "hotel bar", "lift", "elevator", "great location", "good location", "(location OR situated) NEAR/4 (central OR beach OR city OR center OR centre OR perfect OR bad)", "walking distance"],
    },
    {
      id: "ground-transport", name: "Hire cars and transfers", phrases: ["rental car", "car rental", "car hire", "hire car", "rent a car", "shuttle", "transfer NEAR/3 (hotel OR airport)", "airport transfer", "taxi", "cab", "bus NEAR/3 (late OR driver OR airport)"],
    },
    {
      id: "loyalty", name: "Will stay or leave",
      phrases: ["never NEAR/2 (fly OR travel OR stay OR book OR again)", "last time", "lost a customer", "lose a customer", "lost my business", "my business elsewhere", "switch to", "switch airline", "avoid", "would recommend", "will recommend", "highly recommend", "would not recommend", "wouldn't recommend", "will be back", "come back", "fly again", "stay again", "book again"],
    },
  ],
};
