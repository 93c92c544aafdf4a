// A question: feedback on Check and never before, one round after another. A test asks it too, hears the response, and
// has it explained at the end.

import { isEmpty, isLater } from "../core/drafts.js";
import { advance } from "../core/log.js";
import { say } from "../ui/say.js";
import { CLOSED } from "./help.js";
import { RecallItemElement, readAction } from "./item.js";
import { findReturns } from "./later.js";
import { verdictPanel } from "./verdict-panel.js";

/**
 * @typedef {import("./verdict-panel.js").OutcomeState} OutcomeState
 *
 * What a kind of question has: the `response`, empty where nothing was chosen or typed, and ways to have another, to
 * judge it and to find what is its own. `texts` is a selector of what holds the author's text. `prepare` says why there
 * is nothing to judge yet. `mark` says of each part of the response what the outcome says about it; a draft has left
 * that where `chosen` is empty. `unmark` takes back what is no longer true, `retry` what is to be answered again, both
 * with whether the round is over. `makePanel` is told when the question comes back, as a sentence, or none.
 * @typedef {{
 *   get texts(): string,
 *   get response(): string[],
 *   prepare(): string,
 *   choose(response: readonly string[]): void,
 *   isRight(response: readonly string[]): boolean,
 *   isOwn(control: EventTarget | null): boolean,
 *   focusFirst(): void,
 *   mark(state: OutcomeState): void,
 *   unmark(over: boolean): void,
 *   retry(over: boolean): void,
 *   makePanel(state: OutcomeState, back: string): DocumentFragment,
 * }} Answerable
 */

/** What each kind has of its own is declared alone: methods that do nothing would be sent to every page. */
export class QuestionElement extends /** @type {new () => RecallItemElement & Answerable} */ (RecallItemElement) {
  /** What was shown last. @type {OutcomeState | null} */
  #outcome = null;

  /** Runs at the start tag: there are no children yet. */
  connectedCallback() {
    for (const type of ["click", "submit", "change", "keydown"]) this.addEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") this.#submit(event);
    if (event.type === "change" && this.isOwn(event.target)) this.#change();
    if (event.type === "click") this.#help(readAction(event));
    // Enter in a field would submit the question.
    if (event instanceof KeyboardEvent && event.key === "Enter" && event.target instanceof HTMLInputElement) {
      if (this.isAuthors(event.target)) event.preventDefault();
    }
  }

  showStored() {
    const { draft, state } = this;
    const { outcome, changed } = state;
    const begun = draft !== null && ((outcome === null && !changed) || isLater(draft, state));
    if (begun) this.choose(draft.given ?? draft.options);
    if (draft && (begun || !changed)) this.help.restore(draft);
    if (changed) this.tell(verdictPanel("notice", say("item.changed")), true);
    if (outcome && !begun) {
      this.choose(state.chosen);
      this.#showOutcome({ ...state, outcome }, true);
    } else if (outcome === "wrong") this.mark({ ...state, outcome, chosen: [] });
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
    this.unmark(true);
    this.tell(undefined, true);
    delete this.dataset.recallState;
    this.#label(say("mcq.check"));
  }

  /**
   * Show a response given elsewhere, with everything that explains it.
   * @param {readonly string[]} response
   * @param {boolean} changed whether it was given to another revision
   */
  showResponse(response, changed) {
    const outcome = this.isRight(response) ? "right" : "shown";
    this.choose(response);
    this.help.restore({ ...CLOSED, answer: true });
    this.#showOutcome({ ...this.state, outcome, chosen: [...response], tries: 1, tried: [], help: [] }, true);
    if (changed) this.tell(verdictPanel("notice", say("item.changed")), true);
  }

  /**
   * Whether a control is part of what the author wrote, in an option or elsewhere. The text itself is none: a set puts
   * the focus on the stem of the question in view, where digits choose an option.
   * @param {EventTarget | null} control
   */
  isAuthors(control) {
    const text = control instanceof Element ? control.closest(this.texts) : null;
    return text !== null && text !== control && !this.isOwn(control);
  }

  /** Whether a verdict is in view that ended its round. */
  get isDone() {
    const { recallState } = this.dataset;
    return recallState === "right" || recallState === "shown";
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    if (event instanceof SubmitEvent && this.isAuthors(event.submitter)) return;
    if (this.dataset.recallState) this.#tryAgain();
    else this.#check();
  }

  #check() {
    const objection = this.prepare();
    if (!objection) return this.#attempt(this.isRight(this.response) ? "right" : "wrong");
    this.tell(verdictPanel("notice", objection));
    this.focusFirst();
  }

  /** Answer again: in the same round after a miss, else in a new one with everything closed. */
  #tryAgain() {
    if (this.isDone) this.help.restore(CLOSED);
    this.retry(this.isDone);
    this.#change();
    this.focusFirst();
  }

  #change() {
    this.leaveVerdict();
    this.#saveDraft();
  }

  /** Take a verdict back once its response is left. The panel of a miss stays to be read until the next Check. */
  leaveVerdict() {
    const over = this.isDone;
    this.unmark(over);
    if (over) {
      this.help.carryOver();
      this.tell();
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

  /** @param {import("../core/score.js").Outcome} outcome */
  #attempt(outcome) {
    const help = outcome === "shown" ? [...this.help.used, /** @type {const} */ ("answer")] : this.help.used;
    this.record({ kind: "attempt", outcome, ...this.pack(this.response) }, help, (before, fact) => {
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
    this.#outcome = state;
    this.dataset.recallState = state.outcome;
    this.mark(state);
    this.#label(say("mcq.tryAgain"));
    this.tell(this.makePanel(state, this.#backAfter(state)), silent);
  }

  /**
   * When it comes back, said where a round with help is over.
   * @param {OutcomeState} state
   */
  #backAfter({ outcome, help }) {
    return (outcome !== "wrong" && help.length > 0 && findReturns()?.describe(this.entries)) || "";
  }

  /** With an outcome in view the log knows the response; beside it only opened help is worth a draft. */
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
