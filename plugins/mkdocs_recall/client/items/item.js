// What every kind of item has: its names, its log, its draft, its help, and a way to record.

import { helpSoFar, stateOf } from "../core/log.js";
import { Announcer } from "../dom/announcer.js";
import { siteStore } from "../store/site-store.js";
import { Help } from "./help.js";
import { findConfidence, hideNotices, showNotice } from "./later.js";

/**
 * @typedef {import("../core/log.js").Fact} Fact
 * @typedef {import("../core/log.js").State} State
 * @typedef {import("../core/log.js").Attempt} Attempt
 * @typedef {"kind" | "outcome" | "options" | "concepts" | "given" | "sure"} AttemptField what a response may say
 * @typedef {Pick<Attempt, AttemptField>} AttemptResponse
 * @typedef {Pick<import("../core/log.js").RatingGiven, "kind" | "rating">} RatingResponse
 *
 * @typedef {object} Detail of `recall-attempt` and `recall-attempted`
 * @property {string} item
 * @property {string} kind of the item
 * @property {import("../core/log.js").Outcome} [outcome]
 * @property {string[]} [options] chosen option ids
 * @property {string[]} [concepts] ticked concept ids
 * @property {string[]} [given] what was typed or put in order
 * @property {import("../core/log.js").Rating} [rating]
 * @property {boolean} [sure] what the reader said of it: before it is recorded, a listener may add that
 */

export class RecallItemElement extends HTMLElement {
  announcer = new Announcer();
  /** @type {Help | null} */
  #help = null;
  /** Whether the stored state was shown. */
  #shown = false;
  /** Whether the reader has begun anything. */
  #settled = false;

  disconnectedCallback() {
    this.announcer.flush();
  }

  /** Show what the store holds, once, and not over what the reader has begun. */
  restore() {
    if (!this.#shown && !this.#settled) this.showStored();
    this.#shown = true;
  }

  /**
   * Show what the store holds by now: the hub knew of more, or another tab did something.
   * @param {boolean} always also over what the reader has begun, which is stored as well
   */
  follow(always) {
    if (this.busy || (this.#settled && !always)) return;
    this.clear();
    this.showStored();
    this.#shown = true;
  }

  /** Whether the reader is at something that is not stored yet. */
  get busy() {
    return false;
  }

  showStored() {}

  /** Say when it comes back, where it could not say so yet. */
  showReturn() {}

  /** Fresh again, on the page alone. */
  clear() {}

  /** From here on nothing stored is shown over what the reader does. */
  settle() {
    this.#settled = true;
  }

  /** Fresh again, for a new round of its set. */
  startOver() {}

  /** The reader goes on to another item. */
  leave() {}

  /** Whether nothing is left to do in it but to go on. */
  get isDone() {
    return false;
  }

  /** Whether its reader rates it. It is done with that; any other item can be tried again. */
  get takesRating() {
    return false;
  }

  get itemId() {
    return this.dataset.recallId ?? "";
  }

  /** Its id, then those it had before. @returns {[string, ...string[]]} */
  get ids() {
    return [this.itemId, ...(this.dataset.recallAka?.split(" ") ?? [])];
  }

  get rev() {
    return this.dataset.recallRev ?? "";
  }

  get help() {
    return (this.#help ??= new Help(this));
  }

  /** What it belongs to. An item outside stands by itself. */
  get #round() {
    return this.closest("recall-practice, recall-review");
  }

  get #reviewed() {
    return this.#round?.localName === "recall-review";
  }

  /** Its state in the round of its practice or review; else in its whole log. */
  get state() {
    const since = Number(this.#round?.getAttribute("data-recall-since") ?? 0);
    return stateOf(
      this.entries.filter(({ time }) => time >= since),
      this.rev,
    );
  }

  /** Its whole log. */
  get entries() {
    return siteStore().entries(this.ids);
  }

  /** Whether it stands on a page that is not its own: then what its own page keeps of it stays as it is. */
  get isGuest() {
    return this.id !== `recall-${this.itemId}`;
  }

  get draft() {
    return this.isGuest ? null : siteStore().draft(this.itemId);
  }

  /**
   * A response as records have it.
   * @param {string[]} response
   * @returns {{options: string[], given?: string[]}}
   */
  pack(response) {
    return { options: response };
  }

  /** @param {string[]} response */
  saveDraft(response) {
    this.settle();
    if (!this.isGuest) siteStore().saveDraft(this.itemId, { ...this.pack(response), ...this.help.opened });
  }

  /**
   * Put content into the status region, or take out what is there.
   * @param {DocumentFragment} [content]
   * @param {boolean} [silent] as at load
   */
  tell(content = new DocumentFragment(), silent = false) {
    /** @type {HTMLElement | null} */
    const status = this.querySelector(".recall-status");
    findConfidence()?.completePanel(this, content);
    if (status && silent) this.announcer.show(status, content);
    else if (status) this.announcer.say(status, content);
  }

  /**
   * What the log would say of a response.
   * @param {AttemptResponse | RatingResponse} response
   * @param {Iterable<import("../core/log.js").HelpKind>} used help since the attempt before
   */
  factOf(response, used) {
    const context = this.#reviewed ? "review" : this.#round ? "practice" : "check";
    return { ...response, context, session: siteStore().session, help: helpSoFar(this.state, used), rev: this.rev };
  }

  /**
   * Record a response, unless a listener prevents it, and show what follows from it.
   * @param {AttemptResponse | RatingResponse} response
   * @param {Iterable<import("../core/log.js").HelpKind>} used help since the attempt before
   * @param {(before: State, fact: Fact) => void} show
   * @param {Partial<Pick<import("../core/log.js").Attempt, "context" | "session" | "help" | "flagged">>} [given] by a
   *   test
   */
  record(response, used, show, given = {}) {
    /** @type {Detail} */
    const detail = { ...response, item: this.itemId, kind: this.localName.replace("recall-", "") };
    const options = { bubbles: true, detail };
    if (!this.dispatchEvent(new CustomEvent("recall-attempt", { ...options, cancelable: true }))) return;
    const store = siteStore();
    const before = this.state;
    const { sure } = detail;
    const fact = { ...this.factOf(response, used), ...(sure !== undefined && { sure }), ...given };
    const trouble = store.append(this.itemId, fact, this.ids);
    this.settle();
    show(before, fact);
    if (trouble) showNotice(this, trouble);
    else hideNotices();
    this.dispatchEvent(new CustomEvent("recall-attempted", options));
  }
}

/** What opens a `details` by the class of it, where a button beside it does the same step by step. */
const SUMMARY_ACTIONS = {
  "recall-hints": "hint",
  "recall-steps": "step",
  "recall-solution": "answer",
  "recall-model": "model",
};

/**
 * What a pressed button is to do. Until the stylesheet has come that hides them, readers see summaries too: these do
 * what the buttons do, or the help that they give would not be counted. In an item whose part of the script is not here
 * they open what they stand for.
 * @param {Event} event
 */
export function readAction(event) {
  const { target } = event;
  if (!(target instanceof Element)) return null;
  const button = target.closest("[data-recall-do]");
  if (button) return button.getAttribute("data-recall-do");
  const details = target.closest("summary")?.parentElement;
  const [, action] = Object.entries(SUMMARY_ACTIONS).find(([name]) => details?.classList.contains(name)) ?? [];
  if (!action || !details?.closest(".recall-item:defined")?.querySelector(`[data-recall-do="${action}"]`)) return null;
  event.preventDefault();
  return action;
}
