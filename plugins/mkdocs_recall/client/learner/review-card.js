// What a review shows of an item: the item itself, or a card for a concept that its explanation missed. Both are the
// HTML that the build wrote for them.

import { readBlankCard, readItemHtml } from "../core/manifest.js";
import { readForeign } from "../dom/borrowed-item.js";
import { element } from "../dom/elements.js";
import { RecallCardElement } from "../items/card.js";
import { say } from "../ui/say.js";
import { makeAttempt } from "./review-queue.js";

/** @typedef {import("../core/scheduling/review-cards.js").ReviewCard} ReviewCard */

/**
 * @param {ReviewCard} card
 * @param {readonly string[]} concepts of its item
 * @param {unknown} data what the script of its page gave
 * @param {string} root address of the root of the site
 * @returns {HTMLElement | null} an element to be put into the page; null where that page has no such item any more
 */
export function makeReviewElement(card, concepts, data, root) {
  const item = readForeign(readItemHtml(data, card.id), root);
  const made =
    item && card.concept ? makeConceptCard(item, card, concepts, readForeign(readBlankCard(data), root)) : item;
  if (!made) return null;
  made.tabIndex = -1;
  made.setAttribute("role", "group");
  const stem = made.querySelector(".recall-prompt, .recall-stem");
  if (stem) made.setAttribute("aria-labelledby", stem.id);
  return made;
}

/**
 * Fill a blank card with the prompt of an explanation, and with one of its concepts as the answer.
 * @param {HTMLElement} item the explanation, of which nothing is left over that anybody needs
 * @param {ReviewCard} card
 * @param {readonly string[]} concepts
 * @param {HTMLElement | null} blank
 * @returns {RecallCardElement | null}
 */
function makeConceptCard(item, card, concepts, blank) {
  const concept = item.querySelector(`.recall-tick[data-recall-concept="${CSS.escape(card.concept)}"] > .recall-text`);
  const stem = item.querySelector(".recall-stem");
  const reveal = blank?.querySelector(".recall-reveal");
  if (!(blank instanceof RecallCardElement) || !reveal || !concept || !stem) return null;
  blank.id = item.id;
  for (const name of ["data-recall-id", "data-recall-rev", "data-recall-aka"]) {
    const value = item.getAttribute(name);
    if (value !== null) blank.setAttribute(name, value);
  }
  nameRating(blank);
  blank.readLog = () => card.log;
  blank.respond = (rating) => makeAttempt(card, concepts, rating);
  const prompt = element("div", "recall-prompt");
  prompt.dir = "auto";
  prompt.id = stem.id;
  const missing = element("p", "recall-missing", say("review.missing", { had: card.had.length, all: concepts.length }));
  prompt.append(...readStem(stem), missing);
  reveal.querySelector("recall-answer")?.append(...readAnswer(concept));
  reveal.before(prompt, ...item.querySelectorAll(":scope > .recall-menu"));
  reveal.after(...item.querySelectorAll(":scope > .recall-level"));
  return blank;
}

/**
 * What a stem holds, its text in a paragraph where it is one itself.
 * @param {Element} stem
 * @returns {Node[]}
 */
function readStem(stem) {
  if (!(stem instanceof HTMLParagraphElement)) return [...stem.childNodes];
  const line = document.createElement("p");
  line.append(...stem.childNodes);
  return [line];
}

/** @param {Element} card whose rating has a question: ids differ from card to card */
function nameRating(card) {
  const question = card.querySelector(".recall-ask");
  if (!question) return;
  question.id = `${card.id}::ask`;
  question.parentElement?.setAttribute("aria-labelledby", question.id);
}

/**
 * What a concept says, as the answer of a card says it: the label of the box to tick is a paragraph again.
 * @param {Element} concept
 */
function readAnswer(concept) {
  return [...concept.childNodes].flatMap((node) => (node instanceof HTMLLabelElement ? readLabel(node) : node));
}

/** @param {HTMLLabelElement} label empty where the concept does not begin with a paragraph */
function readLabel(label) {
  if (!label.hasChildNodes()) return [];
  const paragraph = document.createElement("p");
  paragraph.append(...label.childNodes);
  return paragraph;
}
