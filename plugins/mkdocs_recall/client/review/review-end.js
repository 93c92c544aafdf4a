// The end of a review: how it went, what was missed and where that is taught, what comes back when, and how to go on.

import { button, element } from "../dom/elements.js";
import { say } from "../ui/say.js";

/**
 * @typedef {object} MissedLine
 * @property {HTMLElement | string} name what was asked
 * @property {string} title of the section that teaches it, empty where none is known
 * @property {string} href its address
 *
 * @typedef {object} End
 * @property {number} right of today's reviews
 * @property {number} all
 * @property {readonly MissedLine[]} missed
 * @property {string} words what comes back when
 * @property {number} more how many more can be had today
 * @property {string} lesson address of where learning begins, empty where that is unknown
 * @property {boolean} fresh whether nothing was ever answered that comes back
 */

/**
 * @param {End} end
 * @returns {Node[]}
 */
export function makeEnd({ right, all, missed, words, more, lesson, fresh }) {
  const told = [...(words ? [element("p", "recall-told", words)] : []), ...makeActions(more, lesson, fresh)];
  if (all === 0) return told;
  const summary = element("div", "recall-summary");
  summary.append(heading("recall-verdict", say("review.right", { right, all })), ...makeMissed(missed));
  const after = element("div", "recall-after");
  after.append(...told);
  return [summary, after];
}

/**
 * @param {readonly MissedLine[]} missed
 * @returns {Node[]}
 */
function makeMissed(missed) {
  if (missed.length === 0) return [];
  const list = element("ul", "recall-missed");
  for (const { name, title, href } of missed) {
    const row = document.createElement("li");
    row.append(name);
    if (href) row.append(makeLink("recall-lesson", title, href));
    list.append(row);
  }
  return [heading("recall-title", say("review.missed")), list];
}

/**
 * @param {number} more
 * @param {string} lesson
 * @param {boolean} fresh
 * @returns {Node[]}
 */
function makeActions(more, lesson, fresh) {
  const line = element("p", "recall-actions");
  if (more > 0) line.append(button("recall-button", say("review.more", { n: more }), "more"), " ");
  if (lesson && fresh) line.append(makeLink("recall-button recall-check", say("startLearning"), lesson));
  else if (lesson) line.append(makeLink("recall-help", say("review.course"), lesson));
  return line.hasChildNodes() ? [line] : [];
}

/**
 * A heading that is in no table of contents.
 * @param {string} className
 * @param {string} text
 */
function heading(className, text) {
  const made = element("p", className, text);
  made.setAttribute("role", "heading");
  made.setAttribute("aria-level", className === "recall-verdict" ? "2" : "3");
  return made;
}

/**
 * @param {string} className
 * @param {string} text
 * @param {string} address
 */
function makeLink(className, text, address) {
  const made = /** @type {HTMLAnchorElement} */ (element("a", className, text));
  made.href = address;
  return made;
}
