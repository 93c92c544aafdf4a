// What a review shows of an item: the item itself, or a card for a concept that its explanation missed.

import { readForeign } from "../dom/borrowed-item.js";
import { button, element } from "../dom/elements.js";
import { RecallCardElement } from "../items/card.js";
import { WORDS } from "../ui/items.js";
import { whatIsMissing } from "../ui/review.js";
import { conceptTold } from "./review-queue.js";

/** @typedef {import("./review-queue.js").Asked} Asked */

/**
 * @param {Asked} asked
 * @param {readonly string[]} concepts of its item
 * @param {string} html of its item
 * @param {string} root address of the root of the site
 * @returns {HTMLElement | null} an element to be put into the page; null where the topic has no such item any more
 */
export function cardOf(asked, concepts, html, root) {
  const item = readForeign(html, root);
  const card = item && asked.concept ? conceptCard(item, asked, concepts) : item;
  if (!card) return null;
  card.tabIndex = -1;
  card.setAttribute("role", "group");
  const stem = card.querySelector(".recall-prompt, .recall-stem");
  if (stem) card.setAttribute("aria-labelledby", stem.id);
  return card;
}

/**
 * @param {HTMLElement} item an explanation
 * @param {Asked} asked
 * @param {readonly string[]} concepts
 * @returns {RecallCardElement | null}
 */
function conceptCard(item, asked, concepts) {
  const concept = item.querySelector(`.recall-tick[data-recall-concept="${CSS.escape(asked.concept)}"] > .recall-text`);
  const stem = item.querySelector(".recall-stem");
  const card = document.createElement("recall-card");
  if (!concept || !stem || !(card instanceof RecallCardElement)) return null;
  card.className = "recall-item";
  card.id = item.id;
  for (const name of ["data-recall-id", "data-recall-rev", "data-recall-aka"]) {
    const value = item.getAttribute(name);
    if (value !== null) card.setAttribute(name, value);
  }
  card.told = () => asked.log;
  card.respond = (rating) => conceptTold(asked, concepts, rating);
  stem.className = "recall-prompt";
  stem.append(element("p", "recall-missing", whatIsMissing(asked.had.length, concepts.length)));
  const others = item.querySelectorAll(":scope > :is(.recall-menu, .recall-level)");
  card.append(stem, reveal(concept), ...others, rate(item.id), status());
  return card;
}

/** @param {Element} concept */
function reveal(concept) {
  const details = element("details", "recall-reveal");
  const summary = element("summary", "recall-toggle");
  summary.append(
    element("span", "recall-closed", WORDS.showAnswer),
    element("span", "recall-opened", WORDS.hideAnswer),
  );
  const answer = document.createElement("recall-answer");
  answer.append(...[...concept.childNodes].map((node) => (node instanceof HTMLLabelElement ? paragraph(node) : node)));
  details.append(summary, answer);
  return details;
}

/** @param {Element} label the first paragraph of a concept, where it named a box to tick */
function paragraph(label) {
  const made = document.createElement("p");
  made.append(...label.childNodes);
  return made;
}

/** @param {string} id */
function rate(id) {
  const group = element("div", "recall-rate");
  const ask = element("span", "recall-ask", WORDS.recalled);
  ask.id = `${id}::ask`;
  group.setAttribute("role", "group");
  group.setAttribute("aria-labelledby", ask.id);
  group.append(ask, button("recall-button", WORDS.again, "again"), button("recall-button", WORDS.good, "good"));
  return group;
}

function status() {
  const region = element("p", "recall-status");
  region.setAttribute("role", "status");
  return region;
}
