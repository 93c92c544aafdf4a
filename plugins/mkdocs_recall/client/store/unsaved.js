// What could not be saved, as long as the page lasts: of a log its entries, of a draft or a test all of it.

import { mergeRecord } from "../core/merge.js";

/**
 * @typedef {import("../core/merge.js").Kind} Kind
 * @typedef {import("../core/merge.js").Kept} Kept
 */

export class Unsaved {
  /** @type {Map<string, Kept>} */
  #records = new Map();

  /** @returns {Kept[]} */
  all() {
    return [...this.#records.values()];
  }

  /**
   * @param {Kind} kind
   * @returns {string[]}
   */
  names(kind) {
    return this.all()
      .filter((kept) => kept.kind === kind)
      .map(({ name }) => name);
  }

  /**
   * @param {Kind} kind
   * @param {string} name
   */
  get(kind, name) {
    return this.#records.get(`${kind}:${name}`)?.record ?? null;
  }

  /**
   * Note a record that could not be saved, with what was not saved of it before.
   * @param {Kept} kept
   */
  add({ kind, name, record }) {
    const merged = mergeRecord(kind, this.get(kind, name), record) ?? record;
    this.#records.set(`${kind}:${name}`, { kind, name, record: merged });
  }

  /**
   * @param {Kind} kind
   * @param {string} name
   */
  delete(kind, name) {
    this.#records.delete(`${kind}:${name}`);
  }

  clear() {
    this.#records.clear();
  }
}
