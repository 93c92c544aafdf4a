// What a review shows of an explanation: its prompt, what the reader wrote and had, and behind "Show answer" a tick for
// each concept that is asked.

import { element } from "../dom/elements.js";
import { icon } from "../dom/icons.js";
import { RecallCardElement } from "../items/card.js";
import { say } from "../ui/say.js";

/** @typedef {import("../core/scheduling/review-cards.js").ReviewCard} ReviewCard */

/** Ids of the parts that a script makes. */
const ASKED = "::asked";

/**
 * Fill a blank card with what a review asks of an explanation.
 * @param {HTMLElement} item the explanation, of which nothing is left over that anybody needs
 * @param {HTMLElement | null} blank
 * @param {Pick<ReviewCard, "concepts" | "ticked">} card
 * @param {readonly string[]} concepts all that there are
 * @param {string} written what the reader wrote, empty for nothing
 * @returns {RecallCardElement | null} null where the page no longer has what is asked
 */
export function makeConceptCard(item, blank, { concepts: asked, ticked }, concepts, written) {
  const stem = item.querySelector(".recall-stem");
  const reveal = blank?.querySelector(".recall-reveal");
  const ticks = findTicks(item, asked);
  if (!(blank instanceof RecallCardElement) || !reveal || !stem || !ticks) return null;
  blank.id = item.id;
  for (const name of ["data-recall-id", "data-recall-rev", "data-recall-aka"]) {
    const value = item.getAttribute(name);
    if (value !== null) blank.setAttribute(name, value);
  }
  blank.querySelector(".recall-rate")?.remove();
  const prompt = element("div", "recall-prompt");
  prompt.dir = "auto";
  prompt.id = stem.id;
  prompt.append(...readStem(stem));
  const had = findRows(item, concepts).filter(({ id }) => ticked.includes(id) && !asked.includes(id));
  reveal.querySelector("recall-answer")?.append(ticks);
  reveal.before(prompt, makeRecord(item.id, written, had, concepts.length));
  reveal.before(...item.querySelectorAll(":scope > .recall-menu"));
  reveal.after(...item.querySelectorAll(":scope > .recall-level"));
  return blank;
}

/**
 * The boxes of a card, in their order.
 * @param {HTMLElement} card
 */
export function findBoxes(card) {
  return [...card.querySelectorAll(".recall-tick > input")].filter((box) => box instanceof HTMLInputElement);
}

/**
 * Tick a concept by its number, once they are shown.
 * @param {HTMLElement} card
 * @param {number} digit from 1
 * @returns {boolean} whether there is such a concept
 */
export function pressTick(card, digit) {
  const box = findBoxes(card)[digit - 1];
  if (!box || !card.querySelector(".recall-reveal[open]")) return false;
  box.focus();
  box.click();
  return true;
}

/**
 * @param {HTMLElement} item
 * @param {readonly string[]} ids of concepts
 * @returns {{id: string, row: HTMLElement}[]} without those that the item no longer has
 */
function findRows(item, ids) {
  return ids.flatMap((id) => {
    const row = item.querySelector(`.recall-tick[data-recall-concept="${CSS.escape(id)}"]`);
    return row instanceof HTMLElement ? [{ id, row }] : [];
  });
}

/**
 * The list of concepts to tick, with those alone that are asked.
 * @param {HTMLElement} item
 * @param {readonly string[]} asked
 */
function findTicks(item, asked) {
  const ticks = item.querySelector("fieldset.recall-ticks");
  const list = ticks?.querySelector("ol");
  const rows = findRows(item, asked).map(({ row }) => row);
  if (!ticks || !list || rows.length === 0) return null;
  const copy = ticks.cloneNode(false);
  const rest = document.createElement("ol");
  rest.append(...rows);
  copy.appendChild(element("legend", "recall-title", say("review.tick")));
  copy.appendChild(rest);
  return copy;
}

/**
 * @param {string} name to begin ids with
 * @param {string} written
 * @param {readonly {row: HTMLElement}[]} had concepts that the explanation had
 * @param {number} all
 */
function makeRecord(name, written, had, all) {
  const record = element("div", "recall-record");
  if (written) {
    const text = element("blockquote", "recall-written", written);
    text.dir = "auto";
    record.append(element("p", "recall-title", say("review.written")), text);
  }
  const asked = element("p", "recall-missing", say("review.missing", { had: had.length, all }));
  asked.id = `${name}${ASKED}`;
  if (had.length > 0) {
    const list = element("ul", "recall-had");
    list.setAttribute("aria-labelledby", asked.id);
    list.append(...had.map(({ row }) => makeHad(row)));
    record.append(list);
  }
  record.append(asked);
  return record;
}

/** @param {HTMLElement} row of a concept that is not asked */
function makeHad(row) {
  const line = document.createElement("li");
  const text = element("div", "recall-text");
  text.dir = "auto";
  text.append(...readText(row.querySelector(".recall-text")));
  line.append(icon("check"), text);
  return line;
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

/**
 * What a concept says: the label of the box to tick is a paragraph again.
 * @param {Element | null} concept
 */
function readText(concept) {
  return [...(concept?.childNodes ?? [])].flatMap((node) =>
    node instanceof HTMLLabelElement ? readLabel(node) : node,
  );
}

/** @param {HTMLLabelElement} label empty where the concept does not begin with a paragraph */
function readLabel(label) {
  if (!label.hasChildNodes()) return [];
  const paragraph = document.createElement("p");
  paragraph.append(...label.childNodes);
  return paragraph;
}
