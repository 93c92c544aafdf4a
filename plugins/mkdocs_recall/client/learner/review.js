// A review: what is due of all topics, one card at a time.

import { findAnswered, findFirstLesson, readManifest } from "../core/manifest.js";
import { findCards } from "../core/scheduling/review-cards.js";
import { localDay } from "../core/scheduling/schedule.js";
import { tellShown } from "../dom/borrowed-item.js";
import { findRoot, loadData } from "../dom/data-scripts.js";
import { dressUp } from "../dom/material.js";
import { keepDue, noteDue } from "../items/due/due-badge.js";
import { RecallItemElement, readAction } from "../items/item.js";
import { siteStore } from "../store/site-store.js";
import { say, saySentences } from "../ui/say.js";
import { makeReviewElement } from "./review-card.js";
import { pressInReview } from "./review-keys.js";
import { ReviewFrame } from "./review-frame.js";
import { nameCard, planReview, reviewedSince } from "./review-queue.js";
import { sayEnd } from "./wording.js";

/**
 * @typedef {import("../core/scheduling/review-cards.js").ReviewCard} ReviewCard
 * @typedef {import("../core/manifest.js").ManifestItem} ManifestItem
 * @typedef {import("../core/manifest.js").ManifestPage} ManifestPage
 *
 * @typedef {object} Turn
 * @property {ReviewCard} card
 * @property {ManifestItem} item
 *
 * @typedef {Turn & {element: HTMLElement, since: number}} ShownTurn
 * @typedef {Turn & {entries: readonly string[]}} ReviewedTurn a turn and the ids of what was recorded in it
 */

export class RecallReviewElement extends HTMLElement {
  #begun = false;
  /** What the site holds. @type {readonly ManifestPage[]} */
  #pages = [];
  /** Address of the root of the site. */
  #root = "";
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
  #unsubscribe = () => {};

  connectedCallback() {
    for (const type of ["click", "keydown", "recall-attempted"]) this.addEventListener(type, this);
  }

  disconnectedCallback() {
    this.#unsubscribe();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof KeyboardEvent) this.#press(event);
    else if (event.type === "recall-attempted") this.#attempted();
    else if (readAction(event) === "next") this.#next();
    else if (readAction(event) === "take-back") this.#undo();
    else followInPlace(event);
  }

  /** Load what the site holds, and show the first card. */
  async begin() {
    if (this.#begun) return;
    this.#begun = true;
    const frame = (this.#frame = new ReviewFrame(this));
    const { recallManifest } = this.dataset;
    if (!recallManifest) return frame.tell(say("review.notBuilt"));
    const address = new URL(recallManifest, document.baseURI).href;
    this.#root = findRoot(address);
    try {
      const [data] = await Promise.all([loadData(address, "recallItems"), siteStore().ready]);
      const manifest = readManifest(data);
      if (!manifest) return frame.tell(say("review.notLoaded"));
      this.#pages = manifest.pages;
    } catch {
      return frame.tell(say("review.notLoaded"));
    }
    this.#unsubscribe = siteStore().subscribe(() => this.#hear());
    this.#left = this.#plan().turns;
    await this.#go(false);
  }

  /** What another tab does may end the end; a card in view stays. */
  #hear() {
    if (this.#shown || !this.#ended) return;
    this.#left = this.#plan().turns;
    this.#go(false);
  }

  get #cap() {
    return Number(this.dataset.recallNew) || 0;
  }

  #plan() {
    const store = siteStore();
    const now = store.now();
    const items = findAnswered(this.#pages, store.items());
    const known = new Map(items.map((item) => [item.id, item]));
    keepDue(items, this.#cap);
    const plan = planReview(
      items.flatMap((item) => findCards(item, store.entries(item.ids), now)),
      now,
      this.#cap,
    );
    const turns = plan.today.flatMap((card) => {
      const item = known.get(card.id);
      return item ? [{ card, item }] : [];
    });
    return { plan, turns, now };
  }

  /**
   * Show the next card that is still due: another tab may have been faster.
   * @param {boolean} focus whether the reader is at work here
   * @returns {Promise<void>}
   */
  async #go(focus) {
    const turn = this.#left.shift();
    if (!turn) return this.#end(focus);
    const now = siteStore().now();
    const cards = findCards(turn.item, siteStore().entries(turn.item.ids), now);
    const same = cards.find((each) => nameCard(each) === nameCard(turn.card));
    if (!same || localDay(same.due) > localDay(now)) return this.#go(focus);
    await this.#show({ ...turn, card: same }, focus);
  }

  /**
   * @param {Turn} turn
   * @param {boolean} focus
   * @returns {Promise<void>}
   */
  async #show(turn, focus) {
    const { card, item } = turn;
    const data = await loadData(this.#root + item.page.data, "recallTopic").catch(() => null);
    if (!this.isConnected) return;
    const element = makeReviewElement(card, item.concepts, data, this.#root);
    if (!element) return this.#go(focus);
    const since = siteStore().now();
    this.dataset.recallSince = String(since);
    this.#shown = { ...turn, element, since };
    this.#ended = false;
    const at = this.#done.length + 1;
    const page = new URL(`${item.page.path}#recall-${item.id}`, this.#root).href;
    this.#frame?.show(element, { at, all: at + this.#left.length, title: item.page.title, page });
    this.#offer();
    dressUp(element);
    if (focus) element.focus({ preventScroll: true });
    if (focus) this.scrollIntoView({ block: "nearest", behavior: "instant" });
    tellShown(element, item.id);
    const [next] = this.#left;
    if (next) loadData(this.#root + next.item.page.data, "recallTopic").catch(() => null);
  }

  /** The item in view. */
  get #item() {
    const element = this.#shown?.element;
    return element instanceof RecallItemElement ? element : null;
  }

  /** What is rated is done; a question can be tried again. */
  #attempted() {
    if (!this.#shown) return;
    noteDue([this.#shown.item]);
    if (this.#item?.takesRating) this.#next();
    else this.#offer();
  }

  #next() {
    const shown = this.#shown;
    if (!shown) return;
    this.#shown = null;
    shown.element.inert = true;
    const { card, item } = shown;
    this.#done.push({ card, item, entries: this.#recorded(shown) });
    this.#go(true);
  }

  /** Take back what was recorded last, and ask it again. */
  #undo() {
    const shown = this.#shown;
    const recorded = shown ? this.#recorded(shown) : [];
    const last = shown && recorded.length > 0 ? { ...shown, entries: recorded } : this.#done.pop();
    if (!last) return;
    if (shown && recorded.length === 0) this.#left.unshift({ card: shown.card, item: shown.item });
    this.#shown = null;
    for (const of of last.entries) siteStore().append(last.item.id, { kind: "undo", of });
    noteDue([last.item]);
    this.#show({ card: last.card, item: last.item }, true);
  }

  /** @param {ShownTurn} shown */
  #recorded({ item, since }) {
    const store = siteStore();
    return reviewedSince(store.entries(item.ids), since, store.session);
  }

  /** Show what can be pressed now. */
  #offer() {
    const shown = this.#shown;
    const recorded = shown ? this.#recorded(shown).length > 0 : false;
    this.#frame?.offer({
      undo: recorded || this.#done.length > 0,
      next: recorded,
      ready: this.#item?.isDone ?? false,
    });
  }

  /** @param {boolean} focus */
  #end(focus) {
    const { plan, now } = this.#plan();
    this.#ended = true;
    const lesson = findFirstLesson(this.#pages);
    const fresh = plan.later.length === 0 && plan.waiting === 0 && !plan.begun;
    const told = fresh
      ? saySentences([say("review.nothingDue"), say("review.here")])
      : sayEnd(plan, localDay(now), this.#cap);
    this.#frame?.end(told, {
      lesson: plan.begun ? "" : lesson && new URL(lesson, this.#root).href,
      focus,
    });
    this.#offer();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const item = this.#item;
    if (item && event.target instanceof Element && item.contains(event.target)) pressInReview(event, item);
  }
}

/**
 * Follow a link inside the card, such as to a footnote, without an address: a theme that loads pages by itself would
 * load the review anew for it, and the place it names is gone with the card.
 * @param {Event} event
 */
function followInPlace(event) {
  const link = event.target instanceof Element ? event.target.closest('.recall-item a[href^="#"]') : null;
  const place = link && document.getElementById(decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""));
  if (!place) return;
  event.preventDefault();
  event.stopPropagation();
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus();
}

export function showReviews() {
  for (const review of document.querySelectorAll("recall-review"))
    if (review instanceof RecallReviewElement) review.begin();
}
