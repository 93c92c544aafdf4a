// How sure a reader was, and how often that was right. Pure.

import { standing } from "./log.js";

/**
 * @typedef {{right: number, all: number}} Share how many of some answers were right
 *
 * @typedef {object} Calibration
 * @property {Share} sure of the answers that the reader was sure of
 * @property {Share} unsure of those that the reader was not sure of
 * @property {number} unsaid answers without a word about it
 */

/**
 * @param {readonly {right: boolean, sure?: boolean}[]} answers
 * @returns {Calibration}
 */
export function calibrate(answers) {
  /** @param {boolean} wanted */
  const share = (wanted) => {
    const said = answers.filter(({ sure }) => sure === wanted);
    return { right: said.filter(({ right }) => right).length, all: said.length };
  };
  const [sure, unsure] = [share(true), share(false)];
  return { sure, unsure, unsaid: answers.length - sure.all - unsure.all };
}

/**
 * Whether the last attempt at an item was wrong while its reader was sure.
 * @param {readonly import("./log.js").Entry[]} entries
 */
export function isMissedWhileSure(entries) {
  const last = standing(entries)
    .filter((entry) => entry.kind === "attempt")
    .at(-1);
  return last?.outcome === "wrong" && last.sure === true;
}
