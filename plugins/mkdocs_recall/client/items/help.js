// Hints, steps and the answer of an item: opened one at a time, and closed again only when asked to.

import { say } from "../ui/say.js";

/** @typedef {import("../core/log.js").HelpKind} HelpKind */

/** Everything closed. */
export const CLOSED = Object.freeze({ hints: 0, steps: 0, answer: false });

export class Help {
  #item;
  /** Hints opened so far. */
  #hints = 0;
  #hintsHidden = false;
  /** Steps opened one by one. */
  #steps = 0;
  /** Whether the answer is open, and every step with it. */
  #answer = false;

  /** Help used since the round began, or since its last attempt. @type {Set<HelpKind>} */
  used = new Set();

  /** @param {HTMLElement} item */
  constructor(item) {
    this.#item = item;
  }

  get answer() {
    return this.#answer;
  }

  /** @returns {Omit<import("../core/drafts.js").Draft, "options">} */
  get opened() {
    return { hints: this.#hints, steps: this.#steps, answer: this.#answer };
  }

  /** Open what was open before. @param {Omit<import("../core/drafts.js").Draft, "options">} opened */
  restore({ hints, steps, answer }) {
    this.#hints = Math.min(hints, this.#all(".recall-hint").length);
    this.#hintsHidden = false;
    this.#steps = Math.min(steps, this.#all(".recall-step").length);
    this.#answer = answer;
    this.#render();
    this.carryOver();
  }

  /** Show the next hint; after the last, hide them all or show them again. */
  pressHint() {
    const all = this.#hints === this.#all(".recall-hint").length;
    this.#hintsHidden = all && !this.#hintsHidden;
    if (!all) this.#hints += 1;
    this.used.add("hint");
    this.#render();
  }

  /** Show the next step, and go on reading there. */
  pressStep() {
    const steps = this.#all(".recall-step");
    this.#steps = Math.min(this.#steps + 1, steps.length);
    this.used.add("step");
    this.#render();
    steps[this.#steps - 1]?.focus();
    this.#render();
  }

  /** Open the answer and every step, or close what that opened. */
  pressAnswer() {
    this.#answer = !this.#answer;
    this.used.add("answer");
    this.#render();
  }

  /** Begin a round with what is in view: it helps in this round too. */
  carryOver() {
    if (this.#hintsHidden) this.#hints = 0;
    this.used.clear();
    if (this.#hints > 0) this.used.add("hint");
    if (this.#steps > 0) this.used.add("step");
    if (this.#answer) this.used.add("answer");
  }

  /** Show what is open, and what each button does next. */
  #render() {
    const hints = this.#all(".recall-hint");
    const steps = this.#all(".recall-step");
    const hintsShown = this.#hintsHidden ? 0 : this.#hints;
    const stepsShown = this.#answer ? steps.length : this.#steps;
    this.#open(".recall-hints", hints, hintsShown);
    this.#open(".recall-steps", steps, stepsShown);
    this.#open(".recall-solution", [], Number(this.#answer));
    this.#label("hint", say(hintsShown > 0 && hintsShown === hints.length ? "help.hideHints" : "help.showHint"));
    this.#label("answer", say(this.#answer ? "help.hideAnswer" : "help.showAnswer"));
    const next = Math.min(stepsShown + 1, steps.length);
    const button = this.#label("step", say("help.showStep", { step: next, steps: steps.length }));
    if (button) button.hidden = stepsShown === steps.length && button !== document.activeElement;
  }

  /**
   * Open a `details` as far as the first parts of it.
   * @param {string} name its selector
   * @param {readonly HTMLElement[]} parts
   * @param {number} shown
   */
  #open(name, parts, shown) {
    const details = this.#item.querySelector(name);
    parts.forEach((part, index) => (part.hidden = index >= shown));
    details?.toggleAttribute("open", shown > 0);
  }

  /**
   * @param {HelpKind} kind
   * @param {string} text
   * @returns {HTMLElement | null} the button
   */
  #label(kind, text) {
    /** @type {HTMLElement | null} */
    const button = this.#item.querySelector(`[data-recall-do="${kind}"]`);
    if (button) button.textContent = text;
    return button;
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  #all(selector) {
    return [...this.#item.querySelectorAll(selector)].filter((found) => found instanceof HTMLElement);
  }
}
