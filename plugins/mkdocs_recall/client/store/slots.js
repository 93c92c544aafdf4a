// What stands under the keys of one site: read as far as possible, set aside where it cannot be read, never overwritten
// where a later version wrote it.

import { isGone, isNewer, isReadable, parse } from "../core/merge.js";
import { keysFrom } from "./shelf.js";

/**
 * @typedef {import("../core/merge.js").Kind} Kind
 * @typedef {import("./shelf.js").Shelf} Shelf
 * @typedef {"memory" | "full" | "newer" | "refused" | "silent"} Trouble why a save does not outlive the page: there is
 *   no storage, no room left in it, or a record of a newer version; the hub refuses the record, or says nothing
 *
 * @typedef {object} Slot what stands under one key
 * @property {Record<string, unknown> | null} record
 * @property {Trouble | null} trouble why it must not be overwritten
 */

/** @type {readonly Kind[]} */
export const KINDS = ["i", "d", "t"];

export class Slots {
  #prefix;
  #now;

  /**
   * @param {string} site
   * @param {Shelf} shelf
   * @param {() => number} now
   */
  constructor(site, shelf, now) {
    this.#prefix = `recall:${site}:`;
    this.shelf = shelf;
    this.#now = now;
  }

  /** @returns {string[]} */
  get keys() {
    return keysFrom(this.shelf, this.#prefix);
  }

  /**
   * @param {Kind | "bad"} kind
   * @returns {string[]} the names under which records of that kind stand
   */
  names(kind) {
    const start = this.key(kind, "");
    return keysFrom(this.shelf, start).map((key) => key.slice(start.length));
  }

  /**
   * @param {Kind} kind
   * @param {string} name
   * @returns {Slot}
   */
  read(kind, name) {
    try {
      const raw = this.shelf.getItem(this.key(kind, name));
      if (raw === null) return { record: null, trouble: null };
      const record = parse(raw);
      delete record.sent;
      if (isNewer(record)) return { record, trouble: "newer" };
      if (isReadable(kind, record)) return { record: isGone(record) ? null : record, trouble: null };
      this.#setAside(kind, name, raw);
      return { record: null, trouble: null };
    } catch (error) {
      return { record: null, trouble: troubleOf(error) };
    }
  }

  /**
   * @param {Kind} kind
   * @param {string} name
   * @param {(record: Slot["record"]) => object | null} change the new record, null for none
   * @param {(raw: string | null) => void} [changed] told what stands there now, where that is something else
   * @returns {Trouble | null}
   */
  write(kind, name, change, changed = () => {}) {
    const { record, trouble } = this.read(kind, name);
    if (trouble) return trouble;
    const key = this.key(kind, name);
    try {
      const made = change(record);
      const raw = made && JSON.stringify(made);
      if (raw === this.shelf.getItem(key)) return null;
      if (raw !== null) this.shelf.setItem(key, raw);
      else this.shelf.removeItem(key);
      changed(raw);
      return null;
    } catch (error) {
      return troubleOf(error);
    }
  }

  /**
   * What stands under a key, empty where nothing does.
   * @param {string} key
   */
  raw(key) {
    try {
      return this.shelf.getItem(key) ?? "";
    } catch {
      return "";
    }
  }

  /** @param {string} key */
  owns(key) {
    return key.startsWith(this.#prefix);
  }

  /**
   * Which record stands under a key; null where it is none of this site.
   * @param {string} key
   */
  named(key) {
    const kind = KINDS.find((each) => key.startsWith(this.key(each, "")));
    return kind ? { kind, name: key.slice(this.key(kind, "").length) } : null;
  }

  /**
   * @param {Kind | "bad"} kind
   * @param {string} name
   */
  key(kind, name) {
    return `${this.#prefix}${kind}:${name}`;
  }

  /**
   * Move a record that cannot be read out of the way; where there is no room to, it stays where it is.
   * @param {Kind} kind
   * @param {string} name
   * @param {string} raw
   */
  #setAside(kind, name, raw) {
    let time = this.#now();
    const key = () => this.key("bad", `${name}:${time}`);
    while (this.shelf.getItem(key()) !== null) time += 1;
    this.shelf.setItem(key(), raw);
    this.shelf.removeItem(this.key(kind, name));
  }
}

/**
 * @param {unknown} error of a storage
 * @returns {Trouble}
 */
function troubleOf(error) {
  return error instanceof Error && /quota/i.test(error.name) ? "full" : "memory";
}
