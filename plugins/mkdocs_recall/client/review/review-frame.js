// The frame of a review: where one stands, the card in view, what can be pressed, the end, and what is left out.

import { button, element } from "../dom/elements.js";
import { say } from "../ui/say.js";
import { SuspendedList } from "./suspended-list.js";

export class ReviewFrame {
  #head = element("div", "recall-head");
  #count = element("strong", "recall-count");
  #topic = document.createElement("a");
  #items = element("div", "recall-items");
  #end = element("div", "recall-end");
  #foot = element("p", "recall-foot");
  #undo = button("recall-button", say("undo"), "take-back");
  #suspend = button("recall-help", say("review.suspend"), "suspend");
  #next = button("recall-button", say("next"), "next");
  suspended = new SuspendedList();
  /** Where learning begins, as the page was served; empty where it does not say. */
  learn;

  /** @param {HTMLElement} review */
  constructor(review) {
    /** @type {HTMLAnchorElement | null} */
    const learn = review.querySelector(".recall-learn > a");
    this.learn = learn?.href ?? "";
    this.#topic.className = "recall-name";
    const where = element("p", "recall-place");
    where.append(this.#count, " ", this.#topic);
    this.#head.append(where);
    this.#end.tabIndex = -1;
    this.#foot.append(this.#suspend, this.#undo, this.#next);
    const parts = [this.#head, this.#items, this.#end, this.#foot, this.suspended.element];
    for (const part of parts) part.hidden = true;
    review.setAttribute("role", "group");
    review.setAttribute("aria-label", say("review.name"));
    review.replaceChildren(...parts);
  }

  /**
   * @param {HTMLElement} card
   * @param {{title: string, href: string}} place where it is taught
   */
  show(card, { title, href }) {
    this.#name(title, href);
    this.#items.replaceChildren(card);
    for (const part of [this.#head, this.#items]) part.hidden = false;
    this.#end.hidden = true;
  }

  /**
   * @param {number} at
   * @param {number} all
   */
  count(at, all) {
    this.#count.textContent = say("review.place", { at, all });
  }

  /**
   * @param {string} title
   * @param {string} address empty for none
   */
  #name(title, address) {
    this.#topic.textContent = title;
    if (address) this.#topic.href = address;
    else this.#topic.removeAttribute("href");
  }

  /** @param {{undo: boolean, suspend: boolean, next: boolean, ready: boolean}} offered */
  offer({ undo, suspend, next, ready }) {
    this.#foot.hidden = !undo && !suspend && !next;
    this.#undo.hidden = !undo;
    this.#suspend.hidden = !suspend;
    this.#next.hidden = !next;
    this.#next.toggleAttribute("data-recall-ready", ready);
  }

  /**
   * @param {readonly Node[]} content
   * @param {number} [all] cards of today, where there were any
   * @param {boolean} [focus]
   */
  end(content, all = 0, focus = false) {
    this.#items.replaceChildren();
    this.#items.hidden = true;
    this.#head.hidden = all === 0;
    this.count(all, all);
    this.#name(say("review.name"), "");
    this.#end.hidden = false;
    this.#end.replaceChildren(...content);
    if (focus) this.#end.focus();
  }

  /** @param {string} words why there is no review */
  tell(words) {
    this.end([element("p", "recall-told", words)]);
  }
}
