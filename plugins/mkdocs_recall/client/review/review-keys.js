// Keys of the card in a review.

import { readDigit } from "../dom/digit-keys.js";

const FIELDS = "input, textarea, select, [contenteditable]";
const CONTROLS = `${FIELDS}, a, button, summary`;

/**
 * Space shows the answer of a card, 1 and 2 rate it; not while a field has focus.
 * @param {KeyboardEvent} event
 * @param {Element} item
 */
export function pressInReview(event, item) {
  const { target } = event;
  const reveal = item.querySelector(".recall-reveal");
  if (!reveal || !(target instanceof Element) || target.closest(FIELDS)) return;
  if (event.key === " " && !target.closest(CONTROLS) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    if (!reveal.hasAttribute("open")) click(reveal.querySelector("summary"));
  }
  const action = [undefined, "again", "good"][readDigit(event)];
  if (!action || !reveal.hasAttribute("open")) return;
  event.preventDefault();
  click(item.querySelector(`[data-recall-do="${action}"]`));
}

/** @param {Element | null | undefined} control */
function click(control) {
  if (control instanceof HTMLElement) control.click();
}
