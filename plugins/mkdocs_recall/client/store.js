// What is kept of a reader's work. The only file that touches storage.
//
//   recall:SITE:i:ITEM         {"v": 1, "log": [entry, ...]}, append-only
//   recall:SITE:d:ITEM         {"v": 1, "time": ..., ...draft}, the latest wins
//   recall:SITE:bad:ITEM:TIME  a record that could not be read, as it was

import { isEmpty, readDraft } from "./draft.js";
import { fields, readEntries, union } from "./log.js";

/**
 * @typedef {import("./log.js").Entry} Entry
 * @typedef {import("./log.js").Fact} Fact
 * @typedef {import("./draft.js").Draft} Draft
 * @typedef {"memory" | "full" | "newer"} Trouble why a save does not outlive the page
 *
 * @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} Shelf each method may throw; its keys are own properties
 *
 * @typedef {object} Sources where time and randomness come from
 * @property {() => number} now milliseconds since 1970
 * @property {() => string} newId
 *
 * @typedef {object} Slot what stands under one key
 * @property {Record<string, unknown> | null} record
 * @property {Trouble | null} trouble why it must not be overwritten
 */

const VERSION = 1;

/**
 * Storage for as long as the page lasts. Values are its own properties, as they are in the browser's.
 * @returns {Shelf}
 */
export function memoryShelf() {
  /** @type {Shelf} */
  const methods = {
    getItem: (key) => values[key] ?? null,
    setItem: (key, value) => void (values[key] = value),
    removeItem: (key) => void delete values[key],
  };
  const values = Object.create(methods);
  return values;
}

/**
 * The browser's storage, or null where a page may not have it: the very access may throw, or give nothing.
 * @param {() => Storage | null} access
 * @returns {Shelf | null}
 */
export function openShelf(access) {
  try {
    const storage = access();
    storage?.getItem("recall:");
    return storage ?? null;
  } catch {
    return null;
  }
}

/**
 * Ten characters of base 36; works without a secure context.
 * @param {Pick<Crypto, "getRandomValues">} crypto
 */
export function randomId(crypto) {
  return Array.from(crypto.getRandomValues(new Uint32Array(10)), (number) => (number % 36).toString(36)).join("");
}

export class Store {
  #prefix;
  #shelf;
  #lasts;
  #sources;
  /** Entries that could not be saved, by item. @type {Map<string, Entry[]>} */
  #unsaved = new Map();
  #lastTime = 0;

  /**
   * @param {string} site
   * @param {Shelf | null} shelf null where nothing can be saved
   * @param {Sources} sources
   */
  constructor(site, shelf, sources) {
    this.#prefix = `recall:${site}:`;
    this.#shelf = shelf ?? memoryShelf();
    this.#lasts = shelf !== null;
    this.#sources = sources;
    this.session = sources.newId();
  }

  /** @returns {Set<string>} ids of the items with a log or a draft */
  items() {
    const ids = new Set(this.#unsaved.keys());
    const keys = Object.keys(this.#shelf).filter((key) => key.startsWith(this.#prefix));
    for (const key of keys) {
      const name = key.slice(this.#prefix.length);
      if (/^[id]:/.test(name)) ids.add(name.slice(2));
    }
    return ids;
  }

  /**
   * The log of an item.
   * @param {readonly string[]} ids its id, and those it had before
   * @returns {Entry[]}
   */
  entries(ids) {
    return union(ids.flatMap((id) => [readEntries(this.#read("i", id).record?.log), this.#unsavedOf(id)]));
  }

  /**
   * Add one entry to an item's log.
   * @param {string} item
   * @param {Fact} fact
   * @returns {Trouble | null}
   */
  append(item, fact) {
    const entry = { id: this.#sources.newId(), time: this.#nextTime(), ...fact };
    const unsaved = [...this.#unsavedOf(item), entry];
    const trouble = this.#add(item, unsaved);
    if (trouble) this.#unsaved.set(item, unsaved);
    else this.#unsaved.delete(item);
    return trouble ?? (this.#lasts ? null : "memory");
  }

  /**
   * @param {string} item
   * @returns {Draft | null}
   */
  draft(item) {
    const { record } = this.#read("d", item);
    return record && readDraft(record);
  }

  /**
   * Keep a draft; an empty one is removed. One that cannot be kept is let go: no outcome depends on it.
   * @param {string} item
   * @param {Draft} draft
   */
  saveDraft(item, draft) {
    const time = this.#nextTime();
    this.#write("d", item, () => (isEmpty(draft) ? null : { v: VERSION, time, ...draft }));
  }

  /**
   * Read, modify, write; what another page of this site added meanwhile stays.
   * @param {string} item
   * @param {readonly Entry[]} added
   * @returns {Trouble | null}
   */
  #add(item, added) {
    return this.#write("i", item, (record) => {
      const log = Array.isArray(record?.log) ? record.log : [];
      return { ...record, v: VERSION, log: [...log, ...added] };
    });
  }

  /**
   * @param {"i" | "d"} kind
   * @param {string} item
   * @param {(record: Slot["record"]) => object | null} change the new record, null for none
   * @returns {Trouble | null}
   */
  #write(kind, item, change) {
    const { record, trouble } = this.#read(kind, item);
    if (trouble) return trouble;
    try {
      const changed = change(record);
      if (changed) this.#shelf.setItem(this.#key(kind, item), JSON.stringify(changed));
      else this.#shelf.removeItem(this.#key(kind, item));
      return null;
    } catch (error) {
      return troubleOf(error);
    }
  }

  /**
   * @param {"i" | "d"} kind
   * @param {string} item
   * @returns {Slot}
   */
  #read(kind, item) {
    try {
      const raw = this.#shelf.getItem(this.#key(kind, item));
      if (raw === null) return { record: null, trouble: null };
      const record = parse(raw);
      if (isNewer(record)) return { record, trouble: "newer" };
      if (record.v === VERSION && (kind === "d" || Array.isArray(record.log))) return { record, trouble: null };
      this.#setAside(kind, item, raw);
      return { record: null, trouble: null };
    } catch (error) {
      return { record: null, trouble: troubleOf(error) };
    }
  }

  /**
   * Move a record that cannot be read out of the way; where there is no room to, it stays where it is.
   * @param {"i" | "d"} kind
   * @param {string} item
   * @param {string} raw
   */
  #setAside(kind, item, raw) {
    let time = this.#sources.now();
    const key = () => this.#key("bad", `${item}:${time}`);
    while (this.#shelf.getItem(key()) !== null) time += 1;
    this.#shelf.setItem(key(), raw);
    this.#shelf.removeItem(this.#key(kind, item));
  }

  /**
   * @param {string} item
   * @returns {Entry[]}
   */
  #unsavedOf(item) {
    return this.#unsaved.get(item) ?? [];
  }

  /** Strictly later than the time before, so that entries of one page never tie. */
  #nextTime() {
    this.#lastTime = Math.max(this.#sources.now(), this.#lastTime + 1);
    return this.#lastTime;
  }

  /**
   * @param {"i" | "d" | "bad"} kind
   * @param {string} name
   */
  #key(kind, name) {
    return `${this.#prefix}${kind}:${name}`;
  }
}

/**
 * @param {string} raw
 * @returns {Record<string, unknown>}
 */
function parse(raw) {
  try {
    return fields(JSON.parse(raw));
  } catch {
    return fields(null);
  }
}

/** @param {Record<string, unknown>} record */
function isNewer({ v }) {
  return typeof v === "number" && Number.isInteger(v) && v > VERSION;
}

/**
 * @param {unknown} error of a storage
 * @returns {Trouble}
 */
function troubleOf(error) {
  return error instanceof Error && /quota/i.test(error.name) ? "full" : "memory";
}
