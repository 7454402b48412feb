import { expect, test } from "vitest";
import { escapeMarkup } from "../../src/chart/escapeMarkup.js";

test("what would be markup is written as entities, in text and in attributes of either quote", () => {
  expect(escapeMarkup(`<b onclick='x' title="y">R&D</b>`)).toBe(
    "&lt;b onclick=&#39;x&#39; title=&quot;y&quot;&gt;R&amp;D&lt;/b&gt;",
  );
  expect(escapeMarkup("&amp;")).toBe("&amp;amp;");
});

test("what XML forbids is seen as a replacement character, and letters, emoji and line ends stay", () => {
  expect(escapeMarkup("a\u0000b\ud800c")).toBe("a\ufffdb\ufffdc");
  expect(escapeMarkup("Grüße 😀\r\n\tعربي")).toBe("Grüße 😀\r\n\tعربي");
});

test("a name cannot turn the direction of what stands beside it", () => {
  expect(escapeMarkup("pay\u202egnp\u2066.exe")).toBe("paygnp.exe");
});
