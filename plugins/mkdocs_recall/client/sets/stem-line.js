// What a question asks, in one line of a list in which no two lines should be alike.

import { element } from "../dom/elements.js";

/** Characters of what leads up to a question; the rest of it is left out. */
const LEAD = 70;
/** Lines that many blocks of code begin with: what they bring in, and comments. */
const COMMON = /^(?:import|from|using|use|package|require|#include|#|\/\/|\/\*|%)/;

/**
 * A question's last paragraph is what it asks, and many ask the same: "What does this print?" So its first line of code
 * stands with it, else the first words of what leads up to it. Code in a line stays code; of all else only the text is
 * taken, since a row is a button, and ids stand once in a page.
 * @param {HTMLElement | undefined} question
 */
export function makeStemLine(question) {
  const stem = question?.querySelector(
    question.classList.contains("recall-error") ? ".recall-title" : ".recall-stem, .recall-prompt",
  );
  const parts = [...(stem?.children ?? [])].filter(({ textContent }) => textContent?.trim());
  const asked = parts.filter(({ localName }) => localName === "p").at(-1);
  const line = element("span", "recall-row-stem");
  const code = firstLine(stem);
  const before = asked && !code && parts.find((part) => part !== asked);
  if (before) line.append(element("span", "recall-row-lead", shorten(readWords(before))), " ");
  if (asked || !code) line.append(...[...((asked ?? stem)?.childNodes ?? [])].flatMap(textAndCode), " ");
  if (code) line.append(element("code", "recall-row-lead", code));
  line.dir = "auto";
  return line;
}

/**
 * The first line of a question's code that says what it is about.
 * @param {Element | null | undefined} stem
 */
function firstLine(stem) {
  const block = stem?.querySelector("pre>code") ?? stem?.querySelector("pre");
  const lines = (block?.textContent ?? "").split("\n").map((line) => line.trim());
  const full = lines.filter(Boolean);
  return shorten(full.find((line) => !COMMON.test(line)) ?? full[0] ?? "");
}

/** A text with spaces between its cells and lines. @param {Element} part */
function readWords(part) {
  const cells = [...part.querySelectorAll("th,td,li,p")];
  return (cells.length > 0 ? cells : [part]).map(({ textContent }) => textContent).join(" ");
}

/** The first words of a text. @param {string} text */
function shorten(text) {
  const whole = text.trim().replace(/\s+/g, " ");
  if (whole.length <= LEAD) return whole;
  const words = whole.slice(0, LEAD + 1);
  return `${words.slice(0, words.lastIndexOf(" ") + 1).trim() || words.slice(0, LEAD)} …`;
}

/**
 * @param {Node} node
 * @returns {(string | HTMLElement)[]}
 */
function textAndCode(node) {
  if (node instanceof HTMLElement && node.matches(".recall-gap")) return ["____"];
  if (node instanceof HTMLElement && node.localName === "code") return [element("code", "", node.textContent ?? "")];
  if (node instanceof HTMLElement && node.querySelector("code, .recall-gap"))
    return [...node.childNodes].flatMap(textAndCode);
  return [node.textContent ?? ""];
}
