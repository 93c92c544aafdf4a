// What every kind of item has: its names, its log, its draft, its help, and a way to record.

import { Announcer } from "./announcer.js";
import { Help } from "./help.js";
import { helpSoFar, stateOf } from "./log.js";
import { siteStore } from "./site.js";
import { element } from "./verdict.js";
import { NOTICES } from "./words.js";

/**
 * @typedef {import("./log.js").Fact} Fact
 * @typedef {import("./log.js").State} State
 * @typedef {Pick<import("./log.js").Attempt, "kind" | "outcome" | "options">} Answered
 * @typedef {Pick<import("./log.js").RatingGiven, "kind" | "rating">} Rated
 *
 * @typedef {object} Detail of `recall-attempt` and `recall-attempted`
 * @property {string} item
 * @property {string} kind of the item
 * @property {import("./log.js").Outcome} [outcome]
 * @property {string[]} [options] chosen option ids
 * @property {import("./log.js").Rating} [rating]
 */

/** Items of a page stand by themselves. */
const CONTEXT = "check";

export class RecallItemElement extends HTMLElement {
  announcer = new Announcer();
  /** @type {Help | null} */
  #help = null;
  /** Whether the stored state was shown, or the reader was faster. */
  #settled = false;

  disconnectedCallback() {
    this.announcer.flush();
  }

  /** Show what the store holds, once, and not over what the reader has begun. */
  restore() {
    if (!this.#settled) this.showStored();
    this.#settled = true;
  }

  showStored() {}

  /** @returns {string[]} letters of the key */
  get keyLetters() {
    return [];
  }

  get itemId() {
    return this.dataset.recallId ?? "";
  }

  /** Its id, then those it had before. */
  get ids() {
    return [this.itemId, ...(this.dataset.recallAka?.split(" ") ?? [])];
  }

  get rev() {
    return this.dataset.recallRev ?? "";
  }

  get help() {
    return (this.#help ??= new Help(this));
  }

  get state() {
    return stateOf(siteStore().entries(this.ids), this.rev);
  }

  get draft() {
    return siteStore().draft(this.itemId);
  }

  /** @param {string[]} options */
  saveDraft(options) {
    this.#settled = true;
    siteStore().saveDraft(this.itemId, { options, ...this.help.opened });
  }

  /**
   * Put content into the status region.
   * @param {DocumentFragment} content
   * @param {boolean} [silent] as at load
   */
  tell(content, silent = false) {
    /** @type {HTMLElement | null} */
    const status = this.querySelector(".recall-status");
    if (status && silent) this.announcer.show(status, content);
    else if (status) this.announcer.say(status, content);
  }

  /**
   * Record a response, unless a listener prevents it, and show what follows from it.
   * @param {Answered | Rated} response
   * @param {Iterable<import("./log.js").HelpKind>} used help since the attempt before
   * @param {(before: State, fact: Fact) => void} show
   */
  record(response, used, show) {
    /** @type {Detail} */
    const detail = { ...response, item: this.itemId, kind: this.localName.replace("recall-", "") };
    const options = { bubbles: true, detail };
    if (!this.dispatchEvent(new CustomEvent("recall-attempt", { ...options, cancelable: true }))) return;
    const store = siteStore();
    const before = this.state;
    const fact = { ...response, context: CONTEXT, session: store.session, help: helpSoFar(before, used), rev: this.rev };
    const trouble = store.append(this.itemId, fact);
    this.#settled = true;
    show(before, fact);
    if (trouble) this.#notice(NOTICES[trouble]);
    this.dispatchEvent(new CustomEvent("recall-attempted", options));
  }

  /** Say once a page why work is not saved. @param {string} text */
  #notice(text) {
    const notices = [...document.querySelectorAll(".recall-notice")];
    if (!notices.some((notice) => notice.textContent === text)) this.append(element("p", "recall-notice", text));
  }
}

/**
 * What a pressed button is to do.
 * @param {Event} event
 */
export function actionOf({ target }) {
  const button = target instanceof Element ? target.closest("[data-recall-do]") : null;
  return button?.getAttribute("data-recall-do");
}
