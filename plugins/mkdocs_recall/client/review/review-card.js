// What a review shows of an item: the item itself, or a card for the concepts that its explanation missed. Both are the
// HTML that the build wrote for them.

import { readBlankCard, readItemHtml } from "../core/manifest.js";
import { readForeign } from "../dom/borrowed-item.js";
import { makeStemLine } from "../sets/stem-line.js";
import { makeConceptCard } from "./concept-card.js";

/** @typedef {import("../core/scheduling/review-cards.js").ReviewCard} ReviewCard */

/**
 * @param {ReviewCard} card
 * @param {readonly string[]} concepts of its item
 * @param {unknown} data what the script of its page gave
 * @param {string} root address of the root of the site
 * @param {string} written what the reader wrote in it
 * @returns {HTMLElement | null} an element to be put into the page; null where that page has no such item any more
 */
export function makeReviewElement(card, concepts, data, root, written) {
  const item = readForeign(readItemHtml(data, card.id), root);
  const made =
    item && card.concepts.length > 0
      ? makeConceptCard(item, readForeign(readBlankCard(data), root), card, concepts, written)
      : item;
  if (!made) return null;
  made.tabIndex = -1;
  made.setAttribute("role", "group");
  const stem = made.querySelector(".recall-prompt, .recall-stem");
  if (stem) made.setAttribute("aria-labelledby", stem.id);
  return made;
}

/**
 * What an item asks, in one line of a list.
 * @param {string} id
 * @param {unknown} data what the script of its page gave
 * @param {string} root address of the root of the site
 * @param {readonly string[]} [missed] ids of concepts to be named
 * @returns {HTMLElement | null} null where that page has no such item any more
 */
export function nameItem(id, data, root, missed = []) {
  const item = readForeign(readItemHtml(data, id), root);
  if (!item) return null;
  const line = makeStemLine(item);
  for (const concept of missed) {
    const text = item.querySelector(`.recall-tick[data-recall-concept="${CSS.escape(concept)}"] .recall-text`);
    const named = document.createElement("span");
    named.className = "recall-concept";
    named.dir = "auto";
    named.textContent = text?.textContent ?? "";
    if (named.textContent) line.append(named);
  }
  return line;
}
