// A card: the answer opens natively; the reader says whether it was recalled.

import { element } from "../dom/elements.js";
import { icon } from "../dom/icons.js";
import { say } from "../ui/say.js";
import { CLOSED } from "./help.js";
import { RecallItemElement, readAction } from "./item.js";
import { findReturns } from "./later.js";

/** @typedef {import("../core/log.js").Rating} Rating */

export class RecallCardElement extends RecallItemElement {
  /** Runs at the start tag: there are no children yet. */
  connectedCallback() {
    this.addEventListener("click", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const action = readAction(event);
    if (action === "again" || action === "good") this.#rate(action);
    if (action === "hint") {
      this.help.pressHint();
      this.saveDraft([]);
    }
    this.#showNext();
  }

  showStored() {
    const { draft, state } = this;
    if (draft) this.help.restore(draft);
    if (state.rating) this.#showRating(state.rating, true);
    if (this.querySelector(".recall-reveal[open]")) this.#showNext();
  }

  showReturn() {
    const { recallRating } = this.dataset;
    if (recallRating === "again" || recallRating === "good") this.#showRating(recallRating, true);
    this.#showNext();
  }

  get isDone() {
    return "recallRating" in this.dataset;
  }

  /** A card for the concepts of an explanation has boxes to tick instead. */
  get takesRating() {
    return this.querySelector(".recall-rate") !== null;
  }

  startOver() {
    this.querySelector(".recall-reveal")?.removeAttribute("open");
    this.clear();
    this.saveDraft([]);
  }

  clear() {
    this.help.restore(CLOSED);
    this.tell(undefined, true);
    delete this.dataset.recallRating;
  }

  /** @param {Rating} rating */
  #rate(rating) {
    this.record({ kind: "rating", rating }, this.help.used, () => {
      this.#showRating(rating);
      const sheet = this.closest(".recall-sheet");
      if (sheet) showTally(sheet);
      this.help.carryOver();
      this.saveDraft([]);
    });
  }

  /**
   * @param {Rating} rating
   * @param {boolean} [silent] as at load
   */
  #showRating(rating, silent) {
    this.dataset.recallRating = rating;
    const word = say(rating === "good" ? "card.good" : "card.again");
    const content = new DocumentFragment();
    content.append(
      ...(rating === "good" ? [icon("check")] : []),
      findReturns()?.describeRated(rating, this.entries) ?? word,
    );
    this.tell(content, silent);
  }

  /** Each rating says when it would bring the card back. The names of the buttons stay. */
  #showNext() {
    const next = findReturns()?.foresee(this.entries, this.help.used);
    if (!next) return;
    for (const rating of /** @type {const} */ (["again", "good"])) {
      const button = this.querySelector(`[data-recall-do="${rating}"]`);
      const note = button?.querySelector(".recall-due") ?? element("span", "recall-due");
      note.textContent = next[rating];
      note.setAttribute("aria-hidden", "true");
      button?.setAttribute("aria-description", next[rating]);
      if (!note.parentNode) button?.append(" ", note);
    }
  }
}

/**
 * Count the cards of a sheet whose last rating is good.
 * @param {Element} sheet
 */
export function showTally(sheet) {
  const cards = sheet.querySelectorAll("recall-card").length;
  const recalled = sheet.querySelectorAll('recall-card[data-recall-rating="good"]').length;
  const count = sheet.querySelector(".recall-count");
  if (count) count.textContent = say("card.tally", { recalled, all: cards });
  const segments = sheet.querySelectorAll(".recall-segments > i");
  segments.forEach((segment, index) => segment.toggleAttribute("data-recall-on", index < recalled));
}
