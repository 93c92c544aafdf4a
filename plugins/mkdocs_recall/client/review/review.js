// A review: what is due of all topics, one card at a time.

import { standing } from "../core/log.js";
import { localDay } from "../core/scheduling/schedule.js";
import { linkedElement } from "../dom/address.js";
import { tellShown } from "../dom/borrowed-item.js";
import { readDigit } from "../dom/digit-keys.js";
import { dressUp } from "../dom/material.js";
import { noteDue } from "../items/due/due-badge.js";
import { RecallItemElement, readAction } from "../items/item.js";
import { showNotice } from "../items/later.js";
import { loadSite } from "../learner/site-manifest.js";
import { siteStore } from "../store/site-store.js";
import { say, saySentences } from "../ui/say.js";
import { findBoxes, pressTick } from "./concept-card.js";
import { pathOf } from "./find-lesson.js";
import { makeEnd } from "./review-end.js";
import { ReviewFrame } from "./review-frame.js";
import { pressInReview } from "./review-keys.js";
import { makeAttempt, reviewedSince } from "./review-log.js";
import { ReviewSite } from "./review-site.js";
import { sayBack } from "./wording.js";

/**
 * @typedef {import("./review-site.js").Turn} Turn
 * @typedef {Turn & {element: HTMLElement, since: number}} ShownTurn
 * @typedef {Turn & {entries: readonly string[]}} ReviewedTurn a turn and the ids of what was recorded in it
 */

/** How many more a reader is offered where the review asks for no new ones. */
const MORE = 10;

export class RecallReviewElement extends HTMLElement {
  #begun = false;
  /** What the site holds. */
  #site = new ReviewSite([], "");
  /** @type {ReviewFrame | null} */
  #frame = null;
  /** What is still to come. @type {Turn[]} */
  #left = [];
  /** @type {ReviewedTurn[]} */
  #done = [];
  /** @type {ShownTurn | null} */
  #shown = null;

  /** Whether nothing was left to show. */
  #ended = false;
  /** What the end in view says. */
  #told = "";
  /** New items for today, once the reader wants more than the review asks. */
  #wanted = 0;
  #unsubscribe = () => {};

  connectedCallback() {
    for (const type of ["click", "keydown", "change", "recall-attempted"]) this.addEventListener(type, this);
    this.addEventListener("toggle", this, { capture: true });
  }

  disconnectedCallback() {
    this.#unsubscribe();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof KeyboardEvent) this.#press(event);
    else if (event.type === "recall-attempted") this.#attempted();
    else if (event.type === "change") this.#tick(event);
    else if (event.type === "toggle") this.#open(event);
    else this.#click(event);
  }

  /** @param {Event} event */
  #click(event) {
    const action = readAction(event);
    if (action === "next") this.#next();
    else if (action === "take-back") this.#undo();
    else if (action === "suspend") this.#suspend();
    else if (action === "resume") this.#resume(event);
    else if (action === "more") this.#more();
    else followInPlace(event);
  }

  /** Load what the site holds, and show the first card. */
  async begin() {
    if (this.#begun) return;
    this.#begun = true;
    const frame = (this.#frame = new ReviewFrame(this));
    if (!this.dataset.recallManifest) return frame.tell(say("review.notBuilt"));
    const [{ manifest, root }] = await Promise.all([loadSite(this.dataset), siteStore().ready]);
    if (!manifest) return frame.tell(say("review.notLoaded"));
    this.#site = new ReviewSite(manifest.pages, root);
    this.#unsubscribe = siteStore().subscribe(() => this.#hear());
    this.#left = this.#plan().turns;
    this.#countSuspended();
    await this.#go(false);
    if (this.#shown && this.#isNext) this.#shown.element.focus({ preventScroll: true });
  }

  /** Whether a reader who came to this page goes on here: nothing else has the focus, and the review is in view. */
  get #isNext() {
    const { activeElement } = document;
    const { top } = this.getBoundingClientRect();
    const arrived = activeElement instanceof HTMLAnchorElement && pathOf(activeElement) === pathOf(location);
    return (arrived || !activeElement || activeElement === document.body) && top >= 0 && top < window.innerHeight / 2;
  }

  /** What another tab does may end the end; a card in view stays. */
  #hear() {
    this.#countSuspended();
    if (this.#shown || !this.#ended) return;
    this.#left = this.#plan().turns;
    void this.#go(false);
  }

  get #cap() {
    return Number(this.dataset.recallNew) || 0;
  }

  #plan() {
    return this.#site.plan(this.#cap, this.#wanted);
  }

  /**
   * Show the next card that is still due: another tab may have been faster.
   * @param {boolean} focus whether the reader is at work here
   * @returns {Promise<void>}
   */
  async #go(focus) {
    const turn = this.#left.shift();
    if (!turn) return this.#end(focus);
    const card = this.#site.findDue(turn.item);
    if (!card) return this.#go(focus);
    await this.#show({ item: turn.item, card }, focus);
  }

  /**
   * @param {Turn} turn
   * @param {boolean} focus
   * @returns {Promise<void>}
   */
  async #show(turn, focus) {
    const { item } = turn;
    const element = await this.#site.makeElement(turn);
    if (!this.isConnected) return;
    if (!element) return this.#go(focus);
    const since = siteStore().now();
    this.dataset.recallSince = String(since);
    this.#shown = { ...turn, element, since };
    this.#ended = false;
    this.#frame?.show(element, this.#site.findPlace(item));
    this.#count();
    this.#offer();
    dressUp(element);
    if (focus) element.focus({ preventScroll: true });
    if (focus) this.scrollIntoView({ block: "nearest", behavior: "instant" });
    tellShown(element, item.id);
    const [next] = this.#left;
    if (next) void this.#site.load(next.item);
  }

  #count() {
    const at = this.#done.length + 1;
    this.#frame?.count(at, at + this.#left.length);
  }

  /** The item in view. */
  get #item() {
    const element = this.#shown?.element;
    return element instanceof RecallItemElement ? element : null;
  }

  /** Whether the concepts of an explanation are in view, to be ticked. */
  get #ticks() {
    const concepts = this.#shown?.card.concepts ?? [];
    return concepts.length > 0 && Boolean(this.#item?.querySelector(".recall-reveal[open]"));
  }

  /** What is rated is done; a question can be tried again. */
  #attempted() {
    if (!this.#shown) return;
    noteDue([this.#shown.item]);
    if (this.#item?.takesRating) this.#next();
    else this.#offer();
  }

  /** What is not ticked by now was not recalled. */
  #next() {
    if (this.#ticks && this.#recorded().length === 0) this.#recordTicks();
    this.#leave(this.#recorded());
  }

  /** @param {readonly string[]} entries ids of what was recorded */
  #leave(entries) {
    const shown = this.#shown;
    if (!shown) return;
    this.#shown = null;
    shown.element.inert = true;
    this.#done.push({ card: shown.card, item: shown.item, entries });
    void this.#go(true);
  }

  /** @param {Event} event */
  #tick({ target }) {
    const item = this.#item;
    if (item && findBoxes(item).some((box) => box === target)) this.#recordTicks();
  }

  #recordTicks() {
    const [shown, item] = [this.#shown, this.#item];
    if (!shown || !item) return;
    const recalled = findBoxes(item).flatMap(({ checked, value }) => (checked ? [value] : []));
    item.record(makeAttempt(shown.card, shown.item.concepts, recalled), [], () => {});
  }

  /** @param {Event} event of a `details` that opens or closes */
  #open({ target }) {
    if (!(target instanceof Element)) return;
    if (target.matches(".recall-suspended[open]")) void this.#listSuspended();
    else if (target.matches(".recall-reveal")) this.#offer();
  }

  /** Leave an item out from here on. */
  #suspend() {
    const item = this.#shown?.item;
    if (!item) return;
    const entries = this.#recorded();
    const store = siteStore();
    const trouble = store.append(item.id, { kind: "suspend" }, item.ids);
    const made = standing(store.entries(item.ids)).at(-1);
    noteDue([item]);
    this.#leave(made ? [...entries, made.id] : entries);
    this.#countSuspended();
    if (trouble) showNotice(this, trouble);
  }

  /** @param {Event} event in the list of what is suspended */
  #resume({ target }) {
    const id = target instanceof Element ? target.closest("li")?.dataset.recallItem : "";
    const item = this.#site.suspended.find((each) => each.id === id);
    if (!item) return;
    const trouble = siteStore().append(item.id, { kind: "resume" }, item.ids);
    noteDue([item]);
    this.#frame?.suspended.remove(item.id);
    this.#countSuspended();
    if (trouble) showNotice(this, trouble);
    this.#takeIn(false);
  }

  #countSuspended() {
    this.#frame?.suspended.count(this.#site.suspended.length);
  }

  async #listSuspended() {
    const named = await Promise.all(this.#site.suspended.map((item) => this.#site.name(item)));
    this.#frame?.suspended.show(named);
  }

  /**
   * What came into today's plan meanwhile comes after what is still to come; after the end it comes at once.
   * @param {boolean} focus
   */
  #takeIn(focus) {
    const known = new Set([this.#shown, ...this.#left].map((turn) => turn?.item.id));
    this.#left.push(...this.#plan().turns.filter(({ item }) => !known.has(item.id)));
    if (this.#ended) void this.#go(focus);
    else this.#count();
  }

  /** Go on with new items past the cap. */
  #more() {
    const { plan } = this.#plan();
    this.#wanted = plan.introduced + this.#step(plan.waiting);
    this.#takeIn(true);
  }

  /** How many more are offered. @param {number} waiting */
  #step(waiting) {
    return Math.min(waiting, this.#cap || MORE);
  }

  /** Take back what was recorded last, and ask it again. */
  #undo() {
    const shown = this.#shown;
    const recorded = this.#recorded();
    const last = shown && recorded.length > 0 ? { ...shown, entries: recorded } : this.#done.pop();
    if (!last) return;
    if (shown && recorded.length === 0) this.#left.unshift({ card: shown.card, item: shown.item });
    this.#shown = null;
    const { card, item } = last;
    for (const of of last.entries) siteStore().append(item.id, { kind: "undo", of }, item.ids);
    noteDue([item]);
    void this.#show({ card, item }, true);
    this.#countSuspended();
  }

  /** Ids of what was recorded of the item in view. */
  #recorded() {
    const shown = this.#shown;
    const store = siteStore();
    return shown ? reviewedSince(store.entries(shown.item.ids), shown.since, store.session) : [];
  }

  /** Show what can be pressed now. */
  #offer() {
    const recorded = this.#recorded().length > 0;
    const ticks = this.#ticks;
    this.#frame?.offer({
      undo: recorded || this.#done.length > 0,
      suspend: this.#shown !== null,
      next: recorded || ticks,
      ready: ticks || (this.#item?.isDone ?? false),
    });
  }

  /** @param {boolean} focus */
  async #end(focus) {
    const { plan, now } = this.#plan();
    const { results } = this.#site;
    const begun = results.length > 0;
    const missed = await Promise.all(
      results
        .filter(({ right }) => !right)
        .map(async ({ item, missed }) => ({
          ...this.#site.findLesson(item),
          name: (await this.#site.name(item, missed)).name,
        })),
    );
    const told = JSON.stringify([plan.later, plan.waiting, results.map(({ item, right }) => [item.id, right])]);
    if (!this.isConnected || this.#shown || (this.#ended && told === this.#told)) return;
    this.#told = told;
    this.#ended = true;
    const fresh = !begun && plan.later.length === 0 && plan.waiting === 0 && this.#site.suspended.length === 0;
    const end = makeEnd({
      right: results.length - missed.length,
      all: results.length,
      missed,
      words: fresh ? saySentences([say("review.nothingDue"), say("review.here")]) : sayBack(plan, localDay(now), begun),
      more: this.#step(plan.waiting),
      lesson: this.#frame?.learn || this.#site.firstLesson,
      fresh,
    });
    this.#frame?.end(end, results.length, focus);
    this.#offer();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const item = this.#item;
    if (!item || !(event.target instanceof Element) || !item.contains(event.target)) return;
    const digit = this.#ticks ? readDigit(event) : 0;
    if (digit && pressTick(item, digit)) event.preventDefault();
    else pressInReview(event, item);
  }
}

/**
 * Follow a link inside the card, such as to a footnote, without an address: a theme that loads pages by itself would
 * load the review again for it, and the place it names is gone with the card.
 * @param {Event} event
 */
function followInPlace(event) {
  const link = event.target instanceof Element ? event.target.closest('.recall-item a[href^="#"]') : null;
  const place = link && linkedElement(link.getAttribute("href") ?? "");
  if (!place) return;
  event.preventDefault();
  event.stopPropagation();
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus();
}

export function showReviews() {
  for (const review of document.querySelectorAll("recall-review"))
    if (review instanceof RecallReviewElement) void review.begin();
}
