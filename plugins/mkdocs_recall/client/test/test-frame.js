// The frame of a test: what it says in its status region, which of its buttons are there, what is at its end, and where
// one reads on.

import { Announcer } from "../dom/announcer.js";
import { findConfidence, showNotice } from "../items/later.js";
import { RecallSetElement } from "../sets/base-set.js";
import { say } from "../ui/say.js";

export class TestFrameElement extends RecallSetElement {
  #announcer = new Announcer();

  disconnectedCallback() {
    this.#announcer.flush();
  }

  /**
   * @param {HTMLElement} node
   * @returns {boolean}
   */
  showLinked(node) {
    const details = node.closest("details.recall-question");
    details?.setAttribute("open", "");
    return details !== null;
  }

  readResult() {
    /** @type {HTMLElement | null} */
    const title = this.querySelector(".recall-end .recall-title");
    if (title) this.readOnAt(title);
  }

  /** @param {DocumentFragment} notice */
  ask(notice) {
    const status = this.#status;
    if (status) this.#announcer.say(status, notice);
  }

  /** @param {import("../store/store.js").Trouble | null} trouble of a save */
  tellOf(trouble) {
    if (trouble) showNotice(this, trouble);
  }

  /** @returns {HTMLElement | null} */
  get #status() {
    return this.querySelector(":scope > .recall-status");
  }

  /** Take the notice back. */
  hush() {
    const status = this.#status;
    if (!status?.hasChildNodes()) return;
    this.#announcer.flush();
    status.replaceChildren();
    this.refresh();
  }

  /**
   * Have the buttons there that are of use now.
   * @param {import("./test-record.js").TestRecord} record of a form in progress
   */
  showButtons({ at, flags, sure = {} }) {
    const [shown, last] = [this.view !== "list", this.index === this.questions.length - 1];
    this.toggle("back", shown);
    this.toggle("next", shown && !last);
    this.toggle("finish", !shown || last);
    const flag = this.toggle("flag", shown);
    if (flag) flag.textContent = say(flags.includes(at) ? "test.unflag" : "test.flag");
    findConfidence()?.showSureOf(this, { shown, last, sure: sure[at] ?? null });
  }

  /** @param {DocumentFragment | ""} [content] of the end; nothing where the test is not at its end */
  fillEnd(content = "") {
    this.querySelector(".recall-end")?.replaceChildren(content);
  }

  /**
   * @param {string} action of a button
   * @param {boolean} shown
   * @returns {HTMLElement | null} the button
   */
  toggle(action, shown) {
    /** @type {HTMLElement | null} */
    const found = this.querySelector(`[data-recall-do="${action}"]`);
    if (found) found.hidden = !shown;
    return found;
  }
}
