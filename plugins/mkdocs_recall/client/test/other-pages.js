// The questions that a test over several pages draws from: what the site's manifest says of them, and the questions
// themselves, out of the data of the pages they stand on.

import { readItemHtml, readManifest } from "../core/manifest.js";
import { readForeign } from "../dom/borrowed-item.js";
import { findRoot, loadData } from "../dom/data-scripts.js";
import { dressUp } from "../dom/material.js";
import { QuestionElement } from "../items/question.js";
import { findPool, findSection } from "./forms/pool.js";

/** @typedef {import("../core/manifest.js").ManifestItem} ManifestItem */

export class Elsewhere {
  #test;
  /** Address of the manifest, empty where the site was built without one. */
  #address;
  /** Address of the root of the site. */
  #root = "";
  /** @type {Map<string, ManifestItem>} */
  #pool = new Map();
  /** All pages of the site that have items. @type {readonly import("../core/manifest.js").ManifestPage[]} */
  #pages = [];
  /** Whether the manifest was read. */
  #isOpen = false;

  /** @param {HTMLElement} test */
  constructor({ dataset: { recallId = "", recallManifest = "" } }) {
    this.#test = recallId;
    this.#address = recallManifest && new URL(recallManifest, document.baseURI).href;
    if (this.#address) this.#root = findRoot(this.#address);
  }

  /** Whether it is known what there is. */
  get isOpen() {
    return this.#isOpen;
  }

  /** The site, once it is known. @returns {import("./session.js").Site} */
  get site() {
    return { pages: this.#pages, root: this.#root };
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
    const manifest = readManifest(await loadData(this.#address, "recallItems"));
    if (!manifest) throw new Error("no manifest");
    this.#pool = new Map(findPool(manifest, this.#test).map((item) => [item.id, item]));
    this.#pages = manifest.pages;
    this.#isOpen = true;
  }

  /** @param {string} id */
  has(id) {
    return this.#pool.has(id);
  }

  /**
   * Questions as elements that can stand in any page.
   * @param {readonly string[]} ids of the pool
   * @returns {Promise<QuestionElement[]>} rejected where one cannot be had
   */
  async bring(ids) {
    const items = ids.flatMap((id) => this.#pool.get(id) ?? []);
    return Promise.all(items.map((item) => this.#bringOne(item)));
  }

  /** @param {ManifestItem} item */
  async #bringOne({ id, rank, objective, page: { data } }) {
    const html = readItemHtml(await loadData(this.#root + data, "recallTopic"), id);
    const question = readForeign(html, this.#root);
    if (!(question instanceof QuestionElement)) throw new Error(`no question ${id} in ${data}`);
    question.dataset.recallRank = String(rank);
    question.dataset.recallObjective = objective;
    dressUp(question);
    return question;
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
      ? findSection(
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
