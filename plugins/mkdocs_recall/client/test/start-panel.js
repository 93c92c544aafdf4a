// The start panel of a test: it says why no form can be begun.

import { TestableItemElement } from "../items/testable-item.js";
import { say } from "../ui/say.js";
import { isEnough } from "./draw-form.js";
import { readSeed } from "./seed.js";
import { readMix } from "./session.js";

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
 * How many of the questions that stand in a test are of a rank.
 * @param {Element} test
 * @param {number} rank
 */
function heldIn(test, rank) {
  const items = [...test.querySelectorAll(`.recall-item[data-recall-rank="${rank}"]`)];
  return items.filter((item) => item instanceof TestableItemElement).length;
}
