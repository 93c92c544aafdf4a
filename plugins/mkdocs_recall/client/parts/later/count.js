// How many cards are due, which comes once the page has loaded, and what else comes then if it is of use.

import "./due.js";

import style from "../../css/later/due.css";
import { countDueAmong, noteNames, noteSession, registerDue, showDue } from "../../items/due/due-badge.js";
import { dueCount } from "../../items/due/due-count.js";
import { loadPart } from "../../dom/parts.js";
import { addStyle } from "../../dom/style-sheets.js";
import { FOLLOWED } from "../../page/restore.js";
import { addPart } from "../../page/visits.js";

dueCount.among = countDueAmong;
registerDue();
noteSession();
addStyle(style);
addPart({}, [showDue]);
// What has changed is counted before the ways are shown again.
document.addEventListener(FOLLOWED, (event) => noteNames(Object(event).detail ?? []), { capture: true });
// The ways may recommend a review now. Its words are shorter: nothing below them moves up.
/** @type {NodeListOf<HTMLElement>} */
const panels = document.querySelectorAll(".recall-way");
for (const way of panels) way.style.minBlockSize = `${way.offsetHeight}px`;
document.dispatchEvent(new Event(FOLLOWED));

/**
 * Tests that have come to their end: each of their questions says so. What reminds of an export hears of it.
 * @type {Set<Element>}
 */
const ended = new Set();
document.addEventListener("recall-attempted", ({ target }) => {
  const test = target instanceof Element ? target.closest("recall-test") : null;
  if (!test || ended.has(test)) return;
  ended.add(test);
  loadPart("keep")
    .then(() => test.dispatchEvent(new CustomEvent("recall-ended", { bubbles: true })))
    .catch(() => {})
    .finally(() => ended.delete(test));
});
