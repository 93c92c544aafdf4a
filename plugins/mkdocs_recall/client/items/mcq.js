// A choice question.

import { rowState, rowStateAfter, score } from "../core/score.js";
import { readDigit } from "../dom/digit-keys.js";
import { say } from "../ui/say.js";
import { findChosen, findKeys, listIds, readRowState, readRows, setRow } from "./options.js";
import { QuestionElement } from "./question.js";
import { makeOutcomePanel } from "./verdict-panel.js";

/** @typedef {import("./verdict-panel.js").OutcomeState} OutcomeState */

export class RecallMcqElement extends QuestionElement {
  get texts() {
    return "fieldset > ol > li, .recall-stem";
  }

  /** @param {Event} event */
  handleEvent(event) {
    super.handleEvent(event);
    if (event instanceof KeyboardEvent) this.#digit(event);
  }

  get response() {
    return listIds(findChosen(this.#rows));
  }

  /** @param {readonly string[]} ids */
  choose(ids) {
    for (const row of this.#rows) row.input.checked = ids.includes(row.id);
  }

  /** @param {readonly string[]} ids */
  isRight(ids) {
    return score(ids, listIds(findKeys(this.#rows))).right;
  }

  prepare() {
    return this.response.length > 0 ? "" : say("mcq.chooseFirst");
  }

  retry() {
    this.choose([]);
  }

  focusFirst() {
    this.#rows[0]?.input.focus();
  }

  /** @param {EventTarget | null} control */
  isOwn(control) {
    return this.#rows.some((row) => row.input === control);
  }

  /** @param {OutcomeState} state */
  mark(state) {
    const rows = this.#rows;
    for (const row of rows) setRow(row, rowState(row, state), findKeys(rows).length > 1);
  }

  /** @param {boolean} over */
  unmark(over) {
    for (const row of this.#rows) setRow(row, over ? null : rowStateAfter(readRowState(row), row.input.checked));
  }

  /**
   * @param {OutcomeState} state
   * @param {string} back
   */
  makePanel(state, back) {
    return makeOutcomePanel(this.#rows, state, back);
  }

  get #rows() {
    return readRows(this);
  }

  /** @param {KeyboardEvent} event */
  #digit(event) {
    const row = this.#rows[readDigit(event) - 1];
    if (!row || this.isAuthors(event.target)) return;
    event.preventDefault();
    row.input.focus();
    row.input.click();
  }
}
