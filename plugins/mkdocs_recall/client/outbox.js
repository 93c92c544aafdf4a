// What a page gives to the hub. Until the hub has it, it stands in the page's own storage as well, and is given again
// at the next visit: a page may be gone before its message arrives.

import { isNewer, parse } from "./merge.js";

/**
 * @typedef {import("./merge.js").Kind} Kind
 * @typedef {import("./shelf.js").Shelf} Shelf
 * @typedef {import("./store.js").Hub} Hub
 * @typedef {import("./store.js").Trouble} Trouble
 */

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
    this.#try((own) => {
      if (!isNewer(parse(own.getItem(key) ?? ""))) own.setItem(key, raw);
    });
    const trouble = await this.#hub.merge(kind, name, raw);
    this.#try((own) => {
      if (!trouble && this.#hub.apart && own.getItem(key) === raw) own.removeItem(key);
    });
    this.#told(trouble, name);
  }

  /**
   * What the hub does not have yet.
   * @param {string} key
   */
  pending(key) {
    return this.#try((own) => own.getItem(key)) ?? null;
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
