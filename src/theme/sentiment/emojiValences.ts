import type { Vocabulary } from "../createVocabulary.js";
import type { WordScanner } from "../createWordScanner.js";

/** Emoji by valence; a reader takes no skin tone for another emoji, and those with ♀ or ♂ for the same. */
const valences: readonly (readonly [valence: number, emoji: string])[] = [
  [3, "😍 🥰 🤩 💯 🏆 🥇 ❤ 💖 💕 💗 💓 💝 💘 😻 ❣"],
  [2.5, "🎉 🥳 🙌 👏 💪 🧡 💛 💚 💙 💜 🤎 🖤 🤍 💞 😘 🌟 🤗 ♥ 😇 ✨"],
  [2, "😀 😃 😄 😁 😊 👍 🙂 ☺ 😎 👌 🤝 😋 🌈 😸 😺 🤘 🫶 😌 🔥 💐 🌹 🍾 🥂 😗 😙 😚 🤌 💃 🕺 ✌"],
  [1.5, "😆 😂 🤣 😅 😉 🙏 ✅ ☀ 🍀 😜 😛 😝 🤞 🤙 🎊 🎈 ☑ ✔ ⭐ 🌞 😏"],
  [0, "🤔 😐 😶 🧐 ✈ 👀 ❓ 📞 📦 🚗 📱 💻 🏨 🍕 ☕ 🛒 😮 😲 🫡 ➡ 👋 🙃"],
  [-1, "😕 🙄 😒 😬 🥱 😯 🤨 😑 ⏳ ⌛ 🐌 🤷 😓 😳 ⚠ 😪 🫤 🥴 😴 🫠"],
  [-2, "😞 😔 🙁 ☹ 😟 😣 😖 😫 😩 😢 👎 😤 🤦 💔 😥 😰 😨 😧 😦 😿 🚫 ❌ 🙅 😵 🛑 🥺 🙈 ⛔ 😠 🤥 😷"],
  [-2.5, "😭 😱 🤒 🗑 🤢 🤡 🚩 💀 ☠ 🐍"],
  [-3, "😡 🤬 🤮 🖕 💩 👿 😾 😈"],
];

/**
 * The numbers of emoji in a vocabulary with the valence of each.
 *
 * @param scan Reads emoji as it will read them in texts.
 * @param vocabulary Learns them.
 */
export function emojiValences(scan: WordScanner, vocabulary: Vocabulary): Map<number, number> {
  const known = new Map<number, number>();
  for (const [valence, emoji] of valences) {
    const gendered = emoji.replaceAll(" ", "\u200d♀ ");
    for (const text of [emoji, `${gendered}\u200d♀`, `${gendered}\u200d♀`.replaceAll("♀", "♂")]) {
      scan(text, Number.POSITIVE_INFINITY, (word) => known.set(vocabulary.learn(word), valence));
    }
  }
  scan("😮‍💨 😶‍🌫️ ❤️‍🩹", Number.POSITIVE_INFINITY, (word) => known.set(vocabulary.learn(word), -1));
  scan("❤️‍🔥", Number.POSITIVE_INFINITY, (word) => known.set(vocabulary.learn(word), 3));
  return known;
}
