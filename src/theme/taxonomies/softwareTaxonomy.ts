import type { Taxonomy } from "../../model/taxonomy.js";

/**
 * A starter taxonomy for software and subscriptions: reliability, speed, usability, features, integrations, pricing and billing, sign-up
 * and cancelling, support. Plain data to copy and edit: add the names of your own features and plans.
 *
 * Phrases are written in the base form; see `createTagger` for their grammar. Try it on your comments with `taggingCoverage`, and
 * against your own coding with `evaluateTagger`, before you rely on it.
 *
 * @example
 * ```ts
 * import { createTagger, softwareTaxonomy, taggedThemes } from "cxkit";
 *
 * const { tag } = createTagger(softwareTaxonomy);
 * taggedThemes(tag("Since the last update the app keeps crashing, and I can't cancel my plan."));
 * // => ["updates", "reliability", "crashes", "subscription", "cancelling"]
 * ```
 */
// biome-ignore format: the phrases of a theme read best in a few lines
export const softwareTaxonomy: Taxonomy = {
  id: "software",
  version: "1",
  language: "en",
  inflection: true,
  regionalSpelling: true,
  themes: [
    { id: "reliability", name: "Reliability", phrases: ["reliable", "reliability", "unreliable", "stable", "unstable", "stability"] },
    { id: "crashes", name: "Crashes and freezes", parent: "reliability", phrases: ["crash", "freeze", "frozen", "hang NEAR/3 (app OR screen OR page OR system OR program)", "force close", "shut down", "shuts down", "blue screen", "black screen", "white screen", "blank screen", "unresponsive", "stuck on", "restart", "reboot", "kick* me out"] },
    { id: "errors", name: "Errors and bugs", parent: "reliability", phrases: ["bug", "buggy", "glitch", "glitchy", "error", "not working", "(not OR doesn't OR doesnt OR don't OR didn't OR won't OR wont OR never OR stop OR isn't) NEAR/1 (work OR load OR open OR respond)", "stopped working", "broken", "malfunction", "issue with", "fail to", "something went wrong"] },
    { id: "outages", name: "Outages", parent: "reliability", phrases: ["outage", "downtime", "(server OR site OR service OR system OR platform OR app) NEAR/3 down", "maintenance", "offline", "unavailable", "timeout", "time out", "disconnect", "connection NEAR/3 (lose OR drop OR fail OR error)"] },
    { id: "data-loss", name: "Lost data and sync", parent: "reliability", phrases: ["(lose OR delete OR disappear OR gone OR vanish OR wipe OR overwrite) NEAR/5 (data OR file OR work OR note OR photo OR document OR history OR progress OR everything OR project)", "sync", "synchronise", "synchronisation", "backup", "back up", "autosave", "auto save", "corrupt", "recover NEAR/4 (data OR file OR account)"] },

    { id: "performance", name: "Speed", phrases: ["slow", "slowly", "sluggish", "lag", "laggy", "speed", "fast", "quick", "performance", "load time", "loading", "takes forever", "responsive", "memory", "battery", "drain", "storage", "cpu", "heavy", "bloat", "bloated", "overheat"] },

    { id: "usability", name: "Usability", phrases: ["usability", "user experience", "ux", "easy to use", "easy to learn", "ease of use", "user friendly", "intuitive", "unintuitive", "hard to use", "difficult to use", "confusing", "complicated", "clunky", "cumbersome", "straightforward", "learning curve", "simple to use", "overwhelming"] },
    { id: "interface", name: "Interface and design", parent: "usability", phrases: ["interface", "ui", "design", "layout", "look and feel", "dark mode", "font", "icon", "theme", "dashboard", "menu", "button", "colour", "dated", "outdated", "modern", "cluttered", "ugly"] },
    { id: "navigation", name: "Finding things", parent: "usability", phrases: ["navigate", "navigation", "search NEAR/4 (function OR bar OR result OR feature OR work)", "can't find", "cannot find", "hard to find", "easy to find", "shortcut", "too many clicks", "filter"] },
    { id: "accessibility", name: "Accessibility and language", parent: "usability", phrases: ["accessibility", "accessible", "screen reader", "contrast", "larger text", "translation", "translate", "localisation", "in my language", "keyboard NEAR/3 (navigation OR shortcut OR only)"] },

    { id: "features", name: "Features", phrases: ["feature", "functionality", "capability", "function NEAR/3 (missing OR need OR useful OR add OR lack)", "tool", "option to"] },
    { id: "missing-features", name: "Missing features and wishes", parent: "features", phrases: ["missing feature", "(missing OR lack OR add OR need OR want OR wish OR request OR remove) NEAR/4 (feature OR functionality OR option OR support OR ability)", "wish NEAR/0 (it OR you OR there)", "i wish", "would be nice", "would be great", "would love to see", "please add", "bring back", "feature request", "roadmap", "suggestion", "should be able to", "no way to", "needs to have"] },
    { id: "customisation", name: "Customisation and limits", parent: "features", phrases: ["customise", "customisation", "customizable", "customisable", "configure", "configuration", "flexible", "flexibility", "inflexible", "limit", "limitation", "limited", "setting", "permission", "template", "workflow", "automation", "automate"] },
    { id: "reporting", name: "Reports and export", parent: "features", phrases: ["report", "reporting", "analytics", "export", "import", "csv", "excel", "pdf", "chart", "graph", "download NEAR/4 (report OR data OR file)"] },
    { id: "notifications", name: "Notifications", parent: "features", phrases: ["notification", "reminder", "alert", "email digest", "push message"] },
    { id: "collaboration", name: "Sharing and teams", parent: "features", phrases: ["collaborat*", "share NEAR/4 (file OR document OR team OR link OR screen OR project)", "sharing", "team member", "real time", "comment function", "multi user", "multiple users", "guest access"] },
    { id: "ai", name: "Assistants and AI", parent: "features", phrases: ["ai", "artificial intelligence", "copilot", "chatgpt", "machine learning", "hallucinat*", "auto generate"] },

    { id: "integrations", name: "Integrations and devices", phrases: ["integration", "integrate", "api", "plugin", "plug in", "add on", "addon", "extension", "zapier", "slack", "salesforce", "webhook", "third party", "connect NEAR/0 (to OR with)", "compatib*", "incompatib*"] },
    { id: "devices", name: "Mobile and platforms", parent: "integrations", phrases: ["mobile app", "mobile version", "desktop app", "desktop version", "ipad", "iphone", "android", "ios", "mac", "macbook", "windows", "linux", "tablet", "browser", "chrome", "safari", "firefox", "chromebook"] },

    { id: "updates", name: "Updates and changes", phrases: ["update", "new version", "latest version", "last version", "old version", "previous version", "upgrade NEAR/4 (version OR software OR app OR since OR after)", "release", "rollout", "redesign", "downgrade", "migrate", "migration", "breaking change"] },

    { id: "getting-started", name: "Getting started", phrases: ["onboard", "get started", "getting started", "set up", "setup", "install", "installation", "uninstall", "implementation", "deploy", "deployment", "tutorial", "training", "walkthrough", "demo", "webinar"] },
    { id: "documentation", name: "Documentation", parent: "getting-started", phrases: ["documentation", "docs", "knowledge base", "help centre", "help center", "help article", "user guide", "manual", "faq", "instruction", "video tutorial"] },
    { id: "account-access", name: "Account and login", phrases: ["log in", "login", "log on", "sign in", "password", "locked out", "lock me out", "two factor", "2fa", "mfa", "verification code", "verify", "sso", "single sign on", "logged out", "log me out", "authentication", "create an account", "sign up", "delete my account", "account NEAR/3 (ban OR suspend OR block OR hack OR access OR delete)"] },
    { id: "security", name: "Security and privacy", phrases: ["security", "secure", "privacy", "gdpr", "hack", "breach", "data protection", "personal data", "sell my data", "phishing", "encrypt*", "malware", "virus", "compliance", "audit log"] },

    { id: "pricing", name: "Price and value", phrases: ["price", "pricing", "expensive", "overpriced", "cheap", "affordable", "cost", "value for money", "worth NEAR/0 (it OR the)", "worth the money", "worth it", "too much money", "budget", "roi", "discount", "free version", "paywall", "pay wall", "per NEAR/0 (user OR seat)", "per user", "per seat"] },
    { id: "adverts", name: "Adverts", parent: "pricing", phrases: ["\"ad\"", "\"ads\"", "advert", "advertisement", "pop up", "popup", "in app purchase", "microtransaction", "sponsored"] },
    { id: "subscription", name: "Subscription and billing", phrases: ["subscription", "subscribe", "plan NEAR/3 (pro OR premium OR free OR basic OR enterprise OR upgrade OR downgrade OR annual OR monthly OR change)", "premium", "licence", "membership", "contract"] },
    { id: "billing", name: "Billing", parent: "subscription", phrases: ["billing", "bill", "invoice", "charge", "overcharge", "payment", "credit card", "charged twice", "renew", "renewal", "hidden fee", "tax", "vat"] },
    { id: "refund", name: "Refunds", parent: "subscription", phrases: ["refund", "money back", "chargeback", "reimburse"] },
    { id: "cancelling", name: "Cancelling", parent: "subscription", phrases: ["cancel", "cancellation", "unsubscribe", "terminate", "opt out", "close my account"] },
    { id: "trial", name: "Trial", parent: "subscription", phrases: ["trial", "freemium"] },

    { id: "support", name: "Support", phrases: ["customer service", "customer support", "tech support", "technical support", "support team", "support staff", "support ticket", "helpdesk", "help desk", "support NEAR/3 (great OR good OR excellent OR poor OR bad OR terrible OR slow OR helpful OR fast OR responsive OR no OR contact)", "account manager", "customer success"] },
    { id: "response-time", name: "Response time", parent: "support", phrases: ["response time", "(no OR slow OR quick OR fast OR prompt OR never OR not OR still OR any) NEAR/3 (response OR reply OR respond OR answer)", "get back to me", "hear back", "ticket NEAR/5 (day OR week OR open OR ignore OR close)", "live chat", "chatbot", "wait NEAR/4 (day OR week OR hour OR support OR answer OR reply)"] },
    { id: "resolution", name: "Problems solved", parent: "support", phrases: ["resolve", "resolution", "workaround", "solve", "fix NEAR/4 (issue OR problem OR bug OR it OR this OR please)", "knowledgeable", "canned response", "unhelpful", "helpful"] },

    { id: "loyalty", name: "Will stay or leave", phrases: ["switch NEAR/0 (to OR from)", "switch NEAR/1 (to OR from)", "competitor", "alternative", "recommend", "can't live without", "game changer", "life saver", "lifesaver", "uninstalled", "looking elsewhere", "move to another", "loyal NEAR/0 (customer OR user)", "love this app", "love this software", "love this tool"] },
  ],
};
