// A choice question: feedback on Check and never before, one round after another.

import { isEmpty, isLater } from "../core/drafts.js";
import { advance } from "../core/log.js";
import { rowState, rowStateAfter, score } from "../core/score.js";
import { readDigit } from "../dom/digit-keys.js";
import { say } from "../ui/say.js";
import { CLOSED } from "./help.js";
import { readAction } from "./item.js";
import { findChosen, findKeys, listIds, readRowState, readRows, setRow } from "./options.js";
import { findReturns } from "./later.js";
import { TestableItemElement } from "./testable-item.js";
import { makeOutcomePanel, verdictPanel } from "./verdict-panel.js";

/** @typedef {import("./verdict-panel.js").OutcomeState} OutcomeState */

export class RecallMcqElement extends TestableItemElement {
  /** What was shown last. @type {OutcomeState | null} */
  #outcome = null;

  /** Runs at the start tag: there are no children yet. */
  connectedCallback() {
    for (const type of ["click", "submit", "change", "keydown"]) this.addEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") this.#submit(event);
    if (event.type === "change") this.#change(event);
    if (event.type === "click") this.#help(readAction(event));
    if (event instanceof KeyboardEvent) {
      // Enter in a field would submit the question.
      if (event.key === "Enter" && event.target instanceof HTMLInputElement && this.#isAuthors(event.target)) {
        event.preventDefault();
      }
      this.#digit(event);
    }
  }

  showStored() {
    const { draft, state } = this;
    const { outcome, changed } = state;
    const begun = draft !== null && ((outcome === null && !changed) || isLater(draft, state));
    if (begun) this.choose(draft.options);
    if (draft && (begun || !changed)) this.help.restore(draft);
    if (changed) this.tell(verdictPanel("notice", say("item.changed")), true);
    if (outcome && !begun) {
      this.choose(state.chosen);
      this.#showOutcome({ ...state, outcome }, true);
    } else if (outcome === "wrong") {
      for (const row of readRows(this)) setRow(row, rowState(row, { outcome, chosen: [], tried: state.tried }));
    }
  }

  showReturn() {
    if (this.isDone && this.#outcome && this.#backAfter(this.#outcome)) this.#showOutcome(this.#outcome, true);
  }

  startOver() {
    this.clear();
    this.#saveDraft();
  }

  clear() {
    this.help.restore(CLOSED);
    this.choose([]);
    for (const row of readRows(this)) setRow(row, null);
    this.tell(document.createDocumentFragment(), true);
    delete this.dataset.recallState;
    this.#label(say("mcq.check"));
  }

  /**
   * Show a response given elsewhere, with everything that explains it.
   * @param {readonly string[]} chosen option ids
   * @param {boolean} changed whether it was given to another revision
   */
  showResponse(chosen, changed) {
    this.choose(chosen);
    this.help.restore({ ...CLOSED, answer: true });
    this.#showOutcome(
      {
        ...this.state,
        outcome: this.isRight(chosen) ? "right" : "shown",
        chosen: [...chosen],
        tries: 1,
        tried: [],
        help: [],
      },
      true,
    );
    if (changed) this.tell(verdictPanel("notice", say("item.changed")), true);
  }

  get keyLetters() {
    return findKeys(readRows(this)).map((row) => row.letter);
  }

  get options() {
    return listIds(readRows(this));
  }

  get keepsOrder() {
    return this.querySelector('fieldset > ol[data-recall-order="fixed"]') !== null;
  }

  get response() {
    return listIds(findChosen(readRows(this)));
  }

  /** @param {readonly string[]} ids */
  choose(ids) {
    for (const row of readRows(this)) row.input.checked = ids.includes(row.id);
  }

  /** @param {readonly string[]} ids */
  isRight(ids) {
    return score(ids, listIds(findKeys(readRows(this)))).right;
  }

  /** Whether a verdict is in view that ended its round. */
  get isDone() {
    const { recallState } = this.dataset;
    return recallState === "right" || recallState === "shown";
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    if (event instanceof SubmitEvent && this.#isAuthors(event.submitter)) return;
    if (this.dataset.recallState) this.#tryAgain();
    else this.#check();
  }

  #check() {
    const { response } = this;
    if (response.length > 0) return this.#attempt(this.isRight(response) ? "right" : "wrong");
    this.tell(verdictPanel("notice", say("mcq.chooseFirst")));
    readRows(this)[0]?.input.focus();
  }

  /** Choose anew: in the same round after a miss, else in a new one with everything closed. */
  #tryAgain() {
    if (this.isDone) this.help.restore(CLOSED);
    this.choose([]);
    this.#leaveVerdict();
    this.#saveDraft();
    readRows(this)[0]?.input.focus();
  }

  /** @param {Event} event */
  #change(event) {
    if (!readRows(this).some((row) => row.input === event.target)) return;
    this.#leaveVerdict();
    this.#saveDraft();
  }

  /** Take a verdict back once its choice is left. The panel of a miss stays to be read until the next Check. */
  #leaveVerdict() {
    const over = this.isDone;
    for (const row of readRows(this)) setRow(row, over ? null : rowStateAfter(readRowState(row), row.input.checked));
    if (over) {
      this.help.carryOver();
      this.tell(document.createDocumentFragment());
    }
    delete this.dataset.recallState;
    this.#label(say("mcq.check"));
  }

  /** @param {string | null | undefined} action */
  #help(action) {
    if (action === "hint") this.help.pressHint();
    else if (action === "step") this.help.pressStep();
    else if (action === "answer") this.#pressAnswer();
    else return;
    this.#saveDraft();
  }

  #pressAnswer() {
    if (this.isDone || this.help.answer) this.help.pressAnswer();
    else this.#attempt("shown");
  }

  /** @param {KeyboardEvent} event */
  #digit(event) {
    const row = readRows(this)[readDigit(event) - 1];
    if (!row || this.#isAuthors(event.target)) return;
    event.preventDefault();
    row.input.focus();
    row.input.click();
  }

  /**
   * Whether a control is part of what the author wrote, in an option or elsewhere. The text itself is none: a set puts
   * the focus on the stem of the question in view, where digits choose an option.
   * @param {EventTarget | null} control
   */
  #isAuthors(control) {
    const text = control instanceof Element ? control.closest("fieldset > ol > li, .recall-stem") : null;
    return text !== null && text !== control && !readRows(this).some((row) => row.input === control);
  }

  /** @param {import("../core/score.js").Outcome} outcome */
  #attempt(outcome) {
    const options = this.response;
    const help = outcome === "shown" ? [...this.help.used, /** @type {const} */ ("answer")] : this.help.used;
    this.record({ kind: "attempt", outcome, options }, help, (before, fact) => {
      if (outcome === "shown") this.help.pressAnswer();
      this.#showOutcome({ ...advance(before, fact, this.rev), outcome });
      this.#saveDraft();
    });
  }

  /**
   * @param {OutcomeState} state
   * @param {boolean} [silent] as at load
   */
  #showOutcome(state, silent) {
    const rows = readRows(this);
    const several = findKeys(rows).length > 1;
    this.#outcome = state;
    this.dataset.recallState = state.outcome;
    for (const row of rows) setRow(row, rowState(row, state), several);
    this.#label(say("mcq.tryAgain"));
    this.tell(makeOutcomePanel(rows, state, this.#backAfter(state)), silent);
  }

  /**
   * When it comes back, said where a round with help is over.
   * @param {OutcomeState} state
   */
  #backAfter({ outcome, help }) {
    return (outcome !== "wrong" && help.length > 0 && findReturns()?.describe(this.entries)) || "";
  }

  /** With an outcome in view the log knows the choice; beside it only opened help is worth a draft. */
  #saveDraft() {
    const known = this.dataset.recallState && isEmpty({ ...this.help.opened, options: [] });
    this.saveDraft(known ? [] : this.response);
  }

  /** @param {string} text */
  #label(text) {
    const button = this.querySelector(".recall-check");
    if (button) button.textContent = text;
  }
}
