// All that is kept of a reader's work at once: how it is, out, in, and away. The progress page needs it, and the hub.

import { standing } from "../core/log.js";
import { canonical, isNewer, isReadable } from "../core/merge.js";
import { KINDS } from "./slots.js";

/**
 * @typedef {import("../core/merge.js").Kept} NamedRecord
 * @typedef {import("./shelf.js").Shelf} Shelf
 * @typedef {import("./slots.js").Trouble} Trouble
 * @typedef {import("./store.js").Store} Store
 *
 * @typedef {object} Health
 * @property {Store["place"]} place where records are kept
 * @property {number} records
 * @property {number} bytes characters that this site takes of the storage, keys and all
 * @property {{key: string, text: string}[]} bad records set aside
 * @property {string[]} newer keys of records that are read and never overwritten
 * @property {number} unsaved records that could not be saved, or not all of them
 * @property {Trouble | null} trouble of the last save; or that there is no room for another
 */

/** Room that two answers or three take, in characters. */
export const SOME_ROOM = 500;

/** A key that is set and taken away again to see whether there is room. */
const PROBE = "recall:room";

export class StoreAdmin {
  #store;

  /** @param {Store} store */
  constructor(store) {
    this.#store = store;
  }

  /** @returns {NamedRecord[]} every record that can be read, with what could not be saved of it */
  records() {
    const store = this.#store;
    return KINDS.flatMap((kind) =>
      store.names(kind).flatMap((name) => {
        const record = store.read(kind, name);
        return record ? [{ kind, name, record }] : [];
      }),
    );
  }

  /**
   * Take in records from elsewhere.
   * @param {readonly NamedRecord[]} records
   * @returns {Trouble | null} the first one; what was stored before is as it was all the same
   */
  merge(records) {
    const store = this.#store;
    const readable = records.filter(
      ({ kind, name, record }) => KINDS.includes(kind) && name !== "" && (isNewer(record) || isReadable(kind, record)),
    );
    const troubles = readable.map(({ kind, name, record }) => {
      if (canonical(store.slots.read(kind, name).record) === canonical(record)) return null;
      return store.saver.save({ kind, name, record });
    });
    return store.outcome(troubles.find((trouble) => trouble !== null) ?? null);
  }

  /**
   * Have nothing count any more that was done so far. Without room for that, what it makes void goes at once.
   * @returns {Trouble | null} the first one
   */
  clear() {
    const store = this.#store;
    const logs = store.names("i").filter((name) => standing(store.entries([name])).length > 0);
    const troubles = [
      ...store.names("d").map((name) => store.keep("d", name, null)),
      ...store.names("t").map((name) => store.keep("t", name, null)),
      ...logs.map((name) => this.#reset(name)),
    ];
    return troubles.find((trouble) => trouble !== null) ?? null;
  }

  /** @param {string} name of a log */
  #reset(name) {
    const trouble = this.#store.append(name, { kind: "reset" });
    return trouble === "full" ? this.#fold(name) : trouble;
  }

  /**
   * Save the reset of a log that found no room, without what it makes void: nothing takes it back.
   * @param {string} name
   */
  #fold(name) {
    const { saver } = this.#store;
    const record = saver.unsaved.get("i", name);
    return record && this.#store.outcome(saver.save({ kind: "i", name, record }, undefined, -Infinity));
  }

  /** @returns {Health} */
  health() {
    const { place, slots, unsaved, trouble } = this.#store;
    const found = KINDS.flatMap((kind) =>
      slots.names(kind).map((name) => ({ key: slots.key(kind, name), ...slots.read(kind, name) })),
    );
    const bad = slots.names("bad").map((name) => slots.key("bad", name));
    return {
      place,
      records: found.filter(({ record }) => record !== null).length,
      bytes: slots.keys.reduce((sum, key) => sum + key.length + slots.raw(key).length, 0),
      bad: bad.map((key) => ({ key, text: slots.raw(key) })),
      newer: found.filter((each) => each.trouble === "newer").map(({ key }) => key),
      unsaved: unsaved.length,
      trouble: trouble ?? (hasRoom(slots.shelf, SOME_ROOM) ? null : "full"),
    };
  }
}

/**
 * Whether there is room for some more characters, by trying: other sites of the same host use the same storage.
 * @param {Shelf} shelf
 * @param {number} characters
 */
export function hasRoom(shelf, characters) {
  try {
    shelf.setItem(PROBE, "-".repeat(characters));
    return true;
  } catch {
    return false;
  } finally {
    discard(shelf, PROBE);
  }
}

/**
 * @param {Shelf} shelf
 * @param {string} key
 */
function discard(shelf, key) {
  try {
    shelf.removeItem(key);
  } catch {
    // A storage that cannot be written has nothing to take away.
  }
}
