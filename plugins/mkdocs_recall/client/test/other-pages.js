// The questions that a test over several pages draws from: what the site's manifest says of them, and the questions
// themselves, out of the data of the pages they stand on.

import { fields, text } from "../core/log.js";
import { readForeign } from "../dom/borrowed-item.js";
import { loadData, rootOf } from "../dom/data-scripts.js";
import { dressUp } from "../dom/material.js";
import { TestableItemElement } from "../items/testable-item.js";
import { poolOf, sectionOf } from "./pool.js";

/** @typedef {import("../core/manifest.js").PoolItem} PoolItem */

export class Elsewhere {
  #test;
  /** Address of the manifest, empty where the site was built without one. */
  #address;
  /** Address of the root of the site. */
  #root = "";
  /** @type {Map<string, PoolItem>} */
  #pool = new Map();
  /** Whether the manifest was read. */
  #isOpen = false;

  /** @param {HTMLElement} test */
  constructor({ dataset: { recallId = "", recallManifest = "" } }) {
    this.#test = recallId;
    this.#address = recallManifest && new URL(recallManifest, document.baseURI).href;
    if (this.#address) this.#root = rootOf(this.#address);
  }

  /** Whether it is known what there is. */
  get isOpen() {
    return this.#isOpen;
  }

  /** What there is, once that is known. */
  get pool() {
    return [...this.#pool.values()];
  }

  /**
   * Have it known what there is.
   * @returns {Promise<void>} rejected where the manifest cannot be loaded
   */
  async open() {
    if (this.#isOpen) return;
    if (!this.#address) throw new Error("no manifest");
    const manifest = await loadData(this.#address, "recallItems");
    this.#pool = new Map(poolOf(manifest, this.#test).map((item) => [item.id, item]));
    this.#isOpen = true;
  }

  /** @param {string} id */
  has(id) {
    return this.#pool.has(id);
  }

  /**
   * Questions as elements that can stand in any page.
   * @param {readonly string[]} ids of the pool
   * @returns {Promise<TestableItemElement[]>} rejected where one cannot be had
   */
  async bring(ids) {
    const items = ids.flatMap((id) => this.#pool.get(id) ?? []);
    return Promise.all(items.map((item) => this.#bringOne(item)));
  }

  /** @param {PoolItem} item */
  async #bringOne({ id, rank, objective, topic }) {
    const data = await loadData(this.#root + topic.data, "recallTopic");
    const page = readForeign(text(fields(fields(data).items)[id]), this.#root);
    if (!(page instanceof TestableItemElement)) throw new Error(`no question ${id} in ${topic.data}`);
    page.dataset.recallRank = String(rank);
    page.dataset.recallObjective = objective;
    dressUp(page);
    return page;
  }

  /**
   * Where one can read on about a question.
   * @param {string} id of the pool
   * @param {readonly string[]} others questions of the same form
   * @returns {HTMLAnchorElement | null}
   */
  linkOn(id, others) {
    const item = this.#pool.get(id);
    const section = item
      ? sectionOf(
          item,
          others.flatMap((each) => this.#pool.get(each) ?? []),
        )
      : null;
    if (!section) return null;
    const link = document.createElement("a");
    link.href = new URL(section.href, this.#root).href;
    link.textContent = section.title;
    return link;
  }
}
