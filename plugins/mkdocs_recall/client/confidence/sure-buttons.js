// "Sure" and "Not sure": beside Check, where either checks as well, and in the foot of a test, where either goes on.

import { isMissedWhileSure } from "../core/calibration.js";
import { button, element } from "../dom/elements.js";
import { verdictPanel } from "../items/verdict-panel.js";
import { hasReview } from "../store/site-store.js";
import { say } from "../ui/say.js";

/** Questions that ask. A test asks in its foot, once for all of its questions. */
const ASKING = ".recall-item[data-recall-confidence]:not(recall-test *)";

/** What a reader has just said of an answer, until it is recorded. @type {{item: Element, sure: boolean} | null} */
let said = null;

/** Hear what is pressed, and put it into the attempt that follows. Each kind of question is answered by its form. */
export function registerSure() {
  document.addEventListener("submit", hearAnswer, { capture: true });
  document.addEventListener("recall-attempt", addSure);
  document.addEventListener("recall-attempted", keepFocus);
  document.addEventListener("recall-shown", ({ target }) => target instanceof Element && offerSure(target));
}

/** Their room is there from the start. The buttons come as a question comes near: a page may have a thousand. */
export function showSure() {
  const near = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        offerSure(target);
      }
    },
    { rootMargin: "100%" },
  );
  for (const item of document.querySelectorAll(ASKING)) near.observe(item);
}

/** @param {Element} item */
function offerSure(item) {
  const check = item.matches(ASKING) ? item.querySelector(".recall-actions > .recall-check") : null;
  if (check?.nextElementSibling?.matches(".recall-sure") === false) check.after(makeSurePair("submit"));
}

/**
 * @param {"submit" | "button"} type of the buttons
 * @returns {HTMLElement}
 */
function makeSurePair(type) {
  const pair = element("span", "recall-sure");
  pair.setAttribute("role", "group");
  pair.setAttribute("aria-label", say("sure.ask"));
  const buttons = [
    button("recall-button", say("sure.sure"), "sure"),
    button("recall-button", say("sure.unsure"), "unsure"),
  ];
  for (const each of buttons) each.type = type;
  pair.append(element("span", "recall-or", say("sure.orCheck")), ...buttons);
  return pair;
}

/** @param {Event} event of a form that is sent */
function hearAnswer(event) {
  const { submitter } = /** @type {SubmitEvent} */ (event);
  const item = submitter?.closest(".recall-sure") && submitter.closest(".recall-item");
  said = item ? { item, sure: submitter?.dataset.recallDo === "sure" } : null;
}

/** @param {Event} event before an attempt is recorded */
function addSure(event) {
  const { detail, target } = /** @type {CustomEvent<import("../items/item.js").Detail>} */ (event);
  if (said?.item === target && detail.outcome !== "shown") detail.sure = said?.sure ?? false;
  said = null;
}

/** With a verdict in view the pressed button is gone, so the one beside it has the focus. @param {Event} event */
function keepFocus({ target }) {
  const { activeElement } = document;
  if (!(target instanceof Element) || !target.contains(activeElement) || !activeElement?.closest(".recall-sure"))
    return;
  /** @type {HTMLElement | null} */
  const check = target.querySelector(".recall-check");
  check?.focus({ preventScroll: true });
}

/**
 * Say in the panel of a miss that its reader was sure.
 * @param {{dataset: DOMStringMap, entries: import("../core/log.js").Entry[]}} item
 * @param {DocumentFragment} content
 */
export function completePanel({ dataset, entries }, content) {
  const body = dataset.recallState === "wrong" ? content.querySelector(".recall-body") : null;
  if (body && isMissedWhileSure(entries))
    body.append(element("p", "recall-back", say(hasReview() ? "sure.comesFirst" : "sure.missed")));
}

/**
 * Show in the foot of a test what its reader has said of the question in view.
 * @param {Element} test
 * @param {{shown: boolean, last: boolean, sure: boolean | null}} view whether a question is in view, whether it is the
 *   last one, and what was said of it
 */
export function showSureOf(test, { shown, last, sure }) {
  const foot = test.matches("[data-recall-confidence]") ? test.querySelector(":scope > .recall-foot") : null;
  if (!foot) return;
  /** @type {HTMLElement} */
  const pair = foot.querySelector(".recall-sure") ?? foot.appendChild(makeSurePair("button"));
  pair.hidden = !shown;
  const [label, ...buttons] = pair.children;
  if (label) label.textContent = say(last ? "sure.ask" : "sure.orNext");
  for (const each of buttons)
    each.setAttribute("aria-pressed", String(sure === (each.getAttribute("data-recall-do") === "sure")));
}

/** What a test says where there is no answer yet to be sure of. */
export function makeAnswerFirst() {
  return verdictPanel("notice", say("sure.answerFirst"));
}
