import type { Taxonomy } from "../../model/taxonomy.js";

/**
 * A starter taxonomy for shops and their deliveries: the parcel, the product, price, checkout, returns and refunds, stores, staff. Plain
 * data to copy and edit: add the names of your own products and carriers, take out what you do not do.
 *
 * Phrases are written in the base form; see `createTagger` for their grammar. Try it on your comments with `taggingCoverage`, and
 * against your own coding with `evaluateTagger`, before you rely on it.
 *
 * @example
 * ```ts
 * import { createTagger, retailTaxonomy, taggedThemes } from "cxkit";
 *
 * const { tag } = createTagger(retailTaxonomy);
 * taggedThemes(tag("The parcel came two days late, and the vase was smashed."));
 * // => ["delivery", "late-delivery", "product", "damaged-product"]
 * ```
 */
// biome-ignore format: the phrases of a theme read best in a few lines
export const retailTaxonomy: Taxonomy = {
  id: "retail",
  version: "1",
  language: "en",
  inflection: true,
  regionalSpelling: true,
  themes: [
    { id: "delivery", name: "Delivery", phrases: ["deliver", "delivery", "parcel", "package NOT holiday", "ship", "shipping", "shipment", "postage", "dispatch", "despatch"] },
    {
      id: "late-delivery", name: "Late delivery", parent: "delivery",
      phrases: [
        "(\"late\" OR delay OR slow OR overdue OR postpone) NEAR/6 (delivery OR deliver OR parcel OR package OR order OR ship OR shipping OR shipment OR courier OR arrive OR come OR came)",
        "(still OR yet OR never OR not OR hasn't OR hasnt OR haven't OR havent OR didn't OR didnt OR isn't OR wasn't) NEAR/4 (arrive OR receive OR deliver OR dispatch OR despatch OR ship OR turn up OR show up OR come)",
        "where is my order", "(take OR took OR wait) NEAR/4 (day OR week OR month OR forever OR ages)", "behind schedule", "backorder", "back order", "missed delivery date", "long delivery time", "delivery date NEAR/4 (change OR miss OR push)",
      ],
    },
    { id: "fast-delivery", name: "Fast delivery", parent: "delivery", phrases: ["(fast OR quick OR quickly OR prompt OR promptly OR speedy OR swift OR rapid OR early) NEAR/4 (delivery OR deliver OR ship OR shipping OR arrive OR dispatch OR service)", "next day", "same day", "ahead of schedule", "(arrive OR deliver OR came) NEAR/3 on time", "right on time"] },
    { id: "lost-delivery", name: "Lost delivery", parent: "delivery", phrases: ["(lose OR missing OR steal OR stolen OR disappear OR vanish) NEAR/5 (parcel OR package OR order OR shipment OR delivery OR post OR mail)", "lost in transit", "marked as delivered", "(say OR show OR mark OR claim) NEAR/4 delivered", "never arrive", "wrong address", "wrong house", "porch pirate", "delivered to the wrong"] },
    { id: "tracking", name: "Tracking", parent: "delivery", phrases: ["track", "tracking number", "delivery slot", "time slot", "delivery window", "no update", "where is my parcel", "where is my package"] },
    { id: "courier", name: "Courier", parent: "delivery", phrases: ["courier", "carrier", "driver", "delivery man", "delivery guy", "delivery person", "mailman", "postman", "doorstep", "left outside", "left in the rain", "left on the porch", "neighbour", "safe place", "ring* NEAR/3 (bell OR doorbell)", "knock", "throw NEAR/4 (parcel OR package OR box)"] },
    { id: "delivery-cost", name: "Cost of delivery", parent: "delivery", phrases: ["(delivery OR shipping OR postage) NEAR/2 (cost OR fee OR charge OR price OR expensive OR free)", "customs charge", "import duty", "import tax", "handling fee"] },
    { id: "packaging", name: "Packaging", phrases: ["packaging", "gift wrap", "gift box", "bubble wrap", "box NEAR/4 (crush OR dent OR damage OR open OR tear OR big OR huge)", "(pack OR wrap) NEAR/3 (well OR poorly OR badly OR carefully OR nicely OR securely OR beautifully)", "plastic", "cardboard", "well packed", "well packaged"] },

    { id: "product", name: "Product", phrases: ["product", "item", "goods", "merchandise"] },
    { id: "quality", name: "Quality", parent: "product", phrases: ["quality", "cheaply made", "flimsy", "sturdy", "durable", "durability", "well made", "poorly made", "badly made", "material", "fabric", "wear out", "wore out", "fall apart", "fell apart", "last NEAR/3 (long OR year OR month OR week)", "feel cheap", "look cheap", "craftsmanship", "shrink", "shrank", "fade", "rust"] },
    { id: "damaged-product", name: "Damaged or faulty", parent: "product", phrases: ["damage", "broken", "break NOT (breaking news OR a break OR lunch break OR tea break OR coffee break OR break the bank)", "faulty", "defect", "defective", "smash", "crack NOT crack of dawn", "scratch", "dent", "leak", "stain", "mouldy", "rotten", "(stop OR not OR doesn't OR doesnt OR didn't OR won't OR never) NEAR/2 work NOT (code OR promo OR coupon OR voucher OR discount OR link OR website OR site OR app OR login OR password OR button)", "dead on arrival", "malfunction", "expire", "out of date"] },
    { id: "wrong-product", name: "Wrong or missing item", parent: "product", phrases: ["wrong item", "(wrong OR incorrect OR different) NEAR/2 (item OR product OR size OR colour OR order OR model OR one OR thing)", "(missing OR incomplete OR forgot) NEAR/4 (item OR part OR piece OR order OR product)", "not what i order", "someone else's order", "substitute", "substitution"] },
    { id: "as-described", name: "Like its description", parent: "product", phrases: ["as described", "as advertised", "as pictured", "as shown", "mislead", "misleading", "description", "(photo OR picture OR image) NEAR/4 (look OR different OR match OR website OR accurate)", "not like the picture", "nothing like", "counterfeit", "fake", "replica", "genuine", "authentic"] },
    { id: "fit", name: "Size and fit", parent: "product", phrases: ["fit", "size", "sizing", "too small", "too big", "too large", "too tight", "too loose", "too short", "too long", "run small", "run large", "run big", "run a bit small", "run a bit large", "run a little small", "run a little large", "run very small", "measurement"] },
    { id: "ease-of-use", name: "Ease of use and assembly", parent: "product", phrases: ["easy to use", "hard to use", "difficult to use", "assemble", "assembly", "instruction", "manual", "set up", "setup", "user friendly", "easy to install"] },
    { id: "looks", name: "Looks", parent: "product", phrases: ["colour", "design", "style", "stylish", "look nice", "looks nice", "looks great", "beautiful", "gorgeous", "ugly", "pretty"] },
    { id: "range", name: "Range and stock", phrases: ["sold out", "stock", "availability", "unavailable", "selection", "variety", "range of", "wide range", "choice of", "assortment", "discontinue", "restock", "empty shelves"] },

    { id: "price", name: "Price and value", phrases: ["price", "pricing", "expensive", "overpriced", "cheap", "cheaper", "affordable", "cost", "bargain", "value for money", "good value", "great value", "worth it", "worth the money", "worth every penny", "waste NEAR/2 money", "rip off", "ripoff"] },
    { id: "offers", name: "Offers and loyalty points", parent: "price", phrases: ["discount", "coupon", "voucher", "promo", "promotion", "special offer", "sale", "clearance", "black friday", "loyalty card", "loyalty point", "reward", "loyalty points", "gift card", "cashback", "price match"] },

    { id: "shopping", name: "Ordering", phrases: ["order NEAR/4 (online OR process OR place OR easy OR simple OR cancel OR confirm)", "pre order", "preorder", "minimum order", "shopping experience", "buying experience"] },
    { id: "website", name: "Website and app", parent: "shopping", phrases: ["website", "webshop", "site", "app", "log in", "login", "password", "search function", "filter", "navigate", "navigation", "page NEAR/3 load", "crash", "error message", "glitch"] },
    { id: "checkout", name: "Checkout and payment", parent: "shopping", phrases: ["checkout", "check out", "basket", "cart", "payment", "pay NEAR/4 (card OR online OR method OR twice OR fail OR paypal)", "card NEAR/3 (decline OR reject OR refuse)", "paypal", "apple pay", "google pay", "klarna", "instalment", "charged twice", "double charged", "invoice"] },
    { id: "cancellation", name: "Cancelled orders", parent: "shopping", phrases: ["cancel NEAR/5 (order OR purchase OR it OR my)", "order was cancelled", "cancellation"] },

    { id: "returns", name: "Returns and refunds", phrases: ["money back", "send NEAR/3 back", "sent NEAR/3 back", "take NEAR/3 back"] },
    { id: "return-process", name: "Returns", parent: "returns", phrases: ["return NEAR/5 (item OR product OR order OR process OR policy OR label OR free OR easy OR them OR it OR package OR parcel)", "return label", "returned it", "prepaid label", "restocking fee", "collection of the return"] },
    { id: "refund", name: "Refunds", parent: "returns", phrases: ["refund", "reimburse", "reimbursement", "store credit", "credit note", "chargeback"] },
    { id: "exchange", name: "Exchange and warranty", parent: "returns", phrases: ["exchange", "replace", "replacement", "warranty", "guarantee", "repair"] },

    { id: "service", name: "Customer service", phrases: ["customer service", "customer care", "customer support", "helpline", "call centre", "call center", "support team", "live chat", "chatbot", "complaint", "complain"] },
    { id: "reaching-you", name: "Reaching somebody", parent: "service", phrases: ["on hold", "by phone", "on the phone", "over the phone", "telephone", "hung up", "hang up", "get through", "no one answer", "(no one OR nobody) NEAR/2 (answer OR reply OR respond OR pick)", "contact", "(no OR any OR never OR not OR quick OR fast OR prompt OR didn't OR without) NEAR/3 (reply OR response OR answer OR respond)", "email NEAR/5 (ignore OR reply OR unanswered OR answer OR response)", "automated"] },
    { id: "solved", name: "Problems solved", parent: "service", phrases: ["resolve", "resolution", "solve", "sort it out", "sorted it", "apology", "apologise", "compensation", "goodwill"] },
    { id: "staff", name: "Staff", phrases: ["staff", "employee", "assistant", "cashier", "sales person", "salesperson", "salesman", "saleswoman", "manager", "rude", "impolite", "unhelpful", "helpful", "friendly", "polite", "courteous", "knowledgeable", "attitude"] },

    { id: "store", name: "Store", phrases: ["store", "branch", "opening hours", "shop floor", "showroom", "warehouse"] },
    { id: "queues", name: "Queues and tills", parent: "store", phrases: ["queue", "waiting in line", "long line", "tills", "self checkout", "self service", "self scan"] },
    { id: "store-layout", name: "Layout and cleanliness", parent: "store", phrases: ["layout", "aisle", "shelf", "shelves", "trolley", "fitting room", "changing room", "parking", "car park", "tidy", "untidy", "messy", "dirty", "clean", "crowded"] },
    { id: "collection", name: "Click and collect", parent: "store", phrases: ["click and collect", "click & collect", "pick up point", "pickup", "pick up NEAR/4 (store OR shop OR order OR parcel OR point)", "curbside", "kerbside", "locker", "collection point", "collect NEAR/4 (store OR shop OR order)"] },

    { id: "sustainability", name: "Environment and ethics", phrases: ["sustainab*", "eco friendly", "recycl*", "environment", "environmental", "carbon", "organic", "fair trade", "too much plastic", "too much packaging", "ethical"] },
    { id: "marketing", name: "Messages and privacy", phrases: ["newsletter", "spam", "unsubscribe", "marketing email", "too many email", "privacy", "personal data", "data breach"] },
    { id: "loyalty", name: "Will stay or leave", phrases: ["never NEAR/3 (buy OR order OR shop OR use OR again)", "last time i", "(buy OR order OR shop OR purchase) NEAR/0 again", "would recommend", "will recommend", "highly recommend", "(not OR never OR wouldn't OR won't OR don't) NEAR/2 recommend", "loyal customer", "lost a customer", "lose a customer", "go elsewhere", "shop elsewhere", "will be back", "come back"] },
  ],
};
