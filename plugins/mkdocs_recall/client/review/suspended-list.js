// What a review leaves out: a `details` below it, whose list is made when it opens.

import { button, element } from "../dom/elements.js";
import { say } from "../ui/say.js";

export class SuspendedList {
  element = /** @type {HTMLDetailsElement} */ (element("details", "recall-suspended"));
  #summary = element("summary", "");
  #list = element("ul", "recall-rows");

  constructor() {
    this.element.append(this.#summary, element("p", "recall-told", say("review.suspendedTold")), this.#list);
  }

  /** @param {number} number of items; none leave no trace */
  count(number) {
    this.element.hidden = number === 0;
    this.#summary.textContent = say("review.suspended", { n: number });
    if (number === 0) this.element.open = false;
  }

  /** Whether the list is to be seen. */
  get isOpen() {
    return this.element.open;
  }

  /** @param {readonly {id: string, name: HTMLElement | string}[]} items */
  show(items) {
    this.#list.replaceChildren(...items.map(({ id, name }) => this.#makeRow(id, name)));
  }

  /**
   * @param {string} id
   * @param {HTMLElement | string} name
   */
  #makeRow(id, name) {
    const row = document.createElement("li");
    row.dataset.recallItem = id;
    const text = element("span", "recall-named");
    text.id = `recall-suspended:${id}`;
    text.append(name);
    const resume = button("recall-button", say("review.resume"), "resume");
    resume.setAttribute("aria-describedby", text.id);
    row.append(text, resume);
    return row;
  }

  /**
   * Take a row out, and keep the focus near.
   * @param {string} id
   */
  remove(id) {
    const rows = [...this.#list.children].filter((row) => row instanceof HTMLElement);
    const at = rows.findIndex(({ dataset }) => dataset.recallItem === id);
    const near = rows[at + 1] ?? rows[at - 1];
    rows[at]?.remove();
    near?.querySelector("button")?.focus();
  }
}
