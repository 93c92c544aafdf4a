// All that is kept of a reader's work at once: how it is, out, in, and away. The progress page needs it, and the hub.

import { standing } from "../core/log.js";
import { isReadable, mergeOver } from "../core/merge.js";
import { KINDS } from "./records.js";

/**
 * @typedef {import("../core/merge.js").Kept} NamedRecord
 * @typedef {import("./records.js").Trouble} Trouble
 * @typedef {import("./store.js").Store} Store
 *
 * @typedef {object} Health
 * @property {Store["place"]} place where records are kept
 * @property {number} records
 * @property {number} bytes characters that this site takes of the storage, keys and all
 * @property {{key: string, text: string}[]} bad records set aside
 * @property {string[]} newer keys of records that are read and never overwritten
 * @property {Trouble | null} trouble of the last save
 */

export class StoreAdmin {
  #store;

  /** @param {Store} store */
  constructor(store) {
    this.#store = store;
  }

  /** @returns {NamedRecord[]} every record that can be read */
  records() {
    const store = this.#store;
    const names = /** @param {import("../core/merge.js").Kind} kind */ (kind) =>
      kind === "i" ? store.logs() : store.names(kind);
    return KINDS.flatMap((kind) => names(kind).flatMap((name) => store.recordOf(kind, name)));
  }

  /**
   * Take in records from elsewhere.
   * @param {readonly NamedRecord[]} records
   * @returns {Trouble | null} the first one; what was stored before is as it was all the same
   */
  merge(records) {
    const store = this.#store;
    const readable = records.filter(
      ({ kind, name, record }) => KINDS.includes(kind) && name !== "" && isReadable(kind, record),
    );
    const troubles = readable.map(({ kind, name, record }) => {
      return store.write(kind, name, (mine) => mergeOver(kind, mine, record));
    });
    return store.outcome(troubles.find((trouble) => trouble !== null) ?? null);
  }

  /**
   * Have nothing count any more that was done so far.
   * @returns {Trouble | null} the first one
   */
  clear() {
    const store = this.#store;
    const logs = store.logs().filter((name) => standing(store.entries([name])).length > 0);
    const troubles = [
      ...logs.map((name) => store.append(name, { kind: "reset" })),
      ...store.names("d").map((name) => store.keep("d", name, null)),
      ...store.names("t").map((name) => store.keep("t", name, null)),
    ];
    return troubles.find((trouble) => trouble !== null) ?? null;
  }

  /** @returns {Health} */
  health() {
    const { place, slots, trouble } = this.#store;
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
      trouble,
    };
  }
}
