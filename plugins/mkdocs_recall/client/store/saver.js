// Saving the records of a site: with what could not be saved of them before, as short as they may be, and with room
// made where there is none.

import { mergeOver, writtenAt } from "../core/merge.js";
import { Unsaved } from "./unsaved.js";

/**
 * @typedef {import("../core/merge.js").Kept} NamedRecord
 * @typedef {import("../core/merge.js").Kind} Kind
 * @typedef {import("./slots.js").Slot} Slot
 * @typedef {import("./slots.js").Slots} Slots
 * @typedef {import("./slots.js").Trouble} Trouble
 * @typedef {(record: Slot["record"]) => object | null} Change the new record out of the one before, null for none
 */

/** @typedef {Pick<typeof import("../core/compact.js"), "compactRecord" | "canShrink">} Shortening */

/** @type {Shortening | null} */
let shortening = null;

/**
 * Have logs saved as short as they may be. What does that comes after the page: until then they are saved as they are.
 * @param {Shortening | null} given
 */
export function provideShortening(given) {
  shortening = given;
}

export class Saver {
  #slots;
  #now;
  #written;
  /** Whether logs were shortened for want of room. */
  #roomMade = false;
  unsaved = new Unsaved();

  /**
   * @param {Slots} slots
   * @param {() => number} now
   * @param {(kind: Kind, name: string, raw: string | null, before: number) => void} written told what was written, and
   *   the time of the record before
   */
  constructor(slots, now, written) {
    this.#slots = slots;
    this.#now = now;
    this.#written = written;
  }

  /**
   * A record with what could not be saved of it.
   * @param {Kind} kind
   * @param {string} name
   * @returns {Slot["record"]}
   */
  read(kind, name) {
    const { record } = this.#slots.read(kind, name);
    const unsaved = this.unsaved.get(kind, name);
    return unsaved ? mergeOver(kind, record, unsaved) : record;
  }

  /**
   * @param {Kind} kind
   * @returns {string[]}
   */
  names(kind) {
    return [...new Set([...this.#slots.names(kind), ...this.unsaved.names(kind)])];
  }

  /**
   * Save a record, or note that it is not saved. Once something is saved again, all of that is tried again.
   * @param {NamedRecord} kept
   * @param {Change} [change] what it makes of the record before, where that is no merge
   * @param {number} [undoable] how long a reset can be undone, in milliseconds
   * @returns {Trouble | null}
   */
  save(kept, change, undoable) {
    this.unsaved.add(kept);
    const trouble = this.#try(kept, change, undoable);
    if (!trouble) this.retry();
    return trouble;
  }

  /** Try again to save what could not be saved. */
  retry() {
    for (const other of this.unsaved.all()) if (this.#try(other) === "full") break;
  }

  /**
   * Read, modify, write: what another page of this site added meanwhile stays.
   * @param {NamedRecord} kept
   * @param {Change} [change]
   * @param {number} [undoable]
   */
  #try({ kind, name, record }, change, undoable) {
    const whole = this.unsaved.get(kind, name) ?? record;
    const trouble = this.write(kind, name, change ?? ((before) => mergeOver(kind, before, whole)), undoable);
    if (!trouble) this.unsaved.delete(kind, name);
    return trouble;
  }

  /**
   * Change a record. Where there is no room, make some.
   * @param {Kind} kind
   * @param {string} name
   * @param {Change} change
   * @param {number} [undoable]
   * @returns {Trouble | null}
   */
  write(kind, name, change, undoable) {
    const trouble = this.#write(kind, name, change, undoable);
    return trouble === "full" && this.#makeRoom() ? this.#write(kind, name, change, undoable) : trouble;
  }

  /**
   * @param {Kind} kind
   * @param {string} name
   * @param {Change} change
   * @param {number} [undoable]
   */
  #write(kind, name, change, undoable) {
    let before = 0;
    /** @type {Change} */
    const shorter = (record) => {
      before = writtenAt(record);
      const made = change(record);
      return kind === "i" && made && shortening ? shortening.compactRecord({ ...made }, this.#now(), undoable) : made;
    };
    return this.#slots.write(kind, name, shorter, (raw) => this.#written(kind, name, raw, before));
  }

  /**
   * Write every log as short as it may be, once a page.
   * @returns {boolean} whether that was done now
   */
  #makeRoom() {
    if (this.#roomMade || !shortening) return false;
    this.#roomMade = true;
    for (const name of this.#slots.names("i")) {
      const { record, trouble } = this.#slots.read("i", name);
      if (!trouble && record && shortening.canShrink(record, this.#now())) this.#write("i", name, () => record);
    }
    return true;
  }
}
