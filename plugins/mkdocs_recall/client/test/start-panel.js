// The start panel of a test: it says why no form can be begun, and that one is running.

import { button, element } from "../dom/elements.js";
import { QuestionElement } from "../items/question.js";
import { say } from "../ui/say.js";
import { takeQuestionBack } from "./ask.js";
import { isEnough } from "./forms/draw-form.js";
import { readSeed } from "./forms/seed.js";
import { readMix } from "./session.js";
import { countAnswered } from "./test-record.js";

/** @typedef {"tooSmall" | "notLoaded"} Why no form can be begun */

/**
 * Say why no form can be begun, in place of the button that begins one.
 * @param {HTMLElement} test
 * @param {Why} why
 */
export function tellWhy(test, why) {
  const told = test.querySelector(".recall-start > p");
  if (told) told.textContent = say(`test.${why === "notLoaded" && !test.dataset.recallManifest ? "notBuilt" : why}`);
  const start = test.querySelector('[data-recall-do="start"]');
  if (start instanceof HTMLElement) start.hidden = true;
}

/**
 * Say so where no form can be begun.
 * @param {HTMLElement} test
 * @param {(seed: string) => Promise<{form: object | null}>} draw a form that the address names
 */
export function showWhetherEnough(test, draw) {
  const { recallFrom, recallManifest } = test.dataset;
  const seed = readSeed(location.hash);
  if (recallFrom === undefined) {
    if (!isEnough(readMix(test), (rank) => heldIn(test, rank))) tellWhy(test, "tooSmall");
  } else if (!recallManifest) tellWhy(test, "notLoaded");
  else if (seed)
    draw(seed).then(
      ({ form }) => form ?? tellWhy(test, "tooSmall"),
      () => tellWhy(test, "notLoaded"),
    );
}

/**
 * Offer to go on with the test that is running, where its start panel is in view all the same: the address names
 * another form.
 * @param {HTMLElement} test
 * @param {import("./test-record.js").TestRecord | null} running
 */
export function offerRunning(test, running) {
  const start = test.querySelector('[data-recall-do="start"]');
  test.querySelector(".recall-start > .recall-running")?.remove();
  takeQuestionBack(test);
  if (!start) return;
  start.classList.toggle("recall-check", running === null);
  start.textContent = say(running ? "test.new" : "startTest");
  if (running) start.before(makeContinueLine(running));
}

/**
 * A button shows that it was pressed while there is something to wait for.
 * @param {HTMLElement} test
 * @param {string} action of the button
 * @returns {() => void} what ends it
 */
export function showBusy(test, action) {
  const pressed = test.querySelector(`[data-recall-do="${action}"]`);
  pressed?.setAttribute("aria-busy", "true");
  return () => pressed?.removeAttribute("aria-busy");
}

/** @param {import("./test-record.js").TestRecord} running */
export function makeContinueLine(running) {
  const line = element("p", "recall-choice recall-running");
  const answered = countAnswered(running);
  line.append(
    button("recall-button recall-check", say("test.continue"), "continue"),
    " ",
    element("span", "recall-meta", say("test.answered", { answered, all: running.items.length })),
  );
  return line;
}

/**
 * How many of the questions that stand in a test are of a rank.
 * @param {Element} test
 * @param {number} rank
 */
function heldIn(test, rank) {
  const items = [...test.querySelectorAll(`.recall-item[data-recall-rank="${rank}"]`)];
  return items.filter((item) => item instanceof QuestionElement).length;
}
