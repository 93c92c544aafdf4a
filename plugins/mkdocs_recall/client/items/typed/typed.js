// A question whose answer is produced: what was typed, put in order or matched is kept as texts.

import { element } from "../../dom/elements.js";
import { say } from "../../ui/say.js";
import { QuestionElement } from "../question.js";
import { verdictPanel } from "../verdict-panel.js";
import { sayRight } from "../wording.js";

/** Characters that records keep of a text: see `readGiven` in core/log.js. */
const LONGEST_TEXT = 500;

/**
 * @typedef {import("../question.js").OutcomeState} OutcomeState
 */

export class TypedElement extends QuestionElement {
  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("input", this);
  }

  /** What is typed is a change at once: it is kept, a test hears of it, and a verdict is left. @param {Event} event */
  handleEvent(event) {
    const { target } = event;
    super.handleEvent(event);
    if (event.type === "input" && this.isOwn(target)) target?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  get texts() {
    return ".recall-stem, .recall-order, .recall-match";
  }

  /** @param {string[]} response */
  pack(response) {
    return { options: [], ...(response.length > 0 && { given: response.map((text) => text.slice(0, LONGEST_TEXT)) }) };
  }

  /**
   * @param {OutcomeState} state
   * @param {string} shown the title where the answer was shown
   * @param {readonly Node[]} details
   * @param {string} back when the question comes back, as a sentence, or none
   */
  makeOutcome({ outcome, tries, help }, shown, details, back) {
    const title =
      outcome === "right" ? sayRight(tries, help.length > 0) : outcome === "wrong" ? say("mcq.wrong") : shown;
    return verdictPanel(outcome, title, [...details, ...(back ? [element("p", "recall-back", back)] : [])]);
  }
}
