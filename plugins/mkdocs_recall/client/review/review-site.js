// What a review knows of the site and of its reader: what was answered, what is due, what is left out, and where each
// item is taught.

import { isSuspended } from "../core/log.js";
import { findAnswered, findFirstLesson } from "../core/manifest.js";
import { findCards } from "../core/scheduling/review-cards.js";
import { localDay } from "../core/scheduling/schedule.js";
import { readWriting } from "../core/writing.js";
import { loadData } from "../dom/data-scripts.js";
import { keepDue } from "../items/due/due-badge.js";
import { siteStore } from "../store/site-store.js";
import { findLesson, pathOf } from "./find-lesson.js";
import { makeReviewElement, nameItem } from "./review-card.js";
import { planReview } from "../learner/review-queue.js";
import { judgeReview } from "./review-log.js";

/**
 * @typedef {import("../core/scheduling/review-cards.js").ReviewCard} ReviewCard
 * @typedef {import("../core/manifest.js").ManifestItem} ManifestItem
 * @typedef {import("../core/manifest.js").ManifestPage} ManifestPage
 *
 * @typedef {object} Turn
 * @property {ReviewCard} card
 * @property {ManifestItem} item
 *
 * @typedef {ManifestItem & {name: HTMLElement | string}} NamedItem
 */

export class ReviewSite {
  #pages;
  /** Address of the root of the site. */
  #root;

  /**
   * @param {readonly ManifestPage[]} pages
   * @param {string} root
   */
  constructor(pages, root) {
    this.#pages = pages;
    this.#root = root;
  }

  get #answered() {
    return findAnswered(this.#pages, siteStore().items());
  }

  /** Items that a review leaves out. */
  get suspended() {
    return this.#answered.filter(({ ids }) => isSuspended(siteStore().entries(ids)));
  }

  /** Address of the page where learning begins, empty where there is none. */
  get firstLesson() {
    const path = findFirstLesson(this.#pages);
    return path && this.#address(path);
  }

  /**
   * What there is to review.
   * @param {number} cap new items a day
   * @param {number} [wanted] new items today, where the reader wants more
   */
  plan(cap, wanted = 0) {
    const store = siteStore();
    const now = store.now();
    const items = this.#answered;
    const known = new Map(items.map((item) => [item.id, item]));
    const cards = items.flatMap((item) => findCards(item, store.entries(item.ids), now));
    keepDue(items, cap);
    const plan = planReview(cards, now, Math.max(cap, wanted));
    /** @type {Turn[]} */
    const turns = plan.today.flatMap((card) => {
      const item = known.get(card.id);
      return item ? [{ card, item }] : [];
    });
    return { plan, turns, now };
  }

  /**
   * The card of an item that is due now.
   * @param {ManifestItem} item
   */
  findDue(item) {
    const now = siteStore().now();
    const cards = findCards(item, siteStore().entries(item.ids), now);
    return cards.find(({ due }) => localDay(due) <= localDay(now));
  }

  /** How the items went that a review of today had. */
  get results() {
    const now = siteStore().now();
    return this.#answered.flatMap((item) => {
      const result = judgeReview(item, siteStore().entries(item.ids), now);
      return result ? [{ item, ...result }] : [];
    });
  }

  /** @param {ManifestItem} item @returns {Promise<unknown>} what its page holds, null where that cannot be loaded */
  load({ page }) {
    return loadData(this.#root + page.data, "recallTopic").catch(() => null);
  }

  /** @param {Turn} turn @returns {Promise<HTMLElement | null>} null where its page no longer has what is asked */
  async makeElement({ card, item }) {
    return makeReviewElement(card, item.concepts, await this.load(item), this.#root, readWritten(item));
  }

  /**
   * What an item asks, in a line; where that cannot be loaded, the title of its page.
   * @param {ManifestItem} item
   * @param {readonly string[]} [missed] ids of concepts
   * @returns {Promise<NamedItem>}
   */
  async name(item, missed) {
    return { ...item, name: nameItem(item.id, await this.load(item), this.#root, missed) ?? item.page.title };
  }

  /**
   * The section that teaches an item.
   * @param {ManifestItem} item
   */
  findLesson(item) {
    const lesson = findLesson(item, this.#pages);
    return { title: lesson?.title ?? "", href: lesson ? this.#address(lesson.href) : "" };
  }

  /**
   * Where an item is from, and the section that teaches it. The title is that of the page: that of the section may say
   * too much.
   * @param {ManifestItem} item
   */
  findPlace(item) {
    const lesson = findLesson(item, this.#pages);
    const page = (lesson && this.#pages.find(({ path }) => path === pathOf(lesson))) || item.page;
    return { title: page.title, href: lesson ? this.#address(lesson.href) : "" };
  }

  /** @param {string} path */
  #address(path) {
    return new URL(path, this.#root).href;
  }
}

/**
 * What a reader wrote in an explanation.
 * @param {ManifestItem} item
 */
function readWritten({ ids, concepts }) {
  const records = concepts.length > 0 ? ids.map((id) => siteStore().kept("d", id)) : [];
  return readWriting(records.find((found) => found !== null)).text.trim();
}
