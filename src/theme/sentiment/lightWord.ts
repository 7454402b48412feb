import { INTENSIFIER, wordMark } from "./wordMark.js";

/** Marks of words that a rule reaches over without getting further from what it looks for. */
export const lightWord: number = wordMark.function | INTENSIFIER | wordMark.link | wordMark.subject | wordMark.after;
