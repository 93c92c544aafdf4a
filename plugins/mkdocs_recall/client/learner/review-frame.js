// The frame of a review: where one stands, the card in view, what can be pressed, and the end.

import { button, element } from "../dom/elements.js";
import { say } from "../ui/say.js";

export class ReviewFrame {
  #head = element("div", "recall-head");
  #count = element("strong", "recall-count");
  #topic = document.createElement("a");
  #items = element("div", "recall-items");
  #end = element("div", "recall-end");
  #foot = element("p", "recall-foot");
  #undo = button("recall-button", say("undo"), "take-back");
  #next = button("recall-button", say("next"), "next");
  /** What the page was served with: where learning begins. */
  #learn;

  /** @param {HTMLElement} review */
  constructor(review) {
    this.#learn = review.querySelector(".recall-learn > a");
    this.#topic.className = "recall-name";
    const where = element("p", "recall-place");
    where.append(this.#count, " ", this.#topic);
    this.#head.append(where);
    this.#end.tabIndex = -1;
    this.#foot.append(this.#undo, this.#next);
    for (const part of [this.#head, this.#items, this.#end, this.#foot]) part.hidden = true;
    review.setAttribute("role", "group");
    review.setAttribute("aria-label", say("review.name"));
    review.replaceChildren(this.#head, this.#items, this.#end, this.#foot);
  }

  /**
   * @param {HTMLElement} card
   * @param {{at: number, all: number, title: string, page: string}} where
   */
  show(card, { at, all, title, page }) {
    this.#count.textContent = say("review.place", { at, all });
    this.#topic.textContent = title;
    this.#topic.href = page;
    this.#items.replaceChildren(card);
    for (const part of [this.#head, this.#items]) part.hidden = false;
    this.#end.hidden = true;
  }

  /** @param {{undo: boolean, next: boolean, ready: boolean}} offered */
  offer({ undo, next, ready }) {
    this.#foot.hidden = !undo && !next;
    this.#undo.hidden = !undo;
    this.#next.hidden = !next;
    this.#next.toggleAttribute("data-recall-ready", ready);
  }

  /**
   * @param {string} words
   * @param {{lesson?: string, focus?: boolean}} [more] where learning begins, where nothing else is to be done
   */
  end(words, { lesson = "", focus = false } = {}) {
    this.#items.replaceChildren();
    for (const part of [this.#head, this.#items]) part.hidden = true;
    this.#end.hidden = false;
    this.#end.replaceChildren(element("p", "recall-told", words));
    const address = this.#learn?.getAttribute("href") || lesson;
    if (lesson) this.#end.append(start(address));
    if (focus) this.#end.focus();
  }

  /** @param {string} words why there is no review */
  tell(words) {
    this.end(words);
  }
}

/** @param {string} address */
function start(address) {
  const link = document.createElement("a");
  link.className = "recall-button recall-check";
  link.href = address;
  link.textContent = say("startLearning");
  const line = element("p", "recall-actions");
  line.append(link);
  return line;
}
