// The printed key: the worksheet first, then the answers on a page of their own. Nothing printed counts as help.

import { RecallItemElement } from "./item.js";
import { element } from "./verdict.js";
import { WORDS } from "./words.js";

const DETAILS = ":is(.recall-hints, .recall-steps, .recall-solution, .recall-reveal)";

class PrintedKey {
  /** What brings the page back, in the order it was changed. @type {(() => void)[]} */
  #undo = [];

  /** @param {Event} event */
  handleEvent(event) {
    this.#takeBack();
    if (event.type === "beforeprint") this.#build();
  }

  #build() {
    const items = [...document.querySelectorAll(".recall-item")].filter((found) => found instanceof RecallItemElement);
    const last = items.at(-1);
    if (!last) return;
    this.#keepDetails();
    const list = document.createElement("ol");
    list.append(...items.map((item) => this.#entry(item)));
    const section = element("section", "recall-key");
    section.append(element("h2", "recall-key-title", WORDS.answers), list);
    (last.closest("article, main, [role=main]") ?? document.body).append(section);
    this.#undo.push(() => section.remove());
  }

  /** @param {RecallItemElement} item */
  #entry(item) {
    const entry = element("li", "recall-key-entry");
    entry.append(
      element("span", "recall-number", item.querySelector(".recall-number")?.textContent ?? ""),
      " ",
      element("strong", "recall-key-letters", item.keyLetters.join(", ")),
    );
    for (const answer of item.querySelectorAll(`${DETAILS}:not(.recall-hints) > recall-answer`)) this.#move(answer, entry);
    for (const step of entry.querySelectorAll(".recall-step[hidden]")) this.#reveal(step);
    return entry;
  }

  /**
   * @param {Element} answer
   * @param {Element} entry
   */
  #move(answer, entry) {
    const { parentNode, nextSibling } = answer;
    entry.append(answer);
    this.#undo.push(() => parentNode?.insertBefore(answer, nextSibling));
  }

  /** @param {Element} step */
  #reveal(step) {
    step.removeAttribute("hidden");
    this.#undo.push(() => step.setAttribute("hidden", ""));
  }

  /** Themes open every `details` to print, and may leave them open; on screen that would give answers away. */
  #keepDetails() {
    for (const details of document.querySelectorAll(DETAILS)) {
      const open = details.hasAttribute("open");
      this.#undo.push(() => details.toggleAttribute("open", open));
    }
  }

  #takeBack() {
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }
}

/** Before all other listeners, so that the page is seen as its reader left it. */
export function registerPrint() {
  const key = new PrintedKey();
  window.addEventListener("beforeprint", key, { capture: true });
  window.addEventListener("afterprint", key);
}
