// An explanation: written first, then compared with a model answer, concept by concept.

import { isBlank, isTold, readWriting } from "../core/writing.js";
import { judgeTicks } from "../core/score.js";
import { stateOf } from "../core/log.js";
import { writtenAt } from "../core/merge.js";
import { element } from "../dom/elements.js";
import { hasReview, siteStore } from "../store/site-store.js";
import { say } from "../ui/say.js";
import { CLOSED } from "./help.js";
import { RecallItemElement, readAction } from "./item.js";
import { findReturns, showNotice } from "./later.js";
import { verdictPanel } from "./verdict-panel.js";

/** @typedef {import("../core/writing.js").Writing} Writing */

/** A pause in writing after which it is kept, in milliseconds. */
const WRITTEN = 500;

/** Whether fields grow with their text by themselves. */
const FITS = globalThis.CSS?.supports("field-sizing", "content") ?? true;

export class RecallExplainElement extends RecallItemElement {
  #warned = false;
  /** Whether the score is in view: not before the first tick. */
  #scored = false;
  /** Timer, 0 where nothing is to be kept. */
  #saving = 0;
  /** @type {ResizeObserver | null} */
  #resized = null;

  /** Runs at the start tag: there are no children yet. */
  connectedCallback() {
    for (const type of ["click", "input", "change", "focusout"]) this.addEventListener(type, this);
  }

  disconnectedCallback() {
    this.#flush();
    window.removeEventListener("pagehide", this);
    document.removeEventListener("visibilitychange", this);
    super.disconnectedCallback();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "click") this.#press(readAction(event));
    else if (event.type === "pagehide" || event.type === "visibilitychange") this.#flush();
    else if (event.target !== this.#field) this.#tick(event);
    else if (event.type === "input") this.#written();
    else this.#save(this.#saving);
  }

  showStored() {
    const record = this.ids.map((id) => siteStore().kept("d", id)).find((found) => found !== null);
    const { outcome, chosen, changed } = this.state;
    const compared = outcome !== null || changed;
    const writing = record ? readWriting(record) : { text: "", concepts: chosen, hints: 0, answer: compared };
    if (this.#field) this.#field.value = writing.text;
    for (const box of this.#boxes) box.checked = writing.concepts.includes(box.value);
    this.help.restore({ ...CLOSED, hints: writing.hints });
    this.#open(writing.answer);
    this.#scored = compared || writing.concepts.length > 0;
    this.#showScore(true);
    this.#watchField();
    if (changed) this.tell(verdictPanel("notice", say("item.changed")), true);
    this.#heal(record);
  }

  showReturn() {
    this.#showScore(true);
  }

  /**
   * Record ticks that the draft has and the log does not: the page was gone before they were recorded.
   * @param {Record<string, unknown> | null | undefined} draft
   */
  #heal(draft) {
    if (!draft || this.isGuest || this.state.changed || !this.dataset.recallState) return;
    const { entries } = this;
    if (this.#ticked.length === 0 || writtenAt(draft) <= writtenAt(entries.at(-1))) return;
    const written = entries.filter((entry) => entry.kind === "attempt" && entry.context !== "review");
    if (isTold(this.#ticked, stateOf(written, this.rev))) return;
    siteStore().append(this.itemId, this.factOf(this.#response, this.help.used), this.ids);
  }

  /** Whether something is written that is about to be kept. */
  get busy() {
    return this.#saving > 0;
  }

  get isDone() {
    return this.dataset.recallState === "open";
  }

  startOver() {
    this.clear();
    this.#save();
  }

  clear() {
    this.#stop();
    if (this.#field) this.#field.value = "";
    this.#field?.style.removeProperty("block-size");
    for (const box of this.#boxes) box.checked = false;
    this.help.restore(CLOSED);
    this.#open(false);
    this.#warned = false;
    this.#scored = false;
    this.#showScore(true);
    this.tell(undefined, true);
  }

  /** To go on from an open model answer without a tick says that there is none to give. */
  leave() {
    this.#flush();
    if (!this.dataset.recallState || this.state.outcome !== null) return;
    this.#attempt();
    this.#scored = true;
    this.#showScore(true);
  }

  get #field() {
    return this.querySelector("textarea");
  }

  get #boxes() {
    return [...this.querySelectorAll(".recall-tick > input")].filter((box) => box instanceof HTMLInputElement);
  }

  get #ticked() {
    return this.#boxes.filter((box) => box.checked).map((box) => box.value);
  }

  /** @param {string | null | undefined} action */
  #press(action) {
    if (action === "model") this.#pressModel();
    if (action !== "hint") return;
    this.help.pressHint();
    this.#save();
  }

  /** Writing comes first, but a second press opens the model answer all the same. */
  #pressModel() {
    if (!this.#field?.value.trim() && !this.#warned) {
      this.#warned = true;
      return this.tell(verdictPanel("notice", say("explain.writeFirst")));
    }
    this.tell();
    this.#open(true);
    this.#save();
    /** @type {HTMLElement | null} */
    const model = this.querySelector(".recall-model > recall-answer");
    if (!model) return;
    model.tabIndex = -1;
    model.focus({ preventScroll: true });
    model.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /**
   * Open the model answer and the concepts, or close them. An open one stays, and its button is no longer needed. The
   * concepts then come before hints.
   * @param {boolean} open
   */
  #open(open) {
    const actions = this.querySelector(":scope > .recall-actions");
    const concepts = this.querySelector(":scope > .recall-concepts");
    if (actions && open && concepts?.nextElementSibling !== actions) concepts?.after(actions);
    if (actions && !open && concepts?.previousElementSibling !== actions) concepts?.before(actions);
    for (const details of this.querySelectorAll(".recall-model, .recall-concepts"))
      details.toggleAttribute("open", open);
    this.querySelector('[data-recall-do="model"]')?.toggleAttribute("hidden", open);
    if (open) this.dataset.recallState = "open";
    else delete this.dataset.recallState;
  }

  #written() {
    this.settle();
    this.#fit();
    this.#watch();
    window.clearTimeout(this.#saving);
    this.#saving = window.setTimeout(() => this.#save(), WRITTEN);
  }

  /** Let the field grow with its text. It never shrinks under the reader's hands. */
  #fit() {
    const field = this.#field;
    const missing = !FITS && field ? field.scrollHeight - field.clientHeight : 0;
    if (field && missing > 0) field.style.blockSize = `${field.offsetHeight + missing}px`;
  }

  /** A text that was kept may come into view later, and in another width. */
  #watchField() {
    if (FITS || this.#resized || !this.#field) return;
    this.#resized = new ResizeObserver(() => this.#fit());
    this.#resized.observe(this.#field);
  }

  /** @param {Event} event */
  #tick({ type, target }) {
    if (type !== "change" || !this.#boxes.some((box) => box === target)) return;
    this.#scored = true;
    this.#save();
    this.#attempt();
    this.#showScore();
  }

  /** @param {boolean} [silent] as at load */
  #showScore(silent = false) {
    const boxes = this.#boxes;
    const back = say(hasReview() ? "explain.back" : "explain.repeat");
    for (const box of boxes) {
      const mark = box.parentElement?.querySelector(".recall-mark");
      if (mark) mark.textContent = this.#scored && !box.checked ? back : "";
    }
    /** @type {HTMLElement | null} */
    const region = this.querySelector(".recall-score");
    const content = new DocumentFragment();
    if (this.#scored) content.append(...makeScore(this.#ticked.length, boxes.length, this.#note));
    if (region && silent) this.announcer.show(region, content);
    else if (region) this.announcer.say(region, content, true);
  }

  /** What comes back: concepts without a tick, and all of it where there was help, or a miss before on the same day. */
  get #note() {
    const missing = this.#boxes.length - this.#ticked.length;
    if (missing > 0) return say(hasReview() ? "explain.comeBack" : "explain.toRepeat", { n: missing });
    const returns = findReturns();
    return returns ? (returns.describe(this.entries) ?? say("item.nothingLeft")) : "";
  }

  /** What is ticked, as an attempt. @returns {import("./item.js").AttemptResponse} */
  get #response() {
    const concepts = this.#ticked;
    const outcome = judgeTicks(
      concepts,
      this.#boxes.map((box) => box.value),
    );
    return { kind: "attempt", outcome, options: [], concepts };
  }

  /** Record what is ticked, unless the log says so already. */
  #attempt() {
    if (!isTold(this.#ticked, this.state)) this.record(this.#response, this.help.used, () => this.help.carryOver());
  }

  /**
   * Keep what is written and opened.
   * @param {number | boolean} [needed]
   */
  #save(needed = true) {
    if (!needed) return;
    window.clearTimeout(this.#saving);
    this.#saving = 0;
    this.settle();
    const { hints } = this.help.opened;
    /** @type {Writing} */
    const writing = {
      text: this.#field?.value ?? "",
      concepts: this.#ticked,
      hints,
      answer: "recallState" in this.dataset,
    };
    const renamed = this.ids.length > 1;
    const trouble = siteStore().keep("d", this.itemId, isBlank(writing) && !renamed ? null : writing);
    if (trouble && writing.text) showNotice(this, trouble);
  }

  /** What must not wait any longer: the page may be gone. */
  #flush() {
    this.#save(this.#saving);
  }

  #stop() {
    window.clearTimeout(this.#saving);
    this.#saving = 0;
  }

  #watch() {
    window.addEventListener("pagehide", this);
    document.addEventListener("visibilitychange", this);
  }
}

/**
 * @param {number} ticked
 * @param {number} concepts
 * @param {string} sentence what becomes of it, or nothing
 * @returns {Node[]}
 */
function makeScore(ticked, concepts, sentence) {
  const segments = element("span", "recall-segments");
  segments.setAttribute("aria-hidden", "true");
  for (let index = 0; index < concepts; index += 1) {
    const segment = document.createElement("i");
    segment.toggleAttribute("data-recall-on", index < ticked);
    segments.append(segment);
  }
  const note = sentence ? [element("p", "recall-note", sentence)] : [];
  return [element("p", "recall-verdict", say("explain.got", { ticked, all: concepts })), segments, ...note];
}
