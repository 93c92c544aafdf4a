// What a page gives to the hub. Until the hub has it, it stands unmarked in the page's own storage, and is given again
// at the next visit: a page may be gone before its message arrives. What the hub has is marked and stays, because a
// page cannot tell for certain that the storage of both is not the same.

import { isGone, isNewer, mergeRecord, parse } from "../core/merge.js";

/**
 * @typedef {import("../core/merge.js").Kind} Kind
 * @typedef {import("./shelf.js").Shelf} Shelf
 * @typedef {import("./store.js").Hub} Hub
 * @typedef {import("./slots.js").Trouble} Trouble
 */

/**
 * @typedef {(own: Shelf | null, told: (trouble: Trouble | null, name: string) => void) => Outbox} OpenOutbox
 */

/**
 * The way to a hub.
 * @param {Hub} hub
 * @returns {OpenOutbox}
 */
export function outboxTo(hub) {
  return (own, told) => new Outbox(own, hub, told);
}

export class Outbox {
  #own;
  #hub;
  #told;

  /**
   * @param {Shelf | null} own null where the page may keep nothing itself
   * @param {Hub} hub
   * @param {(trouble: Trouble | null, name: string) => void} told once the hub has answered
   */
  constructor(own, hub, told) {
    this.#own = own;
    this.#hub = hub;
    this.#told = told;
  }

  /**
   * @param {Kind} kind
   * @param {string} name
   * @param {string} key of the record
   * @param {string} raw
   */
  async send(kind, name, key, raw) {
    const kept = this.#try((own) => {
      const before = own.getItem(key);
      const record = before === null ? null : parse(before);
      if (record && isNewer(record)) return null;
      const merged = { ...mergeRecord(kind, parse(raw), record) };
      delete merged.sent;
      own.setItem(key, JSON.stringify(merged));
      return JSON.stringify(merged);
    });
    const trouble = await this.#hub.merge(kind, name, raw);
    if (!trouble && kept !== null) this.#try((own) => own.getItem(key) === kept && this.#mark(own, key, kept));
    this.#told(trouble, name);
  }

  /**
   * What the page's own storage has, whether the hub has it or not.
   * @param {string} key
   */
  own(key) {
    return this.#try((own) => own.getItem(key));
  }

  /**
   * @param {Shelf} own
   * @param {string} key
   * @param {string} raw
   */
  #mark(own, key, raw) {
    const record = parse(raw);
    if (isGone(record)) own.removeItem(key);
    else own.setItem(key, JSON.stringify({ ...record, sent: true }));
  }

  /**
   * Where the page's own storage fails, the hub is enough.
   * @template Done
   * @param {(own: Shelf) => Done} work
   */
  #try(work) {
    try {
      return this.#own ? work(this.#own) : null;
    } catch {
      return null;
    }
  }
}
